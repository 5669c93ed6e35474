"""A noun in its parse -> the noun that the sentence says is the same: apposition, "X is a Y"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.labels.phrases import measured
from analysis.types import LabelForm

if TYPE_CHECKING:
    from analysis.parsing import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

_NAMING = frozenset(
    "call label brand dub deem term consider name declare describe denounce portray depict "
    "characterize characterise condemn regard identify hail".split()
)
"""Verbs that give somebody or something a name: "called them bandits", "described as a coup"."""

_COPULAS = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Link:
    """The noun that is named as well, and in which form this phrase names it."""

    other: Token
    form: LabelForm


def link_of(head: Token) -> Link | None:
    """Return what the sentence says the noun's phrase is, or None.

    A denied or supposed naming ("the protest was no coup") links nothing.
    """
    if head.dep_ == "appos":
        return Link(measured(head.head), LabelForm.APPOSITION)
    if head.dep_ == "attr" and head.head.lemma_ in _COPULAS:
        return _predicate(head, head.head)
    if head.dep_ in {"oprd", "dobj"} and head.head.lemma_ in _NAMING:
        # The parser makes "a mob" in "branded them a mob" either; alone, an object is no name.
        return _predicate(head, head.head)
    if head.dep_ == "pobj" and head.head.lower_ == "as" and head.head.head.lemma_ in _NAMING:
        return _predicate(head, head.head.head)
    return None


def _predicate(head: Token, verb: Token) -> Link | None:
    if _is_denied(head, verb):
        return None
    if verb.lemma_ in _COPULAS:
        named = [c for c in verb.children if c.dep_ == "nsubj" and c.i < head.i]
    else:
        named = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < head.i]
        if not named and verb.dep_ == "acl" and head.dep_ != "dobj":
            named = [verb.head]
    if len(named) != 1 or named[0].pos_ not in {"NOUN", "PROPN"}:
        return None
    return Link(measured(named[0]), LabelForm.PREDICATE)


def _is_denied(head: Token, verb: Token) -> bool:
    negated = any(c.dep_ == "neg" or c.tag_ == "MD" or c.lower_ == "if" for c in verb.children)
    return negated or any(c.lower_ in {"no", "neither", "hardly"} for c in head.lefts)
