"""One parsed paragraph with its quotation marks: what every quote rule looks at."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.quotes.marks import Marked, marked
from analysis.types import Span

if TYPE_CHECKING:
    from analysis.parsing import Doc, Token


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paragraph's tokens and marks, looked up once because every rule asks for them."""

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    """Character at which each token begins."""
    edge: tuple[bool, ...]
    """Whether each token is punctuation or white space and may be cut from content."""
    outer: tuple[Marked, ...]
    """Quotations that no other one encloses."""
    inside: tuple[int, ...]
    """Index into ``outer`` for each token, or -1."""

    sentence: tuple[tuple[int, int], ...]
    """Token range of the sentence that each token belongs to."""

    def span(self, start: int, end: int) -> Span:
        """Return the characters of the tokens ``start`` to ``end`` (exclusive)."""
        return Span(self.starts[start], self.starts[end - 1] + len(self.tokens[end - 1]))

    def first_from(self, char: int) -> int:
        """Return the first token that begins at or after a character."""
        return bisect_left(self.starts, char)

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the token range without punctuation or white space at either end."""
        while start < end and self.edge[start]:
            start += 1
        while end > start and self.edge[end - 1]:
            end -= 1
        return (start, end) if start < end else None


def sheet(doc: Doc) -> Sheet:
    """Return the paragraph with its outermost quotation marks looked up for every token."""
    tokens = tuple(doc)
    starts = tuple(doc.starts)
    outer = tuple(m for m in marked(doc.text) if m.depth == 0)
    inside = [-1] * len(tokens)
    for number, mark in enumerate(outer):
        for i in range(bisect_left(starts, mark.outer.start), bisect_left(starts, mark.outer.end)):
            inside[i] = number
    edge = tuple(t.is_punct or t.is_space for t in tokens)
    sentence = tuple(s for sent in doc.sents for s in [(sent.start, sent.end)] * len(sent))
    return Sheet(doc.text, tokens, starts, edge, outer, tuple(inside), sentence)
