"""Which number -> the words behind it, each in its sentence, with voice and rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.compare.agency import ALL, part_of
from analysis.compare.occurrences import own_words
from analysis.measures.agency import counted_tellings
from analysis.schema import table
from analysis.tables import sentence_at
from analysis.types import (
    ARTICLE_KINDS,
    WORDINGS,
    AnnotatedArticle,
    Quote,
    QuoteKind,
    Span,
    TermHit,
    Use,
    Voice,
)

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
    word: str | None = None
    """A lemma, or two with a blank between: its uses in the outlet's own voice."""
    telling: str | None = None
    """How a telling of harm says who did it (``compare.agency.PARTS``), or ``all``."""
    event: str | None = None
    agent: str | None = None
    victim: str | None = None
    """Words of who did it and to whom, in any letters; an empty text = not told."""
    harmed: str | None = None
    referent: str | None = None
    """Somebody or something named in the story: the phrases that name it."""
    label: str | None = None
    """Naming words, whatever their capitals."""

    @property
    def is_about_speakers(self) -> bool:
        """Return whether quotes are wanted rather than terms."""
        return bool(self.speaker_id or self.role or self.cue_lemma)


def evidence(articles: Sequence[AnnotatedArticle], wanted: Wanted) -> pd.DataFrame:
    """Return one row per use of a term, or per quote, in text order."""
    outlets = {each.article.outlet for each in articles if each.article.outlet}
    rows = [
        row
        for annotated in articles
        if wanted.outlet in (None, annotated.article.label)
        and wanted.article_id in (None, annotated.article.id)
        for row in _rows(annotated, wanted, outlets)
    ]
    return table("evidence", rows)


def _rows(annotated: AnnotatedArticle, wanted: Wanted, outlets: Iterable[str]) -> Iterator[Row]:
    if wanted.word:
        return _words(annotated, wanted.word, outlets)
    if wanted.telling:
        return _tellings(annotated, wanted)
    if wanted.referent or wanted.label:
        return _labels(annotated, wanted)
    return (_quotes if wanted.is_about_speakers else _terms)(annotated, wanted)


def _words(annotated: AnnotatedArticle, word: str, outlets: Iterable[str]) -> Iterator[Row]:
    for each in own_words(annotated, outlets=outlets):
        if each.term == word:
            yield {
                **concordance_line(annotated, each.span),
                "voice": Voice.OUTLET,
                "use": Use.PLAIN,
                "rule": f"word: {word}",
                "quote_id": None,
                "speaker": None,
            }


def _tellings(annotated: AnnotatedArticle, wanted: Wanted) -> Iterator[Row]:
    speakers = {quote.id: quote.speaker for quote in annotated.quotes}
    for telling in counted_tellings(annotated):
        agent, victim = (telling.agent or "").lower(), (telling.victim or "").lower()
        pairs = (
            (wanted.telling if wanted.telling != ALL else None, part_of(telling.form, agent)),
            (wanted.event, telling.event),
            (wanted.agent, agent),
            (wanted.victim, victim),
            (wanted.harmed, telling.harmed),
            (wanted.voice, telling.voice),
        )
        if all(want in (None, has) for want, has in pairs):
            yield {
                **concordance_line(annotated, telling.span),
                "voice": telling.voice,
                "use": None,
                "rule": f"harm: {telling.event}, {telling.form.replace('_', ' ')}",
                "quote_id": telling.quote_id,
                "speaker": speakers.get(telling.quote_id) if telling.quote_id else None,
            }


def _labels(annotated: AnnotatedArticle, wanted: Wanted) -> Iterator[Row]:
    speakers = {quote.id: quote.speaker for quote in annotated.quotes}
    for label in annotated.labels:
        words = label.label.lower()
        pairs = (
            (wanted.referent, label.referent),
            (wanted.label and wanted.label.lower(), words),
            (wanted.voice, label.voice),
        )
        if all(want in (None, has) for want, has in pairs):
            yield {
                **concordance_line(annotated, label.span),
                "voice": label.voice,
                "use": None,
                "rule": f"label: {label.form}",
                "quote_id": label.quote_id,
                "speaker": speakers.get(label.quote_id) if label.quote_id else None,
            }


def _terms(annotated: AnnotatedArticle, wanted: Wanted) -> Iterator[Row]:
    speakers = {quote.id: quote.speaker for quote in annotated.quotes}
    for hit in annotated.wordings if wanted.contrast in WORDINGS else annotated.terms:
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
