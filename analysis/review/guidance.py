"""Public guidance that checks point to: the entries of ``data/guidance.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from analysis import paths
from analysis.lexicons import read_toml

FILE = paths.DATA / "guidance.toml"


@dataclass(frozen=True, slots=True)
class Guidance:
    """One page of public guidance."""

    name: str
    link: str
    basis: str
    """``read`` if somebody opened the page for this entry, else ``unverified``."""


@lru_cache(maxsize=1)
def guidance() -> Mapping[str, Guidance]:
    """Return the guidance by its key."""
    rows = read_toml(FILE)["guidance"]
    return {row["id"]: Guidance(row["name"], row["link"], row["basis"]) for row in rows}
