"""Stock spaCy, the full analysis and the naive script in turn, article by article, in one process.

    python -m benchmarks.in_turn [--path ARTICLES.jsonl] [--articles 60]

What else the machine does falls on all three alike, so that the ratios can be compared between a
quiet and a busy machine. Intervals are over resampled articles. Every article is analysed by
itself, which costs our parse its batches.
"""

from __future__ import annotations

import os

# One thread for matrix products, for all ways alike.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.stats import bootstrap

from analysis.types import Article
from benchmarks import texts
from benchmarks.one_way import WARM_UP, Way, naive, ours, stock


def seconds(ways: Sequence[Way], given: Sequence[Article]) -> np.ndarray:
    """Return processor seconds, a row a way and a column an article; the first do not count."""
    spent = np.empty((len(ways), len(given)))
    for column, article in enumerate(given):
        for row, way in enumerate(ways):
            start = time.process_time()
            way([article])
            spent[row, column] = time.process_time() - start
    return spent[:, WARM_UP:]


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
    parser.add_argument("--articles", type=int, default=60)
    options = parser.parse_args()
    given = texts.articles(options.path, options.articles + WARM_UP)
    floor, full, script = seconds((stock, ours, naive), given)
    print(f"full analysis, times the floor: {ratio(full, floor)}")
    print(f"naive script, times the full analysis: {ratio(script, full)}")


if __name__ == "__main__":
    main()
