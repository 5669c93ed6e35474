"""What the analysis says of a sentence, in the form of a pupil's answers."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.lesson.types import OWN_VALUES, ToolAnswers
from analysis.spans import n_words, spans_in_voice
from analysis.tables import span_voice
from analysis.types import AnnotatedArticle, Sentence, Span, Voice

LOADED = "loaded"
"""Id of the list of loaded words."""

MOSTLY = 0.6
"""Share of a sentence's words in one voice from which on the sentence is called by it: a short
"he said" does not make a quotation mixed, nor a report of what was said."""

TONE_CUT = 0.05
"""VADER's documented cut-off on its compound score; between minus and plus it counts as 0."""


def tool_answers(
    annotated: AnnotatedArticle, sentence: Sentence, words: Sequence[Span]
) -> ToolAnswers:
    """Return what was found in one sentence."""
    return ToolAnswers(
        voice=_voice(annotated, sentence.span),
        own=_own(annotated, sentence.span),
        tone=sentence.tone,
        words=_listed(annotated, words),
    )


def tone_sign(tone: float) -> int:
    """Return -1, 0 or 1: where the tool sees more negative, as many, or more positive words."""
    return 0 if abs(tone) < TONE_CUT else 1 if tone > 0 else -1


def _voice(annotated: AnnotatedArticle, span: Span) -> str:
    total = n_words(annotated.text, [span])
    for voice in Voice:
        inside = n_words(annotated.text, spans_in_voice(annotated, [span], voice))
        if total and inside >= MOSTLY * total:
            return voice.value
    return "mixed"


def _own(annotated: AnnotatedArticle, span: Span) -> str | None:
    """Return whether a statement of the sentence stands in the outlet's own voice."""
    inside = [each for each in annotated.statements if span.contains(each.span)]
    if not inside:
        return None
    own = any(span_voice(annotated, each.span) == Voice.OUTLET for each in inside)
    return OWN_VALUES[0] if own else OWN_VALUES[1]


def _listed(annotated: AnnotatedArticle, words: Sequence[Span]) -> tuple[Span, ...]:
    hits = [hit.span for hit in annotated.wordings if hit.contrast == LOADED]
    hits += [hit.span for hit in annotated.terms]
    return tuple(word for word in words if any(word.overlaps(hit) for hit in hits))
