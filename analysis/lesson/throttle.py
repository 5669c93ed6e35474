"""How often somebody may try a code: wrong ones are counted, right ones are free."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

WINDOW = 60.0
"""Seconds over which wrong codes are counted."""

PER_PLACE = 10
"""Wrong codes in that time from one address: a typist makes two, a program thousands."""

PER_SERVER = 60
"""Wrong codes in that time from all addresses together: two a pupil of a class of 30."""


@dataclass
class Throttle:
    """Counts wrong codes; one for a whole server, shared by its sessions."""

    clock: Callable[[], float] = time.monotonic
    _wrong: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _lock: Lock = field(default_factory=Lock)

    def wait(self, place: str) -> int:
        """Return for how many seconds no further code is looked at; 0 = go on."""
        with self._lock:
            self._forget_old()
            mine = self._wrong.get(place, ())
            everybody = sorted(each for times in self._wrong.values() for each in times)
            waits = [
                times[-most] + WINDOW - self.clock()
                for times, most in ((mine, PER_PLACE), (everybody, PER_SERVER))
                if len(times) >= most
            ]
            return max((int(each) + 1 for each in waits), default=0)

    def wrong(self, place: str) -> None:
        """Count a wrong code from an address."""
        with self._lock:
            self._wrong[place].append(self.clock())

    def _forget_old(self) -> None:
        limit = self.clock() - WINDOW
        for place in list(self._wrong):
            times = self._wrong[place]
            while times and times[0] <= limit:
                times.popleft()
            if not times:
                del self._wrong[place]
