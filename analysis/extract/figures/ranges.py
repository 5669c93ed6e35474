"""Amounts -> amounts: "18 to 20" and "between 3 and 5" become one amount with two ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from analysis.extract.figures.amounts import Amount
from analysis.extract.figures.numerals import Form

_TO = re.compile(r"-?\s+(?:up\s+)?to[\s-]+|-to-|\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_MARK = re.compile(r"[-\u2010-\u2014\u2212]|\s\u2013\s")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_COUNTED = frozenset({Form.DIGITS, Form.WORDS})

MAX_FALL = 10
"""In "from 35 to 24 billion" both are billions; in "from 500 to 1 million" the first is not: a
number that falls to less than a tenth is more often one without the scale."""

IsChange = Callable[[int], bool]
"""Whether the "from" that ends at a place goes with a verb of change."""


def with_ranges(text: str, found: Iterable[Amount], is_change: IsChange) -> Iterator[Amount]:
    """Yield the amounts, the two ends of a range as one.

    "Rose from 18 to 20" stays two amounts, and so does "20 to 18": that is a change. Two
    numbers joined by a mark the wrong way round ("3-2") are a score and are left out.
    """
    waiting: Amount | None = None
    is_led = False
    for amount in _by_mark(text, found):
        if waiting is None:
            waiting, is_led = amount, False
            continue
        gap = text[waiting.end : amount.start]
        # "Rose from 10 to 20 to 30": what one change leads to, the next begins with.
        joined = None if is_led else _joined(text, waiting, amount, gap, is_change)
        if joined is None:
            is_led = _is_to(gap) and (is_led or _is_led(text, waiting))
            before, waiting = _shared(waiting, amount) if is_led else (waiting, amount)
            yield before
        else:
            yield joined
            waiting = None
    if waiting is not None:
        yield waiting


def _by_mark(text: str, found: Iterable[Amount]) -> Iterator[Amount]:
    """Yield the amounts, those joined by a mark ("18-20") as one or left out."""
    waiting: Amount | None = None
    for amount in found:
        if waiting is not None and _MARK.fullmatch(text[waiting.end : amount.start]):
            joined = _marked(waiting, amount)
            waiting = None
            if joined is not None:
                yield joined
            continue
        if waiting is not None:
            yield waiting
        waiting = amount
    if waiting is not None:
        yield waiting


def _is_to(gap: str) -> bool:
    return _TO.fullmatch(gap) is not None and gap.strip() != "or"


def _is_led(text: str, amount: Amount) -> bool:
    return _FROM.search(text[max(0, amount.start - 16) : amount.start]) is not None


def _shared(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """Return the two numbers of a change with the scale and unit that only one of them has."""
    if first.unit and second.unit and first.unit != second.unit:
        return first, second
    base = second.low / second.scale
    if first.scale == 1 < second.scale and first.low < base * MAX_FALL:
        low, high = first.low * second.scale, first.high * second.scale
        first = replace(first, low=low, high=high)  # "from 24 to 33 billion"
    if first.unit is None and second.unit:
        first = replace(first, unit=second.unit, is_money=second.is_money)
    elif second.unit is None and first.is_money:
        second = replace(second, unit=first.unit, is_money=True)
    return first, second


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
    is_plain = first.low == first.high and second.low == second.high
    return _range(first, second) if is_plain else None


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
