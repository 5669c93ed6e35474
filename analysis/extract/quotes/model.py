"""The learned part: feature weights shipped as data, a logistic regression by hand."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis import paths
from analysis.errors import ModelError

MODEL = paths.DATA / "models" / "quotes.json"


LIMIT = 12.0
"""Log-odds beyond which a score is cut: more certainty than the training data can give."""


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity: too large to compare
class Weights:
    """One logistic regression: the weight of each feature and the constant."""

    bias: float
    weights: Mapping[str, float]

    def log_odds(self, features: Iterable[str]) -> float:
        """Return the log-odds that the features describe the real thing."""
        get = self.weights.get
        total = self.bias + sum([get(f, 0.0) for f in features])
        return max(-LIMIT, min(LIMIT, total))


@dataclass(frozen=True, slots=True)
class Rivals:
    """How the candidates of one cue share its probability: one word seldom reports two things."""

    bias: float
    own: float
    cue: float
    others: float

    def probabilities(self, cue: float, scores: Sequence[float]) -> list[float]:
        """Return the probability of each candidate from its score, its cue's and its rivals'."""
        odds = [math.exp(score) for score in scores]
        total = sum(odds)
        return [
            probability(
                self.bias
                + self.own * score
                + self.cue * cue
                + self.others * math.log1p(max(0.0, total - own))
            )
            for score, own in zip(scores, odds, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Models:
    """The shipped models: is a word a cue, does it report this content, is a quotation speech."""

    cue: Weights
    candidate: Weights
    region: Weights
    rivals: Rivals


def probability(log_odds: float) -> float:
    """Return the probability that log-odds stand for."""
    return 1.0 / (1.0 + math.exp(-log_odds))


@lru_cache(maxsize=1)
def models() -> Models:
    """Return the shipped models, read once.

    Raises
    ------
    ModelError
        If the file of weights is missing or incomplete; the message says how to build it.
    """
    try:
        table = json.loads(MODEL.read_text(encoding="utf-8"))["models"]
        cue, candidate, region = (
            Weights(table[name]["bias"], table[name]["weights"])
            for name in ("cue", "candidate", "region")
        )
        return Models(cue, candidate, region, Rivals(**table["rivals"]))
    except (OSError, KeyError, TypeError, json.JSONDecodeError) as err:
        message = (
            f"{MODEL.name}: weights missing or unreadable ({err}); restore data/models from the "
            "repository or run benchmarks/train_quotes.py"
        )
        raise ModelError(message) from err
