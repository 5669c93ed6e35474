"""Annotated articles -> how often each term stands in each paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.occurrences import Occurrence, own_words, paragraph_bounds
from analysis.types import AnnotatedArticle

if TYPE_CHECKING:
    from numpy.typing import NDArray

MIN_USES = 3
"""Uses in one outlet below which a term is not looked at: two may be one turn of phrase."""

MIN_PARAGRAPHS = 2
"""Paragraphs the uses must be spread over: a word repeated in one says what that one is about."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Uses of each term by paragraph; rows are paragraphs, columns are terms."""

    outlets: tuple[str, ...]
    terms: tuple[str, ...]
    is_name: NDArray[np.bool_]
    is_pair: NDArray[np.bool_]
    uses: NDArray[np.float32]
    sizes: NDArray[np.float64]
    """Words and word pairs of each paragraph: two columns."""
    article: NDArray[np.int64]
    """Number of the article of each paragraph."""
    outlet_of_article: NDArray[np.int64]

    @property
    def outlet(self) -> NDArray[np.int64]:
        """Return the number of the outlet of each paragraph."""
        return self.outlet_of_article[self.article]


def count_words(articles: Sequence[AnnotatedArticle]) -> Counts:
    """Return the terms that may be told apart by outlet, counted by paragraph."""
    outlets = tuple(dict.fromkeys(each.article.label for each in articles))
    # Only names an outlet is stated or found to have: an id is no word of the text.
    names = {each.article.outlet for each in articles if each.article.outlet}
    found = [list(own_words(each, outlets=names)) for each in articles]
    n_paragraphs = [len(paragraph_bounds(a)) for a in articles]
    starts = np.concatenate([[0], np.cumsum(n_paragraphs)]).astype(np.int64)
    terms = _candidates(found)
    column = {term: i for i, term in enumerate(terms)}
    uses = np.zeros((int(starts[-1]), len(terms)), dtype=np.float32)
    sizes = np.zeros((int(starts[-1]), 2))
    as_name: Counter[str] = Counter()
    in_all: Counter[str] = Counter()
    for start, occurrences in zip(starts, found, strict=False):
        for each in occurrences:
            row = int(start) + each.paragraph
            sizes[row, int(each.is_pair)] += 1
            if each.term in column:
                uses[row, column[each.term]] += 1
                in_all[each.term] += 1
                as_name[each.term] += each.is_name
    return Counts(
        outlets=outlets,
        terms=terms,
        is_name=np.array([2 * as_name[term] > in_all[term] for term in terms], dtype=bool),
        is_pair=np.array([" " in term for term in terms], dtype=bool),
        uses=uses,
        sizes=sizes,
        article=np.repeat(np.arange(len(articles)), n_paragraphs),
        outlet_of_article=np.array([outlets.index(each.article.label) for each in articles]),
    )


def _candidates(found: Sequence[Sequence[Occurrence]]) -> tuple[str, ...]:
    """Return the terms used often enough, and in enough paragraphs, for any outlet.

    A term that is all there is (a text of one word) has no odds against anything.
    """
    uses: Counter[str] = Counter()
    in_all: Counter[bool] = Counter()
    places: dict[str, set[tuple[int, int]]] = {}
    for article, occurrences in enumerate(found):
        for each in occurrences:
            uses[each.term] += 1
            in_all[each.is_pair] += 1
            places.setdefault(each.term, set()).add((article, each.paragraph))
    return tuple(
        sorted(
            term
            for term, k in uses.items()
            if k >= MIN_USES and len(places[term]) >= MIN_PARAGRAPHS and k < in_all[" " in term]
        )
    )
