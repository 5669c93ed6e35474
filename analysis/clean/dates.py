"""Date lines and dates as news pages write them -> ISO; nothing ambiguous is guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from analysis.clean.lists import word_sets

MAX_DATE_LINE = 120
"""Longest line, in characters, that can be nothing but a date with its labels."""

_PIECE = re.compile(r"\d+(?:[.:/\-]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:\.[^\W\d_]+)*")
_ISO = re.compile(
    r"\b(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>(?:19|20)\d{2})"
_WRITTEN = (
    re.compile(rf"\b{_DAY}(?:\s+of)?[\s\-/]+{_MONTH},?[\s\-/]+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}[\s\-/]+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
)
_NUMERIC = re.compile(r"\b(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})\b")
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})(?::\d{2})?\s?(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_CLOCK_ZONE = re.compile(r"\s?(GMT|UTC|Z)\b")
_HINT = re.compile(r"\d|\b(?:ago|[Tt]oday|[Yy]esterday)\b")
_NO_DATE = re.compile('[?!"“”‘$€£%]')
_CLOCK_ONLY = re.compile(r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\.?", re.IGNORECASE)


def is_date_line(text: str) -> bool:
    """Return whether the line is nothing but a date, a time, or "3 hours ago", with labels."""
    if len(text) > MAX_DATE_LINE or not _HINT.search(text):
        return False
    pieces = [piece.casefold() for piece in _PIECE.findall(text)]
    if not pieces or _strange(text, pieces):
        return False
    sets = word_sets()
    numbers = sum(1 for piece in pieces if piece[0].isdigit())
    has_month = any(piece in sets["months"] for piece in pieces)
    has_weekday = any(piece in sets["weekdays"] for piece in pieces)
    has_clock = _CLOCK.search(text) is not None
    has_ago = "ago" in pieces or "today" in pieces or "yesterday" in pieces
    return bool(
        (numbers and (has_month or has_ago))
        or _NUMERIC.search(text)
        or _ISO.search(text)
        or (has_weekday and has_clock)
        or (has_ago and len(pieces) > 1)
        or is_clock_line(text)
    )


def is_date_word(word: str) -> bool:
    """Return whether a word may stand in a date line."""
    return word[0].isdigit() or word.casefold() in _date_words()


def is_clock_line(text: str) -> bool:
    """Return whether the line is only a time of day."""
    return len(text) <= MAX_DATE_LINE and _CLOCK_ONLY.fullmatch(text.strip()) is not None


def iso_date(text: str) -> str | None:
    """Return the date (and time, if stated with a UTC zone) in ISO form, or ``None``.

    A bare ``03/04/22`` may be March or April: it is not a date we know.
    """
    text = text[:MAX_DATE_LINE]
    stamp = _ISO.search(text)
    if stamp:
        day = _valid(int(stamp[1]), int(stamp[2]), int(stamp[3]))
        return _joined(day, f"{stamp[4]}:{stamp[5]}" if stamp[6] else None, stamp[6] or "")
    return _joined(_written_day(text) or _numeric_day(text), _utc_clock(text), "Z")


def _joined(day: date | None, clock: str | None, zone: str) -> str | None:
    if day is None or clock is None:
        return day.isoformat() if day else None
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{clock}{zone}").isoformat()
    except ValueError:
        return day.isoformat()


def _written_day(text: str) -> date | None:
    for pattern in _WRITTEN:
        match = pattern.search(text)
        if match:
            month = _MONTHS.index(match["m"].casefold()) + 1
            return _valid(int(match["y"]), month, int(match["d"]))
    return None


def _numeric_day(text: str) -> date | None:
    match = _NUMERIC.search(text)
    if not match:
        return None
    first, middle, last = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return _valid(first, middle, last)
    if len(match[4]) != 4:
        return None
    if first > 12 >= middle or match[2] == ".":
        # Points between the figures are written day first everywhere they are used.
        return _valid(last, middle, first)
    if middle > 12 >= first:
        return _valid(last, first, middle)
    return _valid(last, middle, first) if first == middle else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _utc_clock(text: str) -> str | None:
    """Return the time of day as HH:MM if the text says it is UTC or GMT."""
    for match in _CLOCK.finditer(text[:MAX_DATE_LINE]):
        zone = _CLOCK_ZONE.match(text, match.end())
        hour, minute = int(match[1]), int(match[2])
        if zone and hour < 24 and minute < 60:
            half = (match[3] or "").casefold().replace(".", "")
            if half and hour > 12:
                return None
            hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
            return f"{hour:02d}:{minute:02d}"
    return None


def _strange(text: str, pieces: list[str]) -> bool:
    """Return whether a word of the line has no place in a date."""
    if any(char in text for char in '?!"“”‘$€£%'):
        return True
    known = _date_words()
    return not all(piece in known or piece[0].isdigit() for piece in pieces)


@lru_cache(maxsize=1)
def _date_words() -> frozenset[str]:
    """Return every word that may stand in a date line."""
    sets = word_sets()
    names = (
        "months", "weekdays", "zones", "date_labels", "ago_units", "relative_days", "date_ordinals",
    )  # fmt: skip
    return frozenset({"ago", "a", "an", "a.m", "p.m", "t"}).union(*(sets[name] for name in names))
