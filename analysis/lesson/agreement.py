"""How far a class agrees: percent and Krippendorff's alpha, with what it rests on.

References
----------
Krippendorff (2019), *Content Analysis*, 4th ed., ch. 12: alpha = 1 - D_o / D_e.
Benchmarks: arXiv 2112.07421, on whether the wording of a news sentence takes a side.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import krippendorff
import numpy as np

from analysis.lesson.types import SENTENCE_TASKS, Lesson, Task
from analysis.lesson.units import Unit, pairable, units

if TYPE_CHECKING:
    from analysis.lesson.answers import Answer

FEWEST_UNITS = 20
"""Sentences judged by two or more from which on alpha is told: below it swings with each one."""

TRAINED, CROWD = 0.42, 0.14
"""Alpha that trained people and crowd workers reached on such a question (arXiv 2112.07421)."""

RESAMPLES = 1_000
"""Times the sentences are drawn anew for the interval."""

LEVEL, TAILS = 0.95, (0.025, 0.975)
"""The interval, and where it is cut from the drawn values."""

Scale = Literal["nominal", "ordinal"]


class Outcome(StrEnum):
    """Whether alpha can be read as a number."""

    OK = "ok"
    TOO_FEW = "too_few"
    NO_VARIATION = "no_variation"
    """Everybody gave one answer to everything: no disagreement could be expected by chance."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far pupils agree on one question."""

    task: Task
    n_sentences: int
    """Sentences that at least two judged."""
    n_units: int
    """The same, or for loaded words the words of these sentences."""
    n_answers: int
    agreeing: int
    pairs: int
    """Pairs of pupils that judged one unit; ``agreeing`` of them gave the same answer."""
    alpha: float | None
    """In [-1, 1]; 1 = all agree, 0 = as by chance. ``None`` unless ``outcome`` is ok."""
    low: float | None
    high: float | None
    outcome: Outcome

    @property
    def share(self) -> float | None:
        """Return the share of agreeing pairs in [0, 1]; ``None`` if there is no pair."""
        return self.agreeing / self.pairs if self.pairs else None


def scale_of(task: Task) -> Scale:
    """Return how far apart two values are: for tone by their order, else same or not."""
    return "ordinal" if task is Task.TONE else "nominal"


def agreement(lesson: Lesson, answers: Sequence[Answer]) -> tuple[Agreement, ...]:
    """Return the agreement on each question about sentences."""
    return tuple(agreement_on(lesson, answers, task) for task in SENTENCE_TASKS)


def agreement_on(lesson: Lesson, answers: Iterable[Answer], task: Task) -> Agreement:
    """Return the agreement on one question."""
    found = pairable(units(lesson, answers, task))
    n_sentences = len({unit.sentence for unit in found})
    alpha, outcome = _alpha(found, task, n_sentences)
    low, high = interval(found, scale_of(task), lesson.id) if alpha is not None else (None, None)
    return Agreement(
        task=task,
        n_sentences=n_sentences,
        n_units=len(found),
        n_answers=sum(unit.n for unit in found),
        agreeing=sum(unit.agreeing for unit in found),
        pairs=sum(unit.pairs for unit in found),
        alpha=alpha,
        low=low,
        high=high,
        outcome=outcome,
    )


def _alpha(found: Sequence[Unit], task: Task, n_sentences: int) -> tuple[float | None, Outcome]:
    if n_sentences < FEWEST_UNITS:
        return None, Outcome.TOO_FEW
    counts = np.array([unit.counts for unit in found])
    if np.count_nonzero(counts.sum(axis=0)) < 2:
        return None, Outcome.NO_VARIATION
    scale = scale_of(task)
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement=scale)), Outcome.OK


def interval(found: Sequence[Unit], scale: Scale, seed: str) -> tuple[float | None, float | None]:
    """Return the range that 95 of 100 draws of the sentences give; the words of one stay together.

    It tells what other sentences of these texts might have given, not what other pupils would.
    """
    by_sentence = _coincidences(found)
    digest = hashlib.sha256(seed.encode()).digest()
    generator = np.random.default_rng(int.from_bytes(digest[:8]))
    n = len(by_sentence)
    weights = generator.multinomial(n, np.full(n, 1 / n), size=RESAMPLES)
    drawn = np.tensordot(weights, by_sentence, axes=1)
    values = _alphas(drawn, scale)
    values = values[~np.isnan(values)]
    if not len(values):
        return None, None
    low, high = np.quantile(values, TAILS)
    return float(low), float(high)


def _coincidences(found: Sequence[Unit]) -> np.ndarray:
    """Return, for each sentence, the pairs of values that its units hold (V x V)."""
    made: dict[str, np.ndarray] = {}
    for unit in found:
        counts = np.array(unit.counts, dtype=float)
        pairs = (np.outer(counts, counts) - np.diag(counts)) / (unit.n - 1)
        made[unit.sentence] = made.get(unit.sentence, 0) + pairs
    return np.array(list(made.values()))


def _alphas(coincidences: np.ndarray, scale: Scale) -> np.ndarray:
    """Return alpha of each matrix of coincidences; ``nan`` where all values are the same."""
    totals = coincidences.sum(axis=2)
    n = totals.sum(axis=1)
    distance = _distances(totals, scale)
    observed = (coincidences * distance).sum(axis=(1, 2))
    expected = (totals[:, :, None] * totals[:, None, :] * distance).sum(axis=(1, 2))
    ratio = np.divide((n - 1) * observed, expected, out=np.full(len(n), np.nan), where=expected > 0)
    return 1 - ratio


def _distances(totals: np.ndarray, scale: Scale) -> np.ndarray:
    """Return the squared distance of each two values in each draw."""
    n_values = totals.shape[1]
    if scale == "nominal":
        return np.broadcast_to(1 - np.eye(n_values), (len(totals), n_values, n_values))
    # Krippendorff's ordinal metric: the values between two, the ends counted by half.
    upto = np.cumsum(totals, axis=1)
    middle = upto - totals / 2
    return (middle[:, :, None] - middle[:, None, :]) ** 2
