"""Which number -> the words behind it, each in its sentence, with voice and rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.schema import table
from analysis.tables import sentence_at
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Quote, QuoteKind, Span, TermHit, Voice

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the evidence is wanted for; ``None`` = any."""

    contrast: str | None = None
    side: str | None = None
    term: str | None = None
    voice: str | None = None
    use: str | None = None
    outlet: str | None = None
    article_id: str | None = None
    speaker_id: str | None = None
    role: str | None = None
    cue_lemma: str | None = None

    @property
    def is_about_speakers(self) -> bool:
        """Return whether quotes are wanted rather than terms."""
        return bool(self.speaker_id or self.role or self.cue_lemma)


def evidence(articles: Sequence[AnnotatedArticle], wanted: Wanted) -> pd.DataFrame:
    """Return one row per use of a term, or per quote, in text order."""
    rows = [
        row
        for annotated in articles
        if wanted.outlet in (None, annotated.article.label)
        and wanted.article_id in (None, annotated.article.id)
        for row in (_quotes if wanted.is_about_speakers else _terms)(annotated, wanted)
    ]
    return table("evidence", rows)


def _terms(annotated: AnnotatedArticle, wanted: Wanted) -> Iterator[Row]:
    speakers = {quote.id: quote.speaker for quote in annotated.quotes}
    for hit in annotated.terms:
        if _fits(hit, wanted):
            yield {
                **concordance_line(annotated, hit.span),
                "voice": hit.voice,
                "use": hit.use,
                "rule": f"{hit.lexicon}: {hit.term}",
                "quote_id": hit.quote_id,
                "speaker": speakers.get(hit.quote_id) if hit.quote_id else None,
            }


def _fits(hit: TermHit, wanted: Wanted) -> bool:
    pairs = (
        (wanted.contrast, hit.contrast),
        (wanted.side, hit.side),
        (wanted.term, hit.term),
        (wanted.voice, hit.voice),
        (wanted.use, hit.use),
    )
    return all(want in (None, has) for want, has in pairs)


def _quotes(annotated: AnnotatedArticle, wanted: Wanted) -> Iterator[Row]:
    for quote in annotated.quotes:
        pairs = (
            (wanted.speaker_id, quote.speaker_id),
            (wanted.role, quote.role),
            (wanted.cue_lemma, quote.cue_lemma),
        )
        if quote.kind is QuoteKind.SCARE or any(want not in (None, has) for want, has in pairs):
            continue
        yield {
            **concordance_line(annotated, Span(quote.content[0].start, quote.content[-1].end)),
            "voice": _voice(quote),
            "use": quote.kind,
            "rule": quote.rule,
            "quote_id": quote.id,
            "speaker": quote.speaker,
        }


def _voice(quote: Quote) -> Voice:
    return Voice.PARAPHRASE if quote.kind is QuoteKind.INDIRECT else Voice.QUOTE


def concordance_line(annotated: AnnotatedArticle, span: Span) -> Row:
    """Return the words and the sentence around them, as a concordance line."""
    sentence = sentence_at(annotated, span.start)
    left, right = (sentence.start, max(sentence.end, span.end)) if sentence else span
    return {
        "article_id": annotated.article.id,
        "outlet": annotated.article.label,
        "sentence_id": sentence.id if sentence else None,
        "left": annotated.text[left : span.start],
        "node": span.of(annotated.text),
        "right": annotated.text[span.end : right],
        "start": span.start,
        "end": span.end,
        "block": sentence.block if sentence else None,
        "counted": bool(sentence and sentence.block in ARTICLE_KINDS),
    }
