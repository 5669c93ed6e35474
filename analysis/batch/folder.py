"""The result folder of a batch: tables in parts, what became of each part, and a manifest."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO, cast
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.batch.manifest import MANIFEST, Manifest
from analysis.batch.messages import Record
from analysis.batch.places import is_local, opened
from analysis.collect import Refused
from analysis.tables import TIDY

REFUSED, DONE, UNFINISHED = "refused.jsonl", "done", ".unfinished"

ROW_GROUPS = {"measures": 32_768, "sentences": 2_048}
"""Rows that are read together; a reader skips the groups in which nothing can be that it wants.
Rows of ``measures`` are short, so few large groups are read sooner than many small ones; rows of
``sentences`` hold text."""

ROW_GROUP = 8_192
"""The same for all other tables."""


class Folder:
    """A result folder at a path, or at any address that fsspec opens."""

    def __init__(self, address: str) -> None:
        self._place, self._root = opened(address)
        self._is_local = is_local(self._place)

    def made(self) -> Folder:
        """Make the folder and those in it."""
        for name in (*TIDY, DONE, UNFINISHED):
            self._place.makedirs(self._path(name), exist_ok=True)
        return self

    def done(self) -> frozenset[str]:
        """Return the names of the parts that are whole."""
        return frozenset(
            PurePosixPath(path).stem.removeprefix("part-") for path in self._listed(DONE)
        )

    def record(self, key: str) -> Record | None:
        """Return what became of a part, or ``None`` if it is not there whole."""
        try:
            return Record.from_json(self._read(self._done(key)).decode("utf-8"))
        except FileNotFoundError:
            return None

    def write(self, key: str, tables: Mapping[str, pa.Table], record: Record) -> None:
        """Write a part: each file whole or not at all, its record last."""
        for name, table in tables.items():
            self._put(self._table(name, key), parquet(name, table))
        self._put(self._done(key), record.to_json().encode("utf-8"))

    def manifest(self) -> Manifest | None:
        """Return the manifest, if there is one."""
        try:
            text = self._read(self._path(MANIFEST)).decode("utf-8", "replace")
        except FileNotFoundError:
            return None
        return Manifest.from_json(text)

    def write_manifest(self, manifest: Manifest, refused: Sequence[Refused]) -> None:
        """Write what was refused, then the manifest."""
        lines = (
            json.dumps({"where": each.name, "reason": each.reason}, ensure_ascii=False)
            for each in refused
        )
        self._put(self._path(REFUSED), "".join(f"{line}\n" for line in lines).encode("utf-8"))
        self._put(self._path(MANIFEST), manifest.to_json().encode("utf-8"))

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove what earlier runs left: outdated parts and files that were never finished."""
        for key in sorted(self.done() - set(keys)):
            # The record goes first, so that a part without all its tables never counts as whole.
            self._place.rm_file(self._done(key))
        kept = {f"part-{key}.parquet" for key in keys}
        for name in TIDY:
            for path in self._listed(name):
                if PurePosixPath(path).name not in kept:
                    self._place.rm_file(path)
        for path in self._listed(UNFINISHED):
            self._place.rm_file(path)

    def _listed(self, name: str) -> list[str]:
        """Return the files in one of the folders; a store of objects knows no empty ones."""
        try:
            self._place.invalidate_cache(self._path(name))
            found = self._place.ls(self._path(name), detail=False)
        except FileNotFoundError:
            return []
        return [path for path in map(str, found) if path.rstrip("/") != self._path(name)]

    def _read(self, path: str) -> bytes:
        return cast("bytes", self._place.cat_file(path))

    def _put(self, path: str, data: bytes) -> None:
        waiting = self._path(UNFINISHED, uuid4().hex)
        with cast("BinaryIO", self._place.open(waiting, "wb")) as stream:
            stream.write(data)
            if self._is_local:
                stream.flush()
                os.fsync(stream.fileno())
        if self._is_local:
            os.replace(waiting, path)  # noqa: PTH105 -- addresses, not paths
        else:
            self._place.mv(waiting, path)

    def _path(self, *parts: str) -> str:
        return "/".join((self._root.rstrip("/"), *parts))

    def _table(self, name: str, key: str) -> str:
        return self._path(name, f"part-{key}.parquet")

    def _done(self, key: str) -> str:
        return self._path(DONE, f"part-{key}.json")


def parquet(name: str, table: pa.Table) -> bytes:
    """Return a table of this name as a file."""
    stream = io.BytesIO()
    size = ROW_GROUPS.get(name, ROW_GROUP)
    pq.write_table(table, stream, compression="zstd", row_group_size=size)
    return stream.getvalue()
