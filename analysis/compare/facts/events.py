"""Which words of a unit tell what happened: those that are the verb of some clause in the story."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.compare.facts.unit import Unit

Stem = str

_ENDINGS = (
    *("ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment"),
    *("ers", "er", "ors", "or", "als", "al", "ed", "es", "s", "y"),
)
"""Endings of verb forms and of nouns made of verbs, the longest first."""

_LEAST_STEM = 3
_SAYING = frozenset({"say", "tell"})
"""Verbs that report in nearly every sentence: they are no event that two units share."""

_SAME_START = 2
"""Letters that an irregular form has in common with its lemma: "shot", "shoot"."""


def stem(word: str) -> Stem:
    """Return a word without the ending that makes it a verb form or a noun: "shooting", "shoot"."""
    ends = (e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _LEAST_STEM)
    bare = word.removesuffix(next(ends, ""))
    return bare[:-1] if bare.endswith("e") and len(bare) > _LEAST_STEM else bare


def event_stems(units: Sequence[Unit]) -> tuple[frozenset[Stem], ...]:
    """Return the stems of the words of each unit that tell an event, its nouns among them.

    A story says "were arrested" in one place and "the arrest" in another: whatever is the verb
    of a clause anywhere in it tells an event everywhere in it. Names never do.
    """
    verbs = {stem(verb) for unit in units for verb in unit.predicates - _SAYING}
    return tuple(frozenset(map(stem, unit.common)) & verbs for unit in units)


def lemma_of_words(unit: Unit) -> list[str | None]:
    """Return for each word of a unit the lemma that it stands for; None = no content word."""
    words, by_stem = unit.words, {stem(lemma): lemma for lemma in unit.lemmas}
    own = set(unit.lemmas)
    found = [word if word in own else by_stem.get(stem(word)) for word in words]
    free = [lemma for lemma in dict.fromkeys(unit.lemmas) if lemma not in found]
    return [lemma or _irregular(word, free) for word, lemma in zip(words, found, strict=True)]


def _irregular(word: str, free: Sequence[str]) -> str | None:
    """Return the lemma without a word of its own that begins like this word."""
    if len(word) <= _SAME_START:
        return None
    return next((lemma for lemma in free if lemma[:_SAME_START] == word[:_SAME_START]), None)
