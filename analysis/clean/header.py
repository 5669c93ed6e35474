"""The head of an article: headline, standfirst, byline and date lines, and what stands above."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.clean.bylines import may_name_author, names_authors, names_office
from analysis.clean.dates import is_clock_line, is_date_line, iso_date
from analysis.clean.lists import tokens_of, word_sets
from analysis.clean.page import TITLE_WORDS, Line, Mark, Page
from analysis.types import BlockKind, Span

TITLE_MATCH = 0.6
"""Least share of common words (Jaccard) between a line and the title the source gives."""

TITLE_PART = 0.75
"""Least share of a line's words that are new words of the given title, for its second line."""

MIN_TITLE_WORDS = 2
DECK_WORDS = 4
"""A shorter line above the headline is a section label, in words."""

ENOUGH_TITLE_WORDS = 5
"""From so many words on, length no longer speaks for a headline."""

DISTANCE_COST = 0.02
"""What each line between a headline and its article costs, on the scale of shared words."""

GOOD_ENOUGH = 0.8
"""The first line with so much of the best score is the headline: a standfirst comes second."""

MAX_STANDFIRST_WORDS = 60
MIN_STANDFIRST_WORDS = 6
"""A shorter line under the headline is a label (a section, a place)."""

MAX_STAMP_WORDS = 15
"""Longest line in an article's head that is its time stamp with source and desk, in words."""

MAX_OFFICE_WORDS = 6
"""Longest office under an author's name, such as "Chief political reporter", in words."""

MAX_DATE_HEADING = 4
"""Longest date that heads a part of a timeline, in words; longer ones are time stamps."""

CONTENT_LETTERS = 4
"""Shorter words are mostly function words; they do not tie a headline to its article."""


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


def mark_headline(page: Page, stretch: Span | None) -> dict[int, Mark]:
    """Return the headline, and the lines that repeat it word for word."""
    index = _titled(page, stretch)
    rule = "headline.title"
    if index is None and stretch:
        index = _likeliest(page, stretch)
        rule = "headline.first"
    if index is None:
        return {}
    marks = {index: Mark(BlockKind.HEADLINE, rule)} | _rest_of_title(page, index)
    key = page.lines[index].key
    for line in page.open_lines():
        if line.index not in marks and line.key == key:
            marks[line.index] = Mark(BlockKind.BOILERPLATE, "headline.repeated")
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
        (i for i, m in head.marks.items() if m.kind in (BlockKind.BYLINE, BlockKind.DATELINE)),
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
    if line.index == stretch.start - 1 and under_signature and line.n_words > 1:
        return Mark(BlockKind.SUBHEAD, "subhead.first")
    return Mark(BlockKind.BOILERPLATE, "page.head_label")


def _above(line: Line) -> Mark:
    if names_authors(line):
        return Mark(BlockKind.BYLINE, "byline.by")
    return Mark(BlockKind.BOILERPLATE, "page.above")


def _titled(page: Page, stretch: Span | None) -> int | None:
    """Return the line that is the title the source gives, the last one above the text."""
    wanted = frozenset(tokens_of(page.title or ""))
    if not wanted:
        return None
    found = [line.index for line in page.lines if _alike(frozenset(line.tokens), wanted)]
    if not found:
        return None
    above = [i for i in found if stretch is None or i <= stretch.start]
    return above[-1] if above else found[0]


def _rest_of_title(page: Page, index: int) -> dict[int, Mark]:
    """Return the neighbours of the headline that hold another part of the given title."""
    wanted = frozenset(tokens_of(page.title or "")) - frozenset(page.lines[index].tokens)
    return {
        i: Mark(BlockKind.HEADLINE, "headline.title")
        for i in (index - 1, index + 1)
        if page.is_open(i)
        and page.lines[i].n_words >= MIN_TITLE_WORDS
        and len(wanted & {*page.lines[i].tokens}) >= TITLE_PART * len({*page.lines[i].tokens})
    }


def _alike(words: frozenset[str], wanted: frozenset[str]) -> bool:
    return bool(words) and len(words & wanted) / len(words | wanted) >= TITLE_MATCH


def _likeliest(page: Page, stretch: Span) -> int | None:
    """Return the title-like line above the text that shares most words with it."""
    candidates = [
        page.lines[i]
        for i in range(stretch.start + 1)
        if page.is_open(i) and _is_title_like(page, page.lines[i], stretch)
    ]
    if not candidates:
        return None
    text = _content(w for line in page.lines[stretch.start : stretch.end] for w in line.tokens)
    scores = {line.index: _title_score(line, text, stretch) for line in candidates}
    best = max(scores.values())
    enough = best - abs(best) * (1 - GOOD_ENOUGH)
    chosen = next(index for index, score in scores.items() if score >= enough)
    # A headline in two decks stands on two lines: the first is the headline.
    while scores.get(chosen - 1, 0.0) >= best / 2 and page.lines[chosen - 1].n_words >= DECK_WORDS:
        chosen -= 1
    return chosen


def _is_title_like(page: Page, line: Line, stretch: Span) -> bool:
    if not MIN_TITLE_WORDS <= line.n_words <= TITLE_WORDS or line.is_bullet:
        return False
    if line.text.endswith((":", ",")) or names_authors(line):
        return False
    asks = line.text.rstrip("\"'’”").endswith(("?", "!"))
    if line.index == stretch.start:
        return (asks or _is_headline_case(line)) and stretch.start + 1 < stretch.end
    two_decks = line.text.endswith(";") and line.n_words <= TITLE_WORDS // 2
    return not line.is_sentence or asks or two_decks or _is_headline_case(line)


def _is_headline_case(line: Line) -> bool:
    """Return whether a line with a full stop is written as headlines are: Most Words Capital."""
    words = [w for w in line.text.split() if sum(map(str.isalpha, w)) >= CONTENT_LETTERS]
    capital = sum(1 for w in words if next(filter(str.isalpha, w)).isupper())
    return len(words) > 2 and capital >= 0.8 * len(words)


def _title_score(line: Line, text: frozenset[str], stretch: Span) -> float:
    own = _content(line.tokens)
    shared = len(own & text) / len(own) if own else 0.0
    length = min(line.n_words, ENOUGH_TITLE_WORDS) / ENOUGH_TITLE_WORDS
    name = 0.5 if line.is_name or may_name_author(line) else 0.0
    return shared + length - name - DISTANCE_COST * (stretch.start - line.index)


def _content(words: Iterable[str]) -> frozenset[str]:
    function = word_sets()["function"]
    return frozenset(w for w in words if len(w) >= CONTENT_LETTERS and w not in function)
