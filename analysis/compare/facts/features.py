"""Pairs of units in, numbers that tell how far two units say the same out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import LCSseq

from analysis.compare.facts.bags import members, normalised, products, sums, weighted
from analysis.compare.facts.unit import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy import sparse

    from analysis.compare.facts.bags import Floats, Indices

CHARACTERS = (3, 4, 5)
"""Lengths of the character runs that catch other endings and spellings of a word."""

COSINES = ("lemmas", "words", "pairs", "characters")
BAGS = ("lemmas", "names", "common", "numbers", "dates")

WORD_FEATURES = (
    *(f"cosine.{name}" for name in COSINES),
    *(
        f"{bag}.{kind}"
        for bag in BAGS
        for kind in ("shared", "jaccard", "contained", "apart", "fewer")
    ),
    "mass.shared",
    "mass.of_smaller",
    "mass.of_larger",
    "order",
    "predicate.same",
    "predicate.in_other",
    "negation.differs",
    "central.words.lower",
    "central.words.higher",
)
MEANING_FEATURES = ("cosine.meaning", "central.meaning.lower", "central.meaning.higher")
FEATURES = (*WORD_FEATURES, *MEANING_FEATURES)
"""Columns of the feature table, in order; without vectors the last three are left out."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The units of one story as tables that pairs are compared on."""

    units: tuple[Unit, ...]
    words: tuple[list[str], ...]
    mass: sparse.csr_array
    cosines: tuple[sparse.csr_array, ...]
    bags: tuple[sparse.csr_array, ...]
    vectors: NDArray[np.float32] | None

    @property
    def has_vectors(self) -> bool:
        """Return whether meanings can be compared too."""
        return self.vectors is not None


def sheet(units: Sequence[Unit], vectors: NDArray[np.float32] | None) -> Sheet:
    """Return the tables of a story; what is rare is rare in this story."""
    words = tuple(unit.words for unit in units)
    mass = weighted([unit.lemmas for unit in units])
    cosines = (
        mass,
        weighted(words),
        weighted([zip(u.lemmas, u.lemmas[1:], strict=False) for u in units]),
        weighted([_runs(w) for w in words]),
    )
    bags = tuple(members([getattr(unit, bag) for unit in units]) for bag in BAGS)
    return Sheet(tuple(units), words, mass, tuple(map(normalised, cosines)), bags, vectors)


def features(sheet: Sheet, left: Indices, right: Indices) -> Floats:
    """Return one row a pair, columns as in ``FEATURES`` (``WORD_FEATURES`` without vectors)."""
    columns = [products(table, left, right) for table in sheet.cosines]
    for bag in sheet.bags:
        columns += _bag_features(bag, left, right)
    columns += _mass_features(sheet.mass, left, right)
    columns += _form_features(sheet, left, right)
    columns += _pairwise(_centrality(sheet.cosines[0]), left, right)
    if sheet.vectors is not None:
        vectors = sheet.vectors
        columns.append(np.einsum("ij,ij->i", vectors[left], vectors[right]).astype(float))
        columns += _pairwise(vectors @ vectors.mean(axis=0), left, right)
    return np.column_stack(columns)


def _bag_features(bag: sparse.csr_array, left: Indices, right: Indices) -> list[Floats]:
    """Return shared words, their share of all and of the smaller bag, words apart, fewer."""
    sizes = sums(bag)
    a, b = sizes[left], sizes[right]
    shared = products(bag, left, right)
    fewer = np.minimum(a, b)
    return [
        shared,
        shared / np.maximum(a + b - shared, 1),
        shared / np.maximum(fewer, 1),
        a + b - 2 * shared,
        fewer,
    ]


def _mass_features(mass: sparse.csr_array, left: Indices, right: Indices) -> list[Floats]:
    """Return the weight of the shared words, alone and as share of either unit's weight."""
    totals = sums(mass)
    a, b = totals[left], totals[right]
    shared = np.asarray(mass[left].minimum(mass[right]).sum(axis=1)).ravel()
    least = np.finfo(float).tiny
    return [
        shared,
        shared / np.maximum(np.minimum(a, b), least),
        shared / np.maximum(np.maximum(a, b), least),
    ]


def _form_features(sheet: Sheet, left: Indices, right: Indices) -> list[Floats]:
    """Return words in the same order, and how predicates and negations agree."""
    rows = [_form(sheet, int(i), int(j)) for i, j in zip(left, right, strict=True)]
    table = np.array(rows, float).reshape(len(rows), 4)
    return list(table.T)


def _form(sheet: Sheet, i: int, j: int) -> tuple[float, float, float, float]:
    a, b = sheet.units[i], sheet.units[j]
    return (
        LCSseq.normalized_similarity(sheet.words[i], sheet.words[j]),
        float(a.predicate is not None and a.predicate == b.predicate),
        ((a.predicate in b.lemmas) + (b.predicate in a.lemmas)) / 2,
        float(a.negated != b.negated),
    )


def _centrality(table: sparse.csr_array) -> Floats:
    """Return how close each unit stands to the story as a whole."""
    mean = np.asarray(table.mean(axis=0)).ravel()
    return np.asarray(table @ mean).ravel()


def _pairwise(values: NDArray[np.floating], left: Indices, right: Indices) -> list[Floats]:
    a, b = values[left].astype(float), values[right].astype(float)
    return [np.minimum(a, b), np.maximum(a, b)]


def _runs(words: Sequence[str]) -> list[str]:
    text = f" {' '.join(words)} "
    return [text[i : i + n] for n in CHARACTERS for i in range(len(text) - n + 1)]
