"""Log-odds of a term in one outlet against all others, and what chance alone gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.counts import MIN_PARAGRAPHS, MIN_USES, Counts
from analysis.measures.statistics import LEVEL, REPLICATES, SEED

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

PRIOR = 500.0
"""Words of the pooled story added to each side: a sixth of a story of 3,000 words, enough to
keep rare words from looking striking (measured in docs/methods.md)."""

DEALS = 1_000
"""Random deals of the units among the outlets; the yardstick then rests on the top 50."""

_MAX_CELLS = 2_000_000
"""Numbers computed at a time; keeps the deals of a large story below about 200 MB."""

__all__ = ["MIN_PARAGRAPHS", "MIN_USES", "Scores", "chance_z", "scores", "spread"]


@dataclass(frozen=True, slots=True)
class Scores:
    """One outlet against the rest: a value per term, or a row of them per deal."""

    k: Floats
    k_rest: Floats
    n: Floats
    n_rest: Floats
    paragraphs: Floats
    log_odds: Floats
    z: Floats

    @property
    def is_counted(self) -> NDArray[np.bool_]:
        """Return which terms are used often enough here to be looked at."""
        return (self.k >= MIN_USES) & (self.paragraphs >= MIN_PARAGRAPHS)


def scores(counts: Counts, outlet: int) -> Scores:
    """Return the log-odds of every term in one outlet, with an informative Dirichlet prior.

    Higher = more in this outlet. The prior is the pooled story itself, so that what all
    write about does not stand out.

    References
    ----------
    Monroe, Colaresi & Quinn (2008), "Fightin' Words", equations 16 and 22.
    """
    here = (counts.outlet == outlet)[None, :]
    found = _scores(counts, here.astype(np.float64))
    return Scores(
        k=found.k[0],
        k_rest=found.k_rest[0],
        n=found.n[0],
        n_rest=found.n_rest[0],
        paragraphs=found.paragraphs[0],
        log_odds=found.log_odds[0],
        z=found.z[0],
    )


def _scores(counts: Counts, dealt: Floats) -> Scores:
    """Return the scores of each deal; a row of ``dealt`` says how often each paragraph counts."""
    k, n = dealt @ counts.uses, _base(counts, dealt @ counts.sizes)
    total = counts.uses.sum(axis=0, dtype=np.float64)[None, :]
    base = _base(counts, counts.sizes.sum(axis=0)[None, :])
    paragraphs = (dealt > 0).astype(np.float32) @ (counts.uses > 0).astype(np.float32)
    log_odds, z = _log_odds(k, n, total - k, base - n, PRIOR * total / base)
    return Scores(k, total - k, n, base - n, paragraphs, log_odds, z)


def _base(counts: Counts, sizes: Floats) -> Floats:
    """Return the number of words, or of word pairs, that each term is counted among."""
    return np.where(counts.is_pair, sizes[:, 1:], sizes[:, :1])


def _log_odds(
    k: Floats,
    n: Floats,
    k_rest: Floats,
    n_rest: Floats,
    prior: Floats,
) -> tuple[Floats, Floats]:
    here, there = k + prior, k_rest + prior
    log_odds = np.log(here / (n + PRIOR - here)) - np.log(there / (n_rest + PRIOR - there))
    return log_odds, log_odds / np.sqrt(1 / here + 1 / there)


def chance_z(counts: Counts, *, by_article: bool) -> float:
    """Return the largest ``z`` of any term that 95 % of random deals stay at or below.

    The paragraphs (or whole articles) are dealt anew among the outlets, each keeping as many
    as it has, and the largest ``z`` over all outlets and counted terms is noted. The deal at
    hand is one of them. So in one story of twenty without any difference, one word or more
    stands above this yardstick.
    """
    rng = np.random.default_rng(SEED)
    units = counts.outlet_of_article if by_article else counts.outlet
    step = max(1, _MAX_CELLS // max(1, len(counts.terms) + len(counts.article)))
    largest = [_largest(counts, counts.outlet[None, :])]
    for done in range(0, DEALS, step):
        deals = rng.permuted(np.tile(units, (min(step, DEALS - done), 1)), axis=1)
        largest.append(_largest(counts, deals[:, counts.article] if by_article else deals))
    return float(np.quantile(np.concatenate(largest), LEVEL, method="higher"))


def _largest(counts: Counts, deals: NDArray[np.int64]) -> Floats:
    """Return the largest ``z`` of each deal; 0 where no term is counted."""
    result = np.zeros(len(deals))
    for outlet in range(len(counts.outlets)):
        found = _scores(counts, np.asarray(deals == outlet, dtype=np.float32))
        z = np.where(found.is_counted, found.z, 0.0)
        result = np.maximum(result, z.max(axis=1))
    return result


def spread(counts: Counts, outlet: int) -> tuple[Floats, Floats, Floats]:
    """Return low, high and standard deviation of the log-odds when articles are drawn again.

    Articles of the outlet and of the others are drawn with replacement, each group by itself
    (cluster bootstrap); the prior stays that of the story at hand.
    """
    rng = np.random.default_rng(SEED)
    total = counts.uses.sum(axis=0, dtype=np.float64)[None, :]
    prior = PRIOR * total / _base(counts, counts.sizes.sum(axis=0)[None, :])
    sides: list[Floats] = []
    for members in (counts.outlet_of_article == outlet, counts.outlet_of_article != outlet):
        places = np.flatnonzero(members)
        times = rng.multinomial(len(places), np.full(len(places), 1 / len(places)), REPLICATES)
        drawn = np.zeros((REPLICATES, len(members)))
        drawn[:, places] = times
        rows = drawn[:, counts.article]
        sides += [rows @ counts.uses, _base(counts, rows @ counts.sizes)]
    k, n, k_rest, n_rest = sides
    log_odds, _ = _log_odds(k, n, k_rest, n_rest, prior)
    tail = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(log_odds, [tail, 100 - tail], axis=0)
    return low, high, log_odds.std(axis=0, ddof=1)
