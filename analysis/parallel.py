"""Jobs in, finished jobs out: done by worker processes that may die without harm.

Each worker has a pipe of its own and one job at a time. A worker that is killed, that an article
kills, or that is stuck, is replaced; what it was at is tried again, as ``attempts`` says.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import IO, Any

from analysis.attempts import Attempts, Next
from analysis.errors import WorkerError
from analysis.jobs import CPU_SECONDS, PATIENCE, THREADS, Done, Job, Work, tried
from analysis.process_limits import limit_time

MAX_RESIDENT = 500 * 1024 * 1024
"""Memory from which a worker is replaced, in bytes; it needs under 320 MB. Linux only."""

MAX_LOST = 20
"""How often each worker may be replaced, on average, with nothing done between: no article is at
fault then, but the machine or the installation."""


@dataclass(slots=True)
class _Worker:
    """A process, its pipe, where its complaints go, and what it is at."""

    process: BaseProcess
    pipe: Any
    complaints: IO[str]
    job: Job | None = None
    is_ready: bool = False
    """Whether it has loaded what it needs; no job is to blame for an end before that."""
    due: float = 0.0
    """When its answer is awaited no longer, in seconds of the monotonic clock."""
    is_late: bool = False

    def give(self, job: Job) -> None:
        """Let it do a job."""
        self.job = job
        self.due = time.monotonic() + PATIENCE * CPU_SECONDS * len(job.articles)
        self.pipe.send(job)

    def stop_if_late(self) -> bool:
        """Kill it if its time is over, and return whether it was."""
        self.is_late = time.monotonic() >= self.due
        if self.is_late:
            self.process.kill()
        return self.is_late

    def end(self) -> str:
        """Wait for its end and return what ended it."""
        self.pipe.close()
        self.process.join()
        code = self.process.exitcode or 0
        self.complaints.seek(0)
        said = self.complaints.read().strip().splitlines()
        self.complaints.close()
        if self.is_late:
            return f"its worker gave no answer in {PATIENCE * CPU_SECONDS} seconds for each article"
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return f"took more than {CPU_SECONDS} seconds of processor time"
        if code < 0:
            return f"its worker was ended by {signal.Signals(-code).name}"
        return said[-1] if said else f"its worker ended with status {code}"


class Pool:
    """Worker processes for as long as the ``with`` block runs."""

    def __init__(self, work: Work, prepare: Callable[[], None], options: object, n: int) -> None:
        self._start = (work, prepare, options)
        self._n = n
        self._workers: list[_Worker] = []
        self._lost = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.end()

    def done(self, given: Iterable[Job]) -> Iterator[Done]:
        """Yield the jobs as they are finished, in no order of their own.

        Jobs that ended their workers come once another one has been done after them: until
        then it may be the machine that ends all.

        Raises
        ------
        WorkerError
            If workers end one after the other with nothing done between.
        """
        coming = iter(given)
        again: deque[Job] = deque()
        attempts = Attempts()
        finished: list[Done] = []
        while True:
            self._give_out(again, coming)
            busy = [worker for worker in self._workers if worker.job]
            if not busy:
                yield from finished
                return
            for worker in _answering(busy):
                found, following = self._received(worker, attempts)
                again.extendleft(reversed(following))
                finished += found
            if not self._lost:
                yield from finished
                finished.clear()

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
                again.appendleft(job)
                self._lose(worker)

    def _received(self, worker: _Worker, attempts: Attempts) -> Next:
        """Return what comes after the job of a worker that answered or ended."""
        job = worker.job
        assert job is not None  # noqa: S101 -- only busy workers are asked
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            reason = self._lose(worker)
            return attempts.after_loss(job, reason) if worker.is_ready else ([], [job])
        if answer is None:
            worker.is_ready = True
            return [], []
        lines, refusal, resident = answer
        worker.job = None
        self._lost = 0
        if resident > MAX_RESIDENT:
            self._workers.remove(worker)
            worker.process.kill()  # it has said all, and could only get stuck on its way out
            worker.end()
        return attempts.after(Done(job, lines, refusal))

    def _lose(self, worker: _Worker) -> str:
        """Count a worker that ended, and return what ended it."""
        self._workers.remove(worker)
        reason = worker.end()
        self._lost += 1
        if self._lost > MAX_LOST * self._n:
            message = (
                f"{self._lost} worker processes ended in a row; the last one: {reason}. Check "
                "that enough memory is free (fewer --workers need less), or install Parallax "
                "anew; with --out, the same command goes on from there"
            )
            raise WorkerError(message)
        return reason

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


def _answering(busy: Sequence[_Worker]) -> list[_Worker]:
    """Wait for workers that answer, end, or have to be ended."""
    rest = min(worker.due for worker in busy) - time.monotonic()
    ready = wait([worker.pipe for worker in busy], timeout=max(0.0, rest))
    return [each for each in busy if each.pipe in ready or each.stop_if_late()]


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
    pipe.send(None)
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        limit_time(CPU_SECONDS * len(job.articles))
        done = tried(job, work, options)
        pipe.send((done.lines, done.refusal, _resident()))


def _resident() -> int:
    """Return the memory of this process, in bytes; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    if not statm.is_file():
        return 0
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
