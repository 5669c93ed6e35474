"""Figures of all articles -> the ledger: who gives which number for the same thing, and when."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.figures.words import number_words
from analysis.schema import records, table

if TYPE_CHECKING:
    import pandas as pd

TROOPS = "troops"
"""The thing that all numbers of armed persons are about, unless harm was done to them."""

HARM = ("killed", "injured", "harmed", "hospitalised", "missing", "arrested", "displaced")
"""Events that are a thing of their own, in the order in which readers see them."""

_FORCES = frozenset(
    {"troop", "soldier", "peacekeeper", "paratrooper", "serviceman", "marine", "reservist"}
)
_WHERE = frozenset({"in", "at", "across", "near", "throughout", "around", "outside", "inside"})
_LEFT_OUT = frozenset({"year", "month", "week", "day", "hour", "minute", "share"})
"""Units that count time, ages included, or parts of a whole nobody named: not compared."""

SEPARATOR = "; "
"""Stands between outlets in ``against``."""

MIN_OUTLETS = 2
"""Outlets needed to compare a number outside the things above: one alone is no comparison."""

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One figure, with what decides whether another one is about the same."""

    row: Row
    thing: str
    counted: str
    which: frozenset[str]
    """The words that say which of them, apart from the place."""
    place: str
    low: float
    high: float
    date: str | None

    @property
    def article(self) -> object:
        """Return the article that gives the figure."""
        return self.row["article_id"]

    @property
    def scope(self) -> tuple[str, frozenset[str], str]:
        """Return what must be equal for two numbers to contradict each other."""
        return self.counted, self.which, self.place


