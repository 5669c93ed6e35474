"""Dask: where it runs, and how partitions go through it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import cast
from uuid import uuid4

import dask.config
from distributed import Client, Future, KilledWorker, LocalCluster, as_completed
from distributed.comm.core import CommClosedError

from analysis.batch import on_worker
from analysis.batch.analyst import ANALYSE, Limits
from analysis.batch.messages import Record, article_line
from analysis.batch.partitions import Partition, packed
from analysis.errors import BatchError
from analysis.types import Article

LOOPBACK = "127.0.0.1"

WORKER_BYTES = 1024**3
"""Memory of a local worker, which holds the rows of one partition (0.2 GB); its analysing process
has a limit of its own."""

AHEAD = 2
"""Partitions handed over for each worker, so that none waits while the next is read."""

DEATHS = 1
"""Workers of our own cluster that may die on a partition before it is tried in halves."""

ROUNDS = 3
"""Times that workers may die on a partition whose articles kill none alone. Dask blames a death on
all that the worker was given, so that it may be a neighbour's, or a machine's."""

ANSWER_SECONDS = 60
"""Time a scheduler is given to answer, in seconds."""

RETRIES = 2
"""Times a partition is tried again when writing it failed, as networks and disks sometimes do."""

_OWN = {
    "distributed.scheduler.allowed-failures": DEATHS,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.deploy.lost-worker-timeout": "1000 days",
}
"""Settings of a cluster of our own: no pages, not even those that say who works on what. A worker
that died is not given up: some seconds after a death Dask would close it for good if it happens to
be starting anew just then, until none is left."""

TOO_DEADLY = "the machines that worked on it died, several times"


@contextmanager
def connected(address: str | None, workers: int) -> Iterator[Client]:
    """Connect to a cluster by address, or start one on this machine, and leave it afterwards.

    Our own listens on the loopback address only and has no dashboard.

    Raises
    ------
    BatchError
        If no scheduler answers at the address.
    """
    with ExitStack() as stack:
        if address is None:
            stack.enter_context(dask.config.set(_OWN))
            place = stack.enter_context(
                LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    host=LOOPBACK,
                    dashboard_address=f"{LOOPBACK}:0",
                    scheduler_kwargs={"dashboard": False},
                    worker_dashboard_address=None,
                    memory_limit=WORKER_BYTES,
                )
            )
        else:
            place = address
        try:
            client = stack.enter_context(
                Client(place, set_as_default=False, timeout=ANSWER_SECONDS)
            )
        except (OSError, ValueError, TimeoutError) as err:
            message = f"no Dask scheduler answers at {address}; check the address and that it runs"
            raise BatchError(message) from err
        yield client


class LostError(BatchError):
    """The scheduler does not answer any more."""

    def __init__(self) -> None:
        super().__init__(
            "the connection to the scheduler was lost; run the same command again to go on"
        )


@dataclass(slots=True)
class Work:
    """Partitions on their way through a cluster."""

    client: Client
    folder: str
    fingerprint: str
    analyse: str = ANALYSE
    limits: Limits = field(default_factory=Limits)
    _plugin: str = ""
    _under_way: dict[Future, Partition] = field(default_factory=dict)
    _rounds: Counter[str] = field(default_factory=Counter)
    """Partition -> how often workers died on it again and again."""

    def records(self, partitions: Iterator[Partition]) -> Iterator[tuple[Partition, Record]]:
        """Yield each partition with what became of it, as each is ready.

        A partition whose worker dies is tried on others. If they die too, its articles are
        tried in ever smaller parts, until those that kill workers stand alone and are set aside.
        Where none does, the partition is given out again.

        Raises
        ------
        BatchError
            If the scheduler is lost or a worker has other versions.
        OSError
            If a part cannot be written.
        """
        plugin = on_worker.AnalystPlugin(self.analyse, self.limits, self.fingerprint)
        self._plugin = plugin.name
        self.client.register_plugin(plugin)
        is_lost = False
        try:
            yield from self._completed(partitions)
        except (CommClosedError, LostError) as err:
            is_lost = True
            raise LostError from err
        finally:
            # A lost scheduler took all this with it; to ask it would take a minute.
            if not is_lost and self.client.status == "running":
                with suppress(OSError):
                    self.client.cancel(list(self._under_way))
                    self.client.unregister_worker_plugin(plugin.name)

    def _completed(self, partitions: Iterator[Partition]) -> Iterator[tuple[Partition, Record]]:
        ready = as_completed(loop=self.client.loop)
        self._fill(partitions, ready)
        for future in ready:
            partition = self._under_way.pop(future)
            try:
                record = _made(future)
            except KilledWorker:
                ready.add(self._submitted(partition, self._deadly(partition)))
            else:
                yield partition, record
            self._fill(partitions, ready)

    def _fill(self, partitions: Iterator[Partition], ready: as_completed) -> None:
        """Hand over partitions until each worker has its share; wait for the first worker."""
        while len(self._under_way) < AHEAD * max(1, self._n_workers()):
            partition = next(partitions, None)
            if partition is None:
                return
            ready.add(self._submitted(partition, {}))

    def _n_workers(self) -> int:
        try:
            return len(cast("dict[str, int]", self.client.nthreads()))
        except OSError as err:  # no answer, where a lost connection is not noticed yet
            raise LostError from err

    def _submitted(self, partition: Partition, aside: Mapping[str, str]) -> Future:
        future = self.client.submit(
            on_worker.made,
            self._plugin,
            self.folder,
            partition.key,
            partition.packed,
            aside,
            key=f"parallax-{partition.key}-{uuid4().hex}",
            retries=RETRIES,
            pure=False,
        )
        self._under_way[future] = partition
        return future

    def _deadly(self, partition: Partition) -> dict[str, str]:
        """Return the articles that kill workers; all of them, if the deaths do not end with it."""
        articles = partition.articles()
        self._rounds[partition.key] += 1
        rounds = self._rounds[partition.key]
        found = articles if rounds > ROUNDS else self._guilty(articles)
        if rounds == ROUNDS and not found:
            found = articles
        return {article.id: TOO_DEADLY for article in found}

    def _guilty(self, articles: Sequence[Article]) -> Sequence[Article]:
        """Return those of a partition's articles that kill workers alone."""
        if len(articles) == 1 and not self._kill(articles):
            return ()
        return self._killers(articles)

    def _killers(self, articles: Sequence[Article]) -> Sequence[Article]:
        """Return those of some deadly articles that are deadly alone."""
        if len(articles) == 1:
            return articles
        middle = len(articles) // 2
        halves = (articles[:middle], articles[middle:])
        return [each for half in halves if self._kill(half) for each in self._killers(half)]

    def _kill(self, articles: Sequence[Article]) -> bool:
        data = packed(map(article_line, articles))
        error = _error(self.client.submit(on_worker.tried, self._plugin, data, pure=False))
        if error is not None and not isinstance(error, KilledWorker):
            raise error
        return error is not None


def _made(future: Future) -> Record:
    """Return what a task made, or raise why it failed."""
    error = _error(future)
    if error is not None:
        raise error
    # May still fail: what was lost with its worker is made anew.
    return cast("Record", future.result())


def _error(future: Future) -> BaseException | None:
    """Return why a task failed, waiting for its end; a lost scheduler is a failure of the job."""
    error = cast("BaseException | None", future.exception())
    if future.cancelled():
        raise LostError
    return error
