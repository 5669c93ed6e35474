"""Time the rules of speech beside the parse they rest on, in one process.

    python benchmarks/extraction.py [ARTICLES.jsonl] [--articles 60] [--repeats 5]

ARTICLES has one article a row with ``id`` and ``text``; without it, the demonstration story
is timed. Prints the CPU time of each step, the median of the repeats, and its share of the
parse. Every repeat parses anew, so that no step finds a document warmed up by another.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.clean import uncleaned
from analysis.extract.quotes import extract_quotes
from analysis.extract.speakers import resolve_speakers
from analysis.nlp import parse, pipeline
from analysis.stories import load_story
from analysis.types import Article

DEMO = "kazakhstan-2022"
PARSE = "parse"


def articles(path: Path | None, limit: int) -> list[Article]:
    """Return the articles to time."""
    if path is None:
        return list(load_story(DEMO).articles)
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(limit), lines, strict=False)]
    return [Article(id=row["id"], text=row["text"]) for row in rows]


def timed(given: Sequence[Article]) -> dict[str, float]:
    """Return the CPU seconds of each step over all articles."""
    seconds: dict[str, float] = {}
    parsed = _clocked(seconds, PARSE, lambda: list(parse((a, uncleaned(a)) for a in given)))
    _clocked(seconds, "rules", lambda: [extract_quotes(each, learned=False) for each in parsed])
    quotes = _clocked(
        seconds, "rules and learned choice", lambda: [extract_quotes(each) for each in parsed]
    )
    pairs = list(zip(parsed, quotes, strict=True))
    _clocked(seconds, "speakers", lambda: [resolve_speakers([pair]) for pair in pairs])
    return seconds


def _clocked(seconds: dict[str, float], name: str, step: Callable[[], list]) -> list:
    start = time.process_time()
    result = step()
    seconds[name] = time.process_time() - start
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Time the rules of speech beside the parse.")
    parser.add_argument("path", nargs="?", type=Path, metavar="ARTICLES.jsonl")
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    given = articles(options.path, options.articles)
    pipeline()
    runs = [timed(given) for _ in range(options.repeats)]
    medians = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    words = sum(len(each.text.split()) for each in given)
    print(f"{len(given)} articles, {words:,} words, median of {options.repeats} repeats, CPU time")
    for name, value in medians.items():
        print(f"{name:26} {value:7.2f} s  {value / medians[PARSE]:6.1%} of the parse")


if __name__ == "__main__":
    main()
