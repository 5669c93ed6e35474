"""Readers' comments: from their heading to the end, or to the clear return of the article."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.clean.dates import is_date_line
from analysis.clean.lists import tokens_of, word_sets
from analysis.clean.page import Line, Mark, Page
from analysis.types import BlockKind

HEADING_RULES = frozenset({"comments.heading", "comments.policy", "comments.forum"})

TEXT_RULES = frozenset({"comments.text", "comments.thread"})

BARE_HEADINGS = frozenset(
    {("comments",), ("comment",), ("view", "comments"), ("join", "the", "conversation")}
)
"""Headings that may also be a link in the middle of an article: one report below shows it."""

THREAD_POSTS = 3
"""So many posts with name and time stamp make a thread of comments."""

MAX_USER_NAME = 3
"""Longest name of a reader, in words."""

MIN_PROSE_BEFORE = 2
"""A comments heading above fewer paragraphs is a counter in the article's head."""

RETURN_PARAGRAPHS = 2
"""So many paragraphs of reporting in a row show that the article goes on."""

MIN_RETURN_WORDS = 15
"""Shortest paragraph, in words, that can show it."""


def mark_comments(page: Page) -> dict[int, Mark]:
    """Return the lines of the readers' comments, wherever a heading stands below the article."""
    thread = _thread_start(page)
    marks = {
        line.index: Mark(BlockKind.COMMENT, "comments.thread")
        for line in page.lines[thread:]
        if page.is_open(line.index)
    }
    return marks | _below_headings(page, thread)


def _thread_start(page: Page) -> int:
    """Return the first line of a thread without heading: names, time stamps and texts in turn."""
    prose = 0
    posts: list[int] = []
    for line in page.lines:
        if prose >= MIN_PROSE_BEFORE and _is_post(page, line.index):
            posts.append(line.index)
            if len(posts) == THREAD_POSTS:
                return posts[0]
        prose += line.is_prose and line.index not in page.marks
    return len(page.lines)


def _is_post(page: Page, index: int) -> bool:
    """Return whether a reader's name stands here, with a time stamp and a text below."""
    name, *below = page.lines[index : index + 3]
    if len(below) < 2 or not page.is_open(index) or not below[1].is_sentence:
        return False
    named = name.n_words <= MAX_USER_NAME and name.is_label
    return (named or name.text.endswith(" says:")) and is_date_line(below[0].text)


def _below_headings(page: Page, end: int) -> dict[int, Mark]:
    """Return the lines below each heading of comments that stands below the article."""
    marks: dict[int, Mark] = {}
    prose = 0
    index = 0
    while index < end:
        mark = page.marks.get(index)
        if mark and mark.rule in HEADING_RULES and prose >= MIN_PROSE_BEFORE:
            end = _end(page, index)
            marks |= {
                i: Mark(BlockKind.COMMENT, "comments.text")
                for i in range(index + 1, end)
                if page.is_open(i)
            }
            index = end
            continue
        prose += mark is None and page.lines[index].is_prose
        index += 1
    return marks


def comments_start(page: Page) -> int:
    """Return the first line of the comments below the article, or the number of lines."""
    texts = [i for i, mark in page.marks.items() if mark.rule in TEXT_RULES]
    return min(texts, default=len(page.lines))


def _end(page: Page, start: int) -> int:
    """Return the line after the comments: where the article returns, or the end."""
    reports: list[int] = []
    needed = 1 if page.lines[start].tokens in BARE_HEADINGS else RETURN_PARAGRAPHS
    for line in page.lines[start + 1 :]:
        if is_report(line) and line.index not in page.marks:
            reports.append(line.index)
            if len(reports) >= needed:
                return _with_heading(page, reports[0])
        elif line.is_sentence or line.index in page.marks:
            reports, needed = [], RETURN_PARAGRAPHS
    return len(page.lines)


def _with_heading(page: Page, index: int) -> int:
    above = page.lines[index - 1]
    return index - 1 if page.is_open(index - 1) and above.is_label else index


def is_report(line: Line) -> bool:
    """Return whether the paragraph reports: a reporting verb, no "I" or "you" of its own."""
    if line.n_words < MIN_RETURN_WORDS or not line.is_prose or "!" in line.text:
        return False
    own = own_words(line)
    sets = word_sets()
    return any(w in sets["reporting"] for w in line.tokens) and not any(
        w in sets["commenter"] for w in own
    )


def own_words(line: Line) -> Sequence[str]:
    """Return the words of a line outside quotation marks, in small letters."""
    parts = line.text.replace("“", '"').replace("”", '"').split('"')
    return tokens_of(" ".join(parts[::2]))
