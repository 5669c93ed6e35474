"""What a library does when the disk, the file or the server does not do what it should."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from analysis import paths
from analysis.errors import LibraryProblem
from analysis.library import (
    DATABASE,
    EditKind,
    add,
    count,
    edit,
    engine,
    in_force,
    sqlite_files,
    where,
    why_read_only,
)
from tests.analysis.library.expected import Fails
from tests.analysis.library.invented import candidate, candidates

ROLE = EditKind.ROLE
NOBODY = 65534


def _file():
    return paths.home() / DATABASE


def _as_nobody(code):
    """Run code as a user who may not write here; root may write anywhere."""
    # Everything is imported first: nobody may not even read where Python is installed.
    start = (
        "import os, alembic.command, alembic.config\n"
        "import analysis.library.loading, analysis.library.checks\n"
        f"if os.geteuid() == 0: os.setuid({NOBODY})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", start + code],
        capture_output=True,
        text=True,
        check=False,
        cwd=paths.ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


READ = """
from analysis.errors import LibraryError
from analysis.library import EditKind, articles, edit, in_force, why_read_only
print(in_force("flood")[EditKind.ROLE, "ann"], articles()[0].article.text)
try:
    edit("flood", EditKind.ROLE, "bob", "witness")
except LibraryError as err:
    print(err.problem, "Reading goes on" in str(err))
print(bool(why_read_only()))
"""


@pytest.fixture
def read_only(monkeypatch):
    """Return a folder for a library that others may look into; not into pytest's."""
    with tempfile.TemporaryDirectory() as base:
        Path(base).chmod(0o755)
        home = Path(base) / "home"
        home.mkdir()
        monkeypatch.setenv("PARALLAX_HOME", str(home))
        yield home
        engine.close_all()
        home.chmod(0o755)


def _let_others_only_read(home):
    for each in home.iterdir():
        each.chmod(0o444)
    home.chmod(0o555)


@pytest.mark.parametrize("log", ["written back", "still beside it"])
def test_a_read_only_folder_is_read_and_writing_says_why_it_cannot(read_only, log):
    edit("flood", ROLE, "ann", "expert")
    add([candidate("Rain fell.")])
    if log == "written back":
        engine.close_all()
    else:
        # As after a crash: what was acknowledged last is in the log only.
        kept = {each: each.read_bytes() for each in read_only.iterdir() if each.suffix != "-shm"}
        engine.close_all()
        for path, data in kept.items():
            path.write_bytes(data)
        (read_only / f"{DATABASE}-shm").unlink(missing_ok=True)
    _let_others_only_read(read_only)
    assert _as_nobody(READ) == ["expert Rain fell.", "read-only True", "True"]


def test_a_read_only_library_of_an_older_version_is_read_from_a_copy(read_only):
    with closing(sqlite3.connect(read_only / DATABASE)) as old, old:
        old.execute(
            "CREATE TABLE put_backs (story_id TEXT, article_id TEXT, start, end, made_at TEXT)"
        )
        old.execute("INSERT INTO put_backs VALUES ('flood', 'a', 1, 2, 't')")
    _let_others_only_read(read_only)
    code = "from analysis.library import in_force; print(list(in_force('flood').values()))"
    assert _as_nobody(code) == ["['body']"]


def test_a_folder_that_may_not_be_looked_into_is_named(read_only):
    edit("flood", ROLE, "ann", "expert")
    read_only.chmod(0)
    code = """
from analysis.errors import LibraryError
from analysis.library import in_force
try:
    in_force("flood")
except LibraryError as err:
    print(err)
"""
    assert "may not look into its folder" in _as_nobody(code)[0]


def test_a_library_that_can_be_written_says_so():
    assert why_read_only() is None
    edit("flood", ROLE, "ann", "expert")
    assert why_read_only() is None


FILL = """
import resource, sys
from analysis.errors import LibraryError
from analysis.library import add, count
from invented import candidate
add([candidate("Rain fell.")])
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
acknowledged = 1
try:
    for number in range(100):
        add([candidate(f"Rain {number}. " * 2000)])
        acknowledged += 1
except LibraryError as err:
    print(err.problem, "Make room" in str(err))
print(count() == acknowledged)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
add([candidate("Sun shone.")])
print(count() == acknowledged + 1)
"""


