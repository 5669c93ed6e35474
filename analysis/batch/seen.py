"""Which article ids have come by: eight bytes each, so that millions fit."""

from __future__ import annotations

import hashlib

import numpy as np

RECENT = 65_536
"""Ids kept in a Python set (about 100 bytes each) before they are sorted in among the others."""


class Seen:
    """A set of ids that only grows.

    Two different ids are taken for one with a chance of 7 in 10 million among five million.
    """

    def __init__(self) -> None:
        self._sorted = np.empty(0, dtype=np.uint64)
        self._recent: set[int] = set()

    def add(self, article_id: str) -> bool:
        """Take note of an id; return whether it is new."""
        digest = hashlib.blake2b(article_id.encode("utf-8"), digest_size=8).digest()
        number = int.from_bytes(digest, "big")
        if number in self._recent or self._is_sorted_in(number):
            return False
        self._recent.add(number)
        if len(self._recent) >= RECENT:
            recent = np.fromiter(self._recent, dtype=np.uint64, count=len(self._recent))
            self._sorted = np.sort(np.concatenate([self._sorted, recent]))
            self._recent.clear()
        return True

    def _is_sorted_in(self, number: int) -> bool:
        wanted = np.uint64(number)
        at = int(np.searchsorted(self._sorted, wanted))
        return at < len(self._sorted) and bool(self._sorted[at] == wanted)
