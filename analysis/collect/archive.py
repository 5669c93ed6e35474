"""A .zip file -> its members' bytes, counted as they are unpacked; nothing is written anywhere."""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import BinaryIO

from analysis.collect.names import shown
from analysis.errors import InputError
from analysis.limits import MAX_ARCHIVE_BYTES, MAX_MEMBERS, MAX_RATIO, RATIO_FREE_BYTES

_CHUNK_BYTES = 64 * 1024
_HEADER_BYTES = 30
"""Length of what stands before each member, without its name."""

_ENCRYPTED = 0x1
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Ways of packing that are read; others can ask for gigabytes before the first byte."""

_DRIVE = re.compile(r"[A-Za-z]:")
_COMPANION = re.compile(
    r"(?:_files|\.files|-filer|_filer|-Dateien|_fichiers|_archivos|_ficheiros|_bestanden|_file"
    r"|_pliki|_soubory|_tiedostot|_elemei)$"
)
"""How browsers, in their languages, name the folder of pictures and scripts beside a page."""


class Budget:
    """How many bytes may still be unpacked from one archive."""

    def __init__(self, limit: int = MAX_ARCHIVE_BYTES) -> None:
        self.left = limit

    def spend(self, size: int) -> None:
        """Take ``size`` bytes away, or refuse the archive."""
        self.left -= size
        if self.left < 0:
            message = (
                f"the archive unpacks to more than {MAX_ARCHIVE_BYTES:,} bytes; the rest is unread"
            )
            raise InputError(message)


def opened(
    stream: BinaryIO, *, kind: str = "zip"
) -> tuple[zipfile.ZipFile, tuple[zipfile.ZipInfo, ...]]:
    """Return the archive and its files, folders left out, in their order.

    Raises
    ------
    InputError
        If it is no zip file, holds too many files, or files that lie over one another.
    """
    try:
        archive = zipfile.ZipFile(stream)
    # NotImplementedError tells of a version of the format that nobody uses.
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as err:
        message = f"not a {kind} file, or a damaged one ({shown(str(err))}); save it anew"
        raise InputError(message) from err
    files = tuple(info for info in archive.infolist() if not info.is_dir())
    if len(files) > MAX_MEMBERS:
        message = f"{len(files):,} files in it; at most {MAX_MEMBERS:,} are read; pack fewer"
        raise InputError(message)
    _check_overlap(archive.infolist())
    return archive, files


def _check_overlap(infos: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse an archive in which one packed stretch serves several files."""
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for one, following in pairwise(ordered):
        length = _HEADER_BYTES + len(one.filename) + one.compress_size
        if one.header_offset + length > following.header_offset:
            message = "files in it lie over one another, as no packing program writes them"
            raise InputError(message)


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """Return the bytes of one file, counting what comes out rather than what is claimed.

    Raises
    ------
    InputError
        If it is protected, damaged, no plain file, or packed as only traps are.
    """
    _check_member(info)
    parts: list[bytes] = []
    size = 0
    try:
        with archive.open(info) as stream:
            while part := stream.read(_CHUNK_BYTES):
                size += len(part)
                budget.spend(len(part))
                if size > max(RATIO_FREE_BYTES, MAX_RATIO * info.compress_size):
                    message = f"it unpacks to more than {MAX_RATIO} times its size; not a document"
                    raise InputError(message)
                parts.append(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as err:
        message = f"damaged inside the archive ({shown(str(err))}); pack it again"
        raise InputError(message) from err
    if size != info.file_size:
        message = f"damaged inside the archive: {info.file_size:,} bytes claimed, {size:,} found"
        raise InputError(message)
    return b"".join(parts)


def _check_member(info: zipfile.ZipInfo) -> None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    problem = None
    if path.is_absolute() or ".." in path.parts or _DRIVE.match(info.filename):
        problem = "its name leads out of the archive"
    elif stat.S_ISLNK(info.external_attr >> 16):
        problem = "a link to another file, not a file"
    elif info.flag_bits & _ENCRYPTED:
        problem = "protected by a password; pack it without one"
    elif info.compress_type not in _PACKINGS:
        problem = "packed in a way that is not read; pack it as an ordinary zip file"
    if problem:
        raise InputError(problem)


def wanted(names: Sequence[str]) -> Iterator[str]:
    """Yield the names that can be documents: no hidden files, no folders that belong to a page."""
    pages = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm"))}
    for name in names:
        *folders, last = name.replace("\\", "/").split("/")
        if last.startswith((".", "~$")) or "__MACOSX" in folders:
            continue
        if not any(_belongs("/".join(folders[: n + 1]), pages) for n in range(len(folders))):
            yield name


def _belongs(folder: str, pages: set[str]) -> bool:
    """Return whether a folder holds the pictures and scripts of a page saved beside it."""
    match = _COMPANION.search(folder)
    return match is not None and folder[: match.start()] in pages
