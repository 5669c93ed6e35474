"""Signatures in, the pairs worth comparing word by word out: never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from analysis.near_copies.signature import PERMUTATIONS, Signature

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from analysis.near_copies.signature import Rows

CROWD = 32
"""Articles compared with all others that share something with them; the rest of a larger crowd
is compared with the first of it only, so that stock phrases cannot make everything a pair."""

VOTES = 3
"""Of 128 smallest hashes, how many two articles must share. An article of which a tenth stands
in another shares 7 on average; two that share one run in a thousand reach 3 once in 3,000."""

_CHUNK = 1_000
"""Articles counted against all others at once, so that memory does not grow with their square."""


def likely_pairs(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Yield the places of every two articles that may be near copies, each pair once or twice.

    Short texts are paired if they are equal. For the others each of the smallest hashes is a
    band of its own, and the bands that two articles share are counted: one short first report
    inside a long one shares few, and would be missed by longer bands.

    References
    ----------
    Broder (1997); Indyk & Motwani (1998), locality-sensitive hashing.
    """
    yield from crowds([each.digest if each.rows is None else None for each in signatures])
    signed = [place for place, each in enumerate(signatures) if each.rows is not None]
    if len(signed) > 1:
        rows = np.stack([s.rows for s in signatures if s.rows is not None])
        for left, right in _voted(rows):
            yield signed[left], signed[right]


def crowds(keys: Sequence[Hashable | None]) -> Iterator[tuple[int, int]]:
    """Yield the places of equal keys, in pairs with each of the first ``CROWD`` of them."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        if key is not None:
            yield from ((first, place) for first in places[key][:CROWD])
            places[key].append(place)


def _voted(rows: Rows) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows that agree in at least ``VOTES`` places."""
    everybody = _incidence(rows)
    leaders = _first_of_each(everybody)
    for start in range(0, len(rows), _CHUNK):
        votes = (everybody[start : start + _CHUNK] @ leaders.T).tocoo()
        left, right = votes.row + start, votes.col
        chosen = (votes.data >= VOTES) & (left != right)
        yield from zip(
            np.minimum(left, right)[chosen].tolist(),
            np.maximum(left, right)[chosen].tolist(),
            strict=True,
        )


def _incidence(rows: Rows) -> csr_array:
    """Return which article (row) has which hash at which place (column); lone ones left out."""
    from scipy.sparse import csr_array  # noqa: PLC0415 -- comparing needs it, signing does not

    places = np.arange(PERMUTATIONS, dtype=np.uint64) << np.uint64(32)
    keys: NDArray[np.uint64] = (rows.astype(np.uint64) | places).ravel()
    _, columns, sizes = np.unique(keys, return_inverse=True, return_counts=True)
    is_shared = sizes[columns] > 1
    articles = np.repeat(np.arange(len(rows)), PERMUTATIONS)[is_shared]
    ones = np.ones(len(articles), dtype=np.int16)
    return csr_array((ones, (articles, columns[is_shared])), shape=(len(rows), len(sizes)))


def _first_of_each(incidence: csr_array) -> csr_array:
    """Return the same with only the first ``CROWD`` articles of each column."""
    columns = incidence.tocsc()
    starts = np.repeat(columns.indptr[:-1], np.diff(columns.indptr))
    columns.data = columns.data * (np.arange(columns.nnz) - starts < CROWD)
    columns.eliminate_zeros()
    return columns.tocsr()
