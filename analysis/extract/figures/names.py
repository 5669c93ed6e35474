"""Numbers that are part of a name: "Section 427", "Boeing 737", "Fortune 500 firms", "4K"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.figures.amounts import Amount
from analysis.extract.figures.units import counted, right_noun
from analysis.extract.figures.words import number_words

if TYPE_CHECKING:
    from analysis.parsing import DocSpan, Token

_NAME_LABELS = frozenset({"PRODUCT", "ORG", "FAC", "WORK_OF_ART", "LAW", "EVENT"})
_NO_MAKERS = frozenset({"GPE", "NORP", "DATE", "TIME"})
"""Names after which a number counts: "in Oslo 12 people"."""

_PLURALS = frozenset({"NNS", "NNPS"})


def is_label(tokens: DocSpan) -> bool:
    """Return whether the number goes with the word before it: "Section 427", "Game 6"."""
    first, last = tokens[0], tokens[-1]
    if first.i == 0 or tokens.doc[first.i - 1].whitespace_ == "":
        return False
    before = tokens.doc[first.i - 1]
    is_listed = before.lemma_.lower() in number_words().words["labels"]
    if before.pos_ not in {"NOUN", "PROPN"} or before.tag_ in _PLURALS:
        return False
    is_owner = tokens.end < len(tokens.doc) and tokens.doc[tokens.end].tag_ == "POS"
    noun = right_noun(last)
    is_model = noun is not None and _is_model(before, tokens, noun)
    if noun is not None and not (is_listed or is_owner or is_model):
        return False
    is_tied = last.head.i == before.i or before.head.i in range(first.i, last.i + 1)
    return is_listed or ((is_tied or is_owner or is_model) and not before.is_lower)


def _is_model(before: Token, tokens: DocSpan, noun: Token) -> bool:
    """Return whether a name and a number say which: "Airbus 320 Neo", "Fortune 500 firms"."""
    if before.pos_ != "PROPN":
        return False
    if noun.tag_ == "NNP":
        return True
    is_plain = tokens.text.isdigit() and before.ent_type_ not in _NO_MAKERS
    return (
        is_plain and before.dep_ in {"nmod", "compound"} and before.head.i == noun.i == tokens.end
    )


def is_ranked(tokens: DocSpan) -> bool:
    """Return whether it is a place in a list, "the bottom three"; "the top ten firms" are ten."""
    if (
        not tokens.start
        or tokens.doc[tokens.start - 1].lower_ not in number_words().words["ranked"]
    ):
        return False
    noun = counted(tokens)
    return noun is None or noun.tag_ not in _PLURALS


def is_proper(tokens: DocSpan) -> bool:
    """Return whether a written number is a name by its capital: "the Group of Seven"."""
    first = tokens[0]
    is_inside = first.i > first.sent.start and tokens.doc[first.i - 1].pos_ in {"ADP", "PROPN"}
    noun = counted(tokens)
    return first.is_title and is_inside and first.pos_ == "PROPN" and noun is None


_DIALLED = frozenset({"call", "dial", "phone", "ring"})


def is_dialled(tokens: DocSpan) -> bool:
    """Return whether it is a telephone number by its verb: "she called 911"."""
    root = tokens.root
    is_object = root.dep_ in {"dobj", "oprd", "nummod", "npadvmod"} and root.head.lemma_ in _DIALLED
    return is_object and tokens.text.isdigit()


def is_index(tokens: DocSpan) -> bool:
    """Return whether a noun and a number do as one: "the ftse 100 is down" is no hundred."""
    doc, start, end = tokens.doc, tokens.start, tokens.end
    if start < 2 or end >= len(doc) or doc[start - 2].tag_ != "DT":
        return False
    is_subject = doc[end].tag_ == "VBZ" or doc[end].lower_ == "was"
    return is_subject and doc[start - 1].tag_ in {"NN", "NNP"}


MAX_K = 10
"""Up to here, "4K" before a singular noun is a kind of screen or race, not 4,000."""


def is_kind_of_screen(text: str, amount: Amount, tokens: DocSpan) -> bool:
    """Return whether it is the "4K" of a screen or the "5k" of a race."""
    printed = text[amount.core[0] : amount.core[1]]
    if not printed.casefold().endswith("k") or amount.high > MAX_K * amount.scale:
        return False
    end = tokens.end
    return end < len(tokens.doc) and tokens.doc[end].tag_ in {"NN", "NNP"}


def is_name(tokens: DocSpan) -> bool:
    """Return whether the number is the later part of a name: "Boeing 737", "S&P 500"."""
    first = tokens[0]
    label = tokens[-1].ent_type_
    if first.i == 0 or label not in _NAME_LABELS:
        return False
    is_named = tokens.doc[first.i - 1].pos_ == "PROPN"
    if first.ent_iob_ != "I":
        return is_named and label == "PRODUCT"  # "Boeing" and "737 MAX" as two names
    return is_named or label == "PRODUCT"
