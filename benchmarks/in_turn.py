"""Stock spaCy, the full analysis and the naive script in turn, article by article.

    python -m benchmarks.in_turn [--path ARTICLES.jsonl] [--articles 300]

Each way has a process of its own, and one works at a time: what else the machine does falls on
all three alike, so that the ratios of a quiet and a busy machine can be compared. Intervals are
over resampled articles. Every article is analysed by itself, which costs our parse its batches.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Sequence
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import bootstrap

from analysis.types import Article
from benchmarks import texts
from benchmarks.one_way import READY, WARM_UP, WAYS


def seconds(ways: Sequence[str], given: Sequence[Article]) -> np.ndarray:
    """Return processor seconds, a row a way and a column an article; the first do not count."""
    context = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        pipes = []
        for way in ways:
            ours, theirs = context.Pipe()
            context.Process(target=_serve, args=(theirs, way), daemon=True).start()
            pipes.append(stack.enter_context(ours))
        return np.array([_asked(pipes, article) for article in given]).T[:, WARM_UP:]


def _asked(pipes: Sequence[Connection[Any, Any]], article: Article) -> list[float]:
    found = []
    for pipe in pipes:
        pipe.send(article)
        found.append(pipe.recv())
    return found


def _serve(pipe: Connection[Any, Any], name: str) -> None:
    """Answer each article with the processor seconds that it took."""
    way = WAYS[name]
    READY.get(way, list)([])
    while True:
        try:
            article = pipe.recv()
        except EOFError:
            return
        start = time.process_time()
        way([article])
        pipe.send(time.process_time() - start)


def ratio(above: np.ndarray, below: np.ndarray) -> str:
    """Return the ratio of two sums, with its interval over resampled articles."""

    def of_sums(a: np.ndarray, b: np.ndarray, axis: int = -1) -> np.ndarray:
        return a.sum(axis=axis) / b.sum(axis=axis)

    found = bootstrap((above, below), of_sums, paired=True, rng=1).confidence_interval
    return f"{of_sums(above, below):.2f} ({found.low:.2f} to {found.high:.2f})"


def main() -> None:
    """Print both ratios."""
    parser = argparse.ArgumentParser(description="Time three ways in turn, article by article.")
    parser.add_argument("--path", type=Path)
    parser.add_argument("--articles", type=int, default=300)
    options = parser.parse_args()
    given = texts.articles(options.path, options.articles + WARM_UP)
    floor, full, script = seconds(("stock", "ours", "naive"), given)
    print(f"full analysis, times the floor: {ratio(full, floor)}")
    print(f"naive script, times the full analysis: {ratio(script, full)}")


if __name__ == "__main__":
    main()
