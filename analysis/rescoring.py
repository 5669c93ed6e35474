"""An annotated article and its kept parse -> the same with other word lists, nothing parsed anew.

What an article says, in whose voice, and where its sentences lie does not hang on the lists; so
a changed list asks only its own question again.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.errors import InputError
from analysis.extract.annotate import searched
from analysis.extract.terms import find_terms
from analysis.lexicons import Contrast
from analysis.measures import measure_terms
from analysis.nlp import Paragraph, ParsedArticle
from analysis.parsing import keeping
from analysis.types import AnnotatedArticle, Article


@dataclass(frozen=True, slots=True)
class KeptParse:
    """The parsed paragraphs of an article, packed."""

    article_id: str
    """Stands readable in the file, so that forgetting the article finds it."""
    text_hash: str
    """SHA-256 of the article's text."""
    places: tuple[tuple[int, int], ...]
    """For each paragraph, the number of its block and where it begins in the article."""
    words: bytes


def keep(parsed: ParsedArticle) -> KeptParse:
    """Return what of a parse is kept."""
    numbers = {block.span: number for number, block in enumerate(parsed.blocks)}
    return KeptParse(
        parsed.article.id,
        _digest(parsed.article),
        tuple((numbers[each.block.span], each.start) for each in parsed.paragraphs),
        keeping.to_bytes([each.doc for each in parsed.paragraphs]),
    )


def rescored(
    annotated: AnnotatedArticle, kept: KeptParse, contrasts: tuple[Contrast, ...]
) -> AnnotatedArticle:
    """Return the article with the uses of these lists' words and the measures of them.

    Equal to analysing it anew with these lists (``tests/analysis/test_rescoring.py``).

    Raises
    ------
    InputError
        If the kept parse is damaged or is not this article's.
    """
    parsed = ParsedArticle(annotated.article, annotated.blocks, tuple(_paragraphs(annotated, kept)))
    terms = find_terms(parsed, annotated.voices, annotated.quotes, contrasts)
    found = replace(annotated, terms=terms, searched=searched(contrasts))
    return replace(found, measures=measure_terms(found))


def to_record(kept: KeptParse) -> dict[str, object]:
    """Return a kept parse as JSON holds it."""
    words = base64.b64encode(kept.words).decode("ascii")
    return {
        "article_id": kept.article_id,
        "text_hash": kept.text_hash,
        "places": kept.places,
        "words": words,
    }


def from_record(record: dict) -> KeptParse:
    """Return the kept parse that ``to_record`` wrote."""
    places = tuple((block, start) for block, start in record["places"])
    words = base64.b64decode(record["words"])
    return KeptParse(record["article_id"], record["text_hash"], places, words)


def _paragraphs(annotated: AnnotatedArticle, kept: KeptParse) -> Iterator[Paragraph]:
    if kept.text_hash != _digest(annotated.article):
        message = f"the kept parse is not that of '{annotated.article.id}'; analyse it again"
        raise InputError(message)
    docs = keeping.from_bytes(kept.words)
    for (number, start), doc in zip(kept.places, docs, strict=True):
        yield Paragraph(annotated.blocks[number], start, doc)


def _digest(article: Article) -> str:
    return hashlib.sha256(article.text.encode()).hexdigest()
