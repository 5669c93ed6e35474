"""Parsed article -> quotes."""

from __future__ import annotations

from analysis.extract.quotes.marks import marked
from analysis.nlp import ParsedArticle
from analysis.types import Quote, QuoteKind, Span


def extract_quotes(parsed: ParsedArticle) -> tuple[Quote, ...]:
    """Return the attributions of one article in text order."""
    found = []
    for paragraph in parsed.paragraphs:
        for mark in marked(paragraph.doc.text):
            if mark.depth == 0:
                span = Span(paragraph.start + mark.inner.start, paragraph.start + mark.inner.end)
                found.append(span)
    return tuple(
        Quote(f"q{n}", QuoteKind.DIRECT, (span,), (span,), rule="marks", confidence=0.5)
        for n, span in enumerate(found, start=1)
    )
