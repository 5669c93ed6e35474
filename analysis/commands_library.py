"""What ``python -m analysis library`` does: look, search, take back, save and bring back."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import count as count_up

from analysis import library
from analysis.commands import FINDINGS
from analysis.grouping import proposed_stories
from analysis.library import FIELDS, Deed, Kept, Search
from analysis.listing import print_rows, tell, visible

USAGE = 2

_PAGE = 500
"""Articles read from the library at a time."""

MAX_PROPOSED = 5_000
"""Articles looked at for proposed stories, the last added first."""

ARTICLE_COLUMNS = ("id", "outlet", "published", "language", "title", "stories", "added")
STORY_COLUMNS = ("id", "title", "articles", "comes_with_parallax", "made")
DEED_COLUMNS = ("deed", "made", "author", "edits", "stories", "taken_back")
PROPOSAL_COLUMNS = ("articles", "likeness", "first", "last", "words", "ids")


def show_all(arguments: argparse.Namespace) -> int:
    """Print the articles of the library, the last added first."""
    return _print_articles(Search(story=arguments.story, outlet=arguments.outlet), arguments.format)


def find(arguments: argparse.Namespace) -> int:
    """Print the articles that hold all of the words."""
    return _print_articles(Search(query=" ".join(arguments.words)), arguments.format)


def show(arguments: argparse.Namespace) -> int:
    """Print what is known of an article, how, and its text."""
    kept = library.article(arguments.id)
    if arguments.format == "json":
        print(json.dumps({**_fields(kept), "text": kept.article.text}))
        return 0
    known = {each.field: each for each in kept.known}
    for name, value in _fields(kept).items():
        basis = known.get(name)
        how = f" ({basis.basis}: {basis.why})" if basis and basis.why else ""
        print(visible(f"{name}: {value or 'not known'}{how}"))
    print(f"\n{visible(kept.article.text)}")
    if kept.damage:
        tell(f"damaged: {kept.damage}")
    return FINDINGS if kept.damage else 0


def stories(arguments: argparse.Namespace) -> int:
    """Print the stories with their ids."""
    rows = (
        {
            "id": each.id,
            "title": each.title,
            "articles": each.n_articles,
            "comes_with_parallax": "yes" if each.is_shipped else "no",
            "made": each.made_at,
        }
        for each in library.stories()
    )
    print_rows(STORY_COLUMNS, rows, arguments.format, sys.stdout)
    return 0


def history(arguments: argparse.Namespace) -> int:
    """Print the deeds, the latest first; each can be taken back by its name."""
    rows = (_deed_row(each) for each in _deeds(arguments.story))
    print_rows(DEED_COLUMNS, rows, arguments.format, sys.stdout)
    return 0


def undo(arguments: argparse.Namespace) -> int:
    """Take a deed back whole."""
    found = library.deed_edits(arguments.act)
    if not found:
        tell(
            f"error: no deed '{arguments.act[:60]}'; python -m analysis library history lists them"
        )
        return 1
    library.undo_act(arguments.act)
    tell(f"taken back: {len(found):,} decisions of {found[0].made_at}; the history keeps them")
    return 0


def bin_articles(arguments: argparse.Namespace) -> int:
    """Move articles to the bin."""
    act = library.bin_articles(arguments.ids)
    tell(
        f"in the bin; to take it back: python -m analysis library undo {act}" if act else "nothing"
    )
    return 0


def forget(arguments: argparse.Namespace) -> int:
    """Delete articles for good."""
    if not arguments.yes:
        tell(
            "usage: forget deletes texts and every decision about them for good; add --yes to do "
            "so, or use: library bin ID"
        )
        return USAGE
    gone = library.forget(arguments.ids)
    tell(f"deleted for good: {', '.join(gone.articles)}")
    for path in gone.backups:
        tell(f"a backup still holds one of them: {path.name}; delete it yourself if need be")
    if gone.pending:
        tell(gone.pending)
    return 0


def check(_: argparse.Namespace) -> int:
    """Read everything and print what is not as it was written."""
    damages = library.check()
    for each in damages:
        print(visible(f"{each.where}: {each.what}"))
    tell(f"{library.where()}: {len(damages)} damaged" if damages else f"{library.where()}: whole")
    return FINDINGS if damages else 0


def backup(arguments: argparse.Namespace) -> int:
    """Write the whole library to one file."""
    made = library.backup(arguments.file)
    tell(
        f"wrote {made.path.name}: {made.articles:,} articles, {made.edits:,} decisions, "
        f"SHA-256 {made.sha256}"
    )
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Bring a backup back; what is there is put aside first."""
    found = library.restore(arguments.file)
    tell(f"restored {found.articles:,} articles and {found.edits:,} decisions")
    if found.before:
        tell(f"what was there before: {found.before.parent.name}/{found.before.name}")
    return 0


