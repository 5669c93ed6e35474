"""Picture galleries: runs of heading, caption text and credit in the middle of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.clean.page import Mark, Page
from analysis.clean.pictures import may_be_caption
from analysis.types import BlockKind

MIN_PICTURES = 3
"""Fewer credits in a row may be single pictures between paragraphs."""

MAX_PICTURE_LINES = 3
"""Most lines of one picture: heading, caption, credit."""

MAX_GALLERY_TEXT = 110
"""Longest caption text of a gallery picture, in words."""

MAX_COUNTER = 40
"""Longest counter line, in characters."""

_COUNTER = re.compile(
    r"\W*(?:(?:image|photo|picture|slide|video)s?\s*)?\d+\s*(?:(?:image|photo|picture|slide|video)s?)?"
    r"\s*\d*\s*(?:[|/]|of)?\s*\d*\W*(?:(?:image|photo|picture|slide|video)s?)?",
    re.IGNORECASE,
)


def mark_counters(page: Page) -> dict[int, Mark]:
    """Return the lines that only count pictures or pages, such as "7 images1 | 7"."""
    return {
        line.index: Mark(BlockKind.BOILERPLATE, "furniture.counter")
        for line in page.open_lines()
        if line.index and is_counter(line.text)
    }


def is_counter(text: str) -> bool:
    """Return whether the line only counts."""
    return len(text) <= MAX_COUNTER and _COUNTER.fullmatch(text) is not None


def mark_galleries(page: Page) -> dict[int, Mark]:
    """Return the headings and captions of each gallery; credits and counters keep their marks."""
    marks: dict[int, Mark] = {}
    credits_at = [i for i, mark in sorted(page.marks.items()) if mark.kind is BlockKind.CREDIT]
    for run in _runs(credits_at):
        first = _first_line(page, run)
        inside = [i for i in range(first, run[-1]) if page.is_open(i)]
        if _is_gallery(page, run, inside):
            for index in inside:
                marks[index] = Mark(BlockKind.GALLERY, "gallery.run")
    return marks


def _runs(credits_at: Sequence[int]) -> Iterator[list[int]]:
    """Yield runs of credits no more than one picture's lines apart."""
    run: list[int] = []
    for index in credits_at:
        if run and index - run[-1] > MAX_PICTURE_LINES:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _first_line(page: Page, run: list[int]) -> int:
    """Return the first line of the gallery: its first picture takes as many lines as most."""
    gaps = Counter(later - earlier for earlier, later in pairwise(run))
    usual = gaps.most_common(1)[0][0] if gaps else MAX_PICTURE_LINES
    first = run[0]
    while first > 1 and run[0] - first < usual - 1 and page.is_open(first - 1):
        first -= 1
    return first


def _is_gallery(page: Page, run: list[int], inside: list[int]) -> bool:
    lines = [page.lines[i] for i in inside]
    counted = any(
        i < len(page.lines) and is_counter(page.lines[i].text) for i in (run[-1] + 1, run[-1] + 2)
    )
    if len(run) < MIN_PICTURES and not (counted and len(run) > 1):
        return False
    if any(line.n_words > MAX_GALLERY_TEXT for line in lines):
        return False
    headed = sum(1 for line in lines if line.is_label) >= len(run) // 2
    return counted or headed or all(may_be_caption(line) for line in lines)
