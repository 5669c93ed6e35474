"""The ledger: which outlet gives which number for the same thing, who says so, and when."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from analysis.compare.ledger import HARM, SEPARATOR, TROOPS
from analysis.figure_words import figure_words
from analysis.schema import records
from analysis.types import Bound
from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

THINGS = {
    "killed": "Deaths",
    "injured": "Injuries",
    "harmed": "Dead or injured",
    "hospitalised": "Taken to hospital",
    "missing": "Missing people",
    "arrested": "Arrests",
    "displaced": "Displaced people",
    TROOPS: "Troops",
}
"""What readers call each thing of the ledger."""

OTHER = "Other numbers in several outlets"

STATUSES = {
    "same": "fits {against}",
    "conflict": "does not fit {against}",
    "superseded_by_date": "older than the figure of {against}",
    "newer": "newer than the figure of {against}",
    "different_scope": "counts others, or elsewhere, than {against}",
    "alone": "nobody else counts this",
}
"""The note on a figure, by its status."""

FLAGGED = "in a picture caption or gallery"

QUESTION = "Who gives which number, and who says so?"

NOTE = (
    "A number is read with its bound: \u201cmore than\u201d has no upper end, and words such as "
    "\u201cdozens\u201d or \u201cscores\u201d stand for stated ranges (Method page). "
    "\u201cDoes not fit\u201d means that the ranges share no number though the same is counted; "
    "it does not say who is right. Where no day is given in the text, the day of publication "
    "stands. Open the sentence before you conclude: what a number counts is read by rules."
)

EMPTY = (
    "No deaths, injuries, arrests or troops are counted in the chosen texts, and no other number "
    "is given by two of them."
)

Row = Mapping[str, object]


def things(table: pd.DataFrame) -> list[str]:
    """Return the headings that have figures, in the order of the ledger."""
    return list(dict.fromkeys(heading(str(thing)) for thing in table["thing"]))


def heading(thing: str) -> str:
    """Return the heading under which a thing stands."""
    return THINGS.get(thing, OTHER)


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
        told = " \u00b7 ".join(p for p in (str(row["words"]), _range(row), _which(row)) if p)
        found.append(
            Point(
                key=f"{row['article_id']}|{row['start']}",
                labels=(str(row["outlet"]), told),
                query=Query(
                    title=f"{heading(str(row['thing']))}, {row['outlet']}: {_range(row)}",
                    sentence=(str(row["article_id"]), str(row["sentence_id"])),
                ),
            )
        )
    return found


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the figures with the column names and words shown to readers."""
    listed = records(rows)
    return rows.assign(
        read_as=[_range(row) for row in listed],
        which=[_which(row) for row in listed],
        source=[_source(row) for row in listed],
        day=[_day(row) for row in listed],
        note=[_note(row) for row in listed],
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


def _range(row: Row) -> str:
    low, high = (_number(row[end]) for end in ("low", "high"))
    unit = row["unit"] if isinstance(row["unit"], str) else None
    return figure_words(low, high, Bound(str(row["bound"])), unit)


def _number(value: object) -> float | None:
    return value if isinstance(value, float) and not math.isnan(value) else None


def _which(row: Row) -> str:
    """Return whom or where the figure covers; the bare verb for things without a heading."""
    population = str(row["population"]) if isinstance(row["population"], str) else ""
    if row["thing"] in {*HARM, TROOPS}:
        return population
    return ", ".join(part for part in (str(row["event"]), population) if part)


def _source(row: Row) -> str:
    if isinstance(row["speaker"], str):
        return str(row["speaker"])
    return "speaker not found" if isinstance(row["quote_id"], str) else "the outlet itself"


def _day(row: Row) -> str:
    if not isinstance(row["date"], str):
        return "not known"
    day = date.fromisoformat(row["date"])
    basis = "in the text" if row["date_basis"] == "text" else "published"
    return f"{day.day} {day:%b %Y} ({basis})"


def _note(row: Row) -> str:
    against = row["against"] if isinstance(row["against"], str) else ""
    listed = words.listed(against.split(SEPARATOR)) if against else ""
    note = STATUSES[str(row["status"])].format(against=listed)
    return f"{note}; {FLAGGED}" if row["flagged"] else note
