"""Weights of the cue model -> the most a word can score, from what costs nothing to look up.

Most words cannot be cues whatever stands around them. Their subjects, helpers and particles
need not be looked at: the bound is never below the score, so nothing is lost.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.extract.cues import possible_classes
from analysis.extract.quotes.candidates import may_stand
from analysis.extract.quotes.features import governor, lemma_of
from analysis.extract.quotes.model import Weights

if TYPE_CHECKING:
    from analysis.parsing import Token

_AROUND = ("cs", "csl", "aux", "obj")
"""Features of the words around a cue; the others are features of the word itself."""

CUE_FLOOR = -2.0
"""Least log-odds of a word as a cue (12 in 100) at which its candidates are looked at."""

MAX_KEPT = 20_000
"""Words remembered, with what they are; 300 news articles hold about as many."""

ROUNDING = 1e-9
"""More than the sum of eleven weights can lose in floating point."""


class Gate:
    """The upper bounds of one cue model, remembered by word form and place in the tree."""

    def __init__(self, cue: Weights) -> None:
        self._weights = cue.weights
        most: defaultdict[str, float] = defaultdict(float)
        lemmas: defaultdict[str, float] = defaultdict(float)
        for name, weight in cue.weights.items():
            kind, _, value = name.partition("=")
            most[kind] = max(most[kind], weight)
            if kind == "cl" and "_" in value:
                lemma = value.split("_", 1)[0]
                lemmas[lemma] = max(lemmas[lemma], weight)
        self._with_particle = lemmas
        self._rest = cue.bias + ROUNDING + sum(most[kind] for kind in _AROUND)
        self._most = self._rest + most["gov"] + most["in"]
        self._own: dict[tuple[str, ...], float] = {}
        self._above: dict[tuple[str, ...], float] = {}

    def bound(self, token: Token, *, is_inside: bool) -> float:
        """Return a log-odds that the word as a cue cannot exceed, where it is above the floor."""
        key = token.text, token.lemma_, token.pos_, token.tag_, token.dep_
        if max(len(self._own), len(self._above)) > MAX_KEPT:
            self._own.clear()
            self._above.clear()
        own = self._own.get(key)
        if own is None:
            own = self._own[key] = self._of_word(token) if may_stand(token) else -math.inf
        if own + self._most < CUE_FLOOR:
            return own + self._most
        head = token.head
        above = token.dep_, head.text, head.lemma_, head.pos_
        if above not in self._above:
            self._above[above] = self._weights.get(f"gov={governor(token)}", 0.0)
        inside = self._weights.get("in=True" if is_inside else "in=False", 0.0)
        return self._rest + own + self._above[above] + inside

    def _of_word(self, token: Token) -> float:
        get = self._weights.get
        lemma = lemma_of(token)
        return (
            max(get(f"cl={lemma}", 0.0), self._with_particle.get(lemma, 0.0))
            + max(get(f"cc={each}:{token.pos_}:False", 0.0) for each in possible_classes(token))
            + get(f"ct={token.tag_}", 0.0)
            + get(f"cd={token.dep_}", 0.0)
            + get(f"acl={token.dep_ == 'acl'}:{token.tag_}", 0.0)
        )


@lru_cache(maxsize=8)
def gate_of(cue: Weights) -> Gate:
    """Return the gate of a cue model, kept because it remembers what it has seen."""
    return Gate(cue)
