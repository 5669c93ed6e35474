"""An article with everything found and measured in it."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.types.article import Article, Block, Sentence, Span
from analysis.types.enums import Status, Voice
from analysis.types.findings import (
    Agency,
    Figure,
    Label,
    Lemma,
    Quote,
    Searched,
    Statement,
    TermHit,
    VoiceSpan,
)


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value with what it rests on; undefined is ``None``, never 0."""

    measure: str
    value: float | None
    n: int
    low: float | None
    high: float | None
    status: Status
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with everything found in it; every finding carries a span."""

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    voices: tuple[VoiceSpan, ...]
    quotes: tuple[Quote, ...]
    terms: tuple[TermHit, ...]
    names: tuple[Span, ...]
    """Proper names, masked before tone is scored."""
    searched: tuple[Searched, ...]
    wordings: tuple[TermHit, ...] = ()
    """Words of certainty and loaded words: ``contrast`` is the list, ``side`` its kind."""
    labels: tuple[Label, ...] = ()
    figures: tuple[Figure, ...] = ()
    agency: tuple[Agency, ...] = ()
    statements: tuple[Statement, ...] = ()
    lemmas: tuple[Lemma, ...] = ()
    """Content words in text order; function words and numbers are left out."""
    measures: tuple[Measurement, ...] = ()
    notices: tuple[str, ...] = ()
    """What a reader must know about this article's analysis, in plain words."""

    @property
    def text(self) -> str:
        """Return the original text."""
        return self.article.text
