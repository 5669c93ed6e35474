"""Numbers that are no quantities: dates, times, years, names, labels, list numbers, scores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.extract.figures.amounts import Amount
from analysis.extract.figures.numerals import Form
from analysis.extract.figures.words import number_words
from analysis.types import Bound

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_MONTH_BEFORE = re.compile(rf"(?<![^\W_]){_MONTH}\s+(?:the\s+)?$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?{_MONTH}(?![^\W_])", re.IGNORECASE)
_CLOCK_AFTER = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o[\u2019']clock|noon\b|midnight\b|(?:hours?\s+)?(?:GMT|UTC|BST|EST|EDT)\b)",
    re.IGNORECASE,
)
_CLOCK_RANGE = re.compile(r"\s?(?:-|\u2013|to)\s?\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"\s*\(?$")
_LIST_MARK = re.compile(r"[.)]\s")
_CODE_BEFORE = re.compile(r"(?:\d[-\u2013\u2212]|[Nn]o\.?\s?|\u2116\s?|#\s?|&\s?)$")
_STREET = re.compile(r"(?:\s+[A-Z\d][\w.\u2019']*){2,5}")

FIRST_YEAR, LAST_YEAR = 1500, 2100
"""Four digits between these, without a comma, are read as a year unless something is counted."""

_NAME_LABELS = frozenset({"PRODUCT", "ORG", "FAC", "WORK_OF_ART", "LAW", "EVENT"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})


def is_no_quantity(text: str, amount: Amount, tokens: DocSpan) -> bool:
    """Return whether the number, in its sentence, is something else than a quantity."""
    if amount.unit is not None:
        return _is_contest_or_list(text, amount)
    if _is_date_or_time(text, amount) or _is_contest_or_list(text, amount):
        return True
    if amount.form is Form.PART:
        return _is_no_part(tokens)
    if amount.form is Form.GROUP:
        return tokens[0].pos_ == "VERB" or (tokens[-1].lower_ == "tens" and not _before_of(tokens))
    if amount.bound is not Bound.EXACT:
        return False
    if _is_year(text, amount, tokens) or _is_code(amount, tokens):
        return True
    return _is_label(tokens) or _is_name(tokens)


def _is_date_or_time(text: str, amount: Amount) -> bool:
    start, end = amount.core
    if _CLOCK_AFTER.match(text, end) or _CLOCK_RANGE.match(text, end):
        return True
    before = text[max(0, start - 16) : start]
    if amount.high <= 31 and amount.high % 1 == 0 and _MONTH_BEFORE.search(before):
        return True
    return amount.high <= 31 and bool(_MONTH_AFTER.match(text, end))


def _is_contest_or_list(text: str, amount: Amount) -> bool:
    """Return whether it numbers a line, is a score, or goes on after a mark: "555-1234"."""
    start, end = amount.start, amount.end
    if not text[:start].strip(" (") and _LIST_MARK.match(text, end):
        return True
    before = text[max(0, start - 4) : start]
    if amount.form is Form.DIGITS and _CODE_BEFORE.search(before):
        return True
    if not amount.is_hyphenated:
        return False
    if _is_year_number(amount.low):
        return True
    words = re.findall(r"\w+", text[end : end + 24])
    return not words or bool(number_words().words["contest"] & {w.casefold() for w in words[:2]})


def _is_year_number(value: float) -> bool:
    return FIRST_YEAR <= value <= LAST_YEAR


def _is_year(text: str, amount: Amount, tokens: DocSpan) -> bool:
    last, digits = tokens[-1], text[amount.core[0] : amount.core[1]]
    if amount.form is not Form.DIGITS or not _is_year_number(amount.high) or amount.scale > 1:
        return False
    if len(digits) != 4 or not digits.isdigit():
        return False
    if last.ent_type_ == "DATE":
        return True
    noun = _right_noun(last)
    return noun is None or noun.tag_ not in _PLURALS


def _right_noun(token: Token) -> Token | None:
    """Return the noun that a number counts by the parser, if it stands to the right."""
    head = token.head
    is_counted = token.dep_ == "nummod" and head.i > token.i and head.pos_ in {"NOUN", "PROPN"}
    return head if is_counted else None


def _is_label(tokens: DocSpan) -> bool:
    """Return whether the number goes with the word before it: "Section 427", "Game 6"."""
    first, last = tokens[0], tokens[-1]
    if first.i == 0 or tokens.doc[first.i - 1].whitespace_ == "":
        return False
    before = tokens.doc[first.i - 1]
    is_label = before.lemma_.lower() in number_words().words["labels"]
    if before.pos_ not in {"NOUN", "PROPN"} or before.tag_ in _PLURALS:
        return False
    is_owner = tokens.end < len(tokens.doc) and tokens.doc[tokens.end].tag_ == "POS"
    noun = _right_noun(last)
    is_model = noun is not None and noun.tag_ == "NNP" and before.pos_ == "PROPN"
    if noun is not None and not (is_label or is_owner or is_model):
        return False
    is_tied = last.head.i == before.i or before.head.i in range(first.i, last.i + 1)
    return is_label or ((is_tied or is_owner or is_model) and not before.is_lower)


def _is_name(tokens: DocSpan) -> bool:
    """Return whether the number is the later part of a name: "Boeing 737", "S&P 500"."""
    first = tokens[0]
    if first.i == 0 or tokens[-1].ent_type_ not in _NAME_LABELS or first.ent_iob_ != "I":
        return False
    before = tokens.doc[first.i - 1]
    return before.pos_ == "PROPN" or tokens[-1].ent_type_ == "PRODUCT"


MIN_CODE = 5
"""Digits in a row, without a comma, that a paper would write with one if they were a count."""


def _is_code(amount: Amount, tokens: DocSpan) -> bool:
    """Return whether it is a telephone number or a post code, not a count."""
    if amount.form is not Form.DIGITS or amount.scale > 1 or not _is_bare(amount):
        return False
    noun = _right_noun(tokens[-1])
    return amount.high >= 10 ** (MIN_CODE - 1) and (noun is None or noun.tag_ not in _PLURALS)


def _is_bare(amount: Amount) -> bool:
    digits = f"{amount.high:.0f}"
    return amount.high % 1 == 0 and len(digits) == amount.core[1] - amount.core[0]


def is_address(text: str, amount: Amount) -> bool:
    """Return whether a street name follows: "49 Zorro Ranch Road"."""
    match = _STREET.match(text, amount.end)
    words = {word.strip(".").casefold() for word in match.group().split()[1:]} if match else set()
    return not words.isdisjoint(number_words().words["streets"])


def _before_of(tokens: DocSpan) -> bool:
    end = tokens.end
    return end < len(tokens.doc) and tokens.doc[end].lower_ == "of"


_WHOLE_STARTS = frozenset({"of", "the", "its", "their", "his", "her", "our", "my", "your", "all"})
_PERIODS = frozenset({"first", "second", "third", "fourth", "other", "last", "next", "this", "per"})


def _is_no_part(tokens: DocSpan) -> bool:
    """Return whether "half" or "third" is no share of a whole: "the second half"."""
    doc, end = tokens.doc, tokens.end
    if tokens.start and doc[tokens.start - 1].lower_ in _PERIODS:
        return True
    if end >= len(doc):
        return True
    following = doc[end]
    is_many = len(tokens) > 1 and tokens[0].lower_ not in {"a", "an"}
    return following.lower_ not in _WHOLE_STARTS and not (is_many and following.tag_ in _NOUNS)


def is_pronoun_one(amount: Amount, tokens: DocSpan) -> bool:
    """Return whether "one" counts nothing: "one of them", "no one", "one day"."""
    token = tokens[-1]
    if amount.high != 1 or amount.form is not Form.WORDS or token.lower_ != "one":
        return False
    noun = _right_noun(token)
    if noun is None or noun.lemma_.lower() in number_words().words["one_of_none"]:
        return True
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return before in {"no", "any", "every", "this", "that", "each", "another"}
