"""Heads of tokens -> the first and the last token of every subtree."""

from __future__ import annotations

MAX_ROUNDS = 12
"""Rounds in which spaCy settles subtrees that cross each other; 4 have been needed."""


def subtree_edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """Return the left and the right edge of each token's subtree, as spaCy computes them.

    Edges are handed from children to heads in one sweep to the right and one to the left,
    again until every head stands in its token's sentence: without crossing branches, once.
    """
    left, right = list(range(len(heads))), list(range(len(heads)))
    for _ in range(MAX_ROUNDS):
        for order in (range(len(heads)), range(len(heads) - 1, -1, -1)):
            for i in order:
                head = heads[i]
                if left[i] < left[head]:
                    left[head] = left[i]
                if right[i] > right[head]:
                    right[head] = right[i]
        if _is_settled(heads, left):
            break
    return left, right


def _is_settled(heads: list[int], left: list[int]) -> bool:
    """Return whether no head stands outside its token's sentence."""
    last = len(heads) - 1
    starts = {left[i] for i, head in enumerate(heads) if head == i}
    start = 0
    for end in range(len(heads)):
        if (end and end in starts) or end == last:
            if not all(start <= heads[i] <= end for i in range(start, end)):
                return False
            start = end
    return True
