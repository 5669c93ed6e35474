"""How often pages are asked for: a person's pace, and never two at once from one site."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from analysis.collect.web.clock import Clock
from analysis.collect.web.rules import FetchError, Rule

PER_MINUTE = 10
"""Most pages asked for in a minute by one process, in pages."""

WINDOW_SECONDS = 60.0
"""The minute that they are counted over, in seconds."""


class Pace:
    """Counts the pages of the last minute, and which sites are being read now."""

    def __init__(self, per_minute: int = PER_MINUTE) -> None:
        self._per_minute = per_minute
        self._times: deque[float] = deque()
        self._busy: set[str] = set()
        self._changed = threading.Condition()

    def wait_seconds(self) -> float:
        """Return how long it is until the next page may be asked for; 0 = now."""
        with self._changed:
            return self._wait_seconds()

    def _wait_seconds(self) -> float:
        now = time.monotonic()
        while self._times and now - self._times[0] >= WINDOW_SECONDS:
            self._times.popleft()
        if len(self._times) < self._per_minute:
            return 0.0
        return WINDOW_SECONDS - (now - self._times[0])

    def count(self) -> None:
        """Count one page.

        Raises
        ------
        FetchError
            If as many as are allowed were asked for in the last minute.
        """
        with self._changed:
            wait = self._wait_seconds()
            if wait:
                message = (
                    f"{self._per_minute} pages were fetched in the last minute, and no more are, "
                    f"to spare the sites; try again in {wait:.0f} seconds"
                )
                raise FetchError(Rule.PACE, message)
            self._times.append(time.monotonic())

    @contextmanager
    def alone(self, host: str, clock: Clock) -> Iterator[None]:
        """Be the only one who reads from a host, waiting for another reader to end."""
        with self._changed:
            while host in self._busy:
                self._changed.wait(timeout=clock.remaining())
            self._busy.add(host)
        try:
            yield
        finally:
            with self._changed:
                self._busy.discard(host)
                self._changed.notify_all()


PACE = Pace()
"""The pace of this process."""
