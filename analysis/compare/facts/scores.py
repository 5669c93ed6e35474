"""Pairs of one story in, their final scores out: what else is alike in the story counts too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.facts.bags import members, products
from analysis.compare.facts.features import Sheet, features
from analysis.compare.facts.model import scorer
from analysis.compare.facts.unit import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy import sparse

    from analysis.compare.facts.bags import Floats, Indices

SAME_FROM = 0.5
"""Score from which two statements of a story count as the same."""

COUNTED_WEIGHT = 2.0
"""Log-odds added for each number that both give of the same thing ("10 days")."""

CROWDING_WEIGHT = 0.5
"""Share of either statement's crowding that is taken off."""

RIVALS = slice(1, 3)
"""In each other article the second and third best match are rivals; the best may be the fact."""

LEAST_CROWDING = -2.0
"""Log-odds that the rivals of a statement count at least: with ``NEEDED`` it keeps a pair from
being the same only because nothing else is alike, and asks of any pair what the development
pairs needed."""

NEEDED = 1.46
"""Log-odds, crowding taken off, at which a score is one half. This and the constants above were
set on the demonstration story (docs/accuracy.md)."""

AT_ONCE = 8_000
"""Pairs compared at once: more are no faster and cost memory."""

_FEWEST = 1e-6


@dataclass(frozen=True, slots=True)
class Story:
    """What all pairs of one story share while they are scored."""

    table: Sheet
    counted: sparse.csr_array
    plain: Floats
    """Log-odds of the candidate pairs, before crowding is taken off."""
    crowding: Floats
    """For each statement, the log-odds that its rivals reach in an article on average.

    Statements about what the whole story is about resemble many that say something else.
    Taking crowding off is the correction of Conneau et al. (2018, "cross-domain similarity
    local scaling") with rivals counted per article.
    """


def story(table: Sheet, article: Indices, left: Indices, right: Indices) -> Story:
    """Return the story whose candidate pairs are given."""
    counted = members([_counted(unit) for unit in table.units])
    log_odds = _log_odds(table, counted, left, right)
    return Story(table, counted, log_odds, _crowding(log_odds, article, left, right))


def scores(found: Story, left: Indices, right: Indices, *, plain: Floats | None = None) -> Floats:
    """Return a score in [0, 1] for each pair; higher = more likely the same statement.

    ``plain`` gives the log-odds of the pairs where they are known.
    """
    log_odds = _log_odds(found.table, found.counted, left, right) if plain is None else plain
    crowding = found.crowding[left] + found.crowding[right]
    return 1 / (1 + np.exp(NEEDED + CROWDING_WEIGHT * crowding - log_odds))


def _log_odds(table: Sheet, counted: sparse.csr_array, left: Indices, right: Indices) -> Floats:
    parts = [
        _part_log_odds(
            table, counted, left[first : first + AT_ONCE], right[first : first + AT_ONCE]
        )
        for first in range(0, len(left), AT_ONCE)
    ]
    return np.concatenate(parts) if parts else np.empty(0)


def _part_log_odds(
    table: Sheet, counted: sparse.csr_array, left: Indices, right: Indices
) -> Floats:
    model = scorer(with_vectors=table.has_vectors)
    plain = np.clip(model.scores(features(table, left, right)), _FEWEST, 1 - _FEWEST)
    return np.log(plain / (1 - plain)) + COUNTED_WEIGHT * products(counted, left, right)


def _counted(unit: Unit) -> set[tuple[str, str]]:
    """Return each number with the word behind it."""
    return {
        (number, thing)
        for number, thing in zip(unit.lemmas, unit.lemmas[1:], strict=False)
        if any(char.isdigit() for char in number)
    }


def _crowding(
    log_odds: Floats, article: Indices, left: Indices, right: Indices
) -> NDArray[np.float64]:
    """Return how well rivals match each statement; an article with none counts as its worst."""
    n_statements, n_articles = len(article), int(article.max(initial=-1)) + 1
    own = np.concatenate([left, right])
    other = article[np.concatenate([right, left])]
    value = np.concatenate([log_odds, log_odds])
    order = np.lexsort((-value, other, own))
    own, other, value = own[order], other[order], value[order]
    worst = np.zeros(n_statements)
    np.minimum.at(worst, own, value)
    starts = np.flatnonzero(np.diff(own * (n_articles + 1) + other, prepend=-1))
    lengths = np.diff(np.append(starts, len(own)))
    rank = np.arange(len(own)) - np.repeat(starts, lengths)
    n_rivals = RIVALS.stop - RIVALS.start
    is_rival = (rank >= RIVALS.start) & (rank < RIVALS.stop)
    total = np.bincount(own[is_rival], value[is_rival], minlength=n_statements)
    present = np.bincount(own[is_rival], minlength=n_statements)
    wanted = n_rivals * max(1, n_articles - 1)
    return np.maximum((total + (wanted - present) * worst) / wanted, LEAST_CROWDING)
