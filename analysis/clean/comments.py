"""Readers' comments: from their heading to the end, or to the clear return of the article.

A comment in the outlet's voice is worse than a lost paragraph: in doubt a line is comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.clean.dates import is_date_line
from analysis.clean.lists import tokens_of, word_sets
from analysis.clean.page import Line, Mark, Page
from analysis.types import BlockKind

HEADING_RULES = frozenset({"comments.heading", "comments.policy", "comments.forum"})

TEXT_RULES = frozenset({"comments.text", "comments.thread"})

POST_BUTTONS = frozenset(
    {"reply", "like", "dislike", "upvote", "downvote", "flag", "permalink", "report"}
)
"""First words of the buttons that stand below a reader's post."""

SPEECH_ENDS = (" says:", " said:", " wrote:", " writes:")
"""How comment software ends the line with a reader's name."""

THREAD_POSTS = 3
"""So many posts with name and date make a thread of comments."""

TIMED_WEIGHT = 1.5
"""What a post with a time of day, or "ago", counts: two make a thread."""

MAX_USER_NAME = 3
"""Longest name of a reader, in words."""

MIN_PROSE_BEFORE = 2
"""A comments heading above fewer paragraphs is a counter in the article's head."""

STUB_POSTS = 2
"""Below one paragraph only, so many signs of posts show that the heading is no counter."""

RETURN_PARAGRAPHS = 3
"""Fewer paragraphs of reporting below a comments heading may be posts that retell the news."""

RETURN_SHARE = 0.5
"""Least share of reporting among the sentences below the heading, for the article to go on."""

MIN_RETURN_WORDS = 15
"""Shortest paragraph, in words, that can show it."""

MAX_POST_HEAD = 80
"""Longest line with a reader's name and the time of the post, in characters."""

_NAME_AND_TIME = re.compile(
    r"(\S+(?: \S+){0,4}?)\s?(?:\s[•·|@]|,|\s[-–—]|\s(?:on|at)|\s(?:says|said|wrote):)\s(.+)"
)


_NAME_IN_FRONT = re.compile(r"[^\W\d_]\S*(?: \S+){0,2}: ")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b(?![./]\d)")


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
    first, weight = len(page.lines), 0.0
    for line in page.lines:
        if prose >= MIN_PROSE_BEFORE and _is_post(page, line.index):
            first = min(first, line.index)
            weight += _post_weight(page, line.index)
            if weight >= THREAD_POSTS:
                return first
        prose += line.is_prose and line.index not in page.marks
    return len(page.lines)


def _is_post(page: Page, index: int) -> bool:
    """Return whether a reader's name stands here, with a time stamp and a text below."""
    head, *below = page.lines[index : index + 3]
    if not page.is_open(index) or not below:
        return False
    if _is_dated_name(head.text):
        return below[0].is_sentence
    dated = len(below) == 2 and is_date_line(below[0].text) and below[1].is_sentence
    return dated and (_is_user(head) or _is_speech(head))


def _post_weight(page: Page, index: int) -> float:
    """Return how sure the post is, as a count of posts with a mere name and date."""
    head, *below = page.lines[index : index + 4]
    if _is_speech(head) or any(map(_is_buttons, below)):
        return THREAD_POSTS
    stamp = head.text if _is_dated_name(head.text) else below[0].text
    timed = " ago" in stamp or _CLOCK.search(stamp) is not None
    return TIMED_WEIGHT if timed else 1.0


def _is_buttons(line: Line) -> bool:
    """Return whether the line holds only the buttons of a post: "Like", "Reply", "3"."""
    words = [token for token in line.tokens if not token.isdigit()]
    return bool(words) and all(word in POST_BUTTONS or word == "share" for word in words)


def _is_user(line: Line) -> bool:
    """Return whether the line could be a reader's name: "ann7", "Ann Lee", "Ann L."."""
    return line.n_words <= MAX_USER_NAME and (line.is_label or line.is_name)


def _is_speech(line: Line) -> bool:
    """Return whether the line is a reader's name as comment software writes it: "Ann says:"."""
    return line.text.endswith(SPEECH_ENDS) and line.n_words <= MAX_USER_NAME + 1


