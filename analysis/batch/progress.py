"""How far a batch is, how fast it goes and how long it will take, on standard error."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field

EVERY = 10.0
"""Seconds between two lines where nobody watches a terminal: a log, not a flood."""


@dataclass(slots=True)
class Progress:
    """Counts articles; says nothing about how many there are until the inputs are read."""

    started: float = field(default_factory=time.monotonic)
    done: int = 0
    """Articles analysed in this run."""
    there: int = 0
    """Articles that an earlier run left."""
    _told: float = 0.0

    def tell(self, read: int, share: float) -> None:
        """Say how far it is: ``read`` articles are read so far, a ``share`` of the inputs."""
        now = time.monotonic()
        words = line(self, read, share, now - self.started)
        if sys.stderr.isatty():
            sys.stderr.write(f"{words:<79}\r")
        elif now - self._told >= EVERY:
            self._told = now
            sys.stderr.write(f"{words}\n")
        sys.stderr.flush()


def line(progress: Progress, read: int, share: float, seconds: float) -> str:
    """Return the words for how far it is."""
    ready = progress.done + progress.there
    rate = progress.done / seconds if seconds > 0 else 0.0
    if not (rate and 0 < share <= 1):
        return f"{ready:,} articles ready"
    total = max(ready, round(read / share))
    about = "" if share == 1 else "about "
    left = duration((total - ready) / rate)
    return f"{ready:,} of {about}{total:,} articles; {rate:.1f} a second; about {left} left"


def duration(seconds: float) -> str:
    """Return a time as people say it: the two largest units."""
    minutes, hours = int(seconds // 60), int(seconds // 3600)
    if hours >= 48:
        return f"{hours // 24} days {hours % 24} h"
    if hours:
        return f"{hours} h {minutes % 60:02} min"
    return f"{minutes} min" if minutes else f"{int(seconds)} s"
