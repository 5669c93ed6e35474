"""Numerals -> amounts: currency and unit signs joined on, codes and dates in digits left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.extract.figures.numerals import Form, Numeral, numerals
from analysis.extract.figures.words import number_words
from analysis.types import Bound


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its signs: where all of it stands, where its digits or words stand."""

    start: int
    end: int
    core: tuple[int, int]
    low: float
    high: float
    form: Form
    bound: Bound
    scale: float
    unit: str | None = None
    """The unit that a sign or code says: percent, dollar."""
    is_money: bool = False
    is_hyphenated: bool = False
    """Two numbers joined by a mark ("18-20"): a range, or a score or a code."""


_NEXT_WORDS = re.compile(r"\s+((?:[a-z-]+\s+){0,4}[a-z]*(?:s|people|men|women|children))\b")
"""Up to five words, the last of them a plural: what "2.7m" can count."""

_MINUS = re.compile(r"(?:(?<![^\s($€£])[-\u2212]|\bminus[\s-])$", re.IGNORECASE)
_GLUED = frozenset({"in", "pc", "min", "sec"})
"""Unit signs that are words too: read only where they touch the digits."""

_TEMPERATURES = frozenset({"C", "F"})

MAX_DEGREES = 130
"""The hottest air ever measured, in Fahrenheit; a larger number before C or F is a code."""

_CAPITALS = re.compile(r"[A-Z]{2}\s?$")
_SHORT_CODES = frozenset({"R", "PS"})
"""Currency letters that also begin names of models: read only beside a large or exact amount."""

_AFTER_WORDS = re.compile(r"-(?!plus\b|odd\b|ish\b)[^\W\d_]")
_BAD_AFTER = re.compile(r"[^\W_]|_|[.,]\d|\s?[/:]\s?\d|[.:/@](?=[^\W_])|[/\u2044]|\*")
_BAD_BEFORE = re.compile(
    r"(?:[^\W_][.'\u2019_]?|\d\s?[/:]\s|[/\u2044:@#\\=*\u00d7]|\d[.,]|[^\W\d_]-)$"
)
_MONEY_PER = re.compile(r"[/\u2044](?=[$\u20ac\u00a3\u00a5]|[a-z])")
"""After a sum: the same in another currency ("$9/\u00a37"), or what it buys ("$5/month")."""

_TIME_LED = re.compile(r"(?<![^\W_])(?:now|then|sub)-$", re.IGNORECASE)
"""Words that may be joined to a number: "her now-18-year-old son"."""

_LOOKBACK = 8
"""Characters read before a number for its sign: the longest sign and a blank."""


def amounts(text: str) -> Iterator[Amount]:
    """Yield the numbers that are no part of a longer code, with their signs, in text order."""
    for numeral in numerals(text):
        amount = _signed(text, numeral)
        if amount is not None:
            yield amount


def _signed(text: str, numeral: Numeral) -> Amount | None:
    before = text[max(0, numeral.start - _LOOKBACK) : numeral.start]
    currency, start = _currency(before, numeral)
    before = text[max(0, start - _LOOKBACK) : start]
    minus = _MINUS.search(before) if numeral.form is Form.DIGITS else None
    if minus:
        if _CAPITALS.search(before[: minus.start()]):
            return None  # "COVID -19"
        start -= len(minus.group())
        before = text[max(0, start - _LOOKBACK) : start]
    if _BAD_BEFORE.search(before) and not _may_follow(before, is_money=currency is not None):
        return None
    numeral = _metres(text, numeral) if numeral.short and not currency else numeral
    unit, end = _unit_sign(text, numeral)
    is_joined = end > numeral.end or (currency is not None and _MONEY_PER.match(text, end))
    if _is_glued(text, end, numeral, has_sign=bool(is_joined)):
        return None
    sign = -1 if minus else 1
    low, high = sorted((sign * numeral.low, sign * numeral.high))
    return Amount(
        start,
        end,
        (numeral.start, numeral.end),
        low,
        high,
        numeral.form,
        numeral.bound,
        numeral.scale,
        currency or unit,
        is_money=currency is not None,
    )


def _may_follow(before: str, *, is_money: bool) -> bool:
    """Return whether the mark before a number joins it to no code: "18-20", "now-18", "/$9"."""
    if re.search(r"\d(?:[-\u2013]|-to-|\sto-)$", before) or _TIME_LED.search(before):
        return True
    return is_money and before.endswith("/")


def _currency(before: str, numeral: Numeral) -> tuple[str | None, int]:
    match = _currency_pattern().search(before)
    if not match:
        return None, numeral.start
    code = match.group(1)
    is_amount = numeral.scale > 1 or numeral.low >= 1_000
    if numeral.form is not Form.DIGITS or (code in _SHORT_CODES and not is_amount):
        return None, numeral.start
    return number_words().currency_signs[code], numeral.start - len(before) + match.start()


@lru_cache(maxsize=1)
def _currency_pattern() -> re.Pattern[str]:
    signs = sorted(number_words().currency_signs, key=len, reverse=True)
    joined = "|".join(re.escape(sign) for sign in signs)
    return re.compile(rf"(?<![^\W_])({joined})\s?$")


def _metres(text: str, numeral: Numeral) -> Numeral:
    """Return "100m" as metres, unless something that can be counted follows."""
    if _NEXT_WORDS.match(text, numeral.end):
        return numeral
    value = numeral.low / numeral.scale
    return replace(numeral, low=value, high=value, scale=1.0, end=numeral.end - 1)


def _unit_sign(text: str, numeral: Numeral) -> tuple[str | None, int]:
    match = _unit_pattern().match(text, numeral.end)
    if not match:
        return None, numeral.end
    gap, sign = match.groups()
    if gap and (sign in _GLUED or (len(sign) == 1 and sign.isalpha())):
        return None, numeral.end
    if sign in _TEMPERATURES and numeral.high > MAX_DEGREES:
        return None, numeral.end
    known = number_words()
    return known.unit_signs.get(sign) or known.currency_signs.get(sign), match.end()


@lru_cache(maxsize=1)
def _unit_pattern() -> re.Pattern[str]:
    known = number_words()
    codes = [sign for sign in known.currency_signs if len(sign) == 3 and sign.isalpha()]
    signs = [re.escape(sign) for sign in sorted([*known.unit_signs, *codes], key=len, reverse=True)]
    return re.compile(rf"(\s{{1,2}}|-)?({'|'.join(signs)})(?![^\W_])")


def _is_glued(text: str, end: int, numeral: Numeral, *, has_sign: bool) -> bool:
    """Return whether the number is part of a longer word or code: "5G", "22nd", "4x4"."""
    if numeral.form is not Form.DIGITS and _AFTER_WORDS.match(text, end):
        return numeral.form is not Form.WORDS or not _joined_unit().match(text, end)
    return not has_sign and bool(_BAD_AFTER.match(text, end))


@lru_cache(maxsize=1)
def _joined_unit() -> re.Pattern[str]:
    """Return the pattern of what a written number joined to it counts: "two-month", "six-judge"."""
    sets = number_words().unit_sets
    counted = sets["time"] | sets["measure"] | sets["people"] | sets["military"] | sets["joined"]
    joined = "|".join(sorted(counted, key=len, reverse=True))
    return re.compile(rf"-(?:{joined})s?\b", re.IGNORECASE)
