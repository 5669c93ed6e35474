"""Features of pairs in, scores out: plain likeness first, learned trees as it grows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis import paths
from analysis.compare.facts.features import FEATURES
from analysis.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.compare.facts.bags import Floats

MODEL = paths.MODELS / "facts.json"

LIKENESS = (
    "cosine.lemmas",
    "cosine.words",
    "cosine.characters",
    "mass.of_larger",
    "cosine.meaning",
)
"""Features whose plain mean is the likeness of two statements."""

UNLIKE = 0.1
ALIKE = 0.3
"""Likeness below which the trees hardly count, and from which they count in full."""

LEAST_TRUST = 0.1
LIKENESS_WEIGHT = 8.0
MOST_LIKENESS = 0.3
"""Log-odds that likeness adds, and where it adds no more. All five constants were chosen on
the development pairs (docs/accuracy.md)."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree: at node k go left where ``x[feature] <= threshold``; a leaf has feature -1."""

    feature: NDArray[np.intp]
    threshold: Floats
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: Floats

    def add_to(self, total: Floats, columns: Floats) -> None:
        """Add what the tree says of each row; the table is given column by column."""
        self._descend(0, total, columns, np.arange(len(total)))

    def _descend(self, node: int, total: Floats, columns: Floats, at: NDArray[np.intp]) -> None:
        feature = self.feature[node]
        if feature < 0:
            total[at] += self.value[node]
            return
        goes_left = columns[feature][at] <= self.threshold[node]
        self._descend(int(self.left[node]), total, columns, at[goes_left])
        self._descend(int(self.right[node]), total, columns, at[~goes_left])


@dataclass(frozen=True, slots=True)
class Scorer:
    """The trees, and the score from which two statements count as the same."""

    bias: float
    trees: tuple[Tree, ...]
    threshold: float
    likeness: tuple[int, ...]
    """Columns whose mean says how alike two statements look."""

    def scores(self, rows: Floats) -> Floats:
        """Return a score in [0, 1] for each row; higher = more likely the same statement.

        Where two statements hardly look alike, their likeness alone decides: trees learnt
        from few events are worse there than a plain mean. They take over as it grows.
        """
        learned = np.full(len(rows), self.bias)
        columns = np.ascontiguousarray(rows.T)
        for tree in self.trees:
            tree.add_to(learned, columns)
        return blended(rows[:, self.likeness].mean(axis=1), learned)


def blended(likeness: Floats, learned: Floats) -> Floats:
    """Return the score of pairs from their likeness and the log-odds of the trees."""
    trust = np.clip((likeness - UNLIKE) / (ALIKE - UNLIKE), LEAST_TRUST, 1.0)
    log_odds = LIKENESS_WEIGHT * (np.minimum(likeness, MOST_LIKENESS) - ALIKE) + trust * learned
    return 1 / (1 + np.exp(-log_odds))


def scorer(*, with_vectors: bool) -> Scorer:
    """Return the shipped scorer: with vectors of meaning, or for words alone.

    Raises
    ------
    ModelError
        If the file is missing or incomplete; the message says how to build it.
    """
    return _scorers()["meaning" if with_vectors else "words"]


@lru_cache(maxsize=1)
def _scorers() -> Mapping[str, Scorer]:
    try:
        table = json.loads(MODEL.read_text(encoding="utf-8"))["models"]
        return {name: _scorer(table[name]) for name in ("meaning", "words")}
    except (OSError, KeyError, TypeError, ValueError) as err:
        message = (
            f"{MODEL.name}: missing or unreadable ({err}); restore data/models from the "
            "repository or run benchmarks/train_facts.py"
        )
        raise ModelError(message) from err


def _scorer(entry: Mapping[str, Any]) -> Scorer:
    trees = tuple(map(_tree, entry["trees"]))
    likeness = tuple(FEATURES.index(name) for name in LIKENESS if name in entry["features"])
    return Scorer(float(entry["bias"]), trees, float(entry["threshold"]), likeness)


def _tree(nodes: Sequence[Sequence[float]]) -> Tree:
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    return Tree(
        np.array(feature, np.intp),
        np.array(threshold, float),
        np.array(left, np.intp),
        np.array(right, np.intp),
        np.array(value, float),
    )
