"""Scored candidates -> the attributions that can stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.extract.quotes.candidates import Candidate
from analysis.types import Span

ACCEPT = 0.38
"""Least probability of an accepted candidate; F1 on unseen articles is level from 0.28 to 0.40,
and the higher end finds fewer false quotes."""

SAME = 0.6
"""Overlap (Dice, in characters) from which two contents are one and the same."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its probability."""

    candidate: Candidate
    p: float


def chosen(scored: Iterable[Scored], *, accept: float = ACCEPT) -> list[Scored]:
    """Return the accepted candidates, best first; rivals for the same words are dropped."""
    kept: list[Scored] = []
    for item in sorted(scored, key=lambda s: -s.p):
        if item.p < accept:
            break
        if not any(_rivals(item.candidate, other.candidate) for other in kept):
            kept.append(item)
    return kept


def by_cue(accepted: Iterable[Scored]) -> list[list[Scored]]:
    """Return the accepted candidates of each cue together: "X is expected to go" is one report."""
    groups: dict[int, list[Scored]] = {}
    for item in accepted:
        groups.setdefault(item.candidate.cue, []).append(item)
    return list(groups.values())


def _rivals(one: Candidate, other: Candidate) -> bool:
    if one.cue == other.cue and any(a.overlaps(b) for a in one.content for b in other.content):
        return True
    return dice(one.content, other.content) >= SAME


def dice(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return twice the shared characters over all characters of two contents."""
    total = sum(s.end - s.start for s in (*one, *other))
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return 2 * shared / total if total else 0.0
