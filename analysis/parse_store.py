"""The parses of a story on disk, beside the analysis made from them; safe to delete."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from analysis import lexicons
from analysis.corrections import Corrections
from analysis.errors import InputError
from analysis.own_lists import merged
from analysis.rescoring import KeptParse, from_record, rescored, to_record
from analysis.result import StoryAnalysis
from analysis.store import kept_at, parses_at, read, write_lines
from analysis.stories import Story

_UNUSABLE = (InputError, OSError, ValueError, LookupError, TypeError)
"""What a file raises that is damaged, of another story, or whose analysis was deleted."""


def write_parses(story: Story, corrections: Corrections, parses: Iterable[KeptParse]) -> None:
    """Keep the parse of each article, with the name of the analysis made from them."""
    head = {"analysis": kept_at(story, corrections).name}
    rows = [head, *(to_record(parse) for parse in parses)]
    write_lines(parses_at(story, corrections), map(json.dumps, rows))


def rescored_story(story: Story, corrections: Corrections) -> StoryAnalysis | None:
    """Return the story with the word lists of now, from what was kept when they were others.

    ``None`` where nothing was kept or it cannot be used: the story must be analysed anew.
    """
    path = parses_at(story, corrections)
    if not path.is_file():
        return None
    contrasts = merged(lexicons.contrasts(), corrections.lists)
    try:
        before, parses = _read(story, path)
        pairs = zip(before.articles, parses, strict=True)
        articles = tuple(rescored(article, parse, contrasts) for article, parse in pairs)
    except _UNUSABLE:
        return None
    return replace(before, articles=articles)


def _read(story: Story, path: Path) -> tuple[StoryAnalysis, list[KeptParse]]:
    with path.open(encoding="utf-8") as lines:
        head, *rows = (json.loads(line) for line in lines)
    return read(story, path.with_name(head["analysis"])), [from_record(row) for row in rows]
