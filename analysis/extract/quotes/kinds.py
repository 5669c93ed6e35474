"""Content and quotation marks -> direct, mixed, indirect, fragment or scare."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.extract.quotes.regions import SCARE_TOKENS, Shape
from analysis.types import QuoteKind, Span

ALL_QUOTED = 0.9
"""Share of the content's characters inside marks from which it is wholly quoted."""


def kind_of(content: Sequence[Span], quoted: Sequence[Span], *, is_clause: bool) -> QuoteKind:
    """Return the form of an attribution from what stands inside marks.

    ``is_clause`` says whether the quoted words hold a clause or more.
    """
    inside = sum(s.end - s.start for s in quoted)
    if not inside:
        return QuoteKind.INDIRECT
    if inside < ALL_QUOTED * sum(s.end - s.start for s in content):
        return QuoteKind.MIXED
    return QuoteKind.DIRECT if is_clause else QuoteKind.FRAGMENT


def is_scare(look: Shape) -> bool:
    """Return whether marks around unattributed words distance the writer from them."""
    return 0 < look.n_words <= SCARE_TOKENS and not look.title