def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost_and_writing_resumes():
    done = subprocess.run(
        [sys.executable, "-c", FILL],
        capture_output=True,
        text=True,
        check=True,
        cwd=paths.ROOT,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )
    assert done.stdout.splitlines() == ["full True", "True", "True"]


def test_a_database_that_reports_a_full_disk_keeps_what_was_there():
    add(candidates(2))
    engine.close_all()
    with engine.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with Fails(LibraryProblem.FULL, "the disk is full"):
        add([candidate("Rain. " * 10_000)])
    engine.close_all()
    assert count() == 2


def test_a_library_that_another_program_holds_too_long_says_so(monkeypatch):
    edit("flood", ROLE, "ann", "expert")
    engine.close_all()
    monkeypatch.setattr(sqlite_files, "BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(_file(), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Fails(LibraryProblem.LOCKED, "another program has been writing"):
            edit("flood", ROLE, "ann", "witness")
        assert in_force("flood") == {(ROLE, "ann"): "expert"}
        other.execute("ROLLBACK")
    edit("flood", ROLE, "ann", "witness")
    assert in_force("flood") == {(ROLE, "ann"): "witness"}


@pytest.mark.parametrize(
    "content", [b"Dear diary, it rained.\n" * 100, b"SQLite format 3\0" + b"x" * 999]
)
def test_a_file_that_is_no_library_is_left_as_it_is(content):
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().write_bytes(content)
    for attempt in (lambda: in_force("flood"), lambda: edit("flood", ROLE, "ann", "expert")):
        with Fails(LibraryProblem.FOREIGN, "not a library of Parallax"):
            attempt()
    assert _file().read_bytes() == content
    assert [each.name for each in paths.home().iterdir()] == [DATABASE]


def test_a_database_of_another_program_is_left_as_it_is():
    _file().parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(_file())) as other, other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = _file().read_bytes()
    with Fails(LibraryProblem.FOREIGN, "it has a table 'recipes'"):
        edit("flood", ROLE, "ann", "expert")
    engine.close_all()
    assert _file().read_bytes() == before


def test_an_empty_file_becomes_a_library():
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().touch()
    assert in_force("flood") == {}
    edit("flood", ROLE, "ann", "expert")
    assert in_force("flood") == {(ROLE, "ann"): "expert"}


def test_a_server_that_does_not_answer_is_named_without_its_password(monkeypatch):
    monkeypatch.setenv("PARALLAX_DATABASE_URL", "postgresql://ann:secret@127.0.0.1:1/news")
    with Fails(LibraryProblem.UNREACHABLE, "'news' on 127.0.0.1.*does not answer") as _:
        in_force("flood")
    assert where() == "the database 'news' on 127.0.0.1"


@pytest.mark.parametrize("url", ["mysql://host/news", "nonsense", "postgresql://host:port/news"])
def test_an_address_of_no_server_is_refused(monkeypatch, url):
    monkeypatch.setenv("PARALLAX_DATABASE_URL", url)
    with Fails(LibraryProblem.FOREIGN, "postgresql://user:password@host"):
        in_force("flood")


@pytest.mark.postgres
@pytest.mark.enable_socket
def test_a_server_on_which_one_may_only_read_says_so(postgres, monkeypatch):
    edit("flood", ROLE, "ann", "expert")
    engine.close_all()
    url = os.environ["PARALLAX_DATABASE_URL"]
    role = f"reader_{os.getpid()}"
    postgres.execute(f"CREATE ROLE {role}")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
    monkeypatch.setenv("PARALLAX_DATABASE_URL", f"{url}?options=-crole%3D{role}")
    assert in_force("flood") == {(ROLE, "ann"): "expert"}
    with Fails(LibraryProblem.READ_ONLY, "nothing can be saved"):
        edit("flood", ROLE, "ann", "witness")
    assert why_read_only()
    engine.close_all()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP OWNED BY {role}")
    postgres.execute(f"DROP ROLE {role}")


@pytest.mark.postgres
@pytest.mark.enable_socket
def test_a_server_whose_tables_are_another_programs_is_left_alone(postgres):
    with psycopg.connect(os.environ["PARALLAX_DATABASE_URL"], autocommit=True) as connection:
        connection.execute("CREATE TABLE articles (name TEXT)")
    with Fails(LibraryProblem.FOREIGN, "it has a table 'articles'"):
        edit("flood", ROLE, "ann", "expert")
