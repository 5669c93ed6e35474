"""A word list and analysed articles -> what it would match, without the language model.

Words are compared by spelling and, for content words, by the base form kept with the
article. Word classes and guards are not looked at: they need the parse.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.lexicons import Contrast, Term
from analysis.patterns import WordIndex, forms, spelling
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Sentence, Span, Voice

PREVIEW_NOTE = (
    "Matched by spelling and base form only; word classes and grammar guards are applied when "
    "the list is saved."
)
"""What a reader must know before reading a preview."""

_WORD = re.compile(r"\w+|[^\w\s]")
"""Words and single marks: "pro-life" is three of them, in the text and in an entry."""

_ENTRY_WORD = re.compile(r"[\w*]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Match:
    """One place that an entry would match, in its sentence."""

    outlet: str
    article_id: str
    side: str
    term: str
    voice: Voice
    left: str
    words: str
    right: str

    @property
    def sentence(self) -> str:
        """Return the whole sentence."""
        return f"{self.left}{self.words}{self.right}"


def preview(contrast: Contrast, articles: Iterable[AnnotatedArticle]) -> tuple[Match, ...]:
    """Return what a list would match in the articles' own text, in text order.

    The longer of two entries that match the same words counts, as in the analysis.
    """
    index = WordIndex(
        (form, term) for term in contrast.terms for form in forms(term.lemma, _ENTRY_WORD.findall)
    )
    return tuple(match for annotated in articles for match in _matches(annotated, index))


def _matches(annotated: AnnotatedArticle, index: WordIndex[Term]) -> Iterator[Match]:
    lemmas = {(lemma.start, lemma.end): spelling(lemma.lemma) for lemma in annotated.lemmas}
    ends = [voice.end for voice in annotated.voices]
    for sentence in annotated.sentences:
        if sentence.block not in ARTICLE_KINDS:
            continue
        for span, term in _in_sentence(annotated.text, sentence, lemmas, index):
            after = bisect_right(ends, span.start)
            layers = annotated.voices[after : after + 1]
            inside = [layer.voice for layer in layers if layer.span.overlaps(span)]
            yield Match(
                outlet=annotated.article.label,
                article_id=annotated.article.id,
                side=term.side,
                term=term.lemma,
                voice=inside[0] if inside else Voice.OUTLET,
                left=annotated.text[sentence.start : span.start],
                words=span.of(annotated.text),
                right=annotated.text[span.end : sentence.end],
            )


def _in_sentence(
    text: str, sentence: Sentence, lemmas: dict[tuple[int, int], str], index: WordIndex[Term]
) -> Iterator[tuple[Span, Term]]:
    """Yield the matches of one sentence in text order, none sharing a word with another."""
    spans = [Span(*m.span()) for m in _WORD.finditer(text, sentence.start, sentence.end)]
    row = [(spelling(span.of(text)), *([lemmas[span]] if span in lemmas else [])) for span in spans]
    found = sorted(index.find(row), key=lambda match: (match[0] - match[1], match[0]))
    taken: set[int] = set()
    kept: list[tuple[Span, Term]] = []
    for start, end, _, term in found:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((Span(spans[start].start, spans[end - 1].end), term))
    yield from sorted(kept, key=lambda each: each[0])
