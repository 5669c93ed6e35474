"""Rows of tables -> partitions of whole stories, each named by what is in it; read as a stream."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter

from analysis.batch.messages import article_line, article_of
from analysis.batch.places import messages
from analysis.batch.seen import Seen
from analysis.choices import BATCH_ROWS
from analysis.collect import Candidate, Refused, ToFetch
from analysis.collect.messages import Unit
from analysis.collect.source import Source
from analysis.errors import InputError
from analysis.types import Article

MAX_STORY = 200
"""Most articles of one story that are analysed together, since all their parses are held at once;
a longer story is cut, in the order of its rows."""

MAX_CHARS = 5_000_000
"""Characters of a partition's articles, about 1,000 of the usual length: a worker holds the rows
found in all of them, 80 bytes for each character, and may have 1 GB."""

KEY_CHARS = 32
"""Hexadecimal digits of a partition's name: 128 bits, so that no two share one by chance."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Some articles to analyse, packed, and where each row stood."""

    key: str
    """Digest of the articles and of all versions that decide their numbers."""
    places: tuple[str, ...]
    packed: bytes

    def articles(self) -> tuple[Article, ...]:
        """Return its articles."""
        return unpacked(self.packed)


def packed(lines: Iterable[str]) -> bytes:
    """Return articles as they travel."""
    return zlib.compress("\n".join(lines).encode("ascii"), 1)


def unpacked(data: bytes) -> tuple[Article, ...]:
    """Return the articles of a packed partition."""
    return tuple(map(article_of, zlib.decompress(data).decode("ascii").splitlines()))


@dataclass(slots=True)
class Reader:
    """Reads tables and cuts them into partitions; what it refused and how far it is lies open."""

    tables: Sequence[Source]
    fingerprint: str
    rows: int = BATCH_ROWS
    refused: list[Refused] = field(default_factory=list)
    unread: list[Refused] = field(default_factory=list)
    """Tables that could not be read, or not to their end."""
    articles: int = 0
    """Articles read so far."""
    done: int = 0
    """Bytes of the tables that lie behind."""
    cut_stories: int = 0
    """Stories longer than ``MAX_STORY``, analysed in pieces."""
    _seen: Seen = field(default_factory=Seen)

    @property
    def total(self) -> int:
        """Return the size of all tables, in bytes."""
        return sum(each.size for each in self.tables)

    def partitions(self) -> Iterator[Partition]:
        """Yield the partitions of one table after the other.

        Articles without a story are cut into ranges of rows as they come. Those with one wait
        in a temporary file until the table is read, and come sorted by story, whole stories
        together up to ``MAX_STORY``; a story is known within one table. A partition has
        ``rows`` articles, fewer where they are long, and more where a story has.
        """
        for table in self.tables:
            before = self.done
            with closing(_Waiting()) as waiting:
                yield from map(self._partition, self._filled(self._loose(table, waiting)))
                yield from map(self._partition, self._filled(self._pieces(waiting)))
            self.done = before + table.size

    def _loose(self, table: Source, waiting: _Waiting) -> Iterator[list[_Line]]:
        """Yield the articles without a story; let the others wait."""
        for place, article in self._articles(table, self.done):
            line = (place, article_line(article))
            if article.story:
                waiting.add(article.story, line)
            else:
                yield [line]

    def _pieces(self, waiting: _Waiting) -> Iterator[list[_Line]]:
        """Yield the stories, long ones in pieces, and count those."""
        for number, piece in waiting.pieces():
            self.cut_stories += number == 1
            yield piece

    def _articles(self, table: Source, before: int) -> Iterator[tuple[str, Article]]:
        try:
            for item in messages(table):
                if isinstance(item, Unit):
                    self.done = before + item.done
                elif isinstance(item, Candidate):
                    place = f"{table.label}:{item.origin.part}"
                    if self._is_new(item.article.id, place):
                        yield place, item.article
                elif isinstance(item, ToFetch | Refused):
                    self._refuse(_without_text(item), table)
        except InputError as err:
            self._refuse(Refused(table.label, str(err)), table)
        except OSError as err:
            reason = f"it cannot be read: {err.strerror or type(err).__name__}"
            self._refuse(Refused(table.label, reason), table)

    def _refuse(self, refused: Refused, table: Source) -> None:
        self.refused.append(refused)
        if refused.name == table.label:  # a row has its number behind it
            self.unread.append(refused)

    def _is_new(self, article_id: str, place: str) -> bool:
        if self._seen.add(article_id):
            self.articles += 1
            return True
        reason = f"its id '{article_id}' stands in an earlier row; give every article its own"
        self.refused.append(Refused(place, reason))
        return False

    def _filled(self, together: Iterable[list[_Line]]) -> Iterator[list[_Line]]:
        """Yield the lines of a partition each; what comes together stays so."""
        lines: list[_Line] = []
        chars = 0
        for more in together:
            size = sum(len(line) for _, line in more)
            if lines and (len(lines) + len(more) > self.rows or chars + size > MAX_CHARS):
                yield lines
                lines, chars = [], 0
            lines += more
            chars += size
        if lines:
            yield lines

    def _partition(self, lines: list[_Line]) -> Partition:
        digest = hashlib.sha256(self.fingerprint.encode("ascii"))
        for _, line in lines:
            digest.update(b"\n" + line.encode("ascii"))
        places = tuple(place for place, _ in lines)
        return Partition(digest.hexdigest()[:KEY_CHARS], places, packed(line for _, line in lines))


_Line = tuple[str, str]
"""Where a row stood, and its article as JSON."""


def _without_text(item: ToFetch | Refused) -> Refused:
    if isinstance(item, Refused):
        return item
    place = f"{item.origin.name}:{item.origin.part}"
    return Refused(place, f"only an address, no text ({item.url}); fetch it on the Collect page")


class _Waiting:
    """Rows that wait for the others of their story, in a file that vanishes when closed."""

    def __init__(self) -> None:
        # An empty name is a private database on disk; memory holds its cache only.
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.execute("CREATE TABLE row (story TEXT, place TEXT, line TEXT)")

    def add(self, story: str, line: _Line) -> None:
        self._rows.execute("INSERT INTO row VALUES (?, ?, ?)", (story, *line))

    def pieces(self) -> Iterator[tuple[int, list[_Line]]]:
        """Yield the rows of each story, ``MAX_STORY`` at once, and the number of the piece.

        Stories come in the order of their names.
        """
        rows = self._rows.execute("SELECT story, place, line FROM row ORDER BY story, rowid")
        for _, group in groupby(rows, key=itemgetter(0)):
            lines = ((place, line) for _, place, line in group)
            number = 0
            while piece := list(islice(lines, MAX_STORY)):
                yield number, piece
                number += 1

    def close(self) -> None:
        self._rows.close()
