import sqlite3
from contextlib import closing

import pytest

from analysis import paths
from analysis.errors import InputError, LibraryError, LibraryProblem
from analysis.library import (
    DATABASE,
    EditKind,
    add,
    articles,
    backup,
    count,
    deeds,
    edit,
    engine,
    history,
    in_force,
    load_story,
    new_story,
    restore,
    undo,
)
from tests.analysis.library.invented import candidate, candidates

ROLE = EditKind.ROLE


def _everything():
    return articles(limit=100), history("flood"), history(""), deeds()


@pytest.fixture
def filled():
    """Fill a library with articles, a story, and decisions of which one was taken back."""
    new_story("Flood", article_ids=add(candidates(3, outlet="Post"), author="Ann").new)
    edit("flood", ROLE, "ann", "expert")
    edit("flood", ROLE, "ann", "witness", author="Bo")
    undo(history("flood")[-1].id)


@pytest.mark.usefixtures("either", "filled")
def test_a_backup_brings_back_everything_and_what_came_after_is_put_aside(tmp_path):
    before = _everything()
    made = backup(tmp_path / "kept" / "all.sqlite")
    assert (made.articles, made.edits) == (3, len(history("")) + len(history("flood")))
    assert [each.name for each in made.path.parent.iterdir()] == ["all.sqlite"]
    add([candidate("Came later.")])
    later = _everything()
    restored = restore(made.path)
    assert _everything() == before
    assert restored.before
    restore(restored.before)
    assert _everything() == later


@pytest.mark.usefixtures("either", "filled")
def test_writing_goes_on_after_a_restore(tmp_path):
    restore(backup(tmp_path / "all.sqlite").path)
    edit("flood", ROLE, "ann", "media")
    add([candidate("New.")])
    assert in_force("flood")[ROLE, "ann"] == "media"
    assert count() == 4


@pytest.mark.postgres
@pytest.mark.enable_socket
def test_a_backup_of_a_file_comes_back_on_a_server_and_the_other_way(request, tmp_path):
    request.getfixturevalue("filled")
    before = _everything()
    to_server = backup(tmp_path / "one.sqlite").path
    request.getfixturevalue("postgres")
    assert restore(to_server).before
    assert _everything() == before
    assert backup(tmp_path / "two.sqlite").articles == 3


@pytest.mark.usefixtures("filled")
def test_a_backup_is_a_library_that_opens_on_another_machine(tmp_path, monkeypatch):
    before = _everything()
    (tmp_path / "other").mkdir()
    backup(tmp_path / "other" / DATABASE)
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "other"))
    assert _everything() == before
    assert len(load_story("flood").articles) == 3


@pytest.mark.usefixtures("filled")
def test_restoring_where_there_is_no_library_makes_one(tmp_path, monkeypatch):
    before = _everything()
    made = backup(tmp_path / "all.sqlite")
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "new"))
    assert restore(made.path).before is None
    assert _everything() == before


def test_there_is_nothing_to_back_up_before_anything_was_added(tmp_path):
    with pytest.raises(InputError, match="nothing to back up"):
        backup(tmp_path / "all.sqlite")


@pytest.mark.usefixtures("filled")
def test_the_library_is_not_backed_up_onto_itself():
    with pytest.raises(InputError, match="is the library itself"):
        backup(paths.home() / DATABASE)


@pytest.mark.usefixtures("filled")
def test_a_library_with_a_damaged_article_is_not_called_backed_up(tmp_path):
    with engine.writing() as connection:
        connection.exec_driver_sql("UPDATE articles SET text = 'Snow.' WHERE number = 1")
    with pytest.raises(LibraryError, match="does not match its SHA-256") as raised:
        backup(tmp_path / "all.sqlite")
    assert raised.value.problem is LibraryProblem.DAMAGED
    assert list(tmp_path.glob("*.sqlite*")) == []


@pytest.mark.usefixtures("filled")
def test_a_damaged_library_is_moved_aside_when_a_backup_comes_back(tmp_path):
    before = _everything()
    made = backup(tmp_path / "all.sqlite")
    with engine.writing() as connection:
        connection.exec_driver_sql("UPDATE articles SET text = 'Snow.' WHERE number = 1")
    put_aside = restore(made.path).before
    assert put_aside
    assert _everything() == before
    with closing(sqlite3.connect(put_aside)) as damaged:
        assert damaged.execute("SELECT text FROM articles WHERE number = 1").fetchone() == (
            "Snow.",
        )


def _damage(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE edits SET value = 'x' WHERE id = 1")


def _view(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE VIEW strange AS SELECT * FROM edits")


def _newer(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE library_version SET version_num = '0999'")


@pytest.mark.parametrize(
    ("spoil", "problem", "words"),
    [
        (_damage, LibraryProblem.DAMAGED, "edit 1"),
        (_view, LibraryProblem.FOREIGN, "holds 'strange'"),
        (_newer, LibraryProblem.NEWER, "newer version"),
        (lambda path: path.write_text("no"), LibraryProblem.FOREIGN, "not a library"),
        (lambda path: path.write_bytes(b""), LibraryProblem.FOREIGN, "it is empty"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_what_is_no_whole_backup_changes_nothing(tmp_path, spoil, problem, words):
    path = backup(tmp_path / "all.sqlite").path
    spoil(path)
    before = _everything()
    with pytest.raises(LibraryError, match=f"The backup.*{words}") as raised:
        restore(path)
    assert raised.value.problem is problem
    assert _everything() == before
    assert sorted(each.name for each in paths.home().iterdir()) == [
        DATABASE,
        f"{DATABASE}-shm",
        f"{DATABASE}-wal",
    ]


def test_a_backup_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.sqlite'.*no such file"):
        restore(tmp_path / "none.sqlite")


def test_a_backup_of_version_0_1_0_comes_back(tmp_path):
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as old, old:
        old.execute(
            "CREATE TABLE edits (id INTEGER PRIMARY KEY, story, kind, key, value, replaced,"
            " author, made_at, undone_at)"
        )
        old.execute(
            "INSERT INTO edits VALUES (1, 'flood', 'role', 'ann', 'x', NULL, NULL, 't', NULL)"
        )
    restore(tmp_path / "old.sqlite")
    assert in_force("flood") == {(ROLE, "ann"): "x"}
