"""Paths, uploads and pasted text -> the single files to read, folders opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis.collect.archive import wanted
from analysis.collect.candidate import Paste, Refused, Upload
from analysis.collect.names import shown_name
from analysis.collect.source import ADVICE, SUFFIXES, Kind, Source, kind_of
from analysis.errors import InputError
from analysis.limits import MAX_FILE_BYTES, MAX_FOLDER_DEPTH, checked_count, checked_unicode
from analysis.stories import STORY_FILE

Input = Path | Upload | Paste

PASTED = "pasted text"


def sources(inputs: Iterable[Input]) -> Iterator[Source | Path | Refused]:
    """Yield each file to read, each story folder as its path, and what cannot be read."""
    for each in inputs:
        if isinstance(each, Path):
            yield from _in_path(each)
        else:
            yield _given(each)


def _given(each: Upload | Paste) -> Source | Refused:
    """Return an upload or a pasted text as a source."""
    if isinstance(each, Paste):
        try:
            return Source(PASTED, Kind.PASTE, checked_unicode(each.text).encode("utf-8"))
        except InputError as err:
            return Refused(PASTED, str(err))
    try:
        checked_count(len(each.data), MAX_FILE_BYTES)
        return Source(each.name, kind_of(each.name), each.data)
    except InputError as err:
        return Refused(shown_name(each.name), str(err))


def _in_path(path: Path) -> Iterator[Source | Path | Refused]:
    if path.is_dir() and (path / STORY_FILE).is_file():
        yield path
    elif path.is_dir():
        files = list(_in_folder(path))
        yield from files
        if not files:
            kinds = ", ".join(sorted(SUFFIXES))
            yield Refused(path.name, f"no readable files in this folder; known kinds: {kinds}")
    elif path.is_file():
        yield _file(path)
    else:
        yield Refused(shown_name(path.name), "no such file or folder, or not a plain file")


def _in_folder(folder: Path, depth: int = 0) -> Iterator[Source | Path | Refused]:
    """Yield the files of a folder and of those in it, by name; no links to folders."""
    children = sorted(folder.iterdir())
    files = [each.name for each in children if each.is_file()]
    # The folder of pictures beside a saved page is left out by the same rule as in an archive.
    inside = {
        f"{each.name}/x": each for each in children if each.is_dir() and not each.is_symlink()
    }
    names = set(wanted([*files, *inside]))
    for each in children:
        if each.name in names and each.suffix.lower() in SUFFIXES | ADVICE.keys():
            yield _file(each)
    for name, each in inside.items():
        if name in names and not each.name.startswith("."):
            yield from _folder_in(each, depth + 1)


def _folder_in(folder: Path, depth: int) -> Iterator[Source | Path | Refused]:
    if (folder / STORY_FILE).is_file():
        yield folder
    elif depth > MAX_FOLDER_DEPTH:
        yield Refused(shown_name(folder.name), "too many folders inside one another; not opened")
    else:
        yield from _in_folder(folder, depth)


def _file(path: Path) -> Source | Refused:
    try:
        return Source(path.name, kind_of(path.name), path=path)
    except InputError as err:
        return Refused(shown_name(path.name), str(err))
