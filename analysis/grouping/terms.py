"""Texts in, how much each word tells about each of them out."""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.spans import WORD

if TYPE_CHECKING:
    from scipy.sparse import csr_array

NAME_WEIGHT = 1.5
"""How much more a name tells than another word of the same frequency; 1.5 and 2 did best of
1, 1.5 and 2 on the choosing half (docs/decisions/015)."""

MIN_LENGTH = 2
"""Characters of the shortest word counted."""

_SENTENCE_END = re.compile(r"[.!?:\n“\"]")
_POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of several texts."""

    weights: csr_array
    """One row a text, of length 1; one column a word. Higher = the word tells more of the text."""
    written: tuple[str, ...]
    """Each word as it is mostly written."""


def terms(texts: Sequence[str]) -> Terms:
    """Return the words of the texts with their weights.

    A word's weight is 1 + log(uses in the text), times 1 + log((1 + texts) / (1 + texts with the
    word)), times ``NAME_WEIGHT`` where it is a name. Words that all texts have still count a
    little: a handful of articles on one event shares its names.

    References
    ----------
    Salton & Buckley (1988), "Term-weighting approaches in automatic text retrieval".
    """
    from scipy.sparse import csr_array, diags_array  # noqa: PLC0415 -- for grouping only

    columns: dict[str, int] = {}
    spellings: list[Counter[str]] = []
    starts, places, weights = [0], array("q"), array("d")
    for text in texts:
        for word, forms in _uses(text).items():
            if word not in columns:
                columns[word] = len(columns)
                spellings.append(Counter())
            spellings[columns[word]].update(forms.written)
            places.append(columns[word])
            weights.append((1 + math.log(forms.n)) * (NAME_WEIGHT if forms.is_name() else 1))
        starts.append(len(places))
    found = np.frombuffer(places, dtype=np.int64)
    n_with = np.bincount(found, minlength=len(columns))
    rarity = 1 + np.log((1 + len(texts)) / (1 + n_with))
    values = np.frombuffer(weights) * rarity[found]
    weighted = csr_array((values, found, starts), shape=(len(texts), len(columns)))
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)))
    unit = diags_array(1 / np.where(lengths > 0, lengths, 1)) @ weighted
    written = [max(s, key=s.__getitem__, default="") for s in spellings]
    return Terms(
        csr_array(unit), tuple(w or word for w, word in zip(written, columns, strict=True))
    )


class _Forms:
    """How one word is written in one text."""

    def __init__(self) -> None:
        self.n = 0
        self.written: Counter[str] = Counter()
        self._n_named = 0
        self._n_small = 0

    def add(self, word: str, *, is_first: bool) -> None:
        """Count one use; what a sentence begins with tells nothing about capitals."""
        self.n += 1
        if is_first:
            return
        self.written[word] += 1
        self._n_named += word[0].isupper()
        self._n_small += word[0].islower()

    def is_name(self) -> bool:
        """Return whether the text writes the word with a capital where that is no rule."""
        return self._n_named > self._n_small


def _uses(text: str) -> dict[str, _Forms]:
    found: dict[str, _Forms] = {}
    end = 0
    for match in WORD.finditer(text):
        word = match.group().replace("’", "'").removesuffix(_POSSESSIVE)
        is_first = end == 0 or _SENTENCE_END.search(text, end, match.start()) is not None
        end = match.end()
        if len(word) >= MIN_LENGTH:
            found.setdefault(word.casefold(), _Forms()).add(word, is_first=is_first)
    return found
