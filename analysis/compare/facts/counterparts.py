"""Vectors of words in, how much of what two units say has a counterpart in the other out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.facts.events import Stem, lemma_of_words, stem
from analysis.compare.facts.unit import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.compare.facts.bags import Floats, Indices

    Vectors = NDArray[np.float32]

SAME_WORD = 0.5
"""Cosine of two words in their sentences at which one is half a counterpart of the other."""

STEEPNESS = 20.0
"""How fast a counterpart counts in full beyond it: 0.95 at 0.65."""

COUNTERPARTS = ("share.lower", "share.higher", "events.lower", "events.higher")


@dataclass(frozen=True, slots=True)
class Content:
    """The content words of one unit."""

    vectors: Vectors
    rarity: Floats
    """How rare each is in the story, 1 = in every unit."""
    is_event: NDArray[np.bool_]


def contents(
    units: Sequence[Unit], events: Sequence[frozenset[Stem]], words: Sequence[Vectors]
) -> tuple[Content, ...]:
    """Return the content words of each unit; ``words`` has a row for each of its words."""
    lemmas = [lemma_of_words(unit) for unit in units]
    in_units = Counter(lemma for each in lemmas for lemma in set(each) if lemma)
    return tuple(
        _content(unit, each, stems, vectors, in_units, len(units))
        for unit, each, stems, vectors in zip(units, lemmas, events, words, strict=True)
    )


def _content(
    unit: Unit,
    lemmas: Sequence[str | None],
    events: frozenset[Stem],
    vectors: Vectors,
    in_units: Counter[str],
    n_units: int,
) -> Content:
    read = vectors.any(axis=1)
    at = [n for n, lemma in enumerate(lemmas) if lemma and read[n]]
    kept = [lemmas[n] or "" for n in at]
    return Content(
        vectors[at],
        np.array([np.log((1 + n_units) / (1 + in_units[lemma])) + 1 for lemma in kept]),
        np.array([lemma not in unit.names and stem(lemma) in events for lemma in kept], bool),
    )


def counterparts(found: Sequence[Content], left: Indices, right: Indices) -> Floats:
    """Return four numbers a pair, as in ``COUNTERPARTS``, the same in either order.

    The share of each unit's words, weighted by rarity, that the other has a counterpart of
    (the mean of best cosines), and how many of each unit's events the other tells too. The
    lower and the higher of the two directions are given.

    References
    ----------
    Zhang et al. (2020, "BERTScore"): greedy matching of words in context, weighted by rarity.
    """
    result = np.zeros((len(left), len(COUNTERPARTS)))
    order = np.argsort(left, kind="stable")
    starts = np.flatnonzero(np.diff(left[order], prepend=-1))
    for at in np.split(order, starts[1:]):
        if len(at):
            result[at] = _with_one(found[left[at[0]]], [found[n] for n in right[at]])
    return result


def _with_one(one: Content, others: Sequence[Content]) -> Floats:
    """Return the numbers of a unit with each of the others: one product for all of them."""
    sizes = np.array([len(other.rarity) for other in others])
    result = np.zeros((len(others), len(COUNTERPARTS)))
    some = np.flatnonzero(sizes)
    if not len(one.rarity) or not len(some):
        return result
    starts = np.concatenate([[0], np.cumsum(sizes[some])[:-1]])
    cosines = one.vectors @ np.concatenate([others[n].vectors for n in some]).T
    rarity = np.concatenate([others[n].rarity for n in some])
    is_event = np.concatenate([others[n].is_event for n in some])
    here = np.maximum.reduceat(cosines, starts, axis=1)
    there = cosines.max(axis=0)
    shares = (
        one.rarity @ here / one.rarity.sum(),
        np.add.reduceat(there * rarity, starts) / np.add.reduceat(rarity, starts),
    )
    between = np.where(is_event, cosines[one.is_event], -1.0)
    events = (
        _is_same(np.maximum.reduceat(between, starts, axis=1)).sum(axis=0),
        np.add.reduceat(_is_same(between.max(axis=0, initial=-1.0)), starts),
    )
    result[some] = np.column_stack(
        [
            np.minimum(*shares),
            np.maximum(*shares),
            np.minimum(*events),
            np.maximum(*events),
        ]
    )
    return result


def _is_same(cosines: NDArray[np.floating]) -> NDArray[np.floating]:
    return 1 / (1 + np.exp(-STEEPNESS * (cosines - SAME_WORD)))
