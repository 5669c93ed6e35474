"""The head of an article: standfirst, byline and date lines, and what stands above."""

from __future__ import annotations

from analysis.clean.bylines import may_name_author, names_authors, names_office
from analysis.clean.dates import is_clock_line, is_date_line, iso_date
from analysis.clean.middle import CAPITALS_LINK, is_capitals_link
from analysis.clean.page import Line, Mark, Page
from analysis.types import BlockKind, Span

MAX_STANDFIRST_WORDS = 60
MIN_STANDFIRST_WORDS = 6
"""A shorter line under the headline is a label (a section, a place)."""

MAX_STAMP_WORDS = 15
"""Longest line in an article's head that is its time stamp with source and desk, in words."""

MAX_OFFICE_WORDS = 6
"""Longest office under an author's name, such as "Chief political reporter", in words."""

MAX_DATE_HEADING = 4
"""Longest date that heads a part of a timeline, in words; longer ones are time stamps."""


def mark_dates(page: Page, stretch: Span | None) -> dict[int, Mark]:
    """Return the date lines; a bare date between two paragraphs is a heading of a timeline."""
    marks: dict[int, Mark] = {}
    inner = Span(stretch.start + 1, stretch.end - 1) if stretch else Span(0, 0)
    for line in page.open_lines():
        if not is_date_line(line.text):
            continue
        between = inner.start <= line.index < inner.end and page.is_open(line.index + 1)
        if between and line.n_words <= MAX_DATE_HEADING and not is_clock_line(line.text):
            marks[line.index] = Mark(BlockKind.SUBHEAD, "subhead.date")
        else:
            marks[line.index] = Mark(BlockKind.DATELINE, "dateline.date")
    return marks


def mark_header(page: Page, stretch: Span, headline: int | None) -> dict[int, Mark]:
    """Return what stands above the headline and between it and the first paragraph."""
    marks: dict[int, Mark] = {}
    if headline is not None:
        for index in range(headline):
            if page.is_open(index):
                marks[index] = _above(page.lines[index])
    start = headline + 1 if headline is not None else 0
    zone = [i for i in range(start, stretch.start) if page.is_open(i)]
    marks |= {i: m for i in zone if (m := _byline(page, i))}
    marks |= _standfirst(page.marked(marks), stretch, start)
    head = page.marked(marks)
    rest = [i for i in zone if head.is_open(i)]
    signed = min(
        (
            i
            for i, m in head.marks.items()
            # A date above the headline sets nothing apart from the text.
            if i >= start and m.kind in (BlockKind.BYLINE, BlockKind.DATELINE)
        ),
        default=len(page.lines),
    )
    for index in rest:
        marks[index] = _label(page.lines[index], stretch, headline, under_signature=signed < index)
    return marks


def mark_bylines(page: Page, stretch: Span | None) -> dict[int, Mark]:
    """Return the lines that name the authors by their own words, in the head or at the end."""
    head = stretch.start + 2 if stretch else 0
    tail = stretch.end - 2 if stretch else 0
    return {
        line.index: Mark(BlockKind.BYLINE, "byline.by")
        for line in page.open_lines()
        if (line.index <= head or line.index >= tail) and line.index and names_authors(line)
    }


def _byline(page: Page, index: int) -> Mark | None:
    line = page.lines[index]
    if names_authors(line):
        return Mark(BlockKind.BYLINE, "byline.by")
    if may_name_author(line):
        return Mark(BlockKind.BYLINE, "byline.name")
    if line.is_label and line.n_words <= MAX_STAMP_WORDS and iso_date(line.text):
        return Mark(BlockKind.DATELINE, "dateline.stamp")
    office = line.is_label and line.n_words <= MAX_OFFICE_WORDS and names_office(line)
    above = page.lines[index - 1]
    if office and index and may_name_author(above):
        return Mark(BlockKind.BYLINE, "byline.office")
    return None


def _standfirst(page: Page, stretch: Span, start: int) -> dict[int, Mark]:
    """Return the summary: a paragraph set apart by a byline, date or advertisement."""
    first = next((i for i in range(start, len(page.lines)) if page.is_open(i)), None)
    if first is None or first > stretch.start:
        return {}
    line = page.lines[first]
    if not MIN_STANDFIRST_WORDS <= line.n_words <= MAX_STANDFIRST_WORDS or line.is_quotation:
        return {}
    after = first + 1
    if page.is_open(after) and page.lines[after].is_label and may_name_author(page.lines[after]):
        return {
            first: Mark(BlockKind.STANDFIRST, "standfirst.set_apart"),
            after: Mark(BlockKind.BYLINE, "byline.name"),
        }
    setting = page.marks.get(after)
    while setting and setting.rule.startswith(("furniture.share", "furniture.follow", "caption")):
        after += 1
        setting = page.marks.get(after)
    if setting is None:
        return {}
    signed = setting.kind in (BlockKind.BYLINE, BlockKind.DATELINE)
    above = {page.kind(i) for i in range(start, first)}
    dated = BlockKind.DATELINE in above and BlockKind.BYLINE not in above
    if signed or (dated and setting.rule == "furniture.advert"):
        return {first: Mark(BlockKind.STANDFIRST, "standfirst.set_apart")}
    return {}


def _label(line: Line, stretch: Span, headline: int | None, *, under_signature: bool) -> Mark:
    """Return what an unclaimed short line between headline and text is."""
    if headline is None:
        return Mark(BlockKind.BOILERPLATE, "page.above")
    if line.n_words >= MIN_STANDFIRST_WORDS and not under_signature:
        return Mark(BlockKind.STANDFIRST, "standfirst.under_headline")
    if under_signature and is_capitals_link(line):
        return CAPITALS_LINK
    if line.index == stretch.start - 1 and under_signature and line.n_words > 1:
        return Mark(BlockKind.SUBHEAD, "subhead.first")
    return Mark(BlockKind.BOILERPLATE, "page.head_label")


def _above(line: Line) -> Mark:
    if names_authors(line):
        return Mark(BlockKind.BYLINE, "byline.by")
    return Mark(BlockKind.BOILERPLATE, "page.above")
