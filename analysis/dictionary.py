"""data/columns.toml -> what every table and column of an export means."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from analysis import paths
from analysis.lexicons import read_toml
from analysis.schema import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADS = ("table", "column", "type", "meaning", "unit", "higher means")

TYPES = {"str": "text", "int64": "whole number", "float64": "number", "bool": "true or false"}
"""Types of the schema in plain words."""


def dictionary(tables: Iterable[str]) -> list[tuple[str, ...]]:
    """Return one row per column of the tables, in their order, with the fields of ``HEADS``."""
    return [
        (name, column, TYPES[dtype], *meaning(name, column))
        for name in tables
        for column, dtype in COLUMNS[name].items()
    ]


def meaning(name: str, column: str) -> tuple[str, str, str]:
    """Return what a column means in a table, its unit, and what a higher value means."""
    found = _read()
    fields = found["overrides"].get(name, {}).get(column) or found["columns"].get(column)
    what, unit, higher = fields or ("", "", "")
    return what, unit, higher


def about(name: str) -> str:
    """Return what a row of a table is."""
    return _read()["tables"].get(name, "")


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    return read_toml(paths.DATA / "columns.toml")
