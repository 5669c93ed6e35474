"""The learned part: feature weights shipped as data, a logistic regression by hand."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from analysis import paths

MODEL = paths.DATA / "models" / "quotes.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """One logistic regression: the weight of each feature and the constant."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability that the features describe a real attribution."""
        get = self.weights.get
        total = self.bias + sum([get(f, 0.0) for f in features])
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def models() -> Mapping[str, Weights]:
    """Return the shipped models by name."""
    table = json.loads(MODEL.read_text(encoding="utf-8"))
    return {name: Weights(part["bias"], part["weights"]) for name, part in table["models"].items()}
