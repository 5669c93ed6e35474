"""A row of the ledger of numbers -> the words that readers see, on pages and in files."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from analysis.compare.ledger import HARM, SEPARATOR, TROOPS
from analysis.figure_words import figure_words
from analysis.types import Bound
from analysis.vocabulary import THINGS, listed

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

NOTE = (
    "A number is read with its bound: \u201cmore than\u201d has no upper end, and words such as "
    "\u201cdozens\u201d or \u201cscores\u201d stand for stated ranges (Method page). "
    "\u201cDoes not fit\u201d means that the ranges share no number though the same is counted; "
    "it does not say who is right. Where no day is given in the text, the day of publication "
    "stands. Open the sentence before you conclude: what a number counts is read by rules."
)

Row = Mapping[str, object]


def heading(thing: str) -> str:
    """Return the heading under which a thing stands."""
    return THINGS.get(thing, OTHER)


def range_words(row: Row) -> str:
    """Return how a figure is read: "at least 164 people"."""
    low, high = (_number(row[end]) for end in ("low", "high"))
    unit = row["unit"] if isinstance(row["unit"], str) else None
    return figure_words(low, high, Bound(str(row["bound"])), unit)


def which_words(row: Row) -> str:
    """Return whom or where the figure covers; the bare verb for things without a heading."""
    population = str(row["population"]) if isinstance(row["population"], str) else ""
    if row["thing"] in {*HARM, TROOPS}:
        return population
    return ", ".join(part for part in (str(row["event"]), population) if part)


def source_words(row: Row) -> str:
    """Return who says so."""
    if isinstance(row["speaker"], str):
        return str(row["speaker"])
    return "speaker not found" if isinstance(row["quote_id"], str) else "the outlet itself"


def day_words(row: Row) -> str:
    """Return the day of the figure and where it is known from."""
    if not isinstance(row["date"], str):
        return "not known"
    day = date.fromisoformat(row["date"])
    basis = "in the text" if row["date_basis"] == "text" else "published"
    return f"{day.day} {day:%b %Y} ({basis})"


def note_words(row: Row) -> str:
    """Return how the figure stands to those of other outlets."""
    against = row["against"] if isinstance(row["against"], str) else ""
    names = listed(against.split(SEPARATOR)) if against else ""
    note = STATUSES[str(row["status"])].format(against=names)
    return f"{note}; {FLAGGED}" if row["flagged"] else note


def _number(value: object) -> float | None:
    return value if isinstance(value, float) and not math.isnan(value) else None
