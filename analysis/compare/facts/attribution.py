"""A statement in, the attribution that it stands in out: whose claim it is."""

from __future__ import annotations

from analysis.compare.facts.groups import Place
from analysis.spans import n_words, spans_in_voice
from analysis.types import Quote, Voice

ATTRIBUTED_FROM = 0.5
"""Share of a statement's words in someone else's voice from which it is attributed."""


def attribution(place: Place) -> Quote | None:
    """Return the attribution that a statement stands in for the most part."""
    annotated, span = place.annotated, place.statement.span
    others = [
        part
        for voice in (Voice.QUOTE, Voice.PARAPHRASE)
        for part in spans_in_voice(annotated, [span], voice)
    ]
    words = n_words(annotated.text, [span])
    if not words or n_words(annotated.text, others) / words < ATTRIBUTED_FROM:
        return None

    def shared(quote: Quote) -> int:
        return sum(
            max(0, min(part.end, span.end) - max(part.start, span.start)) for part in quote.content
        )

    best = max(annotated.quotes, key=shared, default=None)
    return best if best and shared(best) else None
