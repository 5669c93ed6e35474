"""The end of a page: author bios, names and links after the last paragraph."""

from __future__ import annotations

import re

from analysis.clean.bylines import may_name_author
from analysis.clean.lists import tokens_of, word_sets
from analysis.clean.page import Line, Mark, Page
from analysis.types import BlockKind, Span

BIO_PARAGRAPHS = 3
"""A bio stands among the last so many paragraphs of the text."""

MAX_BIOS = 5
"""Most paragraphs that introduce authors, one for each."""

BIO_REACH = 15
"""A bio names the author's work within its first so many words."""

MIN_BIO_WORDS = 6
MAX_BIO_WORDS = 160

MAX_STRAYS = 2
"""More short lines below a text that shows no page furniture are a list in the text."""

_WORD = r"[A-ZÀ-ÞŁŚŠŽ][\w'’.\-]*"
_SUBJECT = re.compile(
    rf"((?:{_WORD}\s+(?:(?:de|van|von|bin|al|el|la|du|der)\s+)*){{0,4}}{_WORD},?\s+)"
)
_AUTHOR = re.compile(
    r"(?:The|This) (?:author|writer) (?:is|was|works|writes|teaches|lives|can be)\b|"
    r"About the (?:author|writer)s?\b|\(?(?:The|This) (?:author|writer)s? (?:is|are)\b",
    re.IGNORECASE,
)
_WRITER_ASIDE = re.compile(r"\((?:The (?:author|writer)|[A-Z]\w+ is an?)\s")


def mark_bios(page: Page, stretch: Span) -> dict[int, Mark]:
    """Return the paragraphs at the end that introduce the author."""
    marks: dict[int, Mark] = {}
    seen = 0
    for index in range(len(page.lines) - 1, stretch.start, -1):
        line = page.lines[index]
        if not page.is_open(index) or not (
            line.n_words >= MIN_BIO_WORDS or _AUTHOR.match(line.text)
        ):
            continue
        if is_bio(page, line, stretch, last=not seen):
            marks[index] = Mark(BlockKind.BIO, "bio.author")
            if len(marks) == MAX_BIOS:
                break
            continue
        if index < stretch.end:
            seen += 1
        if seen >= BIO_PARAGRAPHS:
            break
    return marks


def is_bio(page: Page, line: Line, stretch: Span, *, last: bool) -> bool:
    """Return whether the paragraph introduces someone by the work authors do.

    ``last`` says that no text of the article follows: only there are other professions,
    such as a professor's, the author's and not a source's.
    """
    if line.n_words > MAX_BIO_WORDS or line.is_quotation or line.text.endswith(":"):
        return False
    if _AUTHOR.match(line.text) or _WRITER_ASIDE.match(line.text):
        return True
    match = _SUBJECT.match(line.text)
    if not match or tokens_of(match[1])[0] in word_sets()["function"]:
        return False
    name = tokens_of(match[1])
    rest = tokens_of(line.text[match.end() : match.end() + 400])
    sets = word_sets()
    appositive = line.text[: match.end()].rstrip().endswith(",")
    if not rest or not (rest[0] in sets["bio_verbs"] or appositive):
        return False
    if _is_signed(page, name, rest):
        return True
    roles = sets["author_roles"] | (sets["expert_roles"] if last else frozenset())
    works = any(word in roles for word in rest[:BIO_REACH])
    introduced = appositive and last and "is" in rest and not sets["reporting"] & {*line.tokens}
    says_so = rest[0] in sets["author_verbs"] or introduced
    return works and says_so and not _named_before(page, name, line, stretch)


def _is_signed(page: Page, name: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Return whether a byline names the person, in full or with an author's work beside it."""
    bylines = [
        {*page.lines[i].tokens} for i, mark in page.marks.items() if mark.kind is BlockKind.BYLINE
    ]
    first, last = name[0], name[-1]
    in_full = first != last and any({first, last} <= words for words in bylines)
    if in_full and rest[0] in word_sets()["author_verbs"]:
        return True
    roles = word_sets()["author_roles"] | word_sets()["expert_roles"]
    works = any(word in roles for word in rest[:BIO_REACH])
    return works and any(first in words or last in words for words in bylines)


def _named_before(page: Page, name: tuple[str, ...], line: Line, stretch: Span) -> bool:
    last = name[-1] if name else ""
    return any(last in other.tokens for other in page.lines[stretch.start : line.index])


def mark_after(page: Page, stretch: Span) -> dict[int, Mark]:
    """Return what stands after the article: links, names, summaries of other articles."""
    marks: dict[int, Mark] = {}
    last = max(
        (i for i in range(stretch.start, stretch.end) if page.is_open(i)), default=stretch.start
    )
    rest = [i for i in range(last + 1, len(page.lines)) if page.is_open(i)]
    if len(rest) > MAX_STRAYS and not page.has_furniture:
        return {}
    for index in rest:
        line = page.lines[index]
        if may_name_author(line) and index <= stretch.end + 1:
            marks[index] = Mark(BlockKind.BYLINE, "byline.after")
        else:
            marks[index] = Mark(BlockKind.BOILERPLATE, "page.after")
    return marks
