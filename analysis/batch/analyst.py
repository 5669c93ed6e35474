"""A process that analyses articles under limits, seen from the process that started it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import psutil
import pyarrow as pa

from analysis.batch.arrow import SCHEMAS
from analysis.batch.child import OUT_OF_MEMORY, together
from analysis.batch.messages import article_line
from analysis.errors import ModelError
from analysis.jobs import CPU_SECONDS, PATIENCE, THREADS
from analysis.types import Article

ANALYSE = "analysis.pipeline:analyse_articles"

_ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "TEMP", "TMPDIR",
                "VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "PARALLAX_HOME")  # fmt: skip
"""What the process is told of its surroundings: no passwords, no keys of a cloud."""

Header = dict[str, Any]
"""The line of JSON that begins an answer."""

Rows = Mapping[str, pa.RecordBatch]
"""Tidy table -> the rows found."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the analysis of one article may use, and how long a process is kept."""

    cpu_seconds: int = CPU_SECONDS
    memory_bytes: int = 2 * 1024**3
    """Address space; the loaded pipeline takes 0.8 GB of it."""
    wall_factor: int = PATIENCE
    kept_articles: int = 2_000
    """Articles after which a fresh process takes over: the pipeline remembers words."""
    kept_bytes: int = 1024**3
    """Memory in use at which a fresh process takes over; some articles in, 0.33 GB are."""


class StoppedError(Exception):
    """Articles could not be analysed; ``is_sure`` says that another attempt would end so too."""

    def __init__(self, reason: str, *, is_sure: bool) -> None:
        super().__init__(reason)
        self.is_sure = is_sure


class Analyst:
    """One analysing process, started when it is first needed and again after each that ended."""

    def __init__(self, analyse: str = ANALYSE, limits: Limits | None = None) -> None:
        self._analyse = analyse
        self._limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._articles = 0
        self._is_late = False
        self._turn = threading.Lock()

    def rows(self, articles: Sequence[Article]) -> Rows:
        """Return what is found in articles that are analysed together.

        Raises
        ------
        StoppedError
            If they could not be analysed within the limits.
        ModelError
            If the analysis does not start at all.
        """
        with self._turn:
            process = self._process or self._started()
            try:
                return self._asked(process, articles)
            except StoppedError:
                self._stop()
                raise
            finally:
                self._articles += len(articles)
                if self._is_worn():
                    self._stop()

    def tried(self, articles: Sequence[Article]) -> None:
        """Analyse articles for nothing but to see what comes of this process."""
        with contextlib.suppress(StoppedError):
            self.rows(articles)

    def close(self) -> None:
        """End the process."""
        with self._turn:
            self._stop()

    def _started(self) -> subprocess.Popen[bytes]:
        limits = self._limits
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        numbers = (str(limits.cpu_seconds), str(limits.memory_bytes))
        self._process = process = subprocess.Popen(  # noqa: S603 -- our own module
            [sys.executable, "-m", "analysis.batch.child", *numbers, self._analyse],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment | dict.fromkeys(THREADS, "1"),
        )
        self._articles = 0
        header = self._header(process)
        if header is None or "failed" in header:
            self._stop()
            message = str(header["failed"]) if header else "the analysis did not start"
            raise ModelError(message)
        return process

    def _asked(self, process: subprocess.Popen[bytes], articles: Sequence[Article]) -> Rows:
        lines = [str(len(articles)), *map(article_line, articles)]
        seconds = together(self._limits.cpu_seconds, len(articles))
        timer = threading.Timer(seconds * self._limits.wall_factor, self._too_late, [process])
        timer.daemon = True
        timer.start()
        try:
            header = self._told(process, "\n".join(lines).encode("ascii") + b"\n")
            if header is None:
                raise self._ended(process, seconds)
            if "reason" in header:
                raise StoppedError(str(header["reason"]), is_sure=True)
            return self._received(process, header["sizes"])
        finally:
            timer.cancel()

    def _told(self, process: subprocess.Popen[bytes], request: bytes) -> Header | None:
        if process.stdin is None:
            return None
        try:
            process.stdin.write(request)
            process.stdin.flush()
        except OSError:
            return None  # the process has ended: its exit status says why
        return self._header(process)

    @staticmethod
    def _header(process: subprocess.Popen[bytes]) -> Header | None:
        line = process.stdout.readline() if process.stdout else b""
        return json.loads(line) if line.endswith(b"\n") else None

    def _received(self, process: subprocess.Popen[bytes], sizes: Mapping[str, int]) -> Rows:
        found: dict[str, pa.RecordBatch] = {}
        for name, size in sizes.items():
            data = process.stdout.read(size) if process.stdout else b""
            if len(data) < size:
                raise self._ended(process, 0)
            found[name] = pa.ipc.read_record_batch(pa.py_buffer(data), SCHEMAS[name])
        return found

    def _too_late(self, process: subprocess.Popen[bytes]) -> None:
        self._is_late = True
        process.kill()

    def _ended(self, process: subprocess.Popen[bytes], seconds: int) -> StoppedError:
        """Return why a process ended, by its exit status."""
        status = process.wait()
        if self._is_late:
            return StoppedError("stopped after too long without an answer", is_sure=True)
        if status == -getattr(signal, "SIGXCPU", 0):
            reason = f"stopped after {seconds} seconds of work; shorten it or leave it out"
            return StoppedError(reason, is_sure=True)
        if status == OUT_OF_MEMORY:
            size = f"{self._limits.memory_bytes / 1024**3:.1g} GB"
            return StoppedError(f"it takes more than {size} of memory", is_sure=True)
        return StoppedError("the analysing process ended on it, twice", is_sure=False)

    def _is_worn(self) -> bool:
        if self._process is None:
            return False
        if self._articles >= self._limits.kept_articles:
            return True
        try:
            return psutil.Process(self._process.pid).memory_info().rss >= self._limits.kept_bytes
        except psutil.Error:
            return True  # it has just ended

    def _stop(self) -> None:
        process, self._process, self._is_late = self._process, None, False
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # a request that nobody will read any more
                    pipe.close()
