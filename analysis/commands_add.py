"""What ``python -m analysis add`` does: files, folders and addresses into the library."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from analysis import library
from analysis.collect import Candidate, Item, Refused, ToFetch, candidates
from analysis.collect.columns import is_address
from analysis.commands import FINDINGS
from analysis.errors import InputError
from analysis.listing import print_rows, tell

SLICE = 200
"""Articles written in one transaction: what is done stays if the rest is interrupted."""

TELL_EVERY = 1_000
"""Articles between two lines that say how far it is."""

COLUMNS = ("state", "id", "outlet", "published", "title", "from")

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""

NEW, KNOWN, WOULD = "new", "there already", "would be added"

NETWORK_NOTICE = (
    "fetching {number}: the sites see this computer's internet address and the name of this program"
)


@dataclass(slots=True)
class _Adding:
    """How far adding has come."""

    story: str | None
    title: str | None
    outlet: str | None
    dry_run: bool
    act: str | None = None
    counts: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    to_fetch: list[ToFetch] = field(default_factory=list)

    def readable(self, items: Iterable[Item]) -> Iterator[Candidate]:
        """Yield what can be kept; tell of the rest."""
        for each in items:
            if isinstance(each, ToFetch):
                self.to_fetch.append(each)
            elif isinstance(each, Refused):
                self._refuse(each)
            else:
                yield from self._checked(each)

    def _checked(self, found: Candidate) -> Iterator[Candidate]:
        if self.outlet is not None and self.outlet != found.article.outlet:
            found = replace(found, corrections={**found.corrections, "outlet": self.outlet})
        if reason := library.refusal(found):
            self._refuse(Refused(_from(found), reason))
        else:
            yield found

    def _refuse(self, refused: Refused) -> None:
        self.refused.append(refused)
        tell(f"refused: {refused.name}: {refused.reason}")

    def kept(self, slice_: list[Candidate]) -> Iterator[dict[str, object]]:
        """Keep some articles as part of the one deed; yield a row for each."""
        if self.dry_run:
            known = [kept.article.id if kept else None for kept in library.already(slice_)]
            states = [KNOWN if each else WOULD for each in known]
        else:
            added = library.add(slice_, story=self.story, title=self.title, act=self.act)
            # The story is there now; the slices that follow go into it.
            self.act, self.story, self.title = added.act, added.story, None
            known = [kept.article.id if kept else None for kept in library.already(slice_)]
            states = [NEW if each in added.new else KNOWN for each in known]
        for candidate, article_id, state in zip(slice_, known, states, strict=True):
            self.counts[state] += 1
            yield _row(candidate, article_id, state)
        if self.counts.total() % TELL_EVERY < len(slice_):
            tell(f"{self.counts.total():,} so far")

    def summary(self) -> str:
        """Return what was done, in one line."""
        parts = [f"{self.counts[state]:,} {state}" for state in (NEW, WOULD) if self.counts[state]]
        parts += [f"{self.counts[KNOWN]:,} {KNOWN}"] if self.counts[KNOWN] else []
        parts += [f"{len(self.refused):,} refused"] if self.refused else []
        return ", ".join(parts) or "nothing was read"


def add(arguments: argparse.Namespace) -> int:
    """Add articles to the library; the same command again adds only what is missing."""
    addresses = [each for each in arguments.inputs if is_address(each)]
    paths = [Path(each) for each in arguments.inputs if not is_address(each)]
    story, title = story_named(arguments.story)
    adding = _Adding(story, title, _outlet(arguments.outlet), arguments.dry_run)
    try:
        print_rows(
            COLUMNS, _rows(adding, paths, addresses, arguments), arguments.format, sys.stdout
        )
    except KeyboardInterrupt:
        tell(f"stopped: {adding.summary()}. What was added stays.")
        tell("Run the same command again to add the rest: nothing is added twice.")
        return INTERRUPTED
    return _told(adding)


def _told(adding: _Adding) -> int:
    tell(adding.summary())
    if adding.act and _is_latest(adding.act):
        tell(f"to take it back: python -m analysis library undo {adding.act}")
    if adding.story and adding.act:
        tell(f"to see it: python -m analysis table framing {adding.story} --format md")
    if adding.to_fetch:
        tell(f"addresses without text: {len(adding.to_fetch):,}; with --fetch they are fetched")
    return FINDINGS if adding.refused or adding.to_fetch else 0


def _is_latest(act: str) -> bool:
    """Return whether the deed changed anything: one that did not is in no history."""
    return any(deed.act == act for deed in library.deeds(limit=1))


class _Unbroken:
    """Standard output, whose reader may go away (head, less) without stopping what is added."""

    def write(self, text: str) -> int:
        """Write as long as somebody reads."""
        try:
            return sys.stdout.write(text)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0


def _rows(
    adding: _Adding, paths: list[Path], addresses: list[str], arguments: argparse.Namespace
) -> Iterator[dict[str, object]]:
    yield from _in_slices(adding, candidates(paths) if paths else ())
    if arguments.fetch:
        addresses += [row.url for row in adding.to_fetch]
        adding.to_fetch.clear()
    if addresses:
        yield from _in_slices(adding, _fetched(addresses))


def _fetched(addresses: list[str]) -> Iterator[Item]:
    from analysis.collect.web import (  # noqa: PLC0415 -- loads the network's libraries
        fetch_candidates,
    )

    pages = "1 page" if len(addresses) == 1 else f"{len(addresses):,} pages"
    tell(NETWORK_NOTICE.format(number=pages))
    yield from fetch_candidates(addresses)


def _in_slices(adding: _Adding, items: Iterable[Item]) -> Iterator[dict[str, object]]:
    found = adding.readable(items)
    while slice_ := list(islice(found, SLICE)):
        yield from adding.kept(slice_)


def story_named(given: str | None) -> tuple[str | None, str | None]:
    """Return the id of the story with this id or title, else the title of one to be made."""
    if given is None:
        return None, None
    titles = library.story_titles()
    if given in titles:
        return given, None
    wanted = " ".join(given.split()).casefold()
    same = [key for key, title in titles.items() if " ".join(title.split()).casefold() == wanted]
    if len(same) > 1:
        message = f"several stories are called '{given[:60]}'; name one by its id: {same}"
        raise InputError(message)
    return (same[0], None) if same else (None, given)


def _outlet(given: str | None) -> str | None:
    return library.checked_field("outlet", given) if given is not None else None


def _row(candidate: Candidate, article_id: str | None, state: str) -> dict[str, object]:
    article = candidate.article
    outlet = candidate.corrections.get("outlet", article.outlet)
    values = (state, article_id, outlet, article.published, article.title, _from(candidate))
    return dict(zip(COLUMNS, values, strict=True))


def _from(candidate: Candidate) -> str:
    origin = candidate.origin
    return ":".join(part for part in (origin.name, origin.part) if part)
