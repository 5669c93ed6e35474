"""Counts that scores are made of; undefined is ``None``, never 0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from analysis.spans import word_spans
from analysis.types import Span


@dataclass(frozen=True, slots=True)
class Rate:
    """``k`` right out of ``n`` judged."""

    k: int = 0
    n: int = 0

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.k + other.k, self.n + other.n)

    @property
    def share(self) -> float | None:
        """Return the proportion in [0, 1]; higher = more right; ``None`` if none was judged."""
        return self.k / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class Found:
    """Things found: ``right`` of ``predicted`` and of ``gold``."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Found) -> Found:
        return Found(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float | None:
        """Return the share of predictions that are right; ``None`` if nothing was predicted."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Return the share of gold that was found; ``None`` if there is no gold."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of the two; ``None`` if there is neither."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else None


@dataclass(slots=True)
class Tally:
    """Named scores and the misses behind them, summed over articles."""

    scores: dict[str, Rate | Found] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def judge(self, name: str, right: bool, miss: str = "") -> None:
        """Count one judgement and, if it is wrong, note what differs."""
        self.add(name, Rate(int(right), 1))
        if not right and miss:
            self.misses.append(f"{name}: {miss}")

    def add(self, name: str, score: Rate | Found) -> None:
        """Add a score to those of the same name."""
        old = self.scores.get(name)
        self.scores[name] = score if old is None else old + score

    def update(self, other: Tally) -> None:
        """Add every score and miss of another tally."""
        for name, score in other.scores.items():
            self.add(name, score)
        self.misses += other.misses


def words(text: str) -> tuple[Span, ...]:
    """Return the word spans of ``text``."""
    return tuple(word_spans(text))


def word_ids(tokens: Iterable[Span], spans: Iterable[Span]) -> frozenset[int]:
    """Return the numbers of the words that begin inside one of the spans."""
    spans = tuple(spans)
    return frozenset(
        number
        for number, token in enumerate(tokens)
        if any(span.start <= token.start < span.end for span in spans)
    )


def dice(one: frozenset[int], two: frozenset[int]) -> float:
    """Return 2·|common| / (|one| + |two|) in [0, 1]; 1 = the same words; 0 if both are empty."""
    total = len(one) + len(two)
    return 2 * len(one & two) / total if total else 0.0


def best_pairs(
    similarity: Mapping[tuple[int, int], float], threshold: float
) -> tuple[tuple[int, int], ...]:
    """Return one-to-one pairs at or above the threshold, the most similar first."""
    left: set[int] = set()
    right: set[int] = set()
    result: list[tuple[int, int]] = []
    for (one, two), value in sorted(similarity.items(), key=lambda item: (-item[1], item[0])):
        if value >= threshold and one not in left and two not in right:
            left.add(one)
            right.add(two)
            result.append((one, two))
    return tuple(result)


def as_span(pair: Iterable[int] | None) -> Span | None:
    """Return a span from a record's ``[start, end]``."""
    return None if pair is None else Span(*pair)


def shown(text: str, span: Span | None, width: int = 70) -> str:
    """Return the words of a span, shortened, for a list of misses."""
    if span is None:
        return "-"
    string = " ".join(span.of(text).split())
    half = width // 2
    return string if len(string) <= width else f"{string[:half]} … {string[-half:]}"
