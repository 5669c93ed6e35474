"""Counts in, intervals out: what chance alone would do to a number, never more than that."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import gammaincinv

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVEL = 0.95
"""Confidence level of every interval."""

_Z = 1.959963984540054
"""Standard normal quantile at (1 + LEVEL) / 2."""

REPLICATES = 1_000
"""Bootstrap draws; each 2.5 % limit then rests on 25 of them."""

SEED = 1
"""Any fixed number: the same article gives the same interval on every machine."""

_MAX_DRAWN = 2_000_000
"""Units drawn at a time; keeps the bootstrap of a very long article below about 50 MB."""

MAX_KEPT = 60
"""Units up to which draws are remembered: most articles have fewer sentences, and 60 sizes take
15 MB."""


class Interval(NamedTuple):
    """The two ends of a 95 % interval, in the unit of the value."""

    low: float
    high: float


@lru_cache(maxsize=16_384)
def wilson(k: int, n: int) -> Interval | None:
    """Return the Wilson score interval of the proportion ``k / n``, or ``None`` for ``n = 0``.

    Written out because ``scipy.stats.binomtest`` also computes a p-value nobody asked for and
    takes 0.8 ms a call, several hundred calls an article; the tests hold the two equal.

    References
    ----------
    Wilson (1927), "Probable inference, the law of succession, and statistical inference".
    """
    if n == 0:
        return None
    share, z2 = k / n, _Z * _Z
    centre = share + z2 / (2 * n)
    margin = _Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    scale = 1 + z2 / n
    # The ends are exact at none and all; floating point would leave 1e-18 there.
    low = 0.0 if k == 0 else (centre - margin) / scale
    high = 1.0 if k == n else (centre + margin) / scale
    return Interval(low, high)


@lru_cache(maxsize=16_384)
def poisson_rate(k: int, exposure: float, *, per: float = 1_000) -> Interval | None:
    """Return the exact interval of ``k`` events in ``exposure``, as a rate ``per`` so many.

    ``None`` for no exposure. The limits are half the chi-squared quantiles with ``2k`` and
    ``2k + 2`` degrees of freedom.

    References
    ----------
    Garwood (1936), "Fiducial limits for the Poisson distribution".
    """
    if exposure == 0:
        return None
    tail = (1 - LEVEL) / 2
    low = float(gammaincinv(k, tail)) if k else 0.0
    high = float(gammaincinv(k + 1, 1 - tail))
    return Interval(low * per / exposure, high * per / exposure)


def bootstrap(
    units: NDArray[np.float64],
    statistic: Callable[[NDArray[np.float64]], NDArray[np.float64]],
) -> tuple[Interval, ...] | None:
    """Return the percentile interval of each statistic under resampling of the units.

    It describes how much the number hangs on which sentences this article happens to have;
    it says nothing about the outlet's other articles.

    Parameters
    ----------
    units
        One row per unit (a sentence), one column per quantity that is summed.
    statistic
        Takes the summed columns, one row per draw, and returns one column per statistic;
        it must be defined for every draw.

    Returns
    -------
    tuple of Interval or None
        One interval per column of ``statistic``; ``None`` below two units, where
        resampling cannot vary.

    References
    ----------
    Efron & Tibshirani (1993), *An Introduction to the Bootstrap*, ch. 13.
    """
    n = len(units)
    if n < 2:
        return None
    values = statistic(_sums(units))
    tail = 100 * (1 - LEVEL) / 2
    lows, highs = np.percentile(values, [tail, 100 - tail], axis=0)
    return tuple(Interval(float(a), float(b)) for a, b in zip(lows, highs, strict=True))


def _sums(units: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the summed columns of every draw of all units with replacement."""
    n = len(units)
    if n <= MAX_KEPT:
        return _kept_draws(n) @ units
    rng = np.random.default_rng(SEED)
    step = max(1, _MAX_DRAWN // n)
    sizes = (min(step, REPLICATES - done) for done in range(0, REPLICATES, step))
    return np.concatenate([_draws(n, size, rng) @ units for size in sizes])


@lru_cache(maxsize=96)
def _kept_draws(n: int) -> NDArray[np.float64]:
    """Return how often each of ``n`` units is drawn: always alike, for the seed is fixed."""
    return _draws(n, REPLICATES, np.random.default_rng(SEED)).astype(np.float64)


def _draws(n: int, replicates: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return how often each of ``n`` units is drawn in each replicate."""
    drawn = rng.integers(0, n, size=(replicates, n)) + n * np.arange(replicates)[:, None]
    return np.bincount(drawn.ravel(), minlength=replicates * n).reshape(replicates, n)
