"""Short lines between the paragraphs: subheads, and lists of links to other articles."""

from __future__ import annotations

from analysis.clean.lists import phrase_index, word_sets
from analysis.clean.page import Line, Mark, Page
from analysis.clean.pictures import embed_start
from analysis.types import BlockKind, Span

CONTENT_LETTERS = 4
"""Shorter words do not show that two texts have one subject, in letters."""

MIN_LINKS = 4
"""So many short lines in a row, without bullets or figures, are links, not subheads."""

BOX_RULES = ("furniture.subscribe", "appeal.")

MAX_SUBHEAD_WORDS = 20
MAX_QUESTION_WORDS = 10
"""Longest question that serves as a subhead, in words."""

MAX_LISTED_WORDS = 25
"""Longest entry of a list of links, in words."""

MIN_CAPITALS_WORDS = 4
"""Shorter lines in capitals are subheads, in words."""

MIN_CAPITALS_SUBHEADS = 2
"""So many shorter subheads in capitals show that the article sets its subheads so."""

CAPITALS_LINK = Mark(BlockKind.BOILERPLATE, "page.capitals_link")


def mark_link_lists(page: Page) -> dict[int, Mark]:
    """Return the short lines that follow a heading such as "Related articles"."""
    marks: dict[int, Mark] = {}
    first = next((line.index for line in page.open_lines() if line.is_prose), len(page.lines))
    for index, mark in page.marks.items():
        # Above the text the headline itself may stand below such a heading.
        if index < first or not announces_list(page.lines[index], mark):
            continue
        at = index + 1
        while page.is_open(at) and _is_link(page.lines[at]):
            marks[at] = Mark(BlockKind.BOILERPLATE, "page.link_list")
            at += 1
        if at > index + 1 and _is_teaser(page, index, at):
            marks[at] = Mark(BlockKind.BOILERPLATE, "page.link_list")
    return marks


def _is_teaser(page: Page, heading: int, index: int) -> bool:
    """Return whether the sentence closes the list: other articles' heading below, other matter.

    It shares no longer word with the text above the list, and no text follows it.
    """
    if not page.is_open(index) or index + 1 not in page.marks:
        return False
    if not announces_list(page.lines[index + 1], page.marks[index + 1]):
        return False
    if any(line.is_prose and page.is_open(line.index) for line in page.lines[index + 1 :]):
        return False
    above = {w for line in page.lines[:heading] if page.is_open(line.index) for w in line.tokens}
    common = word_sets()["function"] | word_sets()["reporting"] | word_sets()["weekdays"]
    own = {w for w in page.lines[index].tokens if len(w) >= CONTENT_LETTERS} - common
    return bool(own) and not own & above


def announces_list(line: Line, mark: Mark) -> bool:
    """Return whether the line is the heading of a list of links."""
    if mark.kind is not BlockKind.BOILERPLATE:
        return False
    return any(
        phrases.list_heading and phrases.rule == mark.rule
        for phrases in phrase_index().lists(line.tokens)
    )


def mark_subheads(page: Page, stretch: Span) -> dict[int, Mark]:
    """Return the subheads of the article, and the links in the middle of it."""
    marks = _capitals_links(page, stretch)
    page = page.marked(marks)
    run: list[int] = []
    for index in range(stretch.start, stretch.end + 1):
        inside = index < stretch.end and page.is_open(index)
        if inside and _is_question(page, index):
            marks[index] = Mark(BlockKind.SUBHEAD, "subhead.question")
            continue
        if inside and page.lines[index].is_label and not page.lines[index].is_bullet:
            run.append(index)
        elif inside or index == stretch.end:
            marks |= _run_marks(page, run)
            run = []
    return marks


def is_capitals_link(line: Line) -> bool:
    """Return whether the line is in capitals, as some sites set links between paragraphs."""
    quoted = line.is_quotation and line.text.endswith(tuple("\"'’”"))
    sized = MIN_CAPITALS_WORDS <= line.n_words <= MAX_LISTED_WORDS
    return sized and line.text.isupper() and not quoted and not line.text.endswith((".", ":"))


def _capitals_links(page: Page, stretch: Span) -> dict[int, Mark]:
    """Return the longer lines in capitals, unless the text or most subheads are in capitals."""
    lines = [page.lines[i] for i in range(stretch.start, stretch.end) if page.is_open(i)]
    links = [line for line in lines if is_capitals_link(line)]
    texts = [line for line in lines if line.is_prose and line not in links]
    if sum(line.text.isupper() for line in texts) * 2 >= len(texts):
        return {}
    subheads = sum(
        line.is_label and line.n_words < MIN_CAPITALS_WORDS and line.text.isupper()
        for line in lines
    )
    if subheads >= max(MIN_CAPITALS_SUBHEADS, len(links)):
        return {}
    return {line.index: CAPITALS_LINK for line in links}


def _is_question(page: Page, index: int) -> bool:
    """Return whether the line is a short question of the outlet's own above a longer paragraph."""
    line = page.lines[index]
    if line.is_quotation or not line.text.endswith("?") or line.n_words > MAX_QUESTION_WORDS:
        return False
    asks = bool(line.tokens) and line.tokens[0] in word_sets()["question"]
    return asks and page.is_open(index + 1) and page.lines[index + 1].is_prose


def _run_marks(page: Page, run: list[int]) -> dict[int, Mark]:
    lines = [page.lines[i] for i in run]
    if run and _heads_box(page, run[-1]):
        heading = {run[-1]: Mark(BlockKind.BOILERPLATE, "page.box_heading")}
        return heading | _run_marks(page, run[:-1])
    announced = bool(run) and _announces_items(page, run[0])
    listed = announced or _is_table(lines) or not page.has_furniture
    if len(run) >= MIN_LINKS and all(map(_is_link, lines)) and not listed:
        return {i: Mark(BlockKind.BOILERPLATE, "page.links") for i in run}
    return {
        line.index: Mark(BlockKind.SUBHEAD, "subhead.short_line")
        for line in lines
        if line.n_words <= MAX_SUBHEAD_WORDS
        and len(run) < MIN_LINKS
        and not (announced or line.is_quotation or embed_start(line.text) is not None)
    }


def _heads_box(page: Page, index: int) -> bool:
    """Return whether a request to subscribe or to give follows: then the line is its heading."""
    mark = page.marks.get(index + 1)
    return mark is not None and mark.rule.startswith(BOX_RULES)


def _announces_items(page: Page, first: int) -> bool:
    """Return whether the text above ends in a colon: what follows is its list."""
    return first > 0 and page.is_open(first - 1) and page.lines[first - 1].text.endswith(":")


def _is_link(line: Line) -> bool:
    asks = line.text.endswith("?") and not line.is_quotation
    return (line.is_label or asks) and line.n_words <= MAX_LISTED_WORDS and not line.is_bullet


def _is_table(lines: list[Line]) -> bool:
    """Return whether half the lines carry figures: results, scores, prices."""
    return sum(any(c.isdigit() for c in line.text) for line in lines) * 2 >= len(lines)
