"""Which sentences a class marks: half those with most findings, half drawn by the seed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from analysis.lesson.plans import N_ASKED
from analysis.types import AnnotatedArticle, BlockKind, Sentence

FEWEST_WORDS, MOST_WORDS = 8, 45
"""Words of a sentence that can be judged by itself, and read in a minute with four questions."""


def order_by_seed(seed: str, name: str) -> str:
    """Return a sort key that the seed decides: the same for one class, another for the next."""
    return hashlib.sha256(f"{seed}\0{name}".encode()).hexdigest()


def chosen(
    articles: Sequence[tuple[AnnotatedArticle, frozenset[str]]], minutes: int, seed: str
) -> list[frozenset[str]]:
    """Return, for each article with the sentences that may be used, those to be marked.

    As many from each article as far as it goes: what a short text lacks, the others give.
    """
    pools = [_pool(annotated, usable, seed) for annotated, usable in articles]
    taken: list[list[str]] = [[] for _ in pools]
    left = N_ASKED[minutes]
    while left and any(pools):
        for place, pool in enumerate(pools):
            if pool and left:
                taken[place].append(pool.pop(0))
                left -= 1
    return [frozenset(each) for each in taken]


def _pool(annotated: AnnotatedArticle, usable: frozenset[str], seed: str) -> list[str]:
    """Return the sentences of an article in the order in which they are taken."""
    fitting = [
        each
        for each in annotated.sentences
        if each.id in usable
        and each.block is BlockKind.BODY
        and FEWEST_WORDS <= each.n_words <= MOST_WORDS
    ]
    rich = sorted(fitting, key=lambda each: (-_findings(annotated, each), each.start))
    drawn = sorted(
        fitting, key=lambda each: order_by_seed(seed, f"{annotated.article.id}{each.id}")
    )
    pairs = (sentence for pair in zip(rich, drawn, strict=True) for sentence in pair)
    return list(dict.fromkeys(each.id for each in pairs))


def _findings(annotated: AnnotatedArticle, sentence: Sentence) -> int:
    places = [hit.start for hit in (*annotated.terms, *annotated.wordings, *annotated.agency)]
    places += [quote.content[0].start for quote in annotated.quotes]
    return sum(sentence.start <= place < sentence.end for place in places)
