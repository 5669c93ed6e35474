"""Addresses of inputs (paths, patterns, s3:// and the like) -> tables of articles to read."""

from __future__ import annotations

import io
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from fsspec.core import url_to_fs

from analysis.collect.messages import Message
from analysis.collect.names import shown_name
from analysis.collect.rows import read_rows
from analysis.collect.sandbox import Sandbox
from analysis.collect.source import TABLES, Kind, Source, kind_of
from analysis.errors import InputError
from analysis.limits import MAX_TABLE_BYTES, checked_count

if TYPE_CHECKING:
    import fsspec

SUFFIXES = (".parquet", ".jsonl", ".ndjson", ".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class RemoteTable(Source):
    """A table of articles in any place that fsspec opens."""

    place: fsspec.AbstractFileSystem | None = None
    address: str = ""
    n_bytes: int = 0

    @property
    def size(self) -> int:
        """Return its size in bytes, asked once: every question may be a request."""
        return self.n_bytes

    def fetched(self, folder: str) -> Source:
        """Return it as a file in a folder of this machine."""
        checked_count(self.n_bytes, MAX_TABLE_BYTES)
        path = Path(folder) / "table"
        cast("fsspec.AbstractFileSystem", self.place).get_file(self.address, str(path))
        return Source(self.name, self.kind, path=path)

    def open(self) -> BinaryIO:
        """Return its bytes as a stream."""
        checked_count(self.n_bytes, MAX_TABLE_BYTES)
        stream = cast("fsspec.AbstractFileSystem", self.place).open(self.address, "rb")
        # Remote files know no line of limited length; the standard buffer does.
        return io.BufferedReader(cast("io.RawIOBase", stream))


def messages(table: Source) -> Iterator[Message]:
    """Yield what each row of a table is, and now and then how far it is read.

    A Parquet file of a few bytes can unpack to any size, so that another process reads it,
    within limits; that one opens files of this machine only.

    Raises
    ------
    InputError
        If the table as a whole is none.
    """
    if table.kind is not Kind.PARQUET:
        yield from read_rows(table)
        return
    with tempfile.TemporaryDirectory() as folder, Sandbox() as sandbox:
        here = table.fetched(folder) if isinstance(table, RemoteTable) else table
        yield from sandbox.read(here, fill=False)


def tables(addresses: Sequence[str]) -> tuple[Source, ...]:
    """Return the tables at the addresses, those of a folder or pattern in order of their names.

    Raises
    ------
    InputError
        If there is none, or a file is not a table of articles.
    """
    found = [pair for address in addresses for pair in _files(address)]
    names = _names([path for _, path in found])
    return tuple(
        _table(place, path, name) for (place, path), name in zip(found, names, strict=True)
    )


def _files(address: str) -> Iterator[tuple[fsspec.AbstractFileSystem, str]]:
    place, path = opened(address)
    if place.isfile(path):
        yield place, path
        return
    inside = (
        place.glob(path)
        if "*" in path
        else place.ls(path, detail=False)
        if place.isdir(path)
        else []
    )
    files = sorted(each for each in map(str, inside) if each.lower().endswith(SUFFIXES))
    if not files:
        message = (
            f"{address}: no such file, or no table in this folder; "
            f"tables end in {', '.join(SUFFIXES)}"
        )
        raise InputError(message)
    for each in files:
        yield place, each


def opened(address: str) -> tuple[fsspec.AbstractFileSystem, str]:
    """Return the file system of an address, and the path in it.

    Raises
    ------
    InputError
        If what opens such addresses is not installed or not known.
    """
    try:
        place, path = url_to_fs(address)
    except (ImportError, ValueError) as err:
        message = f"{address}: {err}"
        raise InputError(message) from err
    return place, str(path)


def _table(place: fsspec.AbstractFileSystem, path: str, name: str) -> Source:
    kind = kind_of(path)
    if kind not in TABLES:
        message = f"{shown_name(path)}: a batch reads tables ({', '.join(SUFFIXES)}) only"
        raise InputError(message)
    if "file" in _protocols(place):
        return Source(name, kind, path=Path(path))
    return RemoteTable(name, kind, place=place, address=path, n_bytes=int(place.size(path) or 0))


def _protocols(place: fsspec.AbstractFileSystem) -> tuple[str, ...]:
    protocol = place.protocol
    return (protocol,) if isinstance(protocol, str) else tuple(protocol)


def is_local(place: fsspec.AbstractFileSystem) -> bool:
    """Return whether files there are files of this machine."""
    return "file" in _protocols(place)


def _names(paths: Iterable[str]) -> list[str]:
    """Return a name for each file that no other has, since rows without an id are named by it."""
    parts = [PurePosixPath(path).parts for path in paths]
    names = [each[-1] for each in parts]
    for depth in range(2, max(map(len, parts), default=0) + 1):
        taken = Counter(names)
        if len(taken) == len(names):
            break
        names = [
            "_".join(part.strip("/") for part in each[-depth:]) if taken[name] > 1 else name
            for each, name in zip(parts, names, strict=True)
        ]
    if len(set(names)) < len(names):
        twice = next(name for name, n in Counter(names).items() if n > 1)
        message = f"{shown_name(twice)} is given twice; name each input once"
        raise InputError(message)
    return names