def ledger(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that are about the same thing, one row per outlet's figure.

    A thing is what happened (``killed``, ``arrested``), armed persons (``troops``), or a unit
    with its verb where at least two outlets have it. ``status`` compares a row with the rows
    of other articles outside captions: ``conflict`` = the intervals share no number and what
    is counted, what happened and the population agree; ``superseded_by_date`` = the same, but
    the other figure is of a later day, and higher where harm is counted; ``same`` = the
    intervals share a number; ``newer`` = it supersedes an older one; ``different_scope`` = others
    count something else; ``alone`` = nobody else counts it. ``against`` names their outlets.
    """
    published = dict(zip(articles["article_id"], articles["published"], strict=True))
    found = [_entry(row, published) for row in records(figures)]
    entries = _without_repeats(_shared([entry for entry in found if entry]))
    things = _ordered(entries)
    rows = [
        _ledger_row(entry, [e for e in entries if e.thing == entry.thing])
        for thing in things
        for entry in entries
        if entry.thing == thing
    ]
    return table("ledger", rows)


def _entry(row: Row, published: dict[object, object]) -> _Entry | None:
    unit, event = _text(row["unit"]), _text(row["event"])
    thing = _thing(unit, event)
    if thing is None:
        return None
    population = _text(row["population"])
    *which, place = population.split(", ") if _has_place(population) else (population, "")
    day = _text(row["as_of"]) or _text(published.get(row["article_id"]))[:10]
    low, high = _interval(row)
    return _Entry(
        row=row,
        thing=thing,
        counted=TROOPS if unit in _FORCES and thing == TROOPS else unit,
        which=frozenset(", ".join(which).casefold().split()),
        place=place,
        low=low,
        high=high,
        date=day or None,
    )


def _thing(unit: str, event: str) -> str | None:
    """Return what a figure is about, or nothing if it says too little to be compared."""
    if event in HARM and unit not in _LEFT_OUT:
        return event
    if unit in _FORCES:
        return TROOPS
    if not unit or not event or unit in _LEFT_OUT or unit in number_words().unit_sets["time"]:
        return None
    return f"{unit} {event}"


def _has_place(population: str) -> bool:
    return population.split(", ")[-1].split(" ")[0] in _WHERE


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _interval(row: Row) -> tuple[float, float]:
    """Return both ends; open ends are infinite, and "about" reaches as far as the list says."""
    low, high = (float(str(row[end])) for end in ("low", "high"))
    low = -math.inf if math.isnan(low) else low
    high = math.inf if math.isnan(high) else high
    if row["bound"] == "about":
        reach = number_words().about_share
        return low - abs(low) * reach, high + abs(high) * reach
    return low, high


def _shared(entries: Sequence[_Entry]) -> list[_Entry]:
    """Return the entries of harm and troops, and of other things in several outlets."""
    outlets: dict[str, set[object]] = {}
    for entry in entries:
        outlets.setdefault(entry.thing, set()).add(entry.row["outlet"])
    kept = {thing for thing, names in outlets.items() if len(names) >= MIN_OUTLETS}
    return [each for each in entries if each.thing in {*HARM, TROOPS, *kept}]


def _without_repeats(entries: Sequence[_Entry]) -> list[_Entry]:
    """Return the entries, a figure that an article repeats only once, outside captions first."""
    ordered = sorted(entries, key=lambda e: bool(e.row["flagged"]))
    first: dict[tuple[object, ...], _Entry] = {}
    for each in ordered:
        key = (each.article, each.thing, each.scope, each.low, each.high, each.row["speaker"])
        first.setdefault(tuple(map(str, key)), each)
    kept = {id(each) for each in first.values()}
    return [each for each in entries if id(each) in kept]


def _ordered(entries: Sequence[_Entry]) -> list[str]:
    """Return the things: harm first, then troops, then the others by name."""
    known = [*HARM, TROOPS]
    found = {entry.thing for entry in entries}
    return [t for t in known if t in found] + sorted(found - set(known))


def _ledger_row(entry: _Entry, same_thing: Sequence[_Entry]) -> Row:
    others = [
        each for each in same_thing if each.article != entry.article and not each.row["flagged"]
    ]
    status, against = _status(entry, others)
    return {
        **{key: entry.row[key] for key in _KEPT},
        "thing": entry.thing,
        "words": entry.row["text"],
        "date": entry.date,
        "date_basis": _basis(entry),
        "status": status,
        "against": SEPARATOR.join(dict.fromkeys(str(e.row["outlet"]) for e in against)) or None,
    }


_KEPT = (
    "article_id", "outlet", "sentence_id", "start", "end", "low", "high", "bound", "unit", "event",
    "population", "voice", "quote_id", "speaker", "flagged",
)  # fmt: skip


def _basis(entry: _Entry) -> str | None:
    if entry.date is None:
        return None
    return "text" if _text(entry.row["as_of"]) else "published"


def _status(entry: _Entry, others: Sequence[_Entry]) -> tuple[str, list[_Entry]]:
    """Return how a figure stands to those of other articles, and to which of them."""
    apart = [each for each in others if each.scope == entry.scope and _are_apart(entry, each)]
    clashing = [each for each in apart if not _is_explained(entry, each)]
    if clashing:
        return "conflict", clashing
    later = [each for each in apart if (each.date or "") > (entry.date or "")]
    if later:
        return "superseded_by_date", later
    alike = [each for each in others if _is_compatible(entry, each) and not _are_apart(entry, each)]
    if alike:
        return "same", alike
    if apart:
        return "newer", apart
    return ("different_scope", list(others)) if others else ("alone", [])


def _are_apart(one: _Entry, other: _Entry) -> bool:
    return one.high < other.low or other.high < one.low


def _is_explained(one: _Entry, other: _Entry) -> bool:
    """Return whether the days explain the difference: a count of harm only grows."""
    if one.date is None or other.date is None or one.date == other.date:
        return False
    earlier, later = sorted((one, other), key=lambda each: each.date or "")
    return one.thing not in HARM or earlier.high < later.low


def _is_compatible(one: _Entry, other: _Entry) -> bool:
    """Return whether two scopes can be the same: what one does not say is left open."""
    if one.counted != other.counted:
        return False
    if one.place and other.place and one.place != other.place:
        return False
    return not one.which or not other.which or not one.which.isdisjoint(other.which)
