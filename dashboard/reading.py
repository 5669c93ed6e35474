"""Reading what a person brings in, beside the page: it goes on while the page is drawn anew."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import cast

from analysis.collect import Item, Paste, Upload, candidates
from analysis.collect.web import fetch_candidates
from analysis.errors import ParallaxError
from analysis.types import Progress
from dashboard import words_collect

MAX_ITEMS = 5_000
"""Items of one reading that a page keeps; larger tables are for the command line."""

QUICK_SECONDS = 1.5
"""How long a page waits before it shows progress: a pasted text is read in that time."""


class _StoppedError(Exception):
    """Somebody pressed Stop."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a reading has come."""

    share: float
    """Of all that is to be read, in [0, 1]."""
    words: str
    n_items: int
    is_done: bool


class Reading:
    """One reading in a thread of its own, which only waits for the reading process or the web."""

    def __init__(self, start: Callable[[Progress], Iterable[Item]]) -> None:
        self._start = start
        self._lock = threading.Lock()
        self._items: list[Item] = []
        self._notices: list[str] = []
        self._at: tuple[float, str] = (0.0, "")
        self._stop = threading.Event()
        self._done = threading.Event()
        threading.Thread(target=self._run, daemon=True, name="reading").start()

    @property
    def state(self) -> State:
        """Return how far it has come."""
        with self._lock:
            return State(*self._at, len(self._items), self._done.is_set())

    @property
    def result(self) -> tuple[tuple[Item, ...], tuple[str, ...]]:
        """Return what was read, and what a person must know about how it ended."""
        with self._lock:
            return tuple(self._items), tuple(self._notices)

    def wait(self, seconds: float = QUICK_SECONDS) -> bool:
        """Return whether it is done, waiting for it a little."""
        return self._done.wait(seconds)

    def stop(self) -> None:
        """End it after the item that is being read."""
        self._stop.set()

    def _run(self) -> None:
        notice = words_collect.BROKE_OFF
        try:
            notice = self._read()
        except _StoppedError:
            notice = words_collect.STOPPED
        except ParallaxError as err:
            notice = str(err)
        finally:
            with self._lock:
                self._notices += [notice] if notice else []
            self._done.set()

    def _read(self) -> str:
        """Read to the end; return what is to be said about it, if anything."""
        items = cast("Generator[Item]", iter(self._start(self._tell)))
        with closing(items):
            for item in items:
                with self._lock:
                    self._items.append(item)
                if self._stop.is_set():
                    return words_collect.STOPPED
                if len(self._items) >= MAX_ITEMS:
                    return words_collect.TOO_MANY.format(most=MAX_ITEMS)
        return ""

    def _tell(self, done: int, total: int, label: str) -> None:
        if self._stop.is_set():
            raise _StoppedError
        with self._lock:
            self._at = (min(1.0, done / total) if total else 0.0, label)


def read_inputs(inputs: Sequence[Upload | Paste]) -> Reading:
    """Begin to read files or a pasted text."""
    return Reading(lambda tell: candidates(inputs, progress=tell))


def fetch_pages(addresses: Sequence[str]) -> Reading:
    """Begin to fetch pages; this is the one thing on any page that opens a connection."""
    return Reading(lambda tell: fetch_candidates(addresses, progress=tell))


def addresses_of(text: str) -> tuple[str, ...]:
    """Return the addresses of a text, one a line, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
