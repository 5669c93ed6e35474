"""Two versions of a text in, what was kept, added, removed and reworded out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from analysis.near_copies.alignment import common, counterparts, sentences, tokens
from analysis.types import Span


class ChangeKind(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    SPACING = "spacing"
    """Only white space differs: nothing to read."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the old version and what stands for it in the new one.

    The changes of two versions follow one another without gaps in both. ``SAME`` stretches
    are equal character for character; what was ``ADDED`` is empty in the old version, what was
    ``REMOVED`` in the new one.
    """

    kind: ChangeKind
    old: Span
    new: Span
    words: tuple[Change, ...] = ()
    """Inside a reworded sentence, what became of its words: in the same form, none reworded."""


class _Pair(NamedTuple):
    """A stretch of either text that stand for each other."""

    old: Span
    new: Span


def differences(old: str, new: str) -> tuple[Change, ...]:
    """Return what changed between two versions, in the order of both.

    Sentences that both have in the same order are the same. Of what lies between them, two
    sentences in the same order that share half of their words are one reworded sentence; the
    rest was removed or added. A sentence that moved is removed here and added there.

    Time and memory are bounded for any two texts: where stretches are too long to compare
    (``alignment.MAX_CELLS``), all that lies between their common beginning and end counts as
    removed and added.

    References
    ----------
    Hunt & McIlroy (1976): longest common subsequence of lines; Hyyrö (2004): by bits.
    """
    ours, theirs = sentences(old), sentences(new)
    same = common(ours.words(), theirs.words())
    reworded = counterparts(ours, theirs, same)
    pairs = [_Pair(ours.spans[m.left], theirs.spans[m.right]) for m in sorted(same + reworded)]
    changed = {ours.spans[match.left] for match in reworded}
    whole = _Pair(Span(0, len(old)), Span(0, len(new)))
    found = _tiled(old, new, whole, pairs)
    return _joined(
        replace(each, kind=ChangeKind.REWORDED, words=_word_changes(old, new, each))
        if each.old in changed and each.old.of(old) != each.new.of(new)
        else each
        for each in found
    )


def _word_changes(old: str, new: str, sentence: Change) -> tuple[Change, ...]:
    """Return what became of the words of a reworded sentence."""
    ours, theirs = tokens(old, sentence.old), tokens(new, sentence.new)
    matches = common(ours.words(), theirs.words())
    pairs = [_Pair(ours.spans[m.left], theirs.spans[m.right]) for m in matches]
    return _joined(_tiled(old, new, _Pair(sentence.old, sentence.new), pairs))


def _tiled(old: str, new: str, whole: _Pair, pairs: Iterable[_Pair]) -> Iterator[Change]:
    """Yield the pairs as same, and what became of the text before, between and after them."""
    at, to = whole.old.start, whole.new.start
    for pair in pairs:
        yield from _between(old, new, _Pair(Span(at, pair.old.start), Span(to, pair.new.start)))
        yield Change(ChangeKind.SAME, pair.old, pair.new)
        at, to = pair.old.end, pair.new.end
    yield from _between(old, new, _Pair(Span(at, whole.old.end), Span(to, whole.new.end)))


def _between(old: str, new: str, gap: _Pair) -> Iterator[Change]:
    """Yield what became of a stretch without counterparts, the white space around it apart."""
    before, after = gap.old.of(old), gap.new.of(new)
    if before == after:
        yield from [Change(ChangeKind.SAME, *gap)] if before else []
        return
    head = _n_blank(before, after)
    tail = _n_blank(before[head:][::-1], after[head:][::-1])
    ours = Span(gap.old.start + head, gap.old.end - tail)
    theirs = Span(gap.new.start + head, gap.new.end - tail)
    changes = (
        Change(ChangeKind.SAME, Span(gap.old.start, ours.start), Span(gap.new.start, theirs.start)),
        Change(_kind(before[head:], ChangeKind.REMOVED), ours, Span(theirs.start, theirs.start)),
        Change(_kind(after[head:], ChangeKind.ADDED), Span(ours.end, ours.end), theirs),
        Change(ChangeKind.SAME, Span(ours.end, gap.old.end), Span(theirs.end, gap.new.end)),
    )
    yield from (c for c in changes if c.old.start < c.old.end or c.new.start < c.new.end)


def _kind(text: str, kind: ChangeKind) -> ChangeKind:
    return kind if text.strip() else ChangeKind.SPACING


def _n_blank(before: str, after: str) -> int:
    """Return how much white space the two begin with in common."""
    for n, (ours, theirs) in enumerate(zip(before, after, strict=False)):
        if ours != theirs or not ours.isspace():
            return n
    return min(len(before), len(after))


def _joined(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes with neighbours of one kind made one; reworded sentences stay apart."""
    found: list[Change] = []
    for kind, run in groupby(changes, key=lambda change: change.kind):
        neighbours = list(run)
        if kind is ChangeKind.REWORDED or len(neighbours) == 1:
            found += neighbours
        else:
            first, last = neighbours[0], neighbours[-1]
            old, new = Span(first.old.start, last.old.end), Span(first.new.start, last.new.end)
            found.append(Change(kind, old, new))
    return tuple(found)
