"""The end of a page: author bios, names and links after the last paragraph."""

from __future__ import annotations

import re

from analysis.clean.bylines import may_name_author
from analysis.clean.lists import tokens_of, word_sets
from analysis.clean.page import Line, Mark, Page
from analysis.types import BlockKind, Span

BIO_PARAGRAPHS = 3
"""A bio stands among the last so many paragraphs of the text."""

BIO_REACH = 30
"""A bio names the author's work within its first so many words."""

MIN_BIO_WORDS = 6
MAX_BIO_WORDS = 160

MAX_STRAY_WORDS = 12
"""Longest stray label after the last paragraph, in words."""

_SUBJECT = re.compile(
    r"((?:[A-ZÀ-ÞŁŚŠŽ][\w'’.\-]*\s+(?:(?:de|van|von|bin|al|el|la|du|der)\s+)*){1,5})"
)
_AUTHOR = re.compile(r"(?:The (?:author|writer)|About the (?:author|writer))\b", re.IGNORECASE)
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
        if is_bio(page, line, stretch):
            marks[index] = Mark(BlockKind.BIO, "bio.author")
            continue
        if index < stretch.end:
            seen += 1
        if seen >= BIO_PARAGRAPHS:
            break
    return marks


def is_bio(page: Page, line: Line, stretch: Span) -> bool:
    """Return whether the paragraph introduces someone by the work authors do."""
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
    return _works_as_author(rest[:BIO_REACH], name, page, line, stretch)


def _works_as_author(
    rest: tuple[str, ...], name: tuple[str, ...], page: Page, line: Line, stretch: Span
) -> bool:
    sets = word_sets()
    signed = name and any(
        name[0] in other.tokens or name[-1] in other.tokens
        for other in page.lines
        if page.kind(other.index) is BlockKind.BYLINE
    )
    writes = any(word in sets["author_roles"] for word in rest)
    works = writes or any(word in sets["expert_roles"] for word in rest)
    if signed:
        return works or rest[0] in ("covers", "writes", "reports") or _signs(page, name)
    present = rest[0] not in ("was", "had")
    return works and present and not _named_before(page, name, line, stretch)


def _signs(page: Page, name: tuple[str, ...]) -> bool:
    """Return whether a byline has the whole name, first and last."""
    return len(name) > 1 and any(
        {name[0], name[-1]} <= {*line.tokens}
        for line in page.lines
        if page.kind(line.index) is BlockKind.BYLINE
    )


def _named_before(page: Page, name: tuple[str, ...], line: Line, stretch: Span) -> bool:
    last = name[-1] if name else ""
    return any(last in other.tokens for other in page.lines[stretch.start : line.index])


def mark_after(page: Page, stretch: Span) -> dict[int, Mark]:
    """Return what stands after the article: links, names, summaries of other articles."""
    marks: dict[int, Mark] = {}
    last = max(
        (i for i in range(stretch.start, stretch.end) if page.is_open(i)), default=stretch.start
    )
    for index in range(last + 1, len(page.lines)):
        if not page.is_open(index):
            continue
        line = page.lines[index]
        if may_name_author(line) and index <= stretch.end + 1:
            marks[index] = Mark(BlockKind.BYLINE, "byline.after")
        else:
            marks[index] = Mark(BlockKind.BOILERPLATE, "page.after")
    return marks
