"""Amount and the words around it -> the bound: at least, at most, about."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from analysis.extract.figures.amounts import Amount
from analysis.extract.figures.words import number_words
from analysis.types import Bound

_LOOKBACK = 48
"""Characters read before a number: the longest bound words and one more word."""

_FROM_NUMBER = re.compile(r"\bfrom\s+\S?\d[^.;:]{0,24}\s$", re.IGNORECASE)
"""The lower end, and up to three words after its digits: "from 450 square metres up to 900"."""

_BETWEEN = r"(?:(?:another|an\s+additional|additional|some|further|a\s+total\s+of)\s+)?"
"""What may stand between the bound words and the number: "at least another 18"."""


def bounded(text: str, amount: Amount) -> tuple[Amount, str]:
    """Return the amount widened by its bound words, and those words in lower case."""
    before = _before().search(text[max(0, amount.start - _LOOKBACK) : amount.start])
    if before and not _is_way_up(text[: amount.start - len(before.group())], before.group()):
        words = " ".join(before[str(before.lastgroup)].casefold().split())
        start = amount.start - len(before.group())
        return _limited(replace(amount, start=start), Bound(before.lastgroup)), words
    after = _after().match(text, amount.end)
    if after:
        words = after.group().strip().casefold()
        return _limited(replace(amount, end=after.end()), Bound(after.lastgroup)), words
    return amount, ""


def _is_way_up(text: str, words: str) -> bool:
    """Return whether "up to" ends a way: "back up to 4.8", "from 3 percent up to 5"."""
    if not words.casefold().startswith("up"):
        return False
    return bool(_way().search(text) or _FROM_NUMBER.search(text))


@lru_cache(maxsize=1)
def _way() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(number_words().words['before_up'])})\s+$", re.IGNORECASE)


def _limited(amount: Amount, bound: Bound) -> Amount:
    """Return the amount with the bound; "about" does not blur what is vague already."""
    if bound is Bound.ABOUT and amount.bound is Bound.VAGUE:
        return amount
    return replace(amount, bound=bound)


def ends(amount: Amount) -> tuple[float | None, float | None]:
    """Return both ends as they are told: "at least" has no high end, "up to" no low end."""
    if amount.bound is Bound.AT_LEAST:
        return amount.low, None
    if amount.bound is Bound.AT_MOST:
        return None, amount.high
    return amount.low, amount.high


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    groups = "|".join(
        rf"(?P<{bound.value}>{_alternatives(words)})"
        for bound, words in number_words().before.items()
    )
    return re.compile(rf"(?<![^\W_])(?:{groups})\s*{_BETWEEN}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    groups = "|".join(
        rf"(?P<{bound.value}>{_alternatives(words)})"
        for bound, words in number_words().after.items()
    )
    return re.compile(rf"\s?(?:{groups})(?![^\W_]|\s+or\s+minus)", re.IGNORECASE)


def _alternatives(words: tuple[str, ...]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
