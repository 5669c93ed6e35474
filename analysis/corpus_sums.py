"""Sums over articles in, one row of a series out: value, counts and interval."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from scipy.special import stdtrit

from analysis.compare.units import ARTICLE, MIN_ARTICLES, SENTENCE
from analysis.measures.statistics import LEVEL, Interval, wilson


@dataclass(frozen=True, slots=True)
class Sums:
    """What a row of a series is reckoned from: sums over its articles."""

    outlet: str
    period: date | None
    articles: int
    n: int
    k: float
    nn: float
    kn: float
    kk: float


def row_of(sums: Sums, *, is_share: bool) -> dict[str, object]:
    """Return the row of a series; ``is_share`` says that ``k`` counts sentences."""
    is_by_article = sums.articles >= MIN_ARTICLES
    interval = wilson(round(sums.k), sums.n) if is_share else None
    if is_by_article:
        interval = _by_article(sums, interval)
    return {
        "outlet": sums.outlet,
        "period": sums.period.isoformat() if sums.period else None,
        "articles": sums.articles,
        "n": sums.n,
        "value": sums.k / sums.n,
        "low": interval and interval.low,
        "high": interval and interval.high,
        "unit": ARTICLE if is_by_article else SENTENCE,
    }


def _by_article(sums: Sums, at_least: Interval | None) -> Interval:
    """Return the interval of ``k / n`` with the article as the unit, inside ``[0, 1]``.

    It is never narrower than ``at_least``, which comes from counting alone: where all articles
    agree, as in a zero, their differences would claim certainty.
    """
    m, share = sums.articles, sums.k / sums.n
    squares = max(0.0, sums.kk - 2 * share * sums.kn + share * share * sums.nn)
    error = math.sqrt(squares * m / (m - 1)) / sums.n
    margin = float(stdtrit(m - 1, (1 + LEVEL) / 2)) * error
    low, high = max(0.0, share - margin), min(1.0, share + margin)
    if at_least is None:
        return Interval(low, high)
    return Interval(min(low, at_least.low), max(high, at_least.high))
