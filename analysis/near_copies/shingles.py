"""Text in, its runs of five words as numbers out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from analysis.spans import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

SHINGLE = 5
"""Words in a shingle: shorter runs are shared by chance (Broder 1997; newspaper reuse studies)."""

CHARACTER = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
"""Scripts written without spaces: each character counts as a word."""

_TOKEN = re.compile(f"{CHARACTER}|{WORD.pattern}")

_PLAIN = str.maketrans({"’": "'", "‐": "-", "‑": "-", "\u00ad": None, "\u200b": None})
"""Typography that differs between prints of one text."""

_DIGEST_BYTES = 8

_MULTIPLIER = 0x9E3779B97F4A7C15
"""Odd, so that no bit of a word's number is lost; 2^64 divided by the golden ratio."""


def words(text: str) -> list[str]:
    """Return the words of a text in one case and one typography, in order."""
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold()
    return _TOKEN.findall(plain)


def shingles(of_words: Sequence[str]) -> Hashes:
    """Return the different runs of ``SHINGLE`` words, each as a 64-bit number, sorted.

    Two different runs get one number about once in 10^19: counts of numbers are counts of
    runs. A text of fewer words is one run, and one without words none.
    """
    numbers = np.array([_number(word) for word in of_words], dtype=np.uint64)
    length = min(SHINGLE, len(numbers))
    n_runs = len(numbers) - length + 1 if length else 0
    runs = np.zeros(n_runs, dtype=np.uint64)
    for place in range(length):
        runs = runs * np.uint64(_MULTIPLIER) + numbers[place : place + n_runs]
    return np.unique(runs)


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    """Return the same number for a word on every machine and in every run."""
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES)
    return int.from_bytes(digest.digest(), "little")
