"""Tidy tables -> how densely each outlet uses each kind of certainty and loaded words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.compare.units import ARTICLE, MIN_ARTICLES, WORD, by_article
from analysis.measures.base import MIN_WORDS
from analysis.measures.statistics import poisson_rate
from analysis.measures.wordings import PER
from analysis.schema import records, table
from analysis.types import WORDINGS, Status

if TYPE_CHECKING:
    import pandas as pd


def wording_rates(measures: pd.DataFrame) -> pd.DataFrame:
    """Return the uses of each kind of wording: one row per outlet, list, kind and voice.

    ``k`` uses in ``n`` words of that voice, the rate per 1,000 words with its exact interval;
    from five articles of an outlet on, ``unit`` is the article and the interval resamples them.
    """
    names = measures["measure"].str.split(".", n=1, expand=True).reindex(columns=[0, 1])
    rows = measures.assign(list=names[0], kind=names[1])
    rows = rows[rows["list"].isin(WORDINGS)]
    uses = (rows["value"].fillna(0) * rows["n"] / PER).round().astype("int64")
    grouped = rows.assign(k=uses).groupby(["outlet", "list", "kind", "voice"], sort=False)
    summed = grouped.agg(
        articles=("article_id", "nunique"),
        k=("k", "sum"),
        n=("n", "sum"),
        counts=("k", list),
        bases=("n", list),
    ).reset_index()
    return table("wording_rates", [_with_rate(row) for row in records(summed)])


def _with_rate(row: dict[str, object]) -> dict[str, object]:
    k, n, articles = (int(str(row[key])) for key in ("k", "n", "articles"))
    interval = poisson_rate(k, n, per=PER)
    is_by_article = articles >= MIN_ARTICLES
    if is_by_article:
        interval = by_article(interval, row["counts"], row["bases"], per=PER)  # pyright: ignore[reportArgumentType] -- lists, made above
    return {
        **row,
        "rate": PER * k / n if n else None,
        "low": interval and interval.low,
        "high": interval and interval.high,
        "status": _status(k, n),
        "unit": ARTICLE if is_by_article else WORD,
    }


def _status(k: int, n: int) -> Status:
    if n == 0:
        return Status.NOT_APPLICABLE
    if n < MIN_WORDS:
        return Status.TOO_FEW
    return Status.OK if k else Status.ZERO
