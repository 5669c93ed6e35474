"""A quotation in a headline or subhead takes the speaker whom the body gives the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.nlp import ParsedArticle
from analysis.types import BlockKind, Quote, QuoteKind, Span

HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD})

_WORD = re.compile(r"\w+")


def with_echoes(parsed: ParsedArticle, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the quotes, those of headings given source and cue of their twin in the body."""
    headings = [b.span for b in parsed.blocks if b.kind in HEADINGS]
    body = [q for q in quotes if q.source is not None and not _inside(q, headings)]
    return tuple(
        _echo(parsed.article.text, quote, body)
        if quote.quoted and _inside(quote, headings)
        else quote
        for quote in quotes
    )


def _inside(quote: Quote, headings: Sequence[Span]) -> bool:
    return any(h.contains(quote.content[0]) for h in headings)


def _echo(text: str, quote: Quote, body: Sequence[Quote]) -> Quote:
    words = _words(text, quote.quoted)
    for other in sorted(body, key=lambda q: q.content[-1].end - q.content[0].start):
        if f" {words} " in f" {_words(text, other.quoted)} ":
            kind = QuoteKind.FRAGMENT if quote.kind is QuoteKind.SCARE else quote.kind
            return replace(
                quote,
                kind=kind,
                source=other.source,
                cue=other.cue,
                cue_lemma=other.cue_lemma,
                cue_class=other.cue_class,
                rule="echo-of-body",
                confidence=other.confidence,
            )
    return quote


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(w.lower() for s in spans for w in _WORD.findall(s.of(text)))
