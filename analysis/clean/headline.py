"""The headline: the line that matches the given title, or the likeliest line above the text."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.clean.bylines import may_name_author, names_authors
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

CONTENT_LETTERS = 4
"""Shorter words are mostly function words; they do not tie a headline to its article."""


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
