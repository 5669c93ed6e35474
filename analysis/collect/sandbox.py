"""Files -> their items, read in another process with limits, so that no file can stop this one."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from analysis.collect.candidate import Refused
from analysis.collect.messages import (
    MAX_MESSAGE_CHARS,
    OUT_OF_MEMORY,
    End,
    Message,
    Unit,
    from_line,
)
from analysis.collect.source import Kind, Source
from analysis.errors import InputError
from analysis.limits import (
    MAX_STOPPED,
    READER_CPU_SECONDS,
    READER_MEMORY_BYTES,
    READER_WALL_SECONDS,
)

_ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "TEMP", "TMPDIR",
                "VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME")  # fmt: skip
"""What the reading process is told of its surroundings: no passwords, no addresses."""

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Libraries otherwise set memory aside for a thread on every core."""

_READER = (sys.executable, "-m", "analysis.collect.reader")

_WAITING_LINES = 16
"""Answers read ahead while the ones before are being looked at."""

_INSTEAD = "paste its text instead"


class _StoppedError(Exception):
    """The reading process ended in the middle of a document."""


@dataclass(frozen=True, slots=True)
class ReaderLimits:
    """What the reading process may use for one document."""

    cpu_seconds: int = READER_CPU_SECONDS
    wall_seconds: float = READER_WALL_SECONDS
    memory_bytes: int = READER_MEMORY_BYTES


class Sandbox:
    """A reading process, started when it is first needed and again after each that ends badly."""

    def __init__(self, limits: ReaderLimits | None = None) -> None:
        self._limits = limits or ReaderLimits()
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        """Return itself; nothing is started yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the reading process."""
        self._stop()

    def read(self, source: Source, *, fill: bool) -> Iterator[Message]:
        """Yield what is in a file; a document that cannot be read in the limits is refused.

        ``fill`` fills the fields that the text itself states.
        """
        skip = 0
        for _ in range(MAX_STOPPED):
            unit = Unit(skip, source.label, 0)
            try:
                for message in self._answers(source, skip, fill=fill):
                    if isinstance(message, End):
                        return
                    unit = message if isinstance(message, Unit) else unit
                    yield message
            except _StoppedError as err:
                yield Refused(unit.label, str(err))
            if source.kind is not Kind.ARCHIVE:
                return
            skip = unit.number + 1
        yield Refused(
            source.label, f"{MAX_STOPPED} files in it had to be stopped; the rest is unread"
        )

    def _answers(self, source: Source, skip: int, *, fill: bool) -> Iterator[Message]:
        child = self._child = self._child or _Child(self._limits)
        job = {
            "name": source.name,
            "kind": source.kind,
            "path": str(source.path.resolve()) if source.path else None,
            "size": len(source.data or b""),
            "skip": skip,
            "fill": fill,
        }
        child.send(json.dumps(job).encode("ascii") + b"\n", source.data or b"")
        is_done = False
        try:
            while not is_done:
                message = child.receive()
                is_done = isinstance(message, End)
                yield message
        finally:
            # Half-read answers must not be taken for those to the next file.
            if not is_done:
                self._stop()

    def _stop(self) -> None:
        if self._child:
            self._child.stop()
        self._child = None


class _Child:
    """One reading process, with a thread for each of its pipes so that neither can block us."""

    def __init__(self, limits: ReaderLimits) -> None:
        self._limits = limits
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603 -- our own module
            [*_READER, str(limits.cpu_seconds), str(limits.memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment | _ONE_THREAD,
        )
        self._lines: queue.Queue[bytes] = queue.Queue(_WAITING_LINES)
        self._jobs: queue.SimpleQueue[tuple[bytes, ...] | None] = queue.SimpleQueue()
        self._threads = (
            threading.Thread(target=self._write_jobs, daemon=True),
            threading.Thread(target=self._read_lines, daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def send(self, *parts: bytes) -> None:
        """Hand over a job."""
        self._jobs.put(parts)

    def receive(self) -> Message:
        """Return the next answer.

        Raises
        ------
        _StoppedError
            If there is none in time, or the process ended.
        """
        try:
            line = self._lines.get(timeout=self._limits.wall_seconds)
        except queue.Empty:
            seconds = f"{self._limits.wall_seconds:g} seconds"
            reason = f"stopped after {seconds} without an answer; {_INSTEAD}"
            raise _StoppedError(reason) from None
        if not line.endswith(b"\n"):
            raise _StoppedError(_reason(self._process.wait(), self._limits))
        try:
            return from_line(line.decode("ascii", "replace"))
        except InputError as err:
            raise _StoppedError(str(err)) from err

    def stop(self) -> None:
        """End the process and its threads."""
        self._process.kill()
        self._jobs.put(None)
        while any(thread.is_alive() for thread in self._threads):
            self._forget_lines()
            for thread in self._threads:
                thread.join(timeout=0.01)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # a job that nobody will read any more
                    pipe.close()

    def _forget_lines(self) -> None:
        """Make room, so that a thread that waits to hand over an answer comes to its end."""
        while not self._lines.empty():
            self._lines.get_nowait()

    def _write_jobs(self) -> None:
        stream = self._process.stdin
        while stream and (parts := self._jobs.get()):
            try:
                for part in parts:
                    stream.write(part)
                stream.flush()
            except OSError:
                return  # the process has ended: its exit status says why

    def _read_lines(self) -> None:
        stream = self._process.stdout
        while stream:
            line = stream.readline(MAX_MESSAGE_CHARS)
            self._lines.put(line)
            if not line.endswith(b"\n"):
                return


def _reason(status: int, limits: ReaderLimits) -> str:
    """Return why a process ended, by its exit status."""
    if status == -getattr(signal, "SIGXCPU", 0):
        return f"stopped after {limits.cpu_seconds} seconds of work; {_INSTEAD}"
    if status == OUT_OF_MEMORY:
        return f"it takes more than {limits.memory_bytes / 1024**3:.1g} GB of memory; {_INSTEAD}"
    return f"the program that reads such files broke down on it; save it anew, or {_INSTEAD}"
