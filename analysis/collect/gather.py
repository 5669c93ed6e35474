"""Whatever a person brings in -> its articles, one by one, with how each field is known."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from analysis.collect.candidate import Candidate, Item, Origin, Refused, ToFetch, Way
from analysis.collect.documents import read_items
from analysis.collect.inputs import Input, sources
from analysis.collect.messages import Message, Unit
from analysis.collect.names import shown_name
from analysis.collect.sandbox import Sandbox
from analysis.collect.source import Kind, Source
from analysis.collect.stated import with_language
from analysis.errors import InputError, ParallaxError
from analysis.stories import load_story
from analysis.types import Article, Progress

_STREAMED = frozenset({Kind.CSV, Kind.JSON_LINES, Kind.JSON})
"""Kinds read in this process: the standard library reads them in time that grows with their
length alone, and rows of several gigabytes must not wait for a pipe."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What came in, in input order, what was refused, and what a person should look at."""

    articles: tuple[Article, ...]
    refused: tuple[Refused, ...] = ()
    notices: tuple[Refused, ...] = ()
    """Articles that came in, and what of them was left out or looks strange."""


def candidates(inputs: Iterable[Input], *, progress: Progress | None = None) -> Iterator[Item]:
    """Yield each article, each address that is still to be fetched, and each thing refused.

    Inputs are files, folders, uploads and pasted text. Items come in input order as soon as each
    is read; nothing is kept. ``progress(done, total, label)`` counts bytes.

    Reading the same inputs again yields the same items, and the library knows an article by
    its text and publisher: after an interruption, bring the same inputs in again.
    """
    tell = progress or _silent
    todo = list(sources(inputs))
    total = sum(each.size for each in todo if isinstance(each, Source))
    done = 0
    with Sandbox() as sandbox:
        for each in todo:
            if isinstance(each, Refused):
                yield each
                continue
            if isinstance(each, Path):
                yield from _story(each)
                continue
            tell(done, total, each.label)
            with closing(_messages(each, sandbox, fill=True)) as messages:
                yield from _items(messages, lambda at, what, n=done: tell(n + at, total, what))
            done += each.size
    tell(total, total, "")


def _silent(done: int, total: int, label: str) -> None:
    """Tell nobody."""


def _items(messages: Iterable[Message], tell: Callable[[int, str], None]) -> Iterator[Item]:
    for message in messages:
        if isinstance(message, Unit):
            tell(message.done, message.label)
        elif isinstance(message, Candidate | ToFetch | Refused):
            yield message


def _messages(source: Source, sandbox: Sandbox, *, fill: bool) -> Generator[Message]:
    is_text = source.kind in {Kind.TEXT, Kind.MARKDOWN}
    if source.kind in _STREAMED or (is_text and not fill):
        for message in _read_here(source):
            yield with_language(message) if fill and isinstance(message, Candidate) else message
    else:
        yield from sandbox.read(source, fill=fill)


def _read_here(source: Source) -> Iterator[Message]:
    try:
        yield from read_items(source)
    except InputError as err:
        yield Refused(source.label, str(err))
    except OSError as err:
        yield Refused(source.label, f"it cannot be opened: {err.strerror}")


def _story(folder: Path) -> Iterator[Candidate | Refused]:
    """Yield the articles of a story folder with what its file says of them."""
    try:
        story = load_story(folder)
    except ParallaxError as err:
        yield Refused(shown_name(folder.name), str(err))
        return
    for article in story.articles:
        known = tuple(each for each in story.known if each.article_id == article.id)
        origin = Origin(Way.FILE, shown_name(folder.name), article.id)
        yield Candidate(article, origin, known)


def collect(inputs: Iterable[Path]) -> Collected:
    """Return the articles in story folders, folders of files, and files.

    Fields are as the files state them; analysis reads the others from the texts.

    Raises
    ------
    InputError
        If an input does not exist; unreadable files are listed as refused instead.
    """
    paths = list(inputs)
    for path in paths:
        if not path.exists():
            message = f"{path}: no such file or folder; check the name"
            raise InputError(message)
    found = _Collecting()
    with Sandbox() as sandbox:
        for each in sources(paths):
            if isinstance(each, Refused):
                found.take(each)
            elif isinstance(each, Path):
                found.take_all(_story(each))
            else:
                found.take_all(_messages(each, sandbox, fill=False))
    return Collected(_without_twins(found.articles), tuple(found.refused), tuple(found.notices))


@dataclass(slots=True)
class _Collecting:
    """What has come in so far."""

    articles: list[Article] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notices: list[Refused] = field(default_factory=list)

    def take_all(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.take(message)

    def take(self, message: Message) -> None:
        if isinstance(message, Candidate):
            self.articles.append(message.article)
            name = ":".join(part for part in (message.origin.name, message.origin.part) if part)
            self.notices += [Refused(name, notice) for notice in message.notices]
        elif isinstance(message, ToFetch):
            name = ":".join(part for part in (message.origin.name, message.origin.part) if part)
            reason = f"only an address, no text ({message.url}); open it with the Collect page"
            self.refused.append(Refused(name, reason))
        elif isinstance(message, Refused):
            self.refused.append(message)


def _without_twins(articles: list[Article]) -> tuple[Article, ...]:
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
    return tuple(kept)
