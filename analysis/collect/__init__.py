"""Untrusted input becomes article candidates here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.collect.documents import read_document
from analysis.collect.rows import ROW_SUFFIXES, read_rows
from analysis.errors import InputError, ParallaxError
from analysis.stories import STORY_FILE, load_story
from analysis.types import Article

DOCUMENT_SUFFIXES = frozenset({".txt", ".html", ".htm"})
SUFFIXES = DOCUMENT_SUFFIXES | ROW_SUFFIXES


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that could not be read, and why; the others are still analysed."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What came in, in input order, and what was refused."""

    articles: tuple[Article, ...]
    refused: tuple[Refused, ...] = ()


def collect(inputs: Iterable[Path]) -> Collected:
    """Return the articles in story folders, folders of files, and files.

    Raises
    ------
    InputError
        If an input does not exist; unreadable files are listed as refused instead.
    """
    articles: list[Article] = []
    refused: list[Refused] = []
    for path in inputs:
        if not path.exists():
            message = f"{path}: no such file or folder; check the name"
            raise InputError(message)
        for each in _read(path):
            if isinstance(each, Refused):
                refused.append(each)
            else:
                articles.append(each)
    return Collected(*_without_twins(articles, refused))


def _read(path: Path) -> Iterator[Article | Refused]:
    if path.is_dir() and (path / STORY_FILE).is_file():
        yield from _story(path)
    elif path.is_dir():
        files = [
            each
            for each in sorted(path.iterdir())
            if each.suffix.lower() in SUFFIXES and not each.name.startswith(".")
        ]
        if not files:
            kinds = ", ".join(sorted(SUFFIXES))
            yield Refused(path.name, f"no readable files in this folder; known kinds: {kinds}")
        for file in files:
            yield from _read(file)
    elif path.suffix.lower() in ROW_SUFFIXES:
        yield from _rows(path)
    else:
        yield _document(path)


def _story(path: Path) -> Iterator[Article | Refused]:
    try:
        yield from load_story(path).articles
    except ParallaxError as err:
        yield Refused(path.name, str(err))


def _rows(path: Path) -> Iterator[Article | Refused]:
    try:
        for row in read_rows(path):
            yield Refused(row.where, row.reason) if isinstance(row, InputError) else row
    except ParallaxError as err:
        yield Refused(path.name, str(err))


def _document(path: Path) -> Article | Refused:
    try:
        return read_document(path)
    except ParallaxError as err:
        return Refused(path.name, str(err))


def _without_twins(
    articles: list[Article], refused: list[Refused]
) -> tuple[tuple[Article, ...], tuple[Refused, ...]]:
    """Give a repeated id a number, so that nothing is lost, and never two articles one id."""
    taken = {article.id for article in articles}
    seen: set[str] = set()
    kept: list[Article] = []
    for article in articles:
        name, number = article.id, 1
        while name in seen or (number > 1 and name in taken):
            number += 1
            name = f"{article.id}-{number}"
        seen.add(name)
        kept.append(replace(article, id=name))
    return tuple(kept), tuple(refused)
