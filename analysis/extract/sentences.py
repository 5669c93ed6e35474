"""Parsed paragraphs in, sentences and proper names out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.nlp import Paragraph, ParsedArticle
from analysis.spans import merged, word_spans
from analysis.types import BlockKind, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE_SENTENCE = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})
"""Titles are one sentence whatever stops they hold."""

NAME_LABELS = frozenset(
    {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
)


def find_sentences(parsed: ParsedArticle) -> tuple[Sentence, ...]:
    """Return the sentences of the analysed blocks in text order, numbered s1, s2, ...

    Stretches without a word (a row of stars, a stray mark) are no sentences.
    """
    text = parsed.article.text
    found: list[Sentence] = []
    for paragraph in parsed.paragraphs:
        for span in _bounds(paragraph):
            n_words = sum(1 for _ in word_spans(text, span.start, span.end))
            if n_words:
                number = f"s{len(found) + 1}"
                found.append(Sentence(number, *span, n_words, paragraph.block.kind))
    return tuple(found)


def find_names(parsed: ParsedArticle) -> tuple[Span, ...]:
    """Return the proper names of the analysed blocks: named entities and proper nouns."""
    return merged(
        paragraph.span(part)
        for paragraph in parsed.paragraphs
        for part in (
            *(ent for ent in paragraph.doc.ents if ent.label_ in NAME_LABELS),
            *(token for token in paragraph.doc if token.pos_ == "PROPN"),
        )
    )


def _bounds(paragraph: Paragraph) -> Iterator[Span]:
    """Yield sentence spans; closing quotation marks stay with the sentence they close."""
    if paragraph.block.kind in _ONE_SENTENCE:
        yield paragraph.span(paragraph.doc[:])
        return
    pending: Span | None = None
    for sent in paragraph.doc.sents:
        span = paragraph.span(sent)
        if pending is not None and not any(token.is_alpha or token.like_num for token in sent):
            pending = Span(pending.start, span.end)
            continue
        if pending is not None:
            yield pending
        pending = span
    if pending is not None:
        yield pending
