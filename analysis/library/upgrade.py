"""A database -> one with the newest tables; one that is already so is opened without Alembic."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from analysis.errors import LibraryProblem
from analysis.library import migrations, trouble

_OURS = frozenset({"edits", "put_backs"})
"""Tables that a library had before it had a version."""


def is_current(connection: Connection) -> bool:
    """Return whether the tables are the newest.

    Raises
    ------
    LibraryError
        If the library is of a newer version, or the database holds something else.
    """
    version = _version(connection)
    if version is not None and version > migrations.HEAD:
        detail = f"version {version[:20]}, this program knows {migrations.HEAD}"
        raise trouble.problem(LibraryProblem.NEWER, detail)
    return version == migrations.HEAD


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest version, in the transaction of the connection."""
    from alembic import command  # noqa: PLC0415 -- 0.7 s, and only once in the life of a library
    from alembic.config import Config  # noqa: PLC0415 -- the same

    config = Config(attributes={"connection": connection})
    folder = Path(migrations.__file__).parent
    # A "%" in the way to the folder would be read as a placeholder.
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if migrations.VERSION_TABLE in tables:
        query = text(f"SELECT version_num FROM {migrations.VERSION_TABLE}")  # noqa: S608 -- a constant
        return connection.execute(query).scalar()
    taken = tables & {"edits", "articles"} if _is_server(connection) else tables - _OURS
    # Version 0.1.0 kept its log in a file, and a file of it holds nothing else.
    if taken and (_is_server(connection) or not tables & _OURS):
        detail = f"it has a table '{min(taken)[:40]}'"
        raise trouble.problem(LibraryProblem.FOREIGN, detail)
    return None


def _is_server(connection: Connection) -> bool:
    return connection.dialect.name != "sqlite"
