"""Quotes -> voice layers: every character of the article lies in exactly one."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.spans import subtracted
from analysis.types import Quote, QuoteKind, Span, Voice, VoiceSpan

PARAPHRASED = frozenset({QuoteKind.INDIRECT, QuoteKind.MIXED})
"""Kinds whose content outside quotation marks is someone's claim in the outlet's words."""


def voice_spans(quotes: Iterable[Quote]) -> tuple[VoiceSpan, ...]:
    """Return the stretches of an article in someone else's voice, in order, none overlapping.

    The quote layer holds what stands inside quotation marks, scare quotes
    included: a quoted word is never charged to the outlet as its own plain word.
    The paraphrase layer holds the other content of indirect and mixed quotes.
    Quote wins over paraphrase, an outer quote over a nested one. What no span
    covers is the outlet's own voice.
    """
    by_length = sorted(quotes, key=_order)
    layers = [(Voice.QUOTE, q, q.quoted) for q in by_length]
    layers += [(Voice.PARAPHRASE, q, q.content) for q in by_length if q.kind in PARAPHRASED]
    taken: list[Span] = []
    result: list[VoiceSpan] = []
    for voice, quote, spans in layers:
        free = subtracted(spans, taken)
        result += [VoiceSpan(span.start, span.end, voice, quote.id) for span in free]
        taken += free
    return tuple(sorted(result, key=lambda v: v.start))


def _order(quote: Quote) -> tuple[int, int]:
    """Return the sort key that puts outer quotes before the quotes they contain."""
    length = max((s.end for s in quote.content), default=0) - min(
        (s.start for s in quote.content), default=0
    )
    return (-length, quote.content[0].start if quote.content else 0)
