"""Amounts -> amounts: "18 to 20" and "between 3 and 5" become one amount with two ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from analysis.extract.figures.amounts import Amount
from analysis.extract.figures.numerals import Form

_TO = re.compile(r"-?\s+to\s+|-to-|\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_MARK = re.compile(r"[-\u2010-\u2014\u2212]|\s\u2013\s")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_COUNTED = frozenset({Form.DIGITS, Form.WORDS})

IsChange = Callable[[int], bool]
"""Whether the "from" that ends at a place goes with a verb of change."""


def with_ranges(text: str, found: Iterable[Amount], is_change: IsChange) -> Iterator[Amount]:
    """Yield the amounts, the two ends of a range as one.

    "Rose from 18 to 20" stays two amounts, and so does "20 to 18": that is a change. Two
    numbers joined by a mark the wrong way round ("3-2") are a score and are left out.
    """
    waiting: Amount | None = None
    for amount in found:
        if waiting is None:
            waiting = amount
            continue
        gap = text[waiting.end : amount.start]
        if _is_mark(gap):
            joined = _marked(waiting, amount)
            waiting = None
        else:
            joined = _joined(text, waiting, amount, gap, is_change)
            if joined is None:
                yield _scaled(waiting, amount, gap)
            waiting = None if joined else amount
        if joined is not None:
            yield joined
    if waiting is not None:
        yield waiting


def _is_mark(gap: str) -> bool:
    return bool(_MARK.fullmatch(gap))


def _scaled(first: Amount, second: Amount, gap: str) -> Amount:
    """Return the first number of a change with the scale that only the second has."""
    if not _TO.fullmatch(gap) or first.scale > 1 or first.low >= second.low / second.scale:
        return first
    return replace(first, low=first.low * second.scale, high=first.high * second.scale)


def _joined(
    text: str, first: Amount, second: Amount, gap: str, is_change: IsChange
) -> Amount | None:
    before = text[max(0, first.start - 16) : first.start]
    if _AND.fullmatch(gap):
        between = _BETWEEN.search(before)
        joined = _range(first, second) if between else None
        return replace(joined, start=first.start - len(between[0])) if joined and between else None
    if not _TO.fullmatch(gap):
        return None
    led = _FROM.search(before)
    if led and is_change(first.start - len(led.group()) + 4):
        return None
    if gap.strip() == "or" and first.form is not second.form:
        return None
    return _range(first, second)


def _marked(first: Amount, second: Amount) -> Amount | None:
    """Return "18-20" as a range; what is no range is neither of the two numbers."""
    joined = _range(first, second)
    if joined is None or joined.unit:
        return joined
    return replace(joined, is_hyphenated=True)


def _range(first: Amount, second: Amount) -> Amount | None:
    if first.form not in _COUNTED or second.form not in _COUNTED:
        return None
    if first.unit and second.unit and first.unit != second.unit:
        return None
    low = first.low
    if first.scale == 1 < second.scale and low < second.low / second.scale:
        low *= second.scale  # "four to five thousand"
    if low >= second.high:
        return None
    return replace(
        second,
        start=first.start,
        core=(first.core[0], second.core[1]),
        low=low,
        unit=first.unit or second.unit,
        is_money=first.is_money or second.is_money,
    )
