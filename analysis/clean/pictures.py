"""Captions and picture credits."""

from __future__ import annotations

import re

from analysis.clean.lists import tokens_of, word_sets
from analysis.clean.page import Line, Mark, Page
from analysis.types import BlockKind

MAX_CAPTION_WORDS = 45
"""Captions of news agencies seldom run longer, in words."""

MAX_CREDIT_WORDS = 12
"""Longest credit line, in words."""

HEAD_LINES = 6
"""Among so many first lines a line that ends with a bare "(AP)" is a picture's caption."""

MIN_DOUBLED_WORDS = 4
"""A doubled line of fewer words may be a button shown twice."""

TELLING_WORDS = 15
"""A full sentence of so many words in the past tense tells the story; captions show it."""

SHORT_AGENCY = 4
"""Agencies of so few letters write themselves in capitals."""

_TAIL = 160
"""How many of a line's last characters may hold its picture credit."""

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,100})[)\]]\.?$")
_LABELLED = re.compile(
    r"(?:[|/–—-]\s*)?\b(?:photo(?:graph)?|image|picture|credit|foto|pic)s?"
    r"(?:\s(?:credit|by|courtesy(?:\sof)?))?\s?:\s?(\S[^:]{1,80})$",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<=[.!?”\"] )((?:REUTERS|AFP|AP Photo|EPA|Getty Images|AP)/[^.]{2,60})$")
_OWNER = re.compile(r"[.!?”\"]\s?(\[[^()\[\]]{3,100}\])$")
_COPYRIGHT = re.compile(r"\s(©\s?[^©.]{2,60})$")
_EMBED = re.compile(r"[—–-]{1,2}\s?[^—–()]{2,60}\(@\w{1,30}\)\s+\w+\s\d{1,2},\s\d{4}\W*$")
_WHOLE_BRACKET = re.compile(r"[(\[][^()\[\]]{2,100}[)\]]\.?")
_WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
_FILE = re.compile(r"(?:FILE|File)\s?(?:PHOTO)?\s?[-–—:]\s")
_SEEN = re.compile(
    r"\b(?:(?:is|are)\s(?:seen|pictured|shown|photographed)|(?:was|were)\spictured)"
    r"(?!\s(?:as|by|to|that|with\s(?:suspicion|concern)))\b"
)
_PAST = re.compile(
    r"\b(?:was|were|found|took|went|came|began|fell|rose|held|met|won|lost|became|made|gave|sent|"
    r"[a-z]{2,}ed\s(?:on|to|that|the|a|an|its|his|her|their|more|it|him|them))\b"
)
_INNER_STOP = re.compile(r"[a-z0-9)”\"’][.!?]\s+[A-Z“\"]")
_QUOTE = re.compile('[“”"«»]')


def mark_credits(page: Page) -> dict[int, Mark]:
    """Return the lines that are nothing but a picture credit."""
    marks: dict[int, Mark] = {}
    for line in page.open_lines():
        if embed_start(line.text) == 0:
            marks[line.index] = Mark(BlockKind.CREDIT, "credit.embed")
        elif line.index and is_credit(line):
            marks[line.index] = Mark(BlockKind.CREDIT, "credit.shape")
    return marks


def embed_start(text: str) -> int | None:
    """Return where the signature of a quoted post ("— Name (@name) date") begins, or ``None``."""
    base = max(0, len(text) - _TAIL)
    match = _EMBED.search(text[base:])
    return base + match.start() if match else None


def is_credit(line: Line) -> bool:
    """Return whether a short line only names who made or owns a picture."""
    if not 0 < line.n_words <= MAX_CREDIT_WORDS or line.is_quotation:
        return False
    if _WHOLE_BRACKET.fullmatch(line.text):
        return _names_agency(line.text)
    sets = word_sets()
    tokens = line.tokens
    if any(token in sets["picture_agencies"] for token in tokens):
        return _all_capitalised(line.text) and line.n_words <= MAX_CREDIT_WORDS // 2
    words = _WORD.findall(line.text)
    return "/" in line.text and any(map(_is_agency, words)) and _all_capitalised(line.text)


def credit_start(text: str) -> int | None:
    """Return where a picture credit at the end of a caption begins, or ``None``."""
    base = max(0, len(text) - _TAIL)
    tail = text[base:]
    for pattern, test in (
        (_BRACKET, _is_bracket_credit),
        (_LABELLED, _all_capitalised),
        (_SLASHED, _all_capitalised),
    ):
        match = pattern.search(tail)
        if match and base + match.start() > 0 and test(match[1]):
            return base + match.start()
    for pattern in (_OWNER, _COPYRIGHT):
        owner = pattern.search(tail)
        if owner and base + owner.start(1) > 0 and _all_capitalised(owner[1]):
            return base + owner.start(1)
    return None


def mark_captions(page: Page) -> dict[int, Mark]:
    """Return the captions: doubled lines, lines with or before a credit, lines that say so."""
    marks: dict[int, Mark] = {}
    first = next((line.index for line in page.open_lines()), 0)
    for line in page.open_lines():
        if page.is_open(line.index + 1) and is_doubled(page, line):
            marks |= _doubled(line, page.lines[line.index + 1])
        rule = _caption_rule(page, line, first)
        if rule:
            marks.setdefault(line.index, Mark(BlockKind.CAPTION, rule))
    return marks


def _doubled(line: Line, follower: Line) -> dict[int, Mark]:
    """Return one line as the caption and its twin as a repetition, so that it counts once.

    The longer of the two is kept, for it also names who made the picture.
    """
    if may_be_caption(line):
        kept, twin = (follower, line) if len(follower.text) > len(line.text) else (line, follower)
        return {
            kept.index: Mark(BlockKind.CAPTION, "caption.doubled"),
            twin.index: Mark(BlockKind.BOILERPLATE, "caption.repeated"),
        }
    return {follower.index: Mark(BlockKind.BOILERPLATE, "page.repeated")}


def is_doubled(page: Page, line: Line) -> bool:
    """Return whether the next line repeats this one, but for a credit at one's end."""
    follower = page.lines[line.index + 1]
    short, long = sorted((line, follower), key=lambda x: len(x.text))
    if not MIN_DOUBLED_WORDS <= short.n_words <= MAX_CAPTION_WORDS or line.index == 0:
        return False
    extra = len(long.tokens) - len(short.tokens)
    return long.tokens[: len(short.tokens)] == short.tokens and extra <= MAX_CREDIT_WORDS


def _caption_rule(page: Page, line: Line, first: int) -> str | None:
    if _FILE.match(line.text) and line.n_words <= 2 * MAX_CAPTION_WORDS:
        return "caption.file"
    if line.n_words > MAX_CAPTION_WORDS or line.is_quotation:
        return None
    cut = credit_start(line.text)
    if cut is not None and not _reports(line) and _is_picture_credit(page, line, cut):
        return "caption.with_credit"
    if line.is_label and "pictured" in line.tokens and line.n_words >= MIN_DOUBLED_WORDS:
        return "caption.seen"
    if not may_be_caption(line) or (line.is_label and line.n_words < MIN_DOUBLED_WORDS):
        return None
    if (
        page.kind(line.index + 1) is BlockKind.CREDIT
        and line.index
        and not _is_head(page, line, first)
    ):
        return "caption.before_credit"
    if _SEEN.search(line.text) and line.n_words >= 5:
        return "caption.seen"
    return None


def _is_picture_credit(page: Page, line: Line, cut: int) -> bool:
    """Return whether the credit is a picture's; a name alone may also close a news item."""
    owner = tokens_of(line.text[cut:])
    if word_sets()["credit_nouns"] & {*owner} or any(mark in line.text[cut:] for mark in "/©"):
        return True
    if _tells(line):
        return False
    if len(owner) > 1 or line.index <= HEAD_LINES:
        return True
    return _SEEN.search(line.text) is not None or line.index + 1 == len(page.lines)


def may_be_caption(line: Line) -> bool:
    """Return whether the line has the length and the wording of a caption."""
    if not 0 < line.n_words <= MAX_CAPTION_WORDS or line.is_quotation or _reports(line):
        return False
    sets = word_sets()
    if line.tokens and (line.tokens[0] in sets["continuing"] or sets["perfect"] & {*line.tokens}):
        return False
    return not _tells(line) and len(_INNER_STOP.findall(line.text)) <= 1


def _tells(line: Line) -> bool:
    """Return whether the line is a longer sentence in the past tense."""
    if line.n_words < TELLING_WORDS:
        return False
    return _PAST.search(line.text) is not None


def _is_head(page: Page, line: Line, first: int) -> bool:
    """Return whether the line is the headline: the first unmarked one, or the given title."""
    return line.index == first or (page.title is not None and line.tokens == tokens_of(page.title))


def _reports(line: Line) -> bool:
    return any(token in word_sets()["reporting"] for token in line.tokens) or bool(
        _QUOTE.search(line.text) and line.n_words > MAX_CAPTION_WORDS // 2
    )


def _names_agency(text: str) -> bool:
    sets = word_sets()
    words = _WORD.findall(text)
    if any(_is_agency(word) for word in words):
        return _all_capitalised(text)
    strong = sets["credit_nouns"]
    tokens = tokens_of(text)
    return bool(tokens) and (tokens[0] in strong or tokens[-1] in strong)


def _is_agency(word: str) -> bool:
    """Return whether the word is an agency; short ones in capitals only: (PA), not (Pa.)."""
    known = word.casefold().rstrip(".") in word_sets()["agencies"]
    return known and (len(word) > SHORT_AGENCY or word.isupper())


def _is_bracket_credit(inner: str) -> bool:
    """Return whether a closing bracket holds a credit, not an aside."""
    words = _WORD.findall(inner)
    if len(words) > MAX_CREDIT_WORDS or not words:
        return False
    return bool(_names_agency(inner))


def _all_capitalised(text: str) -> bool:
    sets = word_sets()
    small = sets["credit_words"] | sets["name_particles"] | {"in", "on"}
    words = _WORD.findall(text)
    return bool(words) and all(
        word[0].isupper() or word.casefold().rstrip(".") in small for word in words
    )
