import sys

import pytest

from analysis.errors import InputError
from analysis.journal import Journal


def test_lines_are_there_by_place_in_any_order():
    with Journal() as journal:
        journal.add(2, "zwei")
        journal.add(0, '{"text": "null\\nnaïve"}')
        assert journal.line(2) == "zwei"
        assert journal.line(0) == '{"text": "null\\nnaïve"}'
        assert (len(journal), 2 in journal, 1 in journal) == (2, True, False)


def test_what_was_kept_is_there_again(tmp_path):
    path = tmp_path / "kept"
    with Journal(path) as journal:
        journal.add(3, "three")
        journal.add(1, "one")
    with Journal(path) as journal:
        assert sorted(journal) == [1, 3]
        journal.add(2, "two")
        assert [journal.line(place) for place in (1, 2, 3)] == ["one", "two", "three"]


def test_a_line_cut_short_is_forgotten_and_the_file_goes_on(tmp_path):
    path = tmp_path / "kept"
    path.write_bytes(b"0\tnull\n1\tei")
    with Journal(path) as journal:
        assert list(journal) == [0]
        journal.add(1, "eins")
    assert path.read_bytes() == b"0\tnull\n1\teins\n"


def test_the_last_line_of_a_place_counts(tmp_path):
    path = tmp_path / "kept"
    with Journal(path) as journal:
        journal.add(0, "first")
        journal.add(0, "second")
    with Journal(path) as journal:
        assert (journal.line(0), len(journal)) == ("second", 1)


def test_a_removed_journal_is_gone(tmp_path):
    path = tmp_path / "kept"
    with Journal(path) as journal:
        journal.add(0, "null")
        journal.remove()
    assert not path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="files are not locked there")
def test_a_journal_that_is_in_use_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "kept"
    with Journal(path) as journal:
        journal.add(0, "null")
        with pytest.raises(InputError, match="already running; wait until it ends"):
            Journal(path)
        journal.add(1, "eins")
        assert (journal.line(0), journal.line(1)) == ("null", "eins")


def test_a_journal_that_was_closed_can_be_had_again(tmp_path):
    path = tmp_path / "kept"
    for place in (0, 1):
        with Journal(path) as journal:
            journal.add(place, "null")
    assert path.read_bytes() == b"0\tnull\n1\tnull\n"


@pytest.mark.skipif(sys.platform == "win32", reason="files are not locked there")
def test_where_the_folder_knows_no_locks_the_journal_is_kept_all_the_same(tmp_path, monkeypatch):
    def flock(*_):
        raise OSError

    monkeypatch.setattr("analysis.journal.fcntl.flock", flock)
    with Journal(tmp_path / "kept") as journal:
        journal.add(0, "null")
        assert journal.line(0) == "null"
