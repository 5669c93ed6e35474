"""Two articles, sentence beside sentence: what both report, and what only one does."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """One row of the aligned texts: sentence ids on the left and on the right.

    A row with both sides filled holds sentences that report the same; a row with one side
    empty holds what only the other article says there.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]


def aligned(
    left: Sequence[str], right: Sequence[str], pairs: Collection[tuple[str, str]]
) -> list[AlignedRow]:
    """Return both articles in rows, every sentence exactly once, the left in its own order.

    ``pairs`` are the sentences that report the same, left and right; one sentence may have
    several partners. The right article keeps its order between matches; where the two tell
    things in another order, the match stands where the left article has it.
    """
    place = {each: number for number, each in enumerate(right)}
    partners: dict[str, list[str]] = {}
    for one, other in sorted(set(pairs), key=lambda pair: place[pair[1]]):
        partners.setdefault(one, []).append(other)
    matched = {other for one in left for other in partners.get(one, ())}
    rows: list[AlignedRow] = []
    shown: set[str] = set()
    told = 0  # how far the right article has been gone through
    for one in left:
        others = tuple(each for each in partners.get(one, ()) if each not in shown)
        if not others:
            _extend(rows, one, partners.get(one, ()))
            continue
        before = _unmatched(right[told : place[others[0]]], matched)
        told = max(told, place[others[0]])
        if before:
            rows.append(AlignedRow((), before))
        rows.append(AlignedRow((one,), others))
        shown.update(others)
    rest = _unmatched(right[told:], matched)
    return [*rows, AlignedRow((), rest)] if rest else rows


def _extend(rows: list[AlignedRow], one: str, partners: Collection[str]) -> None:
    """Add a sentence to the row before it, if both have no partner or share one."""
    last = rows[-1] if rows else AlignedRow((), ())
    is_alone = not partners and not last.right
    if last.left and (is_alone or not set(partners).isdisjoint(last.right)):
        rows[-1] = AlignedRow((*last.left, one), last.right)
    else:
        rows.append(AlignedRow((one,), ()))


def _unmatched(sentences: Sequence[str], taken: Collection[str]) -> tuple[str, ...]:
    return tuple(each for each in sentences if each not in taken)
