"""Tags of words in, word classes, features and lemmas out: spaCy's rules, each word once.

spaCy matches its 179 rules against every token of every text and then asks its lemmatizer. All
but a few of the rules look at one token only: at its form, its tag and its relation. So what
they say of a form with a tag and a relation is remembered, with the lemma that follows from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG

from analysis.parsing import class_rules
from analysis.parsing.class_rules import ClassRules, Held

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc
    from thinc.types import Ints2d

MAX_KEPT = 20_000
"""Words with tag and relation that are remembered, about 5 MB; 300 articles hold as many."""

Key = tuple[int, int, int]
"""Form, tag and relation of a token, as spaCy numbers them."""


def is_known(ruler: AttributeRuler, lemmatizer: Lemmatizer) -> bool:
    """Return whether all that the two components do is done here."""
    return lemmatizer.mode == "rule" and not lemmatizer.overwrite and class_rules.is_known(ruler)


class WordClasses:
    """Stands for an attribute ruler and the rule lemmatizer that follows it."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._rules = ClassRules(ruler)
        self._lemmatizer = lemmatizer
        _index(lemmatizer)
        self._held: dict[Key, Held] = {}
        self._lemmas: dict[Key, int] = {}
        self._new: list[Key] = []

    def annotate(self, doc: Doc) -> None:
        """Set the word classes, features and lemmas of a document."""
        if not len(doc):
            return
        keys = cast("list[Key]", list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())))
        known, lemmas = self._held, self._lemmas
        held = [known.get(key) or self._enter(key) for key in keys]
        pairs = self._rules.with_pairs(held)
        rows = [
            (each.pos, each.morph, each.lemma or lemmas.get(key, 0))
            for each, key in zip(held, keys, strict=True)
        ]
        for place, each in pairs.items():
            rows[place] = each[:3]
        doc.from_array([POS, MORPH, LEMMA], cast("Ints2d", np.array(rows, dtype=np.uint64)))
        for place, (_, _, lemma) in enumerate(rows):
            if not lemma:
                self._lemmatize(doc, place, None if place in pairs else keys[place])
            if held[place].others:
                _set_others(doc, place, held[place])

    def settle(self, *, keep: bool) -> None:
        """Keep the words met since the last call, or forget them as spaCy frees its memory."""
        for key in () if keep else self._new:
            self._held.pop(key, None)
            self._lemmas.pop(key, None)
        self._new.clear()
        if len(self._held) > MAX_KEPT:
            self._held.clear()
            self._lemmas.clear()
        if len(self._lemmatizer.cache) > MAX_KEPT:
            self._lemmatizer.cache.clear()

    def _enter(self, key: Key) -> Held:
        self._new.append(key)
        held = self._held[key] = self._rules.of(*key)
        return held

    def _lemmatize(self, doc: Doc, place: int, key: Key | None) -> None:
        """Set a lemma that no rule sets, and remember it under the key."""
        token = doc[place]
        token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        if key:
            self._lemmas[key] = token.lemma


def _index(lemmatizer: Lemmatizer) -> None:
    """Let the lemmatizer look its known words up, instead of going through a list each time."""
    words = lemmatizer.lookups.get_table("lemma_index", {})
    for word_class, known in words.items():
        words[word_class] = frozenset(known)


def _set_others(doc: Doc, place: int, held: Held) -> None:
    token = doc[place]
    token.tag = held.others.get(TAG, token.tag)
    token.dep = held.others.get(DEP, token.dep)
