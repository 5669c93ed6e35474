"""How alike articles are in, groups of those that are alike on average out."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Group = tuple[int, ...]
Links = dict[int, dict[int, float]]
"""Group -> other group -> sum of the likeness of all pairs between them."""

Members = dict[int, list[int]]


def clusters(likeness: csr_array, *, least: float) -> list[Group]:
    """Return the groups, each joined as long as its articles are alike enough on average.

    Two groups are joined if the mean likeness of all pairs between them is at least ``least``,
    the likest first. ``likeness`` is symmetric; pairs that it leaves out count 0, so that
    memory grows with the pairs that are alike at all.

    References
    ----------
    Sokal & Michener (1958), average linkage; Yang et al. (1998), for news events.
    """
    links = _links(likeness)
    members = {place: [place] for place in links}
    queue = [
        (-total, left, right)
        for left, row in links.items()
        for right, total in row.items()
        if left < right and total >= least
    ]
    heapq.heapify(queue)
    while queue:
        negative, left, right = heapq.heappop(queue)
        is_there = left in members and right in members
        if not is_there or -negative != _mean(links, members, left, right):
            continue
        _join(links, members, left, right)
        for other in links[left]:
            mean = _mean(links, members, left, other)
            if mean >= least:
                heapq.heappush(queue, (-mean, min(left, other), max(left, other)))
    return [tuple(sorted(group)) for group in members.values()]


def _links(likeness: csr_array) -> Links:
    """Return for each article the others it is like, and how much."""
    found = likeness.tocoo()
    links: Links = {place: {} for place in range(len(likeness.indptr) - 1)}
    for left, right, value in zip(
        found.row.tolist(), found.col.tolist(), found.data.tolist(), strict=True
    ):
        if left != right:
            links[left][right] = value
    return links


def _mean(links: Links, members: Members, left: int, right: int) -> float:
    """Return the mean likeness of all pairs between two groups."""
    return links[left].get(right, 0.0) / (len(members[left]) * len(members[right]))


def _join(links: Links, members: Members, left: int, right: int) -> None:
    """Put the right group into the left one."""
    members[left] += members.pop(right)
    for other, total in links.pop(right).items():
        del links[other][right]
        if other != left:
            both = links[left].get(other, 0.0) + total
            links[left][other] = links[other][left] = both
