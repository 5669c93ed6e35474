import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from analysis import paths
from analysis.errors import LibraryError, LibraryProblem
from analysis.library import (
    DATABASE,
    EditKind,
    decisions,
    deeds,
    edit,
    engine,
    history,
    in_force,
    key_of,
    migrations,
    undo,
    upgrade,
)
from analysis.library.tables import metadata

ROLE = EditKind.ROLE

OLD_EDITS = """CREATE TABLE edits (id INTEGER PRIMARY KEY, story VARCHAR NOT NULL,
kind VARCHAR NOT NULL, key VARCHAR NOT NULL, value VARCHAR, replaced VARCHAR, author VARCHAR,
made_at VARCHAR NOT NULL, undone_at VARCHAR)"""


def _old(*statements):
    home = paths.home()
    home.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(home / DATABASE)) as old, old:
        for statement in statements:
            old.execute(statement)


def test_reading_an_empty_library_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "none"))
    assert in_force("flood") == {}
    assert not (tmp_path / "none").exists()


def test_blocks_put_back_in_the_first_version_are_taken_over_once():
    _old(
        'CREATE TABLE put_backs (story_id TEXT, article_id TEXT, start INT, "end" INT,'
        " made_at TEXT)",
        "INSERT INTO put_backs VALUES ('flood', 'a', 10, 20, '2026-11-01T00:00:00')",
    )
    expected = {(EditKind.PUT_BACK, key_of("a", 10, 20)): "body"}
    assert in_force("flood") == expected
    edit("flood", ROLE, "ann", "expert")
    assert in_force("flood") == {**expected, (ROLE, "ann"): "expert"}


def test_a_log_of_version_0_1_0_keeps_every_edit_and_what_held():
    _old(
        OLD_EDITS,
        "CREATE INDEX edits_by_key ON edits (story, kind, key)",
        "INSERT INTO edits VALUES (1, 'flood', 'role', 'ann', 'expert', NULL, NULL, 't1', NULL)",
        "INSERT INTO edits VALUES (2, 'flood', 'role', 'ann', 'witness', 'expert', 'Bo', 't2',"
        " NULL)",
        "INSERT INTO edits VALUES (3, 'flood', 'role', 'ann', 'media', 'witness', NULL, 't3',"
        " 't4')",
    )
    assert in_force("flood") == {(ROLE, "ann"): "witness"}
    assert [(e.value, e.author, e.undone_at) for e in history("flood")] == [
        ("expert", None, None),
        ("witness", "Bo", None),
        ("media", None, "t4"),
    ]
    assert len({each.act for each in history("flood")}) == len(deeds()) == 3
    undo(2)
    assert decisions("flood", [ROLE])[0].value == "expert"


@pytest.mark.usefixtures("either")
def test_migrations_lead_to_the_tables_that_the_code_uses():
    edit("flood", ROLE, "ann", "expert")
    options = {"version_table": migrations.VERSION_TABLE}
    with engine.reading() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_the_newest_version_is_the_one_that_opening_asks_for():
    scripts = ScriptDirectory(str(paths.ROOT / "analysis/library/migrations"))
    assert scripts.get_current_head() == migrations.HEAD


@pytest.mark.usefixtures("either")
def test_a_library_that_is_up_to_date_is_opened_without_migrations(monkeypatch):
    edit("flood", ROLE, "ann", "expert")
    engine.close_all()
    monkeypatch.setattr(upgrade, "upgrade", None)
    assert in_force("flood") == {(ROLE, "ann"): "expert"}


@pytest.mark.usefixtures("either")
def test_a_newer_library_is_left_alone():
    edit("flood", ROLE, "ann", "expert")
    with engine.writing() as connection:
        connection.exec_driver_sql(f"UPDATE {migrations.VERSION_TABLE} SET version_num = '0999'")
    engine.close_all()
    for attempt in (lambda: in_force("flood"), lambda: edit("flood", ROLE, "ann", "x")):
        with pytest.raises(LibraryError, match=r"newer version of Parallax.*Update") as raised:
            attempt()
        assert raised.value.problem is LibraryProblem.NEWER


def test_a_migration_that_fails_changes_nothing(monkeypatch):
    _old(OLD_EDITS, "INSERT INTO edits VALUES (1, 'f', 'role', 'a', 'x', NULL, NULL, 't', NULL)")
    before = _schema()
    run = upgrade.upgrade

    def fail(connection):
        run(connection)
        raise KeyboardInterrupt

    monkeypatch.setattr(upgrade, "upgrade", fail)
    with pytest.raises(KeyboardInterrupt):
        in_force("f")
    assert _schema() == before
    monkeypatch.undo()


def _schema():
    with closing(sqlite3.connect(paths.home() / DATABASE)) as connection:
        return sorted(connection.execute("SELECT name, sql FROM sqlite_master"))


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import analysis.cli", ("sqlalchemy", "alembic", "psycopg")),
        ("import analysis; analysis.story_ids()", ("alembic", "psycopg")),
    ],
)
def test_no_command_waits_for_what_it_does_not_need(code, absent):
    test = f"import sys; {code}; print([m for m in {absent} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", test], capture_output=True, text=True, check=True, cwd=paths.ROOT
    )
    assert done.stdout == "[]\n"
