"""The bytes of a story file -> its files: the limits of what is unpacked, and no way out of it."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import InputError
from analysis.library.bundles import MANIFEST, TEXTS
from analysis.limits import MAX_ARCHIVE_BYTES, MAX_FILE_BYTES, MAX_MEMBERS

_TEXT = re.compile(rf"{TEXTS}/(?P<sha256>[0-9a-f]{{64}})\.txt")

_BLOCK = 64 * 1024
"""Bytes unpacked at a time; what a file says of its own size is not believed."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a way of packing that we do not know
    RuntimeError,  # a password
    UnicodeDecodeError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class BundleFiles:
    """The manifest of a story file, and its texts by the SHA-256 that names them."""

    manifest: Mapping[str, Any]
    texts: Mapping[str, str]


def read_files(path: Path) -> BundleFiles:
    """Return what a story file holds.

    Raises
    ------
    InputError
        If it is no story file, or larger than the limits.
    """
    if not path.is_file():
        message = f"{path.name}: no such file; check the name"
        raise InputError(message)
    try:
        with zipfile.ZipFile(path) as archive:
            return _files(archive, path.name)
    except _BROKEN as err:
        message = (
            f"{path.name}: not a story file, or damaged ({type(err).__name__}); export it again"
        )
        raise InputError(message) from err


def _files(archive: zipfile.ZipFile, name: str) -> BundleFiles:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        message = f"{name}: {len(members):,} files in it; at most {MAX_MEMBERS:,} are read"
        raise InputError(message)
    manifest: bytes | None = None
    texts: dict[str, str] = {}
    room = MAX_ARCHIVE_BYTES
    for member in members:
        found = _TEXT.fullmatch(member.filename)
        if not found and member.filename != MANIFEST:
            message = f"{name}: holds '{member.filename[:60]}', which no story file has"
            raise InputError(message)
        data = _unpacked(archive, member, min(room, MAX_FILE_BYTES), name)
        room -= len(data)
        if found:
            texts[found["sha256"]] = data.decode("utf-8")
        else:
            manifest = data
    if manifest is None:
        message = f"{name}: not a story file ({MANIFEST} is missing); export the story again"
        raise InputError(message)
    return BundleFiles(_table(manifest, name), texts)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, name: str) -> bytes:
    data = bytearray()
    with archive.open(member) as file:
        while block := file.read(_BLOCK):
            data += block
            if len(data) > most:
                message = f"{name}: '{member.filename[:60]}' is too large; at most {most:,} bytes"
                raise InputError(message)
    return bytes(data)


def _table(manifest: bytes, name: str) -> Mapping[str, Any]:
    try:
        table = json.loads(manifest)
    except (ValueError, RecursionError) as err:
        message = f"{name}: {MANIFEST} is not JSON; export the story again"
        raise InputError(message) from err
    if not isinstance(table, dict):
        message = f"{name}: {MANIFEST} is not a JSON object; export the story again"
        raise InputError(message)
    return table
