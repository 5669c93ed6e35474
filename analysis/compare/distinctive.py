"""Annotated articles -> the words each outlet uses more than the others, with chance beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import stdtr

from analysis.compare.counts import Counts, count_words
from analysis.compare.log_odds import MIN_PARAGRAPHS, MIN_USES, Scores, chance_z, scores, spread
from analysis.compare.units import ARTICLE, MIN_ARTICLES, PARAGRAPH
from analysis.schema import table
from analysis.types import AnnotatedArticle

if TYPE_CHECKING:
    from typing import Any

    import pandas as pd

    from analysis.compare.log_odds import Floats

_Z = 1.959963984540054
"""Standard normal quantile at 0.975."""


def distinctive(articles: Sequence[AnnotatedArticle]) -> pd.DataFrame:
    """Return the words and word pairs that an outlet uses more than all others together.

    One row per outlet and term with at least ``MIN_USES`` uses in ``MIN_PARAGRAPHS``
    paragraphs of the outlet's own voice. ``log_odds`` is the log of the ratio of the odds of
    the term here and elsewhere, shrunk towards the pooled story; higher = more here.
    ``chance_z`` is the largest ``z`` that 95 % of random deals of the paragraphs stay below.

    With at least ``MIN_ARTICLES`` articles of every outlet the article is the unit: whole
    articles are dealt, the interval resamples articles, and ``p_adjusted`` is the
    Benjamini-Hochberg adjusted p-value. Below that these are leads to read, no more.

    References
    ----------
    Monroe, Colaresi & Quinn (2008), "Fightin' Words"; Benjamini & Hochberg (1995).
    """
    counts = count_words(articles)
    if len(counts.outlets) < 2 or not counts.terms:
        return table("distinctive", [])
    is_by_article = min(np.bincount(counts.outlet_of_article)) >= MIN_ARTICLES
    yardstick = chance_z(counts, by_article=is_by_article)
    found = [_of_outlet(counts, place, is_by_article) for place in range(len(counts.outlets))]
    adjusted = iter(benjamini_hochberg([row["p"] for rows in found for row in rows]))
    unit = ARTICLE if is_by_article else PARAGRAPH
    return table(
        "distinctive",
        [
            {
                **row,
                "chance_z": yardstick,
                "above_chance": row["z"] > yardstick,
                "p_adjusted": next(adjusted),
                "unit": unit,
            }
            for rows in found
            for row in rows
        ],
    )


def _of_outlet(counts: Counts, outlet: int, is_by_article: bool) -> list[dict[str, Any]]:
    """Return the rows of one outlet, the largest ``z`` first."""
    found = scores(counts, outlet)
    if is_by_article:
        low, high, p = _by_article(counts, outlet, found)
    else:
        margin = _Z * found.log_odds / np.where(found.z == 0, np.inf, found.z)
        low, high = found.log_odds - margin, found.log_odds + margin
        p = np.full(len(counts.terms), np.nan)
    shown = np.flatnonzero(found.is_counted & (found.log_odds > 0))
    order = sorted(shown, key=lambda i: (-found.z[i], counts.terms[i]))
    return [
        {
            "outlet": counts.outlets[outlet],
            "term": counts.terms[i],
            "is_name": bool(counts.is_name[i]),
            "k": int(found.k[i]),
            "k_rest": int(found.k_rest[i]),
            "n": int(found.n[i]),
            "n_rest": int(found.n_rest[i]),
            "paragraphs": int(found.paragraphs[i]),
            "log_odds": found.log_odds[i],
            "low": low[i],
            "high": high[i],
            "z": found.z[i],
            "p": p[i],
        }
        for i in order
    ]


def _by_article(counts: Counts, outlet: int, found: Scores) -> tuple[Floats, Floats, Floats]:
    """Return interval ends and p-values from resampling articles.

    The p-value is that of Student's t with one degree of freedom less than the outlet has
    articles, because the spread of five articles is itself hardly known.
    """
    low, high, deviation = spread(counts, outlet)
    degrees = int((counts.outlet_of_article == outlet).sum()) - 1
    ratio = np.abs(found.log_odds) / np.where(deviation > 0, deviation, np.inf)
    return low, high, 2 * stdtr(degrees, -ratio)


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Return p-values adjusted for how many were looked at; ``nan`` stays ``nan``.

    References
    ----------
    Benjamini & Hochberg (1995), "Controlling the false discovery rate".
    """
    p = np.asarray(p_values, dtype=float)
    m = int(np.isfinite(p).sum())
    order = np.argsort(p, kind="stable")[:m]
    steps = p[order] * m / np.arange(1, m + 1)
    adjusted = np.full(len(p), np.nan)
    adjusted[order] = np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1.0)
    return [float(each) for each in adjusted]


__all__ = ["MIN_PARAGRAPHS", "MIN_USES", "benjamini_hochberg", "distinctive"]
