"""data/accuracy.toml -> how often the rules are right, in one line beside the figures it bends."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from analysis import paths
from analysis.lexicons import read_toml
from dashboard import words

FILE = "accuracy.toml"

KINDS = {"direct": "direct", "mixed": "partly quoted", "indirect": "indirect"}
"""Kinds of quotes in plain words, in the order in which they are told."""


def quotes_note() -> str:
    """Return how many quotes of each kind are found, and how many of those found are right."""
    quotes = _table()["quotes"]
    parts = [
        f"{label} {_percent(quotes['kinds'][kind]['recall'])} "
        f"({_percent(quotes['kinds'][kind]['precision'])})"
        for kind, label in KINDS.items()
    ]
    return f"On {quotes['on']}, quotes found (of these, right): {'; '.join(parts)}."


def roles_note() -> str:
    """Return how many quotes of each kind of speaker are found: those found less count too low."""
    quotes = _table()["quotes"]
    parts = [
        f"{words.ROLES[role]} {_percent(found['recall'])}"
        for role, found in quotes["roles"].items()
    ]
    return f"On {quotes['on']}, quotes found by kind of speaker: {'; '.join(parts)}."


def speakers_note() -> str:
    """Return for how many of the quotes found the speaker is right."""
    found = _table()
    return (
        f"On {found['quotes']['on']}, the speaker is right for "
        f"{_percent(found['speakers']['any'])} of the quotes found, "
        f"a named one for {_percent(found['speakers']['named'])}."
    )


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return read_toml(paths.DATA / FILE)
