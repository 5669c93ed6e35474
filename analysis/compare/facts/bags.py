"""Bags of words as sparse tables, weighted by how rare each word is in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Indices = NDArray[np.intp]

Bag = Iterable[Hashable]


def counts(bags: Sequence[Bag]) -> sparse.csr_array:
    """Return how often each word stands in each bag: one row a bag, one column a word."""
    vocabulary: dict[Hashable, int] = {}
    ends, columns, values = [0], [], []
    for bag in bags:
        counted = Counter(bag)
        columns += [vocabulary.setdefault(word, len(vocabulary)) for word in counted]
        values += counted.values()
        ends.append(len(columns))
    shape = (len(bags), max(1, len(vocabulary)))
    return sparse.csr_array((np.array(values, float), columns, ends), shape=shape)


def members(bags: Sequence[Collection[Hashable]]) -> sparse.csr_array:
    """Return which words each bag holds, as noughts and ones."""
    return counts([set(bag) for bag in bags])


def weighted(bags: Sequence[Bag]) -> sparse.csr_array:
    """Return the bags with words weighted by rarity (tf-idf with dampened counts).

    References
    ----------
    Salton and Buckley (1988): dampened term frequency times inverse document frequency.
    """
    table = counts(bags)
    table.data = 1 + np.log(table.data)
    n_bags, n_words = len(bags), table.indices.max(initial=0) + 1
    in_bags = np.bincount(table.indices, minlength=n_words)
    rarity = np.log((1 + n_bags) / (1 + in_bags)) + 1
    table.data *= rarity[table.indices]
    return table


def normalised(table: sparse.csr_array) -> sparse.csr_array:
    """Return the rows scaled to length 1, so that a product of two is their cosine."""
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
    scale = 1 / np.maximum(lengths, np.finfo(float).tiny)
    return sparse.csr_array(sparse.diags_array(np.where(lengths > 0, scale, 0.0)) @ table)


def products(table: sparse.csr_array, left: Indices, right: Indices) -> Floats:
    """Return the product of two rows for each pair."""
    return np.asarray(table[left].multiply(table[right]).sum(axis=1)).ravel()


def sums(table: sparse.csr_array) -> Floats:
    """Return the sum of each row."""
    return np.asarray(table.sum(axis=1)).ravel()
