"""Requests for money or membership: boxes of several lines, with their signature."""

from __future__ import annotations

from analysis.clean.comments import own_words
from analysis.clean.dates import is_date_line
from analysis.clean.lists import word_sets
from analysis.clean.page import Line, Mark, Page
from analysis.types import BlockKind

ANCHORS = frozenset({"appeal.anchor", "appeal.button"})

SHORT_ANCHOR = 14
"""A short line with an anchor phrase needs no "we" or "you" to be an appeal, in words."""

REACH = 6
"""An appeal box reaches at most so many lines beyond its anchors."""

MAX_HEADING = 8
"""Longest heading line of an appeal, in words."""


def confirmed(line: Line, mark: Mark) -> bool:
    """Return whether a line with an appeal phrase speaks to the reader and reports nothing."""
    if mark.rule not in ANCHORS:
        return True
    if line.is_quotation or _reports(line):
        return False
    asks = not line.is_stopped or line.tokens[0] in word_sets()["appeal_openers"]
    return (line.n_words <= SHORT_ANCHOR and asks) or _addresses_reader(line)


def mark_appeals(page: Page) -> dict[int, Mark]:
    """Return the further lines of each appeal: between anchors, around them, and its signature."""
    anchors = sorted(i for i, mark in page.marks.items() if mark.rule in ANCHORS)
    marks: dict[int, Mark] = {}
    for n, anchor in enumerate(anchors):
        after = anchors[n + 1] if n + 1 < len(anchors) else None
        if after is not None and after - anchor <= REACH:
            inside = range(anchor + 1, after)
            marks |= {i: _BOX for i in inside if page.is_open(i) and not _reports(page.lines[i])}
        for step in (-1, 1):
            marks |= _grown(page, anchor, step)
    return marks | _signatures(page, {*anchors, *marks})


_BOX = Mark(BlockKind.BOILERPLATE, "appeal.box")


def _grown(page: Page, anchor: int, step: int) -> dict[int, Mark]:
    marks: dict[int, Mark] = {}
    for index in range(anchor + step, anchor + step * (REACH + 1), step):
        if not page.is_open(index) or not _appeals(page.lines[index]):
            break
        marks[index] = _BOX
    return marks


def _signatures(page: Page, appeal: set[int]) -> dict[int, Mark]:
    """Return the names below (or above) an appeal that no date line follows: its signatory."""
    marks: dict[int, Mark] = {}
    for index in sorted(appeal):
        at = index + 1
        names: list[int] = []
        while page.is_open(at) and (
            page.lines[at].is_name or (names and _is_office(page.lines[at]))
        ):
            names.append(at)
            at += 1
        dated = at < len(page.lines) and is_date_line(page.lines[at].text)
        if not dated:
            marks |= {i: Mark(BlockKind.BOILERPLATE, "appeal.signature") for i in names}
    return marks


def _is_office(line: Line) -> bool:
    return line.n_words <= MAX_HEADING and any(
        token in word_sets()["author_bodies"] for token in line.tokens
    )


def _appeals(line: Line) -> bool:
    if line.is_quotation or _reports(line) or not line.n_words:
        return False
    if not any(token in word_sets()["appeal_words"] for token in line.tokens):
        return False
    return (line.n_words <= MAX_HEADING and line.is_label) or _addresses_reader(line)


def _addresses_reader(line: Line) -> bool:
    return any(word in word_sets()["first_person"] for word in own_words(line))


def _reports(line: Line) -> bool:
    return any(token in word_sets()["reporting"] for token in line.tokens)
