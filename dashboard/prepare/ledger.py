"""The ledger: which outlet gives which number for the same thing, who says so, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.ledger_words import (
    FLAGGED,
    NOTE,
    OTHER,
    day_words,
    heading,
    note_words,
    range_words,
    source_words,
    which_words,
)
from analysis.schema import records
from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FLAGGED", "NOTE", "OTHER", "heading"]

QUESTION = "Who gives which number, and who says so?"

EMPTY = (
    "No deaths, injuries, arrests or troops are counted in the chosen texts, and no other number "
    "is given by two of them."
)

Row = Mapping[str, object]


def things(table: pd.DataFrame) -> list[str]:
    """Return the headings that have figures, in the order of the ledger."""
    return list(dict.fromkeys(heading(str(thing)) for thing in table["thing"]))


def under(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the figures that stand under a heading."""
    return table[[heading(str(thing)) == name for thing in table["thing"]]]


def takeaway(rows: pd.DataFrame, name: str) -> str:
    """Return how many figures there are in how many outlets, and how they stand to each other."""
    outlets = rows["outlet"].nunique()
    text = f"{name}: {words.plural(len(rows), 'figure')} in {words.plural(outlets, 'outlet')}"
    counts = rows["status"].value_counts()
    notes = [
        f"{counts[status]} {meaning}"
        for status, meaning in (
            ("conflict", "not fitting another outlet's figure for the same"),
            ("superseded_by_date", "older than another outlet's figure"),
        )
        if status in counts
    ]
    return f"{text}; {', '.join(notes)}." if notes else f"{text}."


def points(rows: pd.DataFrame) -> list[Point]:
    """Return one point per figure, which opens its sentence."""
    found = []
    for row in records(rows):
        told = " \u00b7 ".join(
            p for p in (str(row["words"]), range_words(row), which_words(row)) if p
        )
        found.append(
            Point(
                key=f"{row['article_id']}|{row['start']}",
                labels=(str(row["outlet"]), told),
                query=Query(
                    title=f"{heading(str(row['thing']))}, {row['outlet']}: {range_words(row)}",
                    sentence=(str(row["article_id"]), str(row["sentence_id"])),
                ),
            )
        )
    return found


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the figures with the column names and words shown to readers."""
    listed = records(rows)
    return rows.assign(
        read_as=[range_words(row) for row in listed],
        which=[which_words(row) for row in listed],
        source=[source_words(row) for row in listed],
        day=[day_words(row) for row in listed],
        note=[note_words(row) for row in listed],
    )[list(_NAMES)].rename(columns=_NAMES)


_NAMES = {
    "outlet": "Outlet",
    "words": "As printed",
    "read_as": "Read as",
    "which": "Which of them",
    "source": "Who says so",
    "day": "As of",
    "note": "Note",
}
