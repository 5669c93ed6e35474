"""One partition: analysed, written, and recorded; what a worker of the cluster does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from analysis.batch.analyst import Analyst, Rows, StoppedError
from analysis.batch.arrow import joined
from analysis.batch.folder import Folder
from analysis.batch.messages import Record, SetAside
from analysis.batch.partitions import MAX_STORY, unpacked
from analysis.types import Article

Aside = dict[str, str]
"""Article id -> why it could not be analysed."""


def analysed(
    key: str, packed: bytes, folder: Folder, analyst: Analyst, aside: Mapping[str, str]
) -> Record:
    """Return the record of a partition, analysing and writing it if it is not there yet.

    ``aside`` names articles that must not be tried again, and why.
    """
    record = folder.record(key)
    if record is not None:
        return record
    articles = unpacked(packed)
    reasons: Aside = dict(aside)
    found = [rows for group in groups(articles) for rows in _found(group, analyst, reasons)]
    set_aside = tuple(
        SetAside(number, article.id, reasons[article.id])
        for number, article in enumerate(articles)
        if article.id in reasons
    )
    tables = joined(found)
    rows = {name: len(table) for name, table in tables.items()}
    record = Record(key, len(articles) - len(set_aside), set_aside, rows)
    folder.write(key, tables, record)
    return record


def groups(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """Yield what is analysed together: whole stories, cut at ``MAX_STORY``, or single articles."""
    for story, group in groupby(articles, key=lambda article: article.story):
        together = list(group)
        size = MAX_STORY if story else 1
        for start in range(0, len(together), size):
            yield together[start : start + size]


def _found(group: Sequence[Article], analyst: Analyst, reasons: Aside) -> Iterator[Rows]:
    """Yield the rows of a group; what cannot be analysed is added to ``reasons``."""
    group = [article for article in group if article.id not in reasons]
    if not group:
        return
    try:
        yield _rows(analyst, group)
    except StoppedError as err:
        if len(group) == 1:
            reasons[group[0].id] = str(err)
            return
        yield from _found_apart(group, analyst, reasons)


def _found_apart(group: Sequence[Article], analyst: Analyst, reasons: Aside) -> Iterator[Rows]:
    """Yield the rows of a story that cannot be analysed as it is.

    Each article is tried alone; those that fail are left out and the others analysed together
    again. If none fails alone, what was found in each alone must do.
    """
    before = len(reasons)
    alone = [rows for article in group for rows in _found([article], analyst, reasons)]
    if len(reasons) > before:
        yield from _found(group, analyst, reasons)
    else:
        yield from alone


def _rows(analyst: Analyst, group: Sequence[Article]) -> Rows:
    """Return the rows of a group; a process that others may have ended is given a second try."""
    try:
        return analyst.rows(group)
    except StoppedError as err:
        if err.is_sure:
            raise
        return analyst.rows(group)
