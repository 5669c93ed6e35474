"""One article as it came in, and the blocks and sentences of its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from analysis.types.enums import Basis, BlockKind


class Span(NamedTuple):
    """A half-open stretch of an article's text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words this span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page, what it is, and the rule that decided so."""

    start: int
    end: int
    kind: BlockKind
    rule: str

    @property
    def span(self) -> Span:
        """Return where the block stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came in: the text is never altered."""

    id: str
    text: str
    story: str | None = None
    outlet: str | None = None
    outlet_basis: Basis = Basis.UNKNOWN
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO date or date-time; a bare date means the time of day is not known."""
    published_basis: Basis = Basis.UNKNOWN
    url: str | None = None
    language: str | None = None
    genre: str | None = None
    rights: str | None = None
    layout: tuple[Block, ...] = ()
    """What the markup of the page it came from says its stretches are; empty for plain text."""

    @property
    def label(self) -> str:
        """Return what to call this article in a comparison."""
        return self.outlet or self.id


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an analysed block."""

    id: str
    start: int
    end: int
    n_words: int
    block: BlockKind
    tone: float | None = None
    """VADER compound score in [-1, 1], proper names masked; higher = more positive words."""

    @property
    def span(self) -> Span:
        """Return where the sentence stands."""
        return Span(self.start, self.end)
