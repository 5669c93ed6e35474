"""Where the article stands on its page: the stretch of lines with the most running text."""

from __future__ import annotations

from analysis.clean.comments import comments_start, is_report
from analysis.clean.page import Line, Mark, Page
from analysis.types import BlockKind, Span

LABEL_COST = 9.0
"""What a short line without a full stop costs, in words of running text (docs/accuracy.md)."""

FURNITURE_COST = 9.0
"""What a line of page furniture costs, in words of running text."""

ENDING_COST = 12.0
"""What a line costs that seldom has more of the article below it: other articles, rights."""

INSERT_COST = 1.0
"""What a line costs that is often set into an article: advertisements, appeals, captions."""

ENDING_RULES = frozenset(
    {
        "furniture.related",
        "furniture.tags",
        "furniture.tags_heading",
        "furniture.copyright",
        "furniture.cookies",
        "page.link_list",
    }
)
REPORT_REACH = 12
"""How many lines of links may stand between the article and its last reporting paragraphs."""

INSERT_RULES = ("appeal.", "furniture.advert", "furniture.share", "furniture.counter")

MAX_GAIN = 60.0
"""What one paragraph brings at most, in words: one long line must not bridge a whole menu."""


def main_stretch(page: Page) -> Span | None:
    """Return the lines, half-open, of the stretch with the highest sum; ``None`` without prose.

    Maximum subsequence segmentation over paragraphs (Pasternack and Roth 2009): running
    text counts for the article, short lines and page furniture against it.
    """
    best, best_sum = None, 0.0
    total, start = 0.0, 0
    in_list = False
    for line in page.lines[: comments_start(page)]:
        announces = page.is_open(line.index) and line.is_sentence and line.text.endswith(":")
        in_list = announces or (in_list and line.is_label and page.is_open(line.index))
        worth = 0.0 if in_list and line.is_label else _worth(line, page.marks.get(line.index))
        if total <= 0:
            total, start = 0.0, line.index
        total += worth
        if total > best_sum and worth > 0:
            best, best_sum = Span(start, line.index + 1), total
    return _from_prose(page, _with_reports(page, best)) if best else None


def from_headline(page: Page, stretch: Span, headline: int) -> Span:
    """Return the stretch from the first running text near below the headline on."""
    for index in range(max(headline + 1, stretch.start - REPORT_REACH), stretch.start):
        if page.is_open(index) and page.lines[index].is_prose:
            return Span(index, stretch.end)
    return stretch


def _with_reports(page: Page, stretch: Span) -> Span:
    """Return the stretch up to the last paragraph below it that still reports, if one is near."""
    end = stretch.end
    for line in page.lines[stretch.end : comments_start(page)]:
        if line.index - end > REPORT_REACH:
            break
        if page.is_open(line.index) and is_report(line):
            end = line.index + 1
    return Span(stretch.start, end)


def _worth(line: Line, mark: Mark | None) -> float:
    if mark:
        return -_cost(mark)
    if line.is_sentence or line.is_bullet:
        return min(MAX_GAIN, float(line.n_words))
    return -LABEL_COST


def _cost(mark: Mark) -> float:
    if mark.kind is not BlockKind.BOILERPLATE or mark.rule.startswith(INSERT_RULES):
        return INSERT_COST
    return ENDING_COST if mark.rule in ENDING_RULES else FURNITURE_COST


def _from_prose(page: Page, stretch: Span) -> Span | None:
    """Return the stretch from its first unmarked sentence on."""
    for index in range(stretch.start, stretch.end):
        if page.is_open(index) and page.lines[index].is_sentence:
            return Span(index, stretch.end)
    return None
