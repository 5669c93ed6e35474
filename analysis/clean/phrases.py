"""Lines whose own words say what they are, by the phrase lists of ``data/lexicons/cleaning``."""

from __future__ import annotations

from analysis.clean.appeals import ANCHORS, confirmed
from analysis.clean.comments import HEADING_RULES
from analysis.clean.lists import PhraseList, phrase_index
from analysis.clean.page import Line, Mark, Page
from analysis.types import BlockKind

SHORT_ANSWER = 2
"""A whole line of so few words with a full stop ("No.") is speech, not a button."""


def mark_phrases(page: Page) -> dict[int, Mark]:
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
