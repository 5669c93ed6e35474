"""The word "one": a count, a member of a class ("one of the judges"), or no number at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.figures.amounts import Amount
from analysis.extract.figures.event_words import counts_people
from analysis.extract.figures.numerals import Form
from analysis.extract.figures.units import counted, right_noun
from analysis.extract.figures.words import number_words

if TYPE_CHECKING:
    from analysis.parsing import DocSpan, Token

_PLURALS = frozenset({"NNS", "NNPS"})
_POINTING = frozenset({"no", "not", "any", "every", "this", "that", "each", "another"})
_DURING = frozenset({"in", "within", "for", "after", "than", "just", "only", "about"})
_APART = frozenset({"later", "earlier", "ago", "before", "after"})


def is_one_of(amount: Amount, tokens: DocSpan) -> bool:
    """Return whether it is the "one" of "one of the judges": one member of a class.

    "One of them" names nothing that is counted, and "not one of" and "no one of" are none.
    """
    if not _is_word_one(amount, tokens) or _before(tokens) in _POINTING:
        return False
    end = tokens.end
    if end >= len(tokens.doc) or tokens.doc[end].lower_ != "of":
        return False
    noun = counted(tokens)
    return noun is not None and noun.tag_ in _PLURALS


def is_uncounted_one(amount: Amount, tokens: DocSpan, event: str | None) -> bool:
    """Return whether "one" counts nothing: "one of them", "no one", "one day"."""
    if not _is_word_one(amount, tokens):
        return False
    before, noun = _before(tokens), right_noun(tokens[-1])
    if before in _POINTING:
        return True
    if noun is None:
        is_led = before in {"the", "of"} or _after(tokens) == "of"
        return is_led or not counts_people(event)  # "one was killed" is a count
    return _is_idiom(tokens, noun, before)


def _is_idiom(tokens: DocSpan, noun: Token, before: str) -> bool:
    """Return whether it is "one day" or "at one point", but not "in one day", "one day later"."""
    lemma, known = noun.lemma_.lower(), number_words()
    if before == "at" and lemma in known.words["at_one"]:
        return True
    if lemma not in known.words["one_of_none"]:
        return False
    if lemma not in known.words["one_day"]:
        return True
    following = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    return before not in _DURING and following not in _APART


def _is_word_one(amount: Amount, tokens: DocSpan) -> bool:
    is_one = amount.high == 1 and amount.form is Form.WORDS and amount.unit is None
    return is_one and tokens[-1].lower_ == "one"


def _before(tokens: DocSpan) -> str:
    return tokens.doc[tokens.start - 1].lower_ if tokens.start else ""


def _after(tokens: DocSpan) -> str:
    return tokens.doc[tokens.end].lower_ if tokens.end < len(tokens.doc) else ""
