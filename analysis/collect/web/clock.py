"""The one deadline that looking up, connecting, waiting and reading share."""

from __future__ import annotations

import time

from analysis.collect.web.rules import FetchError, Rule


class Clock:
    """How much of the time for one page is left, from now on."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Return the seconds that are left, always more than 0.

        Raises
        ------
        FetchError
            If none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.error()
        return left

    @property
    def is_over(self) -> bool:
        """Return whether no time is left."""
        return time.monotonic() >= self._end

    def error(self) -> FetchError:
        """Return the error that says so."""
        message = f"the page was not there after {self._seconds:g} seconds; try again later"
        return FetchError(Rule.TIME, message)
