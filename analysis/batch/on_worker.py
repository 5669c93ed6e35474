"""What runs on Dask's workers: one analysing process each, and the tasks it is given."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from distributed import Worker, WorkerPlugin, get_worker

from analysis.batch.analyst import Analyst, Limits
from analysis.batch.fingerprint import fingerprint
from analysis.batch.folder import Folder
from analysis.batch.messages import Record
from analysis.batch.partitions import unpacked
from analysis.batch.task import analysed, groups
from analysis.errors import BatchError


class AnalystPlugin(WorkerPlugin):
    """Gives each worker one analysing process, which loads the language model once."""

    idempotent = True

    def __init__(self, analyse: str, limits: Limits, expected: str) -> None:
        self.name = f"parallax-{uuid4().hex}"
        self._analyse = analyse
        self._limits = limits
        self._expected = expected
        self._analyst: Analyst | None = None

    def setup(self, worker: Worker) -> None:
        """Prepare the process; it starts with the first article."""
        self._analyst = Analyst(self._analyse, self._limits)

    def teardown(self, worker: Worker) -> None:
        """End the process."""
        if self._analyst:
            self._analyst.close()

    @property
    def analyst(self) -> Analyst:
        """Return the process.

        Raises
        ------
        BatchError
            If this worker would count by other rules than the one who asks.
        """
        if self._analyst is None or fingerprint() != self._expected:
            message = (
                "a worker has another version of Parallax, its model or its word lists; "
                "install the same everywhere (python -m analysis --version)"
            )
            raise BatchError(message)
        return self._analyst


def _analyst(plugin: str) -> Analyst:
    found = get_worker().plugins[plugin]
    if not isinstance(found, AnalystPlugin):
        raise TypeError(plugin)
    return found.analyst


def made(plugin: str, address: str, key: str, data: bytes, aside: Mapping[str, str]) -> Record:
    """Analyse a partition but for the articles set aside, write its part, and return its record."""
    return analysed(key, data, Folder(address), _analyst(plugin), aside)


def tried(plugin: str, data: bytes) -> None:
    """Analyse articles for nothing but to see whether the worker survives."""
    analyst = _analyst(plugin)
    for group in groups(unpacked(data)):
        analyst.tried(group)
