"""Articles to measure with: a file of them, or the demonstration story's sentences recombined."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from analysis.stories import load_story
from analysis.types import Article

DEMO = "kazakhstan-2022"
SEED = 7

MEMORY_TEXTS = 500
"""Different articles made to measure memory, before new words are added to each: the texts
themselves must not count."""

MEMORY_CHARS = 600
"""Characters of an article made to measure memory: new words count there, not length."""


def articles(path: Path | None, limit: int) -> list[Article]:
    """Return ``limit`` articles: the first rows of a JSON-lines file, or recombined ones."""
    return recombined(limit) if path is None else read(path, limit)


def read(path: Path, limit: int) -> list[Article]:
    """Return the first articles of a file with one a row, ``id`` and ``text``."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(limit), lines, strict=False)]
    return [Article(id=row["id"], text=row["text"]) for row in rows]


def with_new_words(limit: int) -> Iterator[Article]:
    """Yield recombined articles, each with names and numbers that no other one has."""
    given = recombined(min(limit, MEMORY_TEXTS))
    for number, article in zip(range(limit), cycle(given), strict=False):
        letters = "".join(chr(97 + int(digit)) for digit in str(number))
        names = " ".join(f"Mr Q{letters}{end} met {number * 7 + k}x{end}." for k, end in _ENDS)
        yield replace(article, text=f"{article.text[:MEMORY_CHARS]}\n{names}")


_ENDS = tuple(enumerate("ova enko ishvili adze bekov nuly mova tayev".split()))


def recombined(limit: int) -> list[Article]:
    """Return articles of the demonstration story with their paragraphs shuffled among them.

    Their words are few, so that what is remembered of a word helps a little more than it
    would in a mixed corpus.
    """
    given = [article.text.split("\n") for article in load_story(DEMO).articles]
    chance = random.Random(SEED)
    paragraphs = [line for lines in given for line in lines if line.strip()]
    return [
        Article(
            id=f"made-{number}",
            text="\n".join(chance.choices(paragraphs, k=len(given[number % len(given)]))),
        )
        for number in range(limit)
    ]