def export_story(arguments: argparse.Namespace) -> int:
    """Write a story to one file."""
    n_texts = library.export_story(
        arguments.story, arguments.file, respect_rights=arguments.respect_rights
    )
    tell(f"wrote {arguments.file.name}: {n_texts:,} articles with their text")
    return 0


def import_story(arguments: argparse.Namespace) -> int:
    """Bring a story in from a file; the same file again changes nothing."""
    found = library.import_story(arguments.file)
    print(found.story)
    tell(f"{len(found.new):,} new, {len(found.known):,} there already; story '{found.story}'")
    if found.without_text:
        tell(f"{len(found.without_text):,} came without their text, as their rights ask")
    if found.conflicts:
        tell(f"{len(found.conflicts):,} decisions were not taken over: other ones hold here")
    if found.act:
        tell(f"to take it back: python -m analysis library undo {found.act}")
    return 0


def propose(arguments: argparse.Namespace) -> int:
    """Print groups of articles without a story that may be about one event."""
    articles = [each.article for each in _articles(Search(), MAX_PROPOSED) if not each.stories]
    rows = (
        {
            "articles": len(each.article_ids),
            "likeness": f"{each.likeness:.2f}",
            "first": each.first,
            "last": each.last,
            "words": each.words,
            "ids": each.article_ids,
        }
        for each in proposed_stories(articles)
    )
    number = print_rows(PROPOSAL_COLUMNS, rows, arguments.format, sys.stdout)
    tell(f"{number} proposed among {len(articles):,} articles without a story; look before you use")
    return 0


def _print_articles(search: Search, kind: str) -> int:
    rows = (_article_row(each) for each in _articles(search))
    number = print_rows(ARTICLE_COLUMNS, rows, kind, sys.stdout)
    tell(f"{number:,} articles in {library.where()}")
    return 0


def _articles(search: Search, most: int | None = None) -> Iterator[Kept]:
    """Yield the articles of a search page by page."""
    for offset in count_up(0, _PAGE):
        found = library.articles(search, limit=_PAGE, offset=offset)
        yield from found
        if len(found) < _PAGE or (most is not None and offset + _PAGE >= most):
            return


def _deeds(story: str | None) -> Iterator[Deed]:
    for offset in count_up(0, _PAGE):
        found = library.deeds(story, limit=_PAGE, offset=offset)
        yield from found
        if len(found) < _PAGE:
            return


def _article_row(kept: Kept) -> dict[str, object]:
    article = kept.article
    return {
        "id": article.id,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
        "title": f"damaged: {kept.damage}" if kept.damage else article.title,
        "stories": kept.stories,
        "added": kept.added_at,
    }


def _deed_row(deed: Deed) -> dict[str, object]:
    edits: Iterable[str] = (f"{n} {kind.value}" for kind, n in deed.counts.items())
    return {
        "deed": deed.act,
        "made": deed.made_at,
        "author": deed.author,
        "edits": tuple(edits),
        "stories": deed.stories,
        "taken_back": "yes" if deed.undone else "no",
    }


def _fields(kept: Kept) -> dict[str, str | None]:
    origin = kept.origin
    came = ":".join(part for part in (origin.name, origin.part) if part) if origin else None
    return {
        "id": kept.article.id,
        **{name: getattr(kept.article, name) for name in FIELDS},
        "stories": ", ".join(kept.stories),
        "from": came,
        "added": kept.added_at,
    }
