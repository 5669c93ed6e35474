"""Near copies and what changed between two of them, in the pieces that the page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.near_copies import Change, ChangeKind, Link, LinkKind, differences
from analysis.spans import n_words
from analysis.types import Span
from dashboard import words
from dashboard import words_library_stories as of_stories
from dashboard.prepare.library_items import Item, dated

AROUND = 12
"""Words of an unchanged stretch that stay in sight at either end, for reading on."""

LONG = 3 * AROUND
"""Words from which an unchanged stretch is folded."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch to be shown: what became of it, and its words before and after."""

    kind: ChangeKind
    old: str = ""
    new: str = ""
    parts: tuple[Piece, ...] = ()
    """The words of a reworded sentence, in the same form."""


def pieces(old: str, new: str) -> list[Piece]:
    """Return what changed between two texts, in their order; spacing does not count."""
    return _joined(_piece(each, old, new) for each in differences(old, new))


def _piece(change: Change, old: str, new: str) -> Piece:
    before, after = change.old.of(old), change.new.of(new)
    parts = _joined(_piece(each, old, new) for each in change.words)
    only_spacing = [part.kind for part in parts] == [ChangeKind.SAME]
    if only_spacing or change.kind in (ChangeKind.SAME, ChangeKind.SPACING):
        text = after or before
        return Piece(ChangeKind.SAME, text, text)
    return Piece(change.kind, before, after, tuple(parts))


def _joined(found: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with unchanged neighbours made one."""
    joined: list[Piece] = []
    for piece in found:
        if joined and joined[-1].kind is piece.kind is ChangeKind.SAME:
            text = joined.pop().new + piece.new
            joined.append(Piece(ChangeKind.SAME, text, text))
        else:
            joined.append(piece)
    return joined


def changed(found: Iterable[Piece]) -> str:
    """Return how much changed, in words; nothing if only spacing did."""
    n = Counter(piece.kind for piece in found)
    if not n.keys() & {ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.REWORDED}:
        return of_stories.DIFFERENCE_NONE
    return of_stories.CHANGES.format(
        added=words.plural(n[ChangeKind.ADDED], "stretch", "stretches"),
        removed=words.plural(n[ChangeKind.REMOVED], "stretch", "stretches"),
        reworded=words.plural(n[ChangeKind.REWORDED], "sentence"),
    )


def ends(text: str) -> tuple[str, str, int]:
    """Return the words in sight at either end of an unchanged stretch, and how many lie between.

    A short stretch stands in sight whole, and then nothing lies between.
    """
    found = text.split()
    if len(found) <= LONG:
        return text, "", 0
    between = " ".join(found[AROUND:-AROUND])
    hidden = n_words(between, [Span(0, len(between))])
    return " ".join(found[:AROUND]), " ".join(found[-AROUND:]), hidden


def pair_name(link: Link, items: Mapping[str, Item]) -> str:
    """Return what a pair is called in a list."""
    left, right = items[link.left_id], items[link.right_id]
    return f"{left.called} \u2192 {right.called}"


def pair_key(link: Link) -> str:
    """Return what names a pair."""
    return f"{link.left_id}|{link.right_id}"


def ordered(links: Iterable[Link]) -> list[Link]:
    """Return the pairs, versions before copies, the likest first."""
    return sorted(links, key=lambda link: (link.kind is not LinkKind.VERSION, -link.likeness))


def rows(links: Sequence[Link], items: Mapping[str, Item]) -> list[list[str]]:
    """Return one row per pair: both articles, what they are to each other, how alike."""
    return [
        [
            _told(items[link.left_id]),
            _told(items[link.right_id]),
            of_stories.COPY_KINDS[link.kind],
            percent(link.likeness),
            percent(link.overlap),
        ]
        for link in links
    ]


def percent(share: float) -> str:
    """Return a share as readers read it; only all of it is 100 %."""
    return f"{min(int(share * 100), 100)}\u00a0%"


def near_names(links: Iterable[Link]) -> frozenset[str]:
    """Return the names of the articles that have a near copy."""
    return frozenset(name for link in links for name in (link.left_id, link.right_id))


def _told(item: Item) -> str:
    return f"{item.called}, {dated(item)}"
