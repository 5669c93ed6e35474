"""data/accuracy.toml and docs/accuracy.md -> how often the rules are right, for the report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from analysis import paths
from analysis.lexicons import read_toml
from analysis.report.parts import Block, Paragraph, Table

KINDS = {"direct": "direct", "mixed": "partly quoted", "indirect": "indirect"}
"""Kinds of quotes in plain words, in the order in which they are told."""

SECTIONS = {
    "Rival words, certainty, agency, names and numbers": "Words, tellings of harm, numbers",
    "Statements": "Statements that report the same",
}
"""Headings of docs/accuracy.md whose tables are reprinted -> what the report calls them."""


def quotes_note() -> str:
    """Return how many quotes of each kind are found, and how many of those found are right."""
    quotes = _measured()["quotes"]
    parts = [
        f"{label} {_percent(quotes['kinds'][kind]['recall'])} "
        f"({_percent(quotes['kinds'][kind]['precision'])})"
        for kind, label in KINDS.items()
    ]
    return f"On {quotes['on']}, quotes found (of these, right): {'; '.join(parts)}."


def blocks() -> tuple[Block, ...]:
    """Return the error rates as tables, each with what they were measured on."""
    found = _measured()
    quotes, speakers = found["quotes"], found["speakers"]
    rows = [
        (f"Quotes, {label}", quotes["kinds"][kind]["precision"], quotes["kinds"][kind]["recall"])
        for kind, label in KINDS.items()
    ]
    table = Table(
        "How often quotes are found and right",
        ("What", "Of those found, right", "Of those there, found"),
        tuple(((name,), (_percent(right),), (_percent(there),)) for name, right, there in rows),
        numeric=True,
    )
    measured = (
        f"Measured {quotes['measured']} on {quotes['on']} that the rules had not seen "
        f"({quotes['annotated']:,} quotes marked by people). The speaker is right for "
        f"{_percent(speakers['any'])} of the quotes found, a named one for "
        f"{_percent(speakers['named'])}."
    )
    return (table, Paragraph((measured,), "note"), *_documented())


def _documented() -> Iterator[Table]:
    """Yield the tables of docs/accuracy.md under the headings above; none where it is absent."""
    path = paths.DOCS / "accuracy.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    for heading, title in SECTIONS.items():
        rows = _table(text, heading)
        if rows:
            head, *lines = rows
            yield Table(
                title,
                (head[0] or "What", *head[1:]),
                tuple(tuple((cell,) for cell in line) for line in lines),
                numeric=True,
            )


def _table(text: str, heading: str) -> list[list[str]]:
    """Return the cells of the first table under a heading that holds shares."""
    _, found, rest = text.partition(f"## {heading}\n")
    body = rest.partition("\n## ")[0] if found else ""
    tables = [part for part in body.split("\n\n") if part.startswith("|")]
    wanted = [part for part in tables if "right" in part or "precision" in part]
    lines = wanted[0].splitlines() if wanted else []
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if set("".join(row)) != {"-"}]


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


@lru_cache(maxsize=1)
def _measured() -> dict[str, Any]:
    return read_toml(paths.DATA / "accuracy.toml")
