"""Two sentences that report the same in, the words that only one of them uses out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from analysis.types import AnnotatedArticle, Lemma, Span


class Differing(NamedTuple):
    """The words of each side that the other does not have at this place, as spans."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]


def differing(lemmas_a: Sequence[Lemma], lemmas_b: Sequence[Lemma]) -> Differing:
    """Return what differs between two aligned sentences, compared by lemma.

    Words that both use in the same order are common; a word that both use in another
    order counts as common too, so that a passive does not mark everything. Neighbouring
    words are one span.
    """
    a, b = [each.lemma for each in lemmas_a], [each.lemma for each in lemmas_b]
    shared = set(a) & set(b)
    only_a: list[int] = []
    only_b: list[int] = []
    for code in LCSseq.opcodes(a, b):
        if code.tag != "equal":
            only_a += range(code.src_start, code.src_end)
            only_b += range(code.dest_start, code.dest_end)
    return Differing(
        _joined(lemmas_a, (i for i in only_a if a[i] not in shared)),
        _joined(lemmas_b, (i for i in only_b if b[i] not in shared)),
    )


def lemmas_in(annotated: AnnotatedArticle, span: Span) -> tuple[Lemma, ...]:
    """Return the content words of a stretch of an article."""
    return tuple(each for each in annotated.lemmas if span.start <= each.start < span.end)


def _joined(lemmas: Sequence[Lemma], numbers: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans of the chosen words, those of neighbours joined."""
    result: list[Span] = []
    before = -2
    for number in numbers:
        start, end, _ = lemmas[number]
        if number == before + 1:
            result[-1] = Span(result[-1].start, end)
        else:
            result.append(Span(start, end))
        before = number
    return tuple(result)
