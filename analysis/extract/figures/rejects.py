"""Numbers that are no quantities: dates, times, years, names, labels, list numbers, scores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.extract.figures.amounts import Amount
from analysis.extract.figures.names import (
    is_dialled,
    is_index,
    is_kind_of_screen,
    is_label,
    is_name,
    is_proper,
    is_ranked,
)
from analysis.extract.figures.numerals import Form
from analysis.extract.figures.units import is_measured, right_noun
from analysis.extract.figures.words import number_words
from analysis.types import Bound

if TYPE_CHECKING:
    from analysis.parsing import DocSpan, Token

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
_YEARS = re.compile(r"\d{4}(?:\s(?:to|and|or)\s\d{4})?")
_CODE_BEFORE = re.compile(
    r"(?:\d[-\u2013\u2212]|[Nn]o\.?\s?|\u2116\s?|#\s?|&\s?|\b(?!U\sS)[A-Z](?:\s|\s?&\s?)[A-Z]\s)$"
)
_CHANGED = re.compile(r"\bfrom\s+(\d[\d,]*(?:\.\d+)?)\s+to\s+$")
_STREET = re.compile(r"(?:\s+[A-Z\d][\w.\u2019']*){2,5}")
_STREET_FIRST = re.compile(r"\s+(?:Rue|Avenue|Ave\.?|Boulevard|Via|Viale|Plaza|Piazza)\s")

FIRST_YEAR, LAST_YEAR = 1500, 2100
"""Four digits between these, without a comma, are read as a year unless something is counted."""

FIRST_RECENT = 1900
"""From this year on "the 1968 protests" are those of a year: news seldom names events of older
ones so."""

_NAMED = (is_label, is_name, is_index, is_proper, is_dialled)

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})


def is_no_quantity(text: str, amount: Amount, tokens: DocSpan) -> bool:
    """Return whether the number, in its sentence, is something else than a quantity."""
    if amount.unit is not None:
        is_flat = amount.unit == "degree" and is_label(tokens)  # "Room 12C"
        return is_flat or _is_contest_or_list(text, amount)
    if _is_date_or_time(text, amount) or _is_contest_or_list(text, amount):
        return True
    if amount.form is Form.PART:
        return _is_no_part(tokens)
    if amount.form is Form.GROUP:
        return tokens[0].pos_ == "VERB" or (tokens[-1].lower_ == "tens" and not _before_of(tokens))
    if amount.bound is not Bound.EXACT:
        return False
    if _is_year(text, amount, tokens) or _is_code(amount, tokens) or is_ranked(tokens):
        return True
    if is_kind_of_screen(text, amount, tokens):
        return True
    return not is_measured(tokens) and any(test(tokens) for test in _NAMED)


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
    before = text[max(0, start - 8) : start]
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
    last, printed = tokens[-1], text[amount.core[0] : amount.core[1]]
    if amount.form is not Form.DIGITS or not _is_year_number(amount.low) or amount.scale > 1:
        return False
    if not _YEARS.fullmatch(printed) or _follows_count(text[: amount.core[0]]):
        return False
    noun = right_noun(last)
    if noun is None or noun.tag_ not in _PLURALS:
        return True
    if _is_told_of(tokens, noun):
        return False
    return last.ent_type_ == "DATE" or _names_year(amount, tokens, noun)


def _follows_count(before: str) -> bool:
    """Return whether a number that is no year changes to it: "from 1000 to 2000 staff"."""
    other = _CHANGED.search(before)
    return other is not None and not _is_year_number(float(other[1].replace(",", "")))


def _is_told_of(tokens: DocSpan, noun: Token) -> bool:
    """Return whether a verb stands before it and persons or forces after: "sent 2000 troops"."""
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    return before is not None and before.pos_ in {"VERB", "AUX"} and _is_manned(noun)


def _is_manned(noun: Token) -> bool:
    sets = number_words().unit_sets
    return noun.lemma_.lower() in sets["people"] or noun.lemma_.lower() in sets["military"]


def _names_year(amount: Amount, tokens: DocSpan, noun: Token) -> bool:
    """Return whether the year says which: "the 2020 Games", "the 2022 protests"."""
    if noun.tag_ == "NNPS":
        return noun.ent_type_ != "NORP"
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    is_pointed = before is not None and before.tag_ in {"DT", "PRP$", "POS"}
    return is_pointed and amount.low >= FIRST_RECENT and not _is_manned(noun)


MIN_CODE = 5
"""Digits in a row, without a comma, that a paper would write with one if they were a count."""


def _is_code(amount: Amount, tokens: DocSpan) -> bool:
    """Return whether it is a telephone number or a post code, not a count."""
    if amount.form is not Form.DIGITS or amount.scale > 1 or not _is_bare(amount):
        return False
    noun = right_noun(tokens[-1])
    return amount.high >= 10 ** (MIN_CODE - 1) and (noun is None or noun.tag_ not in _PLURALS)


def _is_bare(amount: Amount) -> bool:
    digits = f"{amount.high:.0f}"
    return amount.high % 1 == 0 and len(digits) == amount.core[1] - amount.core[0]


def is_address(text: str, amount: Amount) -> bool:
    """Return whether a street name follows: "49 Long Pine Road", "22 Rue Verte"."""
    if amount.unit is None and _STREET_FIRST.match(text, amount.end):
        return True
    match = _STREET.match(text, amount.end)
    words = {word.strip(".").casefold() for word in match.group().split()[1:]} if match else set()
    return not words.isdisjoint(number_words().words["streets"])


def _before_of(tokens: DocSpan) -> bool:
    end = tokens.end
    return end < len(tokens.doc) and tokens.doc[end].lower_ == "of"


_WHOLE_STARTS = frozenset({"of", "the", "its", "their", "his", "her", "our", "my", "your", "all"})
_TERMS = frozenset({"half", "halves", "quarter", "quarters"})
"""Parts that are also parts of a game or a year: "over two quarters"."""

_PERIODS = frozenset({"first", "second", "third", "fourth", "other", "last", "next", "this", "per"})


def _is_no_part(tokens: DocSpan) -> bool:
    """Return whether "half" or "third" is no share of a whole: "the second half"."""
    doc, end = tokens.doc, tokens.end
    if tokens.start and doc[tokens.start - 1].lower_ in _PERIODS:
        return True
    if end >= len(doc):
        return True
    following = doc[end]
    if following.lower_ in _WHOLE_STARTS:
        return False
    if tokens.start and doc[tokens.start - 1].lower_ == "by":
        return tokens[0].lower_ == "half"  # "fell by a third", but "by half time"
    is_many = len(tokens) > 1 and tokens[0].lower_ not in {"a", "an"}
    is_span = tokens[-1].lower_ in _TERMS and following.tag_ not in _NOUNS
    return not is_many or is_span


def is_empty_zero(text: str, amount: Amount, tokens: DocSpan) -> bool:
    """Return whether "zero" counts nothing: "below zero", "net zero targets", "zero hour"."""
    if amount.high != 0 or amount.form is not Form.WORDS or amount.unit is not None:
        return False
    noun = right_noun(tokens[-1])
    before = text[max(0, amount.core[0] - 8) : amount.core[0]].casefold()
    return noun is None or noun.tag_ not in _PLURALS or before.endswith(("net ", "-"))
