"""Who runs an outlet, in one line, from data/outlets.toml; what was not checked is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis import paths
from analysis.lexicons import read_toml

_PARTS = {"kind": "", "country": "", "owner": "run by ", "funding": "money: "}
"""Field -> the words before it."""

UNCHECKED = " (not checked)"


def who_runs() -> dict[str, str]:
    """Return outlet -> what is known of who runs it; nothing for outlets that are not listed."""
    if not paths.OUTLETS.exists():
        return {}
    rows = read_toml(paths.OUTLETS).get("outlets", ())
    return {row["name"]: _line(row) for row in rows}


def _line(row: Mapping[str, Any]) -> str:
    basis = row.get("basis", {})
    return "; ".join(
        f"{words}{row[name]}{UNCHECKED if basis.get(name) == 'unverified' else ''}"
        for name, words in _PARTS.items()
        if row.get(name)
    )
