"""A whole batch: inputs read, partitions analysed, the result folder left as one whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from analysis.batch.analyst import ANALYSE, Limits
from analysis.batch.cluster import Work, connected
from analysis.batch.fingerprint import fingerprint
from analysis.batch.folder import Folder
from analysis.batch.manifest import Manifest
from analysis.batch.messages import Record
from analysis.batch.partitions import Partition, Reader
from analysis.batch.places import tables
from analysis.batch.progress import Progress
from analysis.choices import BATCH_ROWS
from analysis.collect import Refused
from analysis.errors import BatchError, InputError
from analysis.process_limits import n_cores
from analysis.versions import versions


@dataclass(frozen=True, slots=True)
class Job:
    """What to analyse, and where to put and do it."""

    inputs: Sequence[str]
    out: str
    scheduler: str | None = None
    """Address of a Dask scheduler; without it one is started on this machine."""
    workers: int = field(default_factory=n_cores)
    """Processes on this machine; a cluster by address has its own."""
    rows: int = BATCH_ROWS
    analyse: str = ANALYSE
    """``module:function`` that annotates articles."""
    limits: Limits = field(default_factory=Limits)


def run(job: Job) -> Manifest:
    """Analyse everything that is not there yet and return what the folder then holds.

    The result depends on the inputs, the versions and the size of partitions alone: not on
    the workers, on interruptions, or on how often it is run.

    Raises
    ------
    InputError
        If an input is missing, or the folder holds the result of other inputs.
    BatchError
        If the cluster is lost; what is done stays, and the same call goes on from there.
    """
    reader = Reader(tables(job.inputs), fingerprint(), job.rows)
    folder = Folder(job.out).made()
    earlier = folder.manifest()
    begun = Manifest(
        inputs=tuple(table.file for table in reader.tables),
        versions=versions(),
        fingerprint=reader.fingerprint,
        partition_rows=job.rows,
        unread=earlier.unread if earlier else (),
    )
    _check_same(earlier, begun)
    folder.write_manifest(begun, ())
    made = _Made(reader, folder)
    missing = made.missing()
    first = next(missing, None)
    if first is not None:  # else no cluster is needed
        with connected(job.scheduler, job.workers) as client:
            work = Work(client, job.out, reader.fingerprint, job.analyse, job.limits)
            for partition, record in work.records(chain([first], missing)):
                made.take(partition, record)
    manifest = made.manifest(begun)
    if folder.done() - set(manifest.parts):
        _check_read(reader, begun)
    folder.keep_only(manifest.parts)
    folder.write_manifest(manifest, (*reader.refused, *made.refused()))
    return manifest


def _check_same(earlier: Manifest | None, begun: Manifest) -> None:
    """Refuse a folder whose results would be lost: its inputs must be among those given."""
    gone = [name for name in earlier.inputs if name not in begun.inputs] if earlier else []
    if gone:
        message = (
            f"this folder holds the result of {', '.join(gone)}, which is not among the inputs; "
            "name it too, or choose another folder"
        )
        raise InputError(message)


def _check_read(reader: Reader, begun: Manifest) -> None:
    """Keep parts from being removed that may be of an input which was read before, and not now."""
    unread = [each for each in reader.unread if each.name not in begun.unread]
    if unread:
        named = "; ".join(f"{each.name}: {each.reason}" for each in unread)
        message = (
            f"not read to the end: {named}. The folder holds parts that may come from there, so "
            "nothing was removed; mend the input and run the same command again, or choose "
            "another folder"
        )
        raise BatchError(message)


@dataclass(slots=True)
class _Made:
    """What the run has made so far."""

    reader: Reader
    folder: Folder
    progress: Progress = field(default_factory=Progress)
    _order: list[str] = field(default_factory=list)
    _records: dict[str, Record] = field(default_factory=dict)
    _aside: dict[str, tuple[Refused, ...]] = field(default_factory=dict)

    def missing(self) -> Iterator[Partition]:
        """Yield the partitions that are not there yet; take note of those that are."""
        there = self.folder.done()
        for partition in self.reader.partitions():
            self._order.append(partition.key)
            record = self.folder.record(partition.key) if partition.key in there else None
            if record is None:
                yield partition
            else:
                self._keep(partition, record)
                self.progress.there += len(partition.places)
                self._tell()

    def take(self, partition: Partition, record: Record) -> None:
        """Take note of a partition that is ready."""
        self._keep(partition, record)
        self.progress.done += len(partition.places)
        self._tell()

    def manifest(self, begun: Manifest) -> Manifest:
        """Return what the folder holds."""
        records = [self._records[key] for key in self._order]
        refused = sum(len(record.set_aside) for record in records) + len(self.reader.refused)
        return replace(
            begun,
            is_finished=True,
            articles=sum(record.articles for record in records),
            refused=refused,
            cut_stories=self.reader.cut_stories,
            rows=_sums([record.rows for record in records]),
            parts=tuple(self._order),
            unread=tuple(each.name for each in self.reader.unread),
        )

    def refused(self) -> Iterator[Refused]:
        """Yield the articles that were set aside, in the order of the inputs."""
        for key in self._order:
            yield from self._aside[key]

    def _keep(self, partition: Partition, record: Record) -> None:
        self._records[partition.key] = record
        self._aside[partition.key] = tuple(
            Refused(f"{partition.places[each.number]} ({each.id})", each.reason)
            for each in record.set_aside
        )

    def _tell(self) -> None:
        total = self.reader.total
        self.progress.tell(self.reader.articles, self.reader.done / total if total else 1)


def _sums(rows: Sequence[Mapping[str, int]]) -> dict[str, int]:
    names = dict.fromkeys(name for each in rows for name in each)
    return {name: sum(each[name] for each in rows) for name in names}
