"""Rows of sentence pairs in, the same features and scores as in a story out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from analysis import embed, nlp
from analysis.compare.facts.features import features, sheet
from analysis.compare.facts.unit import Unit, unit
from analysis.extract.statements import find_statements
from analysis.types import Article, Block, BlockKind

PSEUDO_STORY = 60  # pairs without a topic are taken as one story in runs of this many
PAGE = 64  # texts parsed together


def read(path: Path) -> list[dict]:
    """Return the rows of a JSON Lines file of pairs: id, a, b, same, and topic or shared."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def is_same(row: dict) -> bool:
    """Return the gold label; where shared events are counted, two make a statement."""
    return row["shared"] >= 2 if "shared" in row else bool(row["same"])


def units_of(texts: Iterable[str]) -> dict[str, Unit]:
    """Return each text as one unit, whatever the number of its statements."""
    unique = list(dict.fromkeys(texts))
    result: dict[str, Unit] = {}
    for parsed in nlp.parse(_pages(unique)):
        found = find_statements(parsed)
        for block in parsed.blocks:
            text = block.span.of(parsed.article.text)
            result[text] = unit(text, [s for s in found if block.span.contains(s.span)])
    return result


def _pages(texts: Sequence[str]) -> Iterator[tuple[Article, tuple[Block, ...]]]:
    """Yield the texts as articles with one text a block: faster than one article a text."""
    for first in range(0, len(texts), PAGE):
        page, blocks = "", []
        for text in texts[first : first + PAGE]:
            blocks.append(Block(len(page), len(page) + len(text), BlockKind.BODY, "benchmark"))
            page += text + "\n\n"
        yield Article(str(first), page), tuple(blocks)


def pair_features(rows: Sequence[dict], known: dict[str, Unit], *, vectors: bool) -> np.ndarray:
    """Return one row of features a pair, each topic taken as one story."""
    stories: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        stories[row.get("topic") or f"run {n // PSEUDO_STORY}"].append(n)
    result: dict[int, np.ndarray] = {}
    for numbers in stories.values():
        texts = sorted({rows[n][side] for n in numbers for side in "ab"})
        place = {text: i for i, text in enumerate(texts)}
        units = [known[text] for text in texts]
        table = sheet(units, embed.embed([u.text for u in units]) if vectors else None)
        left = np.array([place[rows[n]["a"]] for n in numbers])
        right = np.array([place[rows[n]["b"]] for n in numbers])
        result |= zip(numbers, features(table, left, right), strict=True)
    return np.stack([result[n] for n in range(len(rows))])
