"""How the tables of a library came to be what they are; run by Alembic when one is opened."""

HEAD = "0003"
"""The newest version; a library of this version is opened without Alembic."""

VERSION_TABLE = "library_version"
"""Its own name, so that a database may be shared with another program that uses Alembic."""
