import pytest

from analysis.whole_file import whole_file


def test_what_was_written_replaces_the_file_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "kept.txt"
    path.write_text("old")
    with whole_file(path) as part:
        part.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "kept.txt"
    path.write_text("old")
    with pytest.raises(OSError, match="full"), whole_file(path) as part:  # noqa: PT012 -- half is written first
        part.write_text("ne")
        message = "full"
        raise OSError(message)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
