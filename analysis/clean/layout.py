"""What the markup of a page says of its lines, for the line rules to go on from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from analysis.clean.page import Line, Mark, Page
from analysis.types import Block, BlockKind

OUTSIDE_KINDS = frozenset({BlockKind.COMMENT, BlockKind.BOILERPLATE, BlockKind.BIO})
"""What stands outside the article: the markup knows this better than the shape of a line does."""

FIXED_KINDS = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.CAPTION,
        BlockKind.GALLERY,
        BlockKind.CREDIT,
    }
)
"""What the markup names in the article itself."""


def has_article(layout: Iterable[Block]) -> bool:
    """Return whether the markup shows where the article's text is."""
    return any(block.kind is BlockKind.BODY for block in layout)


def layout_marks(lines: Sequence[Line], layout: Sequence[Block]) -> Mapping[int, Mark]:
    """Return for each line the block of the layout that holds most of it."""
    marks: dict[int, Mark] = {}
    blocks = sorted(layout, key=lambda block: block.start)
    at = 0
    for line in lines:
        while at < len(blocks) and blocks[at].end <= line.start:
            at += 1
        best, most = None, 0
        for block in blocks[at:]:
            if block.start >= line.end:
                break
            shared = min(block.end, line.end) - max(block.start, line.start)
            if shared > most:
                best, most = block, shared
        if best:
            marks[line.index] = Mark(best.kind, best.rule)
    return marks


def inside_page(page: Page, marks: Mapping[int, Mark]) -> Page:
    """Return the page of the article's own lines, numbered anew, with what the markup names."""
    inside = [
        line
        for line in page.lines
        if line.index in marks and marks[line.index].kind not in OUTSIDE_KINDS
    ]
    lines = tuple(replace(line, index=number) for number, line in enumerate(inside))
    fixed = {
        number: marks[line.index]
        for number, line in enumerate(inside)
        if marks[line.index].kind in FIXED_KINDS
    }
    return Page(page.text, lines, page.title, fixed)


def subhead_marks(inside: Page, page: Page, marks: Mapping[int, Mark]) -> dict[int, Mark]:
    """Return the headings within the article."""
    starts = {
        line.start: marks[line.index]
        for line in page.lines
        if line.index in marks and marks[line.index].kind is BlockKind.SUBHEAD
    }
    return {line.index: starts[line.start] for line in inside.lines if line.start in starts}
