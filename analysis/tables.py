"""Annotated articles -> tidy tables, one row per thing found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.clean import RULES
from analysis.measures.sourcing import counted_quotes
from analysis.schema import table
from analysis.spans import n_words, spans_in_voice
from analysis.types import (
    ANALYSED_KINDS,
    ARTICLE_KINDS,
    FLAGGED_KINDS,
    Agency,
    AnnotatedArticle,
    Figure,
    Label,
    Sentence,
    Span,
    TermHit,
    Voice,
)

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, object]
Rows = Callable[[AnnotatedArticle], Iterator[Row]]

_Found = TermHit | Label | Figure | Agency


def tidy(name: str, articles: Sequence[AnnotatedArticle]) -> pd.DataFrame:
    """Return one of the ``TIDY`` tables; ``article_id`` is the key between them."""
    rows = TIDY[name]
    return table(
        name,
        [
            {"article_id": each.article.id, "outlet": each.article.label, **row}
            for each in articles
            for row in rows(each)
        ],
    )


def sentence_at(annotated: AnnotatedArticle, offset: int) -> Sentence | None:
    """Return the sentence that holds the character at ``offset``."""
    return next((s for s in annotated.sentences if s.start <= offset < s.end), None)


def span_voice(annotated: AnnotatedArticle, span: Span) -> str:
    """Return the voice of a stretch of text, or ``mixed`` if its words are in several."""
    found = [
        voice
        for voice in Voice
        if n_words(annotated.text, spans_in_voice(annotated, [span], voice))
    ]
    return found[0] if len(found) == 1 else "mixed"


def _articles(annotated: AnnotatedArticle) -> Iterator[Row]:
    article = annotated.article
    spans = (block.span for block in annotated.blocks if block.kind in ARTICLE_KINDS)
    yield {
        "outlet_basis": article.outlet_basis,
        "story": article.story,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "published_basis": article.published_basis,
        "url": article.url,
        "language": article.language,
        "genre": article.genre,
        "rights": article.rights,
        "n_words": n_words(annotated.text, spans),
        "n_sentences": sum(s.block in ARTICLE_KINDS for s in annotated.sentences),
        "n_quotes": len(counted_quotes(annotated)),
        "notices": " ".join(annotated.notices) or None,
    }


def _blocks(annotated: AnnotatedArticle) -> Iterator[Row]:
    for block in annotated.blocks:
        yield {
            "start": block.start,
            "end": block.end,
            "kind": block.kind,
            "rule": block.rule,
            "why": RULES.get(block.rule),
            "set_aside": block.kind not in ANALYSED_KINDS,
            "text": block.span.of(annotated.text),
        }


def _sentences(annotated: AnnotatedArticle) -> Iterator[Row]:
    for sentence in annotated.sentences:
        yield {
            "sentence_id": sentence.id,
            "start": sentence.start,
            "end": sentence.end,
            "n_words": sentence.n_words,
            "block": sentence.block,
            "voice": span_voice(annotated, sentence.span),
            "tone": sentence.tone,
            "text": sentence.span.of(annotated.text),
        }


def _quotes(annotated: AnnotatedArticle) -> Iterator[Row]:
    text = annotated.text
    for quote in annotated.quotes:
        sentence = sentence_at(annotated, quote.content[0].start)
        yield {
            "quote_id": quote.id,
            "sentence_id": sentence.id if sentence else None,
            "block": sentence.block if sentence else None,
            "kind": quote.kind,
            "start": quote.content[0].start,
            "end": quote.content[-1].end,
            "cue_lemma": quote.cue_lemma,
            "cue_class": quote.cue_class,
            "speaker": quote.speaker,
            "speaker_id": quote.speaker_id,
            "role": quote.role,
            "role_basis": quote.role_basis,
            "named": quote.named,
            "institution": quote.institution,
            "rule": quote.rule,
            "confidence": quote.confidence,
            "n_words": n_words(text, quote.content),
            "source_text": quote.source.of(text) if quote.source else None,
            "text": " … ".join(span.of(text) for span in quote.content),
        }


def _terms(annotated: AnnotatedArticle) -> Iterator[Row]:
    for hit in annotated.terms:
        yield {
            **_place(annotated, hit),
            "term": hit.term,
            "lemma": hit.lemma,
            "lexicon": hit.lexicon,
            "contrast": hit.contrast,
            "side": hit.side,
            "use": hit.use,
        }


def _wordings(annotated: AnnotatedArticle) -> Iterator[Row]:
    for hit in annotated.wordings:
        yield {
            **_place(annotated, hit),
            "term": hit.term,
            "lemma": hit.lemma,
            "lexicon": hit.lexicon,
            "list": hit.contrast,
            "kind": hit.side,
            "use": hit.use,
        }


def _labels(annotated: AnnotatedArticle) -> Iterator[Row]:
    for label in annotated.labels:
        row = _place(annotated, label)
        row.pop("text")
        yield {
            **row,
            "referent": label.referent,
            "label": label.label,
            "head": label.head,
            "form": label.form,
        }


def _figures(annotated: AnnotatedArticle) -> Iterator[Row]:
    for figure in annotated.figures:
        row = _place(annotated, figure)
        yield {
            **row,
            "low": figure.low,
            "high": figure.high,
            "bound": figure.bound,
            "unit": figure.unit,
            "event": figure.event,
            "population": figure.population,
            "as_of": figure.as_of,
            "flagged": row["block"] in FLAGGED_KINDS,
        }


def _agency(annotated: AnnotatedArticle) -> Iterator[Row]:
    for agency in annotated.agency:
        yield {
            **_place(annotated, agency),
            "event": agency.event,
            "class": agency.form,
            "agent": agency.agent,
            "victim": agency.victim,
            "harmed": agency.harmed,
            "agent_elsewhere": agency.agent_elsewhere,
            "aside": agency.aside,
        }


def _statements(annotated: AnnotatedArticle) -> Iterator[Row]:
    blocks = {sentence.id: sentence.block for sentence in annotated.sentences}
    for statement in annotated.statements:
        yield {
            "statement_id": statement.id,
            "sentence_id": statement.sentence_id,
            "block": blocks[statement.sentence_id],
            "start": statement.start,
            "end": statement.end,
            "predicate": statement.predicate,
            "negated": statement.negated,
            "voice": span_voice(annotated, statement.span),
            "text": statement.span.of(annotated.text),
        }


def _place(annotated: AnnotatedArticle, found: _Found) -> Row:
    """Return where something found stands, and in whose voice."""
    sentence = sentence_at(annotated, found.start)
    quotes = annotated.quotes if found.quote_id else ()
    return {
        "sentence_id": sentence.id if sentence else None,
        "block": sentence.block if sentence else None,
        "start": found.start,
        "end": found.end,
        "voice": found.voice,
        "quote_id": found.quote_id,
        "speaker": next((q.speaker for q in quotes if q.id == found.quote_id), None),
        "text": found.span.of(annotated.text),
    }


def _measures(annotated: AnnotatedArticle) -> Iterator[Row]:
    for row in annotated.measures:
        yield {
            "story": annotated.article.story,
            "measure": row.measure,
            "voice": row.voice or "all",
            "value": row.value,
            "n": row.n,
            "low": row.low,
            "high": row.high,
            "status": row.status,
        }


TIDY: dict[str, Rows] = {
    "articles": _articles,
    "blocks": _blocks,
    "sentences": _sentences,
    "quotes": _quotes,
    "terms": _terms,
    "wordings": _wordings,
    "labels": _labels,
    "figures": _figures,
    "agency": _agency,
    "statements": _statements,
    "measures": _measures,
}
"""The tidy tables, in the order in which they are written."""
