"""What ``python -m analysis swap`` does: the counter-check of a story, printed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Hashable, Mapping
from pathlib import Path

from analysis import library
from analysis.collect import Collected, collect
from analysis.commands import FINDINGS, ProgressBar
from analysis.countercheck import counter_check, pairs, summary
from analysis.spreadsheet import to_csv
from analysis.types import Article


def swap(arguments: argparse.Namespace) -> int:
    """Analyse a story again with its names swapped or masked, and list what changed."""
    articles, collected = _articles(arguments.story)
    names = pairs(arguments.names) if arguments.names else None
    bar = ProgressBar(2 * len(articles))
    try:
        changes = counter_check(articles, names, progress=bar)
    finally:
        bar.close()
    if arguments.format == "csv":
        print(to_csv(changes), end="")
    else:
        for row in changes.to_dict("records"):
            print(_line(row))
    print(summary(changes), file=sys.stderr)
    for each in collected.refused:
        print(f"refused: {each.name}: {each.reason}", file=sys.stderr)
    return FINDINGS if collected.refused else 0


def _articles(story: str) -> tuple[tuple[Article, ...], Collected]:
    if story in library.story_ids():
        return library.load_story(story).articles, Collected(())
    collected = collect([Path(story)])
    return collected.articles, collected


def _line(row: Mapping[Hashable, object]) -> str:
    place = row["sentence_id"] if isinstance(row["sentence_id"], str) else ""
    value = f"{_number(row['before'])} -> {_number(row['after'])}"
    return f"{row['outlet']:<24.24} {place:<5} {row['voice']:<10} {row['what']}: {value}"


def _number(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, float) and value == value else "no value"
