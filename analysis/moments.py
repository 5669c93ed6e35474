"""Times as articles state them in, moments and distances in days out."""

from __future__ import annotations

from datetime import UTC, datetime

_SECONDS_A_DAY = 86_400


def moment(published: str | None) -> datetime | None:
    """Return when an article says it was published; a time without zone counts as UTC.

    ``None`` if it does not say, or not in a form that can be read. A bare date is the
    beginning of that day: exact enough to order articles and to count days.
    """
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def days_between(left: datetime | None, right: datetime | None) -> float | None:
    """Return how many days lie between two moments, never negative; ``None`` if unknown."""
    if left is None or right is None:
        return None
    return abs((right - left).total_seconds()) / _SECONDS_A_DAY
