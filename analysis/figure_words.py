"""A figure in plain words: "at least 18 people", "24 to 99", "about 2.5 million dollars"."""

from __future__ import annotations

from analysis.types import Bound

_LED = {Bound.AT_LEAST: "at least ", Bound.AT_MOST: "up to ", Bound.ABOUT: "about "}
_UNCHANGED = frozenset({"people", "personnel", "police", "staff", "percent", "aircraft", "series"})
_IRREGULAR = {"child": "children", "foot": "feet", "man": "men", "woman": "women"}
_SIBILANTS = ("s", "x", "z", "ch", "sh")

MILLION = 1_000_000
"""From here on numbers are written as "2.5 million": the digits are hard to count."""


def figure_words(low: float | None, high: float | None, bound: Bound, unit: str | None) -> str:
    """Return the range of a figure with its unit, as a reader would say it."""
    number = _range(low, high)
    led = _LED.get(bound, "")
    named = _plural(unit) if unit and not (low == high == 1) else unit
    return f"{led}{number} {named}".strip() if named else f"{led}{number}".strip()


def _range(low: float | None, high: float | None) -> str:
    ends = [_number(end) for end in dict.fromkeys((low, high)) if end is not None]
    return " to ".join(ends)


def _number(value: float) -> str:
    for size, word in ((MILLION * MILLION, "trillion"), (1_000 * MILLION, "billion")):
        if abs(value) >= size:
            return f"{value / size:,.6g} {word}"
    if abs(value) >= MILLION:
        return f"{value / MILLION:,.6g} million"
    return f"{value:,.0f}" if value % 1 == 0 else f"{value:,.4g}"


def _plural(unit: str) -> str:
    """Return the lemma of a unit in the plural: "miles per hour", "children", "cities"."""
    head, per, rest = unit.partition(" per ")
    if per:
        return f"{_plural(head)}{per}{rest}"
    before, _, noun = head.rpartition(" ")
    led = f"{before} " if before else ""
    if noun in _UNCHANGED:
        return unit
    if noun in _IRREGULAR:
        return led + _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in {"a", "e", "o", "u", ""}:
        return f"{led}{noun[:-1]}ies"
    return f"{led}{noun}es" if noun.endswith(_SIBILANTS) else f"{led}{noun}s"
