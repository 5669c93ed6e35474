"""Which pairs of statements are worth comparing: the nearest ones of other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.facts.features import Sheet

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy import sparse

    from analysis.compare.facts.bags import Indices

    Points = NDArray[np.float32]

ALL_PAIRS = 10_000
"""Statements up to which every pair is looked at: two seconds. More go through an index, which
grows with their number, not with its square."""

PER_ARTICLE = 6
"""Statements of each other article that a statement is compared with: its match and rivals."""

NEIGHBOURS = 40
"""Statements of other articles that a statement is compared with where they are many."""

WORD_DIMENSIONS = 256
"""Length to which the weighted words are projected for the search (the scores use all)."""

_SEED = 20_220_102
_BLOCK = 1_000


def points(sheet: Sheet) -> Points:
    """Return the place of each statement: its meaning and its words, each of length 1."""
    words = _projected(sheet.cosines[0])
    if sheet.vectors is None:
        return words
    return np.hstack([sheet.vectors, words]) / np.float32(np.sqrt(2))


def candidates(places: Points, article: Indices) -> tuple[Indices, Indices]:
    """Return the pairs (left < right) of statements of different articles worth comparing."""
    near = _all_pairs if len(places) <= ALL_PAIRS else _indexed
    left, right = near(places, article)
    low, high = np.minimum(left, right), np.maximum(left, right)
    unique = np.unique(np.stack([low, high], axis=1), axis=0)
    return unique[:, 0], unique[:, 1]


def nearest(places: Points, wanted: Indices, article: Indices, n_articles: int) -> NDArray[np.intp]:
    """Return the nearest statement to each wanted one in every article; -1 = it has none."""
    result = np.full((len(wanted), n_articles), -1, np.intp)
    groups = [np.flatnonzero(article == number) for number in range(n_articles)]
    for first in range(0, len(wanted), _BLOCK):
        closeness = places[wanted[first : first + _BLOCK]] @ places.T
        for number, group in enumerate(groups):
            if len(group):
                best = closeness[:, group].argmax(axis=1)
                result[first : first + _BLOCK, number] = group[best]
    return result


def _projected(table: sparse.csr_array) -> Points:
    """Return the rows in fewer dimensions, their products nearly kept.

    References
    ----------
    Achlioptas (2003): random projection with signs.
    """
    signs = np.random.default_rng(_SEED).choice(
        np.array([-1, 1], np.float32), size=(_width(table), WORD_DIMENSIONS)
    )
    rows = np.asarray(table @ signs, np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(lengths, np.finfo(np.float32).tiny)


def _width(table: sparse.csr_array) -> int:
    _, width = table.shape or (0, 0)
    return width


def _all_pairs(places: Points, article: Indices) -> tuple[Indices, Indices]:
    groups = [np.flatnonzero(article == number) for number in np.unique(article)]
    n_near = PER_ARTICLE
    if len(groups) * PER_ARTICLE > NEIGHBOURS:
        groups, n_near = [np.arange(len(places))], NEIGHBOURS
    found = [np.empty((2, 0), np.intp)]
    for first in range(0, len(places), _BLOCK):
        rows = np.arange(first, min(first + _BLOCK, len(places)))
        closeness = places[rows] @ places.T
        closeness[article[rows, None] == article[None, :]] = -np.inf
        found += [_nearest_in(closeness, rows, group, n_near) for group in groups]
    left, right = np.concatenate(found, axis=1)
    other = article[left] != article[right]
    return left[other], right[other]


def _nearest_in(closeness: Points, rows: Indices, group: Indices, n_near: int) -> Indices:
    """Return each of the rows with its nearest statements of a group, as two lines."""
    n_near = min(n_near, len(group))
    order = np.argpartition(-closeness[:, group], n_near - 1, axis=1)[:, :n_near]
    return np.stack([np.repeat(rows, n_near), group[order.ravel()]])


def _indexed(places: Points, article: Indices) -> tuple[Indices, Indices]:
    """Return the nearest statements from a graph index (approximate, near-linear)."""
    from voyager import (  # noqa: PLC0415 -- needed for large stories only
        Index,  # pyright: ignore[reportAttributeAccessIssue] -- from the compiled part
        Space,  # pyright: ignore[reportAttributeAccessIssue] -- the same
    )

    index = Index(Space.InnerProduct, num_dimensions=places.shape[1], random_seed=_SEED)
    index.add_items(places, num_threads=1)  # one thread: the same index every time
    found, _ = index.query(places, k=min(NEIGHBOURS, len(places)))
    left = np.repeat(np.arange(len(places)), found.shape[1])
    right = found.ravel().astype(np.intp)
    other = article[left] != article[right]
    return left[other], right[other]
