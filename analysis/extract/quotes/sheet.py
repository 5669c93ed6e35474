"""One parsed paragraph with its quotation marks: what every quote rule looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.quotes.marks import Marked, marked
from analysis.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paragraph's tokens and marks; ``inside[i]`` is the outermost mark around token ``i``."""

    doc: Doc
    marks: tuple[Marked, ...]
    inside: tuple[int, ...]
    """Index into ``outer`` for each token, or -1."""
    outer: tuple[Marked, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the characters of the tokens ``start`` to ``end`` (exclusive)."""
        last = self.doc[end - 1]
        return Span(self.doc[start].idx, last.idx + len(last))

    def tokens(self, span: Span) -> tuple[int, int]:
        """Return the range of the tokens that begin inside the span."""
        inside = [t.i for t in self.doc if span.start <= t.idx < span.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def sheet(doc: Doc) -> Sheet:
    """Return the paragraph with its outermost quotation marks looked up for every token."""
    marks = marked(doc.text)
    outer = tuple(m for m in marks if m.depth == 0)
    return Sheet(doc, marks, tuple(_inside(token, outer) for token in doc), outer)


def _inside(token: Token, outer: tuple[Marked, ...]) -> int:
    return next((n for n, m in enumerate(outer) if m.outer.start <= token.idx < m.outer.end), -1)


def is_edge(token: Token) -> bool:
    """Return whether a token may be cut from the edge of content: punctuation and white space."""
    return token.is_punct or token.is_space


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Return the token range without punctuation or white space at either end."""
    while start < end and is_edge(doc[start]):
        start += 1
    while end > start and is_edge(doc[end - 1]):
        end -= 1
    return (start, end) if start < end else None
