"""spaCy's attribute rules, looked up by what they look at: listed words, tags and relations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler

_LOOKED_AT = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
"""What a rule may look at in a token."""

_WORD_TESTS = frozenset({"IN", "REGEX"})
"""Tests of a word that only listed words pass."""

_SET = frozenset({POS, MORPH, LEMMA, TAG, DEP})
"""What a rule may set."""

_PAIR = 2
"""Tokens in the longest pattern that is looked up here."""

Pattern = list[dict[str, Any]]


class Held(NamedTuple):
    """The rules that hold for a token, and what they set together."""

    pos: int
    morph: int
    lemma: int
    """0 where no rule sets it."""
    others: Mapping[int, int]
    """Tag and relation where a rule sets them, as for white space."""
    rules: frozenset[int]
    begins: frozenset[int]
    """Patterns of two tokens whose first it may be."""
    ends: frozenset[int]
    """Patterns of two tokens whose second it may be."""


def is_known(ruler: AttributeRuler) -> bool:
    """Return whether all that the ruler's rules look at and set is looked up here."""
    return all(_SET.issuperset(attributes) for attributes in ruler.attrs) and all(
        _is_known(pattern, index)
        for patterns, index in zip(_patterns(ruler), ruler.indices, strict=True)
        for pattern in patterns
    )


def _patterns(ruler: AttributeRuler) -> list[list[Pattern]]:
    """Return the patterns of each rule."""
    return [cast("list[Pattern]", rule["patterns"]) for rule in ruler.patterns]


def _is_known(pattern: Pattern, index: int) -> bool:
    length = len(pattern)
    return (
        0 < length <= _PAIR
        and -length <= index < length
        and all(_LOOKED_AT.issuperset(token) for token in pattern)
        and all(_WORD_TESTS.issuperset(test) for token in pattern for test in _word_tests(token))
    )


def _word_tests(token: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the test of the token's word, if there is one; a plain word is a list of one."""
    test = token.get("LOWER")
    if test is None:
        return []
    return [{"IN": [test]} if isinstance(test, str) else test]


class ClassRules:
    """The rules of one attribute ruler."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._words: set[str] = set()
        self._forms: list[re.Pattern[str]] = []
        self._held: dict[tuple[str, int, int, bool], Held] = {}
        self._single, self._first, self._second = (
            Matcher(ruler.vocab, validate=False) for _ in range(3)
        )
        self._pairs: list[tuple[int, int]] = []
        """Rule of each pattern of two tokens, and which of the two it is about."""
        for number, patterns in enumerate(_patterns(ruler)):
            for pattern in patterns:
                self._add(number, pattern)

    def _add(self, rule: int, pattern: Pattern) -> None:
        for test in (test for token in pattern for test in _word_tests(token)):
            self._words.update(test.get("IN", ()))
            self._forms += [re.compile(test["REGEX"])] if "REGEX" in test else []
        if len(pattern) < _PAIR:
            self._single.add(str(rule), [pattern])
            return
        number = str(len(self._pairs))
        self._pairs.append((rule, self._ruler.indices[rule] % _PAIR))
        self._first.add(number, [[pattern[0]]])
        self._second.add(number, [[pattern[1]]])

    def of(self, form: int, tag: int, dep: int) -> Held:
        """Return the rules that hold for a form with a tag and a relation, by itself."""
        word = self._ruler.vocab[form]
        is_listed = word.lower_ in self._words or any(f.search(word.lower_) for f in self._forms)
        key = word.lower_ if is_listed else "", tag, dep, word.is_space
        if key not in self._held:
            strings = self._ruler.vocab.strings
            alone = Doc(
                self._ruler.vocab,
                words=[word.text],
                spaces=[False],
                tags=[strings[tag]],
                deps=[strings[dep]],
                heads=[0],
            )
            begins, ends = _numbers(self._first, alone), _numbers(self._second, alone)
            self._held[key] = self._together(_numbers(self._single, alone), begins, ends)
        return self._held[key]

    def with_pairs(self, found: Sequence[Held]) -> Mapping[int, Held]:
        """Return place and rules of each token of a text that patterns of two also hold for."""
        more: dict[int, set[int]] = {}
        for place, (one, two) in enumerate(pairwise(found)):
            for pair in one.begins & two.ends if one.begins and two.ends else ():
                rule, offset = self._pairs[pair]
                more.setdefault(place + offset, set()).add(rule)
        return {
            place: self._together(found[place].rules | rules, frozenset(), frozenset())
            for place, rules in more.items()
        }

    def _together(self, rules: Iterable[int], begins: frozenset[int], ends: frozenset[int]) -> Held:
        """Return what the rules set together; of two that set one thing the later one wins."""
        values: dict[int, int] = {}
        for rule in sorted(rules):
            values.update(self._ruler.attrs[rule])
        pos, morph, lemma = (values.pop(what, 0) for what in (POS, MORPH, LEMMA))
        return Held(pos, morph, lemma, values, frozenset(rules), begins, ends)


def _numbers(matcher: Matcher, alone: Doc) -> frozenset[int]:
    """Return the numbers under which patterns match a text of one token."""
    strings = alone.vocab.strings
    return frozenset(int(strings[name]) for name, _, _ in matcher(alone, allow_missing=True))