def _is_dated_name(text: str) -> bool:
    """Return whether the line is a reader's name and time: "ann7 • 2 years ago"."""
    match = _NAME_AND_TIME.fullmatch(text) if len(text) <= MAX_POST_HEAD else None
    return match is not None and is_date_line(match[2]) and not is_date_line(match[1])


def _is_post_sign(page: Page, index: int) -> bool:
    """Return whether the line belongs to a reader's post: name, time stamp or button."""
    line, mark = page.lines[index], page.marks.get(index)
    if mark:
        return mark.rule == "comments.control" and line.tokens[0] in POST_BUTTONS
    if is_date_line(line.text) or _is_speech(line) or _is_dated_name(line.text):
        return True
    if _NAME_IN_FRONT.match(line.text):
        return True
    text_below = page.is_open(index + 1) and page.lines[index + 1].is_sentence
    return (
        text_below
        and _is_user(line)
        and all(word[0].isupper() or line.n_words == 1 for word in line.text.split())
    )


def _below_headings(page: Page, end: int) -> dict[int, Mark]:
    """Return the lines below each heading of comments that stands below the article."""
    marks: dict[int, Mark] = {}
    prose: list[Line] = []
    index = 0
    while index < end:
        mark = page.marks.get(index)
        if mark and mark.rule in HEADING_RULES and _heads_posts(page, index, len(prose)):
            below = _end(page, index, sum(map(is_report, prose)))
            marks |= {
                i: Mark(BlockKind.COMMENT, "comments.text")
                for i in range(index + 1, min(below, end))
                if page.is_open(i)
            }
            index = below
            continue
        if mark is None and page.lines[index].is_prose:
            prose.append(page.lines[index])
        index += 1
    return marks


def _heads_posts(page: Page, index: int, n_prose: int) -> bool:
    """Return whether a comments heading stands below the article, not in its head."""
    if n_prose >= MIN_PROSE_BEFORE:
        return True
    signs = (_is_post_sign(page, i) for i in range(index + 1, len(page.lines)))
    return n_prose > 0 and sum(signs) >= STUB_POSTS


def comments_start(page: Page) -> int:
    """Return the first line of the comments below the article, or the number of lines."""
    texts = [i for i, mark in page.marks.items() if mark.rule in TEXT_RULES]
    return min(texts, default=len(page.lines))


def _end(page: Page, start: int, n_before: int) -> int:
    """Return the line after the comments: where the article returns, or the end.

    It returns only from a heading before the middle of its reporting paragraphs
    (``n_before`` stand above), with a quotation among them, up to the first
    sign of a post or of a reader's voice.
    """
    reports: list[int] = []
    sentences = 0
    for line in page.lines[start + 1 :]:
        if _is_post_sign(page, line.index):
            break
        if line.index in page.marks or not line.is_sentence:
            continue
        if _is_readers(line):
            break
        sentences += 1
        if is_report(line):
            reports.append(line.index)
    enough = max(RETURN_PARAGRAPHS, n_before + 1, RETURN_SHARE * sentences)
    if len(reports) < enough or not any(_quotes(page.lines[i]) for i in reports):
        return len(page.lines)
    return _with_heading(page, reports[0])


def _quotes(line: Line) -> bool:
    """Return whether the paragraph quotes a source; readers who retell the news hardly do."""
    return any(mark in line.text for mark in '"“«')


def _is_readers(line: Line) -> bool:
    """Return whether the line speaks as readers do: "I", "you", "!"."""
    return "!" in line.text or bool(word_sets()["commenter"] & {*own_words(line)})


def _with_heading(page: Page, index: int) -> int:
    above = page.lines[index - 1]
    return index - 1 if page.is_open(index - 1) and above.is_label else index


def is_report(line: Line) -> bool:
    """Return whether the paragraph reports: a reporting verb, no "I" or "you" of its own."""
    if line.n_words < MIN_RETURN_WORDS or not line.is_prose or _is_readers(line):
        return False
    return any(word in word_sets()["reporting"] for word in line.tokens)


def own_words(line: Line) -> Sequence[str]:
    """Return the words of a line outside quotation marks, in small letters."""
    parts = line.text.replace("“", '"').replace("”", '"').split('"')
    return tokens_of(" ".join(parts[::2]))
