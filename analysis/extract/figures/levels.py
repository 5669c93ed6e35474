"""Levels: in "infections reached 5,000" the number is that of another noun."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.extract.figures.words import number_words

if TYPE_CHECKING:
    from analysis.parsing import Token

_TOWARDS = frozenset({"to", "at", "from", "above", "below", "past", "beyond"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "obj"})
_CARRIERS = frozenset({"number", "total", "count", "tally"})


def level_noun(number: Token) -> Token | None:
    """Return the plural noun whose level a number without a noun of its own is.

    "Infections reached 5,000" counts infections, "the number of refugees rose to 2 million"
    counts refugees. The verb must be one of reaching or changing a level.
    """
    for noun in _measured(number):
        if noun.lemma_.lower() in _CARRIERS:
            inner = (n for of in noun.children if of.lower_ == "of" for n in of.children)
            return next((n for n in inner if n.dep_ == "pobj"), None)
        if noun.tag_ in {"NNS", "NNPS"}:
            return noun
    return None


def level_object(number: Token) -> Token | None:
    """Return the object that a verb brings to the number: "put the death toll at 45"."""
    return next((noun for noun in _measured(number) if noun.dep_ in _OBJECTS), None)


def _measured(number: Token) -> Iterator[Token]:
    """Yield the object, else the subject, of the verb of level above the number."""
    prep = number.head
    while prep.lower_ in _TOWARDS and prep.head.pos_ == "ADP" and prep.head.i != prep.i:
        prep = prep.head  # "from 10 to 20" with the second on the first
    is_to = number.dep_ == "pobj" and prep.lower_ in _TOWARDS
    verb = prep.head if is_to else number.head
    if verb.lemma_.lower() not in number_words().words["level"]:
        return
    if not is_to and number.dep_ not in _OBJECTS | {"attr", "npadvmod"}:
        return
    wanted = (_OBJECTS, _SUBJECTS) if is_to else (_SUBJECTS,)
    for deps in wanted:
        found = [child for child in verb.children if child.dep_ in deps and child.i != number.i]
        if found:
            yield found[0]
            return
