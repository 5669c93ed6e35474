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
_CLOCK = re.compile(
    r"(?<![\d.:/\-])(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?(?![\d/])\s?"
    r"(?:(am|pm|a\.m\.?|p\.m\.?)(?![^\W\d_]))?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s*\(?(?:(?:(?:GMT|UTC)\s?(?P<sign>[+\-−])|(?P<plus>\+))(?P<h>\d{1,2})(?::?(?P<m>\d{2}))?\b"
    r"|(?P<name>[A-Z]{1,4})\b)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]?\s*)?"
_MARKS = r"[\s,|/•·()\-–—]*"
_CLOCK_GAP = re.compile(rf"{_MARKS}(?:at|time:?)?{_MARKS}{_WEEKDAY}", re.IGNORECASE)
_DAY_GAP = re.compile(
    rf"{_MARKS}(?:[A-Za-z]{{1,4}}\b)?(?:\s?time)?{_MARKS}(?:on)?{_MARKS}{_WEEKDAY}", re.IGNORECASE
)
_CLOCK_SIGN = re.compile(r"\b\d{1,2}[:.]\d{2}")

ZONE_HOURS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "WAT": 1, "CEST": 2, "EET": 2,
    "SAST": 2, "EEST": 3, "MSK": 3, "TRT": 3, "PKT": 5, "HKT": 8, "SGT": 8, "AWST": 8, "JST": 9,
    "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "EDT": -4, "EST": -5, "CDT": -5,
    "MDT": -6, "MST": -7, "PDT": -7, "PST": -8, "AKDT": -8, "AKST": -9, "HST": -10,
}  # fmt: skip
"""Hours ahead of UTC of the zones with one usual meaning; CST and IST have several, ET two."""

MAX_ZONE_HOURS = 14
"""No place's clock is farther from UTC, in hours."""

_HINT = re.compile(r"\d|\b(?:ago|[Tt]oday|[Yy]esterday)\b")
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
    has_clock = _CLOCK_SIGN.search(text) is not None
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
    """Return the date in ISO form, with the time of day that stands beside it, or ``None``.

    The time has a UTC offset only where the text states one or a zone with one meaning.
    A bare ``03/04/22`` may be March or April: it is not a date we know.
    """
    text = text[:MAX_DATE_LINE]
    stamp = _ISO.search(text)
    if stamp:
        day = _valid(int(stamp[1]), int(stamp[2]), int(stamp[3]))
        if stamp[4]:
            return _joined(day, f"{stamp[4]}:{stamp[5]}{stamp[6] or _zone(text, stamp.end())}")
        return _joined(day, _clock_beside(text, stamp.start(), stamp.end()))
    day, match = _written_day(text) or _numeric_day(text) or (None, None)
    return _joined(day, _clock_beside(text, match.start(), match.end())) if match else None


def _joined(day: date | None, clock: str | None) -> str | None:
    if day is None or clock is None:
        return day.isoformat() if day else None
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{clock}").isoformat()
    except ValueError:
        return day.isoformat()


_Found = tuple[date | None, re.Match[str]]


def _written_day(text: str) -> _Found | None:
    for pattern in _WRITTEN:
        match = pattern.search(text)
        if match:
            month = _MONTHS.index(match["m"].casefold()) + 1
            return _valid(int(match["y"]), month, int(match["d"])), match
    return None


def _numeric_day(text: str) -> _Found | None:
    match = _NUMERIC.search(text)
    if not match:
        return None
    first, middle, last = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return _valid(first, middle, last), match
    if len(match[4]) != 4:
        return None
    # Points between the figures are written day first everywhere they are used.
    if first > 12 >= middle or match[2] == "." or first == middle:
        return _valid(last, middle, first), match
    return (_valid(last, first, middle), match) if middle > 12 >= first else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock_beside(text: str, start: int, end: int) -> str | None:
    """Return the time of day right after, or right before, the date as HH:MM and offset."""
    before = None
    for match in _CLOCK.finditer(text):
        clock = _clock(match)
        if clock is None:
            continue
        if match.start() >= end and _CLOCK_GAP.fullmatch(text[end : match.start()]):
            return clock + _zone(text, match.end())
        if match.end() <= start and _DAY_GAP.fullmatch(text[match.end() : start]):
            before = clock + _zone(text, match.end())
    return before


def _clock(match: re.Match[str]) -> str | None:
    """Return a time such as "4:33pm" as HH:MM; a figure alone is no time."""
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or "").casefold().replace(".", "")
    if not (match[2] or half) or hour > (12 if half else 23) or minute > 59:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return f"{hour:02d}:{minute:02d}"


def _zone(text: str, at: int) -> str:
    """Return the UTC offset that the text states here, or nothing."""
    match = _ZONE.match(text, at)
    if not match:
        return ""
    if match["h"]:
        hours, minutes = int(match["h"]), int(match["m"] or 0)
        sign = "+" if match["plus"] or match["sign"] == "+" else "-"
    elif match["name"] in ZONE_HOURS:
        hours, minutes = abs(ZONE_HOURS[match["name"]]), 0
        sign = "-" if ZONE_HOURS[match["name"]] < 0 else "+"
    else:
        return ""
    valid = hours <= MAX_ZONE_HOURS and minutes < 60
    return f"{sign}{hours:02d}:{minutes:02d}" if valid else ""


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
