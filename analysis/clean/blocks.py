"""Article text -> blocks: each stretch of the page with what it is and the rule that said so."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.clean.appeals import ANCHORS, confirmed, mark_appeals
from analysis.clean.comments import HEADING_RULES, mark_comments
from analysis.clean.galleries import mark_counters, mark_galleries
from analysis.clean.header import mark_bylines, mark_dates, mark_header
from analysis.clean.headline import mark_headline
from analysis.clean.lists import PhraseList, phrase_index
from analysis.clean.middle import mark_link_lists, mark_subheads
from analysis.clean.page import Line, Mark, Page, read_page
from analysis.clean.pictures import mark_captions, mark_credits
from analysis.clean.splits import blocks_of
from analysis.clean.stretch import from_headline, main_stretch
from analysis.clean.tail import mark_after, mark_bios
from analysis.spans import trimmed
from analysis.types import Article, Block, BlockKind, Span

_BODY = Mark(BlockKind.BODY, "body.text")

SHORT_ANSWER = 2
"""A whole line of so few words with a full stop ("No.") is speech, not a button."""


def clean(article: Article) -> tuple[Block, ...]:
    """Return the blocks of the page in text order; together they hold every visible character.

    Rules look at position, shape and vocabulary only (``data/lexicons/cleaning``); what no
    rule claims is body.
    """
    page = _read(article)
    return tuple(_blocks(page))


def uncleaned(article: Article) -> tuple[Block, ...]:
    """Return the whole text as one body block; nothing for a blank text."""
    span = trimmed(article.text, Span(0, len(article.text)))
    if span.start == span.end:
        return ()
    return (Block(span.start, span.end, BlockKind.BODY, "body.uncleaned"),)


def _read(article: Article) -> Page:
    """Return the page with every line marked that is not body."""
    page = read_page(article.text, article.title)
    page = page.marked(_mark_phrases(page))
    page = page.marked(mark_counters(page))
    page = page.marked(mark_credits(page))
    page = page.marked(mark_dates(page, None) if len(page.lines) < 2 else {})
    page = page.marked(mark_comments(page))
    page = page.marked(mark_appeals(page))
    page = page.marked(mark_link_lists(page))
    page = page.marked(mark_galleries(page))
    page = page.marked(mark_captions(page))
    stretch = main_stretch(page)
    page = page.marked(mark_dates(page, stretch))
    page = page.marked(mark_bylines(page, stretch))
    page = page.marked(mark_headline(page, stretch))
    if stretch is None:
        return page
    headline = next((i for i, m in page.marks.items() if m.kind is BlockKind.HEADLINE), None)
    if headline is not None:
        stretch = from_headline(page, stretch, headline)
    page = page.marked(mark_header(page, stretch, headline))
    page = page.marked(mark_bios(page, stretch))
    page = page.marked(mark_subheads(page, stretch))
    return page.marked(mark_after(page, stretch))


def _blocks(page: Page) -> Iterator[Block]:
    first = True
    for line in page.lines:
        mark = page.marks.get(line.index, _BODY)
        yield from blocks_of(line, mark, first=first)
        first = first and mark.kind is not BlockKind.BODY


def _mark_phrases(page: Page) -> dict[int, Mark]:
    """Return the lines whose own words say what they are."""
    index = phrase_index()
    marks: dict[int, Mark] = {}
    below_heading = False
    for line in page.lines:
        if not line.n_words:
            marks[line.index] = Mark(BlockKind.BOILERPLATE, "furniture.separator")
            continue
        for phrases in index.lists(line.tokens):
            mark = Mark(phrases.kind, phrases.rule)
            if _holds(phrases, line, below_heading=below_heading) and confirmed(line, mark):
                marks[line.index] = mark
                below_heading = below_heading or mark.rule in HEADING_RULES
                break
    return marks


def _holds(phrases: PhraseList, line: Line, *, below_heading: bool) -> bool:
    """Return whether a phrase list may claim the line."""
    if phrases.only_after_heading and not below_heading:
        return False
    if line.is_quotation and phrases.rule not in ANCHORS:
        return False
    if phrases.match == "start" and phrases.rule == "comments.heading" and line.is_stopped:
        return False
    answers = line.n_words <= SHORT_ANSWER and line.is_stopped and not line.text.isupper()
    return not (phrases.match == "whole" and answers)
