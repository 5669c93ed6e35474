"""Which lines name the article's authors."""

from __future__ import annotations

import re

from analysis.clean.dates import is_date_line, is_date_word
from analysis.clean.lists import word_sets
from analysis.clean.page import Line, is_name
from analysis.types import Span

MAX_BYLINE_WORDS = 25
"""Longest byline, in words: three names with their agency and city."""

MAX_NAME_LINE = 16
"""Longest line of a name with place, office or date, in words."""

MAX_NAMED = 10
"""Most words of a byline in front of its date or address."""

_ADDENDUM = re.compile(
    r"\s[|•·]\s|\S+@|@\S|\bhttps?:|\s\(?\d|"
    r"\b(?:Published|Updated|Posted|Last (?:updated|modified))\b|"
    # April, June and Jan are also first names: only a figure beside them makes a date.
    r"\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]?\s+)?"
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)[.,]?\s+\d"
)
_WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
_START = re.compile(r"(?:(?:[a-z]+\s){0,3}[a-z]+)(?=[\s:]|$)", re.IGNORECASE)
_PLACED = re.compile(r"(.{3,50}?)(?:\s+in\s+|\s*[,|–—-]\s*|\s*/\s*)(.{2,60})", re.DOTALL)


def names_authors(line: Line) -> bool:
    """Return whether the line is a byline by its own words, such as "By X and Y, Agency"."""
    if not 1 < line.n_words <= MAX_BYLINE_WORDS or line.is_quotation:
        return False
    rest = after_by(line.text)
    if rest is None or is_date_line(line.text):
        return False
    names = _ADDENDUM.split(rest, maxsplit=1)[0].strip(" |,•·–—-")
    return _is_name_list(names) and (names == rest or 0 < len(names.split()) <= MAX_NAMED)


def after_by(text: str) -> str | None:
    """Return what follows "By", "Written by" and the like, or ``None``."""
    starts = word_sets()["byline_starts"]
    match = _START.match(text)
    if not match:
        return None
    words = match[0].casefold().split()
    for n in range(min(len(words), 3), 0, -1):
        if " ".join(words[:n]) in starts:
            ends = [m.end() for m in re.finditer(r"\S+", match[0])]
            return text[ends[n - 1] :].lstrip(" :\t\xa0").strip()
    return None


def may_name_author(line: Line) -> bool:
    """Return whether the line, standing in an article's head, could be its author or agency."""
    if line.n_words > MAX_NAME_LINE or line.is_quotation or is_date_line(line.text):
        return False
    date = date_tail(line.text)
    text = line.text[: date.start].rstrip(" |,•·–—-") if date else line.text
    if _is_desk(line.tokens):
        return True
    if all(token in word_sets()["byline_words"] for token in line.tokens):
        return False
    if is_name(text):
        return True
    match = _PLACED.fullmatch(text)
    if not match or text.endswith((".", "?", "!")):
        return False
    place, name = match[2], match[1]
    return is_name(name) and (_is_name_list(place) or _is_desk(line.tokens))


def names_office(line: Line) -> bool:
    """Return whether the line names a newsroom office: "Moscow correspondent"."""
    sets = word_sets()
    return any(t in sets["author_bodies"] or t in sets["author_roles"] for t in line.tokens)


def date_tail(text: str) -> Span | None:
    """Return the date that ends a byline such as "By X | January 12, 2022"."""
    if len(text) > MAX_HEAD or not _DATE_SIGN.search(text):
        return None
    for match in _WORD_OR_NUMBER.finditer(text):
        if match.start() and is_date_word(match[0]) and is_date_line(text[match.start() :]):
            return Span(match.start(), len(text))
    return None


MAX_HEAD = 200
"""Longest byline with a date, in characters."""

_DATE_SIGN = re.compile(r"\d|\bago\b")
_WORD_OR_NUMBER = re.compile(r"\w+")


def _is_desk(tokens: tuple[str, ...]) -> bool:
    """Return whether the line is an agency or a desk: "Reuters", "AFP", "Staff Reporter"."""
    sets = word_sets()
    known = (
        sets["agencies"] | sets["byline_words"] | {"associated", "press", "france-presse", "agence"}
    )
    naming = sets["agencies"] | sets["author_bodies"] | {"associated"}
    return bool(tokens) and all(t in known for t in tokens) and any(t in naming for t in tokens)


def _is_name_list(text: str) -> bool:
    """Return whether all words are capitalised or belong in a byline."""
    words = _WORD.findall(text)
    sets = word_sets()
    not_names = sets["months"] | sets["weekdays"]
    small = sets["byline_words"] | sets["name_particles"]
    if any(char.isdigit() for char in text) or not words:
        return False
    if not all(word[0].isupper() or word.casefold().rstrip(".") in small for word in words):
        return False
    return any(
        (word[0].isupper() or word.casefold() in sets["author_bodies"])
        and word.casefold() not in not_names
        for word in words
    )
