"""The date that the text gives for a figure: "as of January 9", "on Sunday", as ISO dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.parsing import DocSpan, Token

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}})\b)?"
    rf"|(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(\d{{4}})\b)?"
    rf"|(?:(last)\s+)?({'|'.join(_DAYS)})(?:\s+(?:morning|afternoon|evening|night))?\b"
    r"|(today|yesterday))",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:as\s+of|as\s+at|by|until|up\s+to)(?:\s+late|\s+early)?\s+(?:on\s+)?$", re.IGNORECASE
)
_NOT_PAST = re.compile(r"\b(?:next|until|from|since|after|before|by\s+next)\s+$", re.IGNORECASE)
_CHEAP = re.compile(r"day\b|\d", re.IGNORECASE)

LAST_WEEK = 7
"""Days: "last Monday" read on a Monday is the one before."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence: which day, where it stands, whether it says "as of"."""

    day: date
    start: int
    leads: bool


def as_of(sent: DocSpan, figure: Token, published: str | None) -> str | None:
    """Return the day that the sentence gives for a figure, in ISO form.

    A day after "as of" or "by" holds for the sentence. Any other day must hang on the
    figure's verb or on a verb above it, such as that of the speaker ("officials said on
    Sunday"). Days of the week, and dates without a year, are taken as the last before
    publication; without a date of publication they are not known.
    """
    text = sent.text
    if not _CHEAP.search(text):
        return None
    found = list(_dates(text, _day(published)))
    led = [each for each in found if each.leads]
    if led:
        return led[0].day.isoformat()
    above = {figure.i, *(token.i for token in figure.ancestors)}
    for each in found:
        if _verb_at(sent, each.start) in above:
            return each.day.isoformat()
    return None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _dates(text: str, published: date | None) -> Iterator[Dated]:
    for match in _DATE.finditer(text):
        before = text[: match.start()]
        led = bool(_LED.search(before))
        if not led and _NOT_PAST.search(before):
            continue
        day = _read(match, published)
        if day:
            yield Dated(day, match.start(), led)


def _read(match: re.Match[str], published: date | None) -> date | None:
    month, day, year, day_first, month_after, year_after, last, weekday, near = match.groups()
    if month or month_after:
        name, number = (month or month_after), int(day or day_first)
        return _written(name, number, year or year_after, published)
    if published is None:
        return None
    if near:
        return published - timedelta(days=0 if near.casefold() == "today" else 1)
    back = (published.weekday() - _DAYS.index(weekday.casefold())) % LAST_WEEK
    return published - timedelta(days=back or (LAST_WEEK if last else 0))


def _written(name: str, number: int, year: str | None, published: date | None) -> date | None:
    month = _MONTHS.index(name[:3].casefold()) + 1
    years = [int(year)] if year else [published.year, published.year - 1] if published else []
    for each in years:
        try:
            day = date(each, month, number)
        except ValueError:
            continue
        if published is None or year or day <= published:
            return day
    return None


def _verb_at(sent: DocSpan, offset: int) -> int:
    """Return the place of the verb that a word of the sentence hangs on."""
    found = sent.char_span(offset, offset + 1, alignment_mode="expand")
    token = found[0] if found else sent[0]
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return above.i
    return sent.root.i
