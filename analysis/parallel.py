"""Jobs in, finished jobs out: done by worker processes that may die without harm.

Each worker has a pipe of its own and one job at a time. A worker that is killed, or that an
article kills, is replaced; its articles are given out again, each by itself, and one that ends
its worker twice is set aside with the reason.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import IO, Any

from analysis.errors import WorkerError
from analysis.jobs import THREADS, Job
from analysis.process_limits import limit_time

CPU_SECONDS = 60
"""Processor time for one article, in seconds; the longest one that is taken (100,000 characters)
needs about 20 on the machine this was measured on. Not enforced on Windows."""

MAX_RESIDENT = 500 * 1024 * 1024
"""Memory from which a worker is replaced, in bytes; it needs about 350 MB. Linux only."""

MAX_TRIES = 2
"""Workers that an article may end before it is set aside."""

MAX_LOST = 20
"""Workers that may end one after the other with nothing done between: no article is at fault then,
but the machine or the installation."""

Work = Callable[[Job, object], list[str]]


@dataclass(frozen=True, slots=True)
class Done:
    """A finished job: one line for each of its articles, or why there is none."""

    job: Job
    lines: tuple[str, ...] = ()
    refusal: str = ""


@dataclass(slots=True)
class _Worker:
    """A process, its pipe, where its complaints go, and what it is at."""

    process: BaseProcess
    pipe: Any
    complaints: IO[str]
    job: Job | None = None

    def give(self, job: Job) -> None:
        """Let it do a job."""
        self.job = job
        self.pipe.send(job)

    def end(self) -> str:
        """Wait for its end and return what ended it."""
        self.pipe.close()
        self.process.join()
        code = self.process.exitcode or 0
        self.complaints.seek(0)
        said = self.complaints.read().strip().splitlines()
        self.complaints.close()
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return f"took more than {CPU_SECONDS} seconds of processor time"
        if code < 0:
            return f"its worker was ended by {signal.Signals(-code).name}"
        return said[-1] if said else f"its worker ended with status {code}"


def n_cores() -> int:
    """Return the number of processor cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Pool:
    """Worker processes for as long as the ``with`` block runs."""

    def __init__(self, work: Work, prepare: Callable[[], None], options: object, n: int) -> None:
        self._start = (work, prepare, options)
        self._n = n
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.end()

    def done(self, given: Iterable[Job]) -> Iterator[Done]:
        """Yield the jobs as they are finished, in no order of their own."""
        coming = iter(given)
        again: deque[Job] = deque()
        tries: dict[tuple[int, ...], int] = {}
        lost = 0
        while True:
            self._give_out(again, coming)
            busy = [worker for worker in self._workers if worker.job]
            if not busy:
                return
            ready = wait([worker.pipe for worker in busy])
            for worker in (each for each in busy if each.pipe in ready):
                found = self._received(worker)
                lost = 0 if isinstance(found, Done) else lost + 1
                if isinstance(found, Done):
                    yield found
                elif lost > MAX_LOST:
                    message = f"{lost} worker processes ended in a row; the last one: {found[1]}"
                    raise WorkerError(message)
                elif (refused := _refused(found, tries)) is not None:
                    yield refused
                else:
                    again.extend(found[0].parts())

    def _give_out(self, again: deque[Job], coming: Iterator[Job]) -> None:
        """Give every worker without a job one, as long as there are any."""
        idle = deque(worker for worker in self._workers if not worker.job)
        while idle or len(self._workers) < self._n:
            job = again.popleft() if again else next(coming, None)
            if job is None:
                return
            worker = idle.popleft() if idle else self._started()
            try:
                worker.give(job)
            except OSError:
                # It was ended between two jobs; the job is as good as new.
                self._workers.remove(worker)
                worker.end()
                again.appendleft(job)

    def _received(self, worker: _Worker) -> Done | tuple[Job, str]:
        """Return what the worker has done, or its job and what ended it."""
        job = worker.job
        assert job is not None  # noqa: S101 -- only busy workers are asked
        try:
            lines, resident = worker.pipe.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            return job, worker.end()
        worker.job = None
        if resident > MAX_RESIDENT:
            self._workers.remove(worker)
            worker.end()
        return Done(job, tuple(lines))

    def _started(self) -> _Worker:
        for name in THREADS:
            os.environ.setdefault(name, "1")
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        complaints = tempfile.NamedTemporaryFile("r", encoding="utf-8", errors="replace")  # noqa: SIM115 -- closed when the worker ends
        process = context.Process(
            target=_serve, args=(theirs, complaints.name, *self._start), daemon=True
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours, complaints)
        self._workers.append(worker)
        return worker


def _refused(found: tuple[Job, str], tries: dict[tuple[int, ...], int]) -> Done | None:
    """Return the refusal of a job that ended its worker, if it is not to be tried again."""
    job, reason = found
    if len(job.parts()) > 1:
        return None
    tries[job.places] = tries.get(job.places, 0) + 1
    if tries[job.places] < MAX_TRIES:
        return None
    return Done(job, refusal=f"{reason}, {MAX_TRIES} times; left out")


def _serve(
    pipe: Connection[Any, Any],
    complaints: str,
    work: Work,
    prepare: Callable[[], None],
    options: object,
) -> None:
    """Do jobs until the pipe is closed; the life of a worker."""
    # Ctrl-C reaches every process of a terminal; the first one decides what becomes of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stderr = Path(complaints).open("w", encoding="utf-8", buffering=1)  # noqa: SIM115 -- for life
    prepare()
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        limit_time(CPU_SECONDS * len(job.articles))
        pipe.send((work(job, options), _resident()))


def _resident() -> int:
    """Return the memory of this process, in bytes; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    if not statm.is_file():
        return 0
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
