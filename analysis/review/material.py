"""What a rule looks at: the draft, the story's other articles, and short ways to both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from analysis.compare.facts import Alignment
from analysis.measures.sourcing import counted_quotes
from analysis.review.finding import Elsewhere
from analysis.rights import rights_of
from analysis.tables import sentence_at
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Quote, QuoteKind, Sentence, Span
from analysis.vocabulary import plural

MAX_EVIDENCE = 5
"""Sentences of other articles shown beside one finding; the reason counts all of them."""

MIN_OUTLETS = 2
"""Other outlets that must have something before a draft is asked about it: one alone may have had
an interview, or put it so by chance. With one other outlet in all, that one is enough."""


@dataclass(frozen=True)
class Material:
    """A draft and the articles that it is read beside."""

    draft: AnnotatedArticle
    others: tuple[AnnotatedArticle, ...]
    alignment: Alignment | None = field(default=None, repr=False)
    """Which statements of (draft, *others), in this order, report the same."""

    @property
    def all(self) -> tuple[AnnotatedArticle, ...]:
        """Return the draft and the others, in the order of the alignment."""
        return (self.draft, *self.others)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Return the outlets of the other articles, each once."""
        return tuple(dict.fromkeys(each.article.label for each in self.others))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Return the quotes of the draft that count."""
        return counted_quotes(self.draft)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of the draft that are counted as the article."""
        return tuple(s for s in self.draft.sentences if s.block in ARTICLE_KINDS)

    def of_outlets(self, k: int) -> str:
        """Return "3 of the 5 other outlets"."""
        return f"{k} of the {plural(len(self.outlets), 'other outlet')}"

    def is_few(self, k: int) -> bool:
        """Return whether too few other outlets have something to ask the draft about it."""
        return k < min(MIN_OUTLETS, len(self.outlets))

    def counts(self, span: Span) -> bool:
        """Return whether a stretch of the draft begins in the article itself."""
        sentence = sentence_at(self.draft, span.start)
        return sentence is not None and sentence.block in ARTICLE_KINDS

    def is_sourced(self, span: Span) -> bool:
        """Return whether the sentence around a stretch says of anything in it who said it."""
        sentence = sentence_at(self.draft, span.start)
        return sentence is not None and any(
            part.overlaps(sentence.span)
            for quote in self.draft.quotes
            if quote.kind is not QuoteKind.SCARE
            for part in (*quote.content, *([quote.cue] if quote.cue else []))
        )


def sentence_text(annotated: AnnotatedArticle, span: Span) -> str:
    """Return the sentence that a stretch begins in, on one line; else the stretch itself."""
    sentence = sentence_at(annotated, span.start)
    return " ".join((sentence.span if sentence else span).of(annotated.text).split())


def elsewhere(annotated: AnnotatedArticle, span: Span, note: str = "") -> Elsewhere:
    """Return a sentence of another article as evidence."""
    article = annotated.article
    words = sentence_text(annotated, span)
    return Elsewhere(article.label, article.id, words, note, rights_of(article))


def spread(found: Sequence[Elsewhere], most: int = MAX_EVIDENCE) -> tuple[Elsewhere, ...]:
    """Return a few pieces of evidence, one of each outlet before a second of any."""
    rounds: dict[str, list[Elsewhere]] = {}
    for each in dict.fromkeys(found):
        rounds.setdefault(each.outlet, []).append(each)
    turns = max(map(len, rounds.values()), default=0)
    ordered = [mine[turn] for turn in range(turns) for mine in rounds.values() if turn < len(mine)]
    return tuple(ordered[:most])


def begin(quote: Quote) -> Span:
    """Return where the words of a quote begin and end."""
    return Span(quote.content[0].start, quote.content[-1].end)


def own_first(spans: Iterable[tuple[Span, str]], material: Material) -> Iterable[tuple[Span, str]]:
    """Yield each (span, name) once per sentence of the draft, in text order."""
    seen: set[tuple[int, str]] = set()
    for span, name in sorted(spans):
        sentence = sentence_at(material.draft, span.start)
        place = (sentence.start if sentence else span.start, name)
        if place not in seen:
            seen.add(place)
            yield span, name
