"""When each article appeared: a moment where the hour is known, a whole day where it is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    import pandas as pd

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on the line of time, from ``start`` to ``end``; equal where it is a point."""

    name: str
    start: datetime
    end: datetime
    is_inferred: bool
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """The line of time: whole days of one zone, and what stands on it."""

    first: date
    last: date
    zone: tzinfo
    moments: tuple[Moment, ...]

    @property
    def days(self) -> list[date]:
        """Return every day on the line."""
        return [self.first + n * DAY for n in range((self.last - self.first).days + 1)]

    def share(self, moment: datetime) -> float:
        """Return where a moment stands, from 0 (start of the first day) to 1 (end of the last)."""
        start = datetime.combine(self.first, time(), self.zone)
        end = datetime.combine(self.last, time(), self.zone) + DAY
        return (moment - start) / (end - start)


def zone_of(name: str | None) -> tzinfo:
    """Return a time zone by its name; UTC where none or an unknown one is named."""
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def line(
    articles: pd.DataFrame,
    *,
    event_zone: str | None,
    reader_zone: str | None,
    figures: Sequence[tuple[str, str]] = (),
) -> Line | None:
    """Return the line of time of a story, or ``None`` where fewer than two things have a date.

    Parameters
    ----------
    articles
        The articles table; ``published`` is an ISO date or date-time.
    event_zone, reader_zone
        IANA names; a bare date is a day in the zone of the event.
    figures
        (ISO date, words) of what the texts date themselves.
    """
    zone = zone_of(event_zone)
    zones = {event_zone or "UTC": zone}
    if reader_zone and zone_of(reader_zone) is not UTC:
        zones.setdefault(reader_zone, zone_of(reader_zone))
    dated = articles[articles["published"].notna()]
    moments = [
        _moment(
            str(row["outlet"]),
            str(row["published"]),
            zones,
            inferred=row["published_basis"] != "stated",
        )
        for row in dated.to_dict("records")
    ]
    moments += [
        _day(words, date.fromisoformat(day), zone, inferred=False) for day, words in figures
    ]
    if len(moments) < 2:
        return None
    days = [each.start.astimezone(zone).date() for each in moments]
    return Line(min(days), max(days), zone, tuple(moments))


def undated(articles: pd.DataFrame) -> list[str]:
    """Return the outlets of the articles whose date is not known."""
    return list(articles.loc[articles["published"].isna(), "outlet"])


def _moment(name: str, published: str, zones: dict[str, tzinfo], *, inferred: bool) -> Moment:
    zone = next(iter(zones.values()))
    stated = datetime.fromisoformat(published) if len(published) > len("2022-01-12") else None
    if stated is None or stated.tzinfo is None:
        return _day(name, date.fromisoformat(published[:10]), zone, inferred=inferred)
    told = [f"{stated:%H:%M} {stated.tzname()}"]
    told += [f"{stated.astimezone(each):%H:%M} {label}" for label, each in zones.items()]
    words = f"{stated.day} {stated:%B %Y}, {' = '.join(dict.fromkeys(told))}"
    return Moment(name, stated, stated, inferred, words)


def _day(name: str, day: date, zone: tzinfo, *, inferred: bool) -> Moment:
    start = datetime.combine(day, time(), zone)
    words = f"{day.day} {day:%B %Y}, hour not known"
    return Moment(name, start, start + DAY, inferred, words)
