"""Lines of a page -> what each is: the article by its markup, all else by what it is marked as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from analysis.clean.dates import is_date_line
from analysis.clean.layout import OUTSIDE_KINDS
from analysis.clean.lists import phrase_index, tokens_of
from analysis.collect.page.hints import (
    ARTICLE,
    BYLINE,
    HEADLINE,
    LINK,
    OUTSIDE,
    SHARE,
    STANDFIRST,
    SUBHEAD,
    TAGS,
    TIME,
    Hint,
)
from analysis.collect.page.lines import PageLine, Tree
from analysis.collect.page.main import LONG_WORDS, main_lines, words_of
from analysis.collect.page.outline import (
    STOPS,
    Holder,
    densest_lines,
    heading_level,
    holder_of,
    is_bold,
    is_link,
    is_quotation,
    line_hints,
)
from analysis.types import BlockKind

MAX_LINE_WORDS: Mapping[Hint, int] = {BYLINE: 40, TIME: 20, STANDFIRST: 80, SHARE: 40, TAGS: 40}
"""Longest line, in words, that a class can make a byline, a time, a standfirst or buttons."""

TITLE_MATCH = 0.5
"""Least share of common words (Jaccard) between a heading and a title the page states."""

MAX_TITLE_WORDS = 40

MIN_ARTICLE_WORDS = 20
"""An extraction of fewer words has missed the article."""

MAX_BOLD_WORDS = 15
"""A longer paragraph in bold letters is text, in words."""

HEAD_LINES, ABOVE_LINES, BELOW_LINES = 15, 3, 5
"""How many lines above the text (without a headline), above the headline and below the text may
still be the article's byline, time or caption."""


def line_kinds(
    tree: Tree, lines: Sequence[PageLine], article: str, titles: Sequence[str]
) -> tuple[Hint, ...]:
    """Return what each line of the page is.

    ``article`` is the text that the extraction library takes for the article, ``titles`` what
    the head of the page calls it.
    """
    doubtful = {i for i, hint in enumerate(line_hints(tree, lines, ())) if hint}
    main = main_lines(lines, article, doubtful)
    if sum(len(words_of(lines[i].text)) for i in main) < MIN_ARTICLE_WORDS:
        main = densest_lines(tree, lines) or main
    hints = [
        _fitting(tree, line, hint)
        for line, hint in zip(lines, line_hints(tree, lines, main), strict=True)
    ]
    headline = headline_of(tree, lines, hints, main, titles)
    holder = _holder(tree, lines, hints, main)
    inside = _article_lines(tree, lines, hints, main, holder)
    region = _region(headline, inside)
    twins = words_of(lines[headline].text) if headline is not None else None
    # The first paragraph of the text itself is often marked as a summary for machines.
    leads = {i for i in main if holder and holder.holds(tree, lines[i])}
    kinds: list[Hint] = []
    for i, line in enumerate(lines):
        if i == headline:
            kinds.append(HEADLINE)
        elif (hint := hints[i]) and not (hint == STANDFIRST and i in leads):
            kinds.append(hint if i in region or hint.kind in OUTSIDE_KINDS else OUTSIDE)
        elif i not in inside or words_of(line.text) == twins:
            kinds.append(OUTSIDE)
        else:
            kinds.append(_inside(tree, line))
    return tuple(kinds)


def _fitting(tree: Tree, line: PageLine, hint: Hint | None) -> Hint | None:
    """Return the hint if the line can be what it says."""
    if hint is None:
        return None
    if hint == BYLINE and is_date_line(line.text):
        return TIME
    if hint == BYLINE and _is_furniture(line.text):
        return SHARE
    longest = MAX_LINE_WORDS.get(hint)
    if longest is None:
        return hint
    too_long = len(words_of(line.text)) > longest
    return None if too_long or heading_level(tree, line.node) in (1, 2) else hint


def _is_furniture(text: str) -> bool:
    """Return whether the words are those of a button: "Share", "Follow"."""
    lists = phrase_index().lists(tokens_of(text))
    return any(phrases.kind is BlockKind.BOILERPLATE for phrases in lists)


def _holder(
    tree: Tree, lines: Sequence[PageLine], hints: Sequence[Hint | None], main: frozenset[int]
) -> Holder | None:
    open_main = [i for i in main if hints[i] is None]
    return holder_of(tree, lines, open_main) if open_main else None


def _article_lines(
    tree: Tree,
    lines: Sequence[PageLine],
    hints: Sequence[Hint | None],
    main: frozenset[int],
    holder: Holder | None,
) -> frozenset[int]:
    """Return the lines of the article: those extracted, and their siblings among them."""
    if holder is None:
        return main
    open_main = {i for i in main if hints[i] is None}
    first = min(open_main)
    between = range(first, max(open_main))
    own = {i for i in between if holder.holds(tree, lines[i]) or is_quotation(tree, lines[i])}
    twins = {i for i, line in enumerate(lines) if i >= first and holder.has_twin_of(tree, line)}
    above = range(first - 1, -1, -1)
    lead = takewhile(lambda i: hints[i] or holder.is_led_by(tree, lines[i]), above)
    return main | own | twins | set(lead)


def _region(headline: int | None, inside: frozenset[int]) -> range:
    """Return where a byline, a time or a caption can be the article's own."""
    if not inside:
        return range(0)
    first = min(inside) - HEAD_LINES
    if headline is not None:
        first = min(headline - ABOVE_LINES, min(inside))
    return range(first, max(inside) + BELOW_LINES + 1)


def _inside(tree: Tree, line: PageLine) -> Hint:
    if heading_level(tree, line.node):
        return SUBHEAD
    if line.text.endswith(STOPS):
        return ARTICLE
    if is_link(tree, line):
        return LINK
    short = len(words_of(line.text)) <= MAX_BOLD_WORDS
    return SUBHEAD if short and is_bold(tree, line) else ARTICLE


def headline_of(
    tree: Tree,
    lines: Sequence[PageLine],
    hints: Sequence[Hint | None],
    main: frozenset[int],
    titles: Sequence[str],
) -> int | None:
    """Return the heading that the page's head names, else the last ``h1`` above the text."""
    first = min((i for i in main if len(words_of(lines[i].text)) >= LONG_WORDS), default=-1)
    wanted = [frozenset(words_of(title)) for title in titles]
    scores: dict[int, float] = {}
    for i, line in enumerate(lines):
        level = heading_level(tree, line.node)
        words = frozenset(words_of(line.text))
        hint = hints[i]
        outside = hint is not None and hint.kind is not BlockKind.STANDFIRST
        if not words or len(words) > MAX_TITLE_WORDS or (outside and level != 1):
            continue
        match = max((len(words & each) / len(words | each) for each in wanted), default=0.0)
        if level and match >= TITLE_MATCH:
            scores[i] = match + (level == 1) + 0.5 * (i <= first)
        elif level == 1 and i <= first:
            scores[i] = 0.5 + i / (1 + first) / 2
    return max(scores, key=lambda i: (scores[i], -i), default=None)
