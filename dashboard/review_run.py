"""Reviewing a draft beside the page: it is read and analysed while the page is drawn anew."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from analysis.collect import Candidate, Item, Paste, Refused, Upload, candidates
from analysis.errors import InputError, ParallaxError
from analysis.review import worker
from analysis.types import Article
from dashboard import words_review as said

QUICK_SECONDS = 1.0
"""How long the page waits before it shows progress."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a review has come."""

    done: int
    total: int
    is_done: bool


class Run:
    """One review in a thread of its own, which only waits for the process that analyses."""

    def __init__(self, given: Paste | Upload, story: str, without: str | None) -> None:
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._stopped = threading.Event()
        self._at = (0, 0)
        self._process: subprocess.Popen[str] | None = None
        self._found: tuple[Article, worker.Read] | None = None
        self._problem = said.STOPPED
        asked = (given, story, without)
        threading.Thread(target=self._run, args=asked, daemon=True, name="review").start()

    @property
    def state(self) -> State:
        """Return how far it has come."""
        with self._lock:
            return State(*self._at, self._done.is_set())

    @property
    def found(self) -> tuple[Article, worker.Read] | None:
        """Return the draft and what was found, once it is done and went well."""
        return self._found

    @property
    def problem(self) -> str:
        """Return what kept it from being done."""
        return self._problem

    def wait(self, seconds: float = QUICK_SECONDS) -> bool:
        """Return whether it is done, waiting for it a little."""
        return self._done.wait(seconds)

    def stop(self) -> None:
        """End it now."""
        self._stopped.set()
        with self._lock:
            if self._process:
                self._process.terminate()

    def _run(self, given: Paste | Upload, story: str, without: str | None) -> None:
        try:
            draft = one_article(list(candidates([given])))
            if not self._stopped.is_set():
                read = worker.run(draft, story, without, progress=self._tell, started=self._started)
                self._found = (draft, read)
        except ParallaxError as err:
            self._problem = said.STOPPED if self._stopped.is_set() else str(err)
        finally:
            self._done.set()

    def _started(self, process: subprocess.Popen[str]) -> None:
        with self._lock:
            self._process = process
            if self._stopped.is_set():
                with suppress(OSError):
                    process.terminate()

    def _tell(self, done: int, total: int, label: str) -> None:
        with self._lock:
            self._at = (done, total)


def one_article(items: Sequence[Item]) -> Article:
    """Return the one article among what came in.

    Raises
    ------
    InputError
        If there is none, or there are several.
    """
    articles = [each.article for each in items if isinstance(each, Candidate)]
    refused = [each.reason for each in items if isinstance(each, Refused)]
    if not articles:
        message = f"The draft cannot be read: {refused[0] if refused else 'there is no text in it'}"
        raise InputError(message)
    if len(articles) > 1:
        message = f"There are {len(articles)} articles in it; a review is of one draft"
        raise InputError(message)
    return articles[0]
