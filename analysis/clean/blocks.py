"""Article text -> blocks: each stretch of the page with what it is and the rule that said so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.clean.appeals import mark_appeals
from analysis.clean.comments import mark_comments
from analysis.clean.galleries import mark_counters, mark_galleries
from analysis.clean.header import mark_bylines, mark_dates, mark_header
from analysis.clean.headline import mark_headline
from analysis.clean.layout import has_article, inside_page, layout_marks, subhead_marks
from analysis.clean.middle import mark_link_lists, mark_subheads
from analysis.clean.page import Mark, Page, read_page
from analysis.clean.phrases import mark_phrases
from analysis.clean.pictures import mark_captions, mark_credits
from analysis.clean.splits import blocks_of
from analysis.clean.stretch import from_headline, main_stretch
from analysis.clean.tail import mark_after, mark_bios
from analysis.spans import trimmed
from analysis.types import Article, Block, BlockKind, Span

_BODY = Mark(BlockKind.BODY, "body.text")
_LOOSE_CAPTIONS = ("caption.before_credit",)
"""Rules for captions that ask for nothing but their place; there the markup knows better."""

_UNMARKED = Mark(BlockKind.BOILERPLATE, "markup.outside")


def clean(article: Article) -> tuple[Block, ...]:
    """Return the blocks of the page in text order; together they hold every visible character.

    Rules look at position, shape and vocabulary only (``data/lexicons/cleaning``); what no
    rule claims is body. Where the article came with the layout of its page, the markup says
    what stands outside the article, and the rules look at the rest.
    """
    page = read_page(article.text, article.title)
    if has_article(article.layout):
        return tuple(_laid_out_blocks(page, article.layout))
    return tuple(_blocks(_read(page)))


def uncleaned(article: Article) -> tuple[Block, ...]:
    """Return the whole text as one body block; nothing for a blank text."""
    span = trimmed(article.text, Span(0, len(article.text)))
    if span.start == span.end:
        return ()
    return (Block(span.start, span.end, BlockKind.BODY, "body.uncleaned"),)


def _read(page: Page) -> Page:
    """Return the page with every line marked that is not body."""
    page = page.marked(mark_phrases(page))
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


def _laid_out_blocks(page: Page, layout: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks: of the article by the line rules, of all else by its markup."""
    marks = layout_marks(page.lines, layout)
    inside = inside_page(page, marks)
    inside = _read_inside(inside, subhead_marks(inside, page, marks))
    blocks = list(_blocks(inside))
    own = {line.start for line in inside.lines}
    for line in page.lines:
        if line.start not in own:
            mark = marks.get(line.index, _UNMARKED)
            blocks.append(Block(line.start, line.end, mark.kind, mark.rule))
    yield from sorted(blocks, key=lambda block: block.start)


def _read_inside(page: Page, subheads: Mapping[int, Mark]) -> Page:
    """Return the article's own lines with every line marked that is not body."""
    page = page.marked(mark_phrases(page))
    page = page.marked(subheads)
    page = page.marked(mark_counters(page))
    page = page.marked(mark_credits(page))
    page = page.marked(mark_comments(page))
    page = page.marked(mark_appeals(page))
    page = page.marked(mark_link_lists(page))
    page = page.marked(mark_galleries(page))
    captions = mark_captions(page)
    page = page.marked({i: m for i, m in captions.items() if m.rule not in _LOOSE_CAPTIONS})
    stretch = Span(0, len(page.lines))
    page = page.marked(mark_dates(page, stretch))
    page = page.marked(mark_bylines(page, stretch))
    return page.marked(mark_bios(page, stretch))


def _blocks(page: Page) -> Iterator[Block]:
    first = True
    for line in page.lines:
        mark = page.marks.get(line.index, _BODY)
        yield from blocks_of(line, mark, first=first)
        first = first and mark.kind is not BlockKind.BODY
