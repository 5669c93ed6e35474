"""Tidy tables -> comparisons of outlets, each share with its n and interval."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.compare.units import ARTICLE, MIN_ARTICLES, SENTENCE, by_article
from analysis.measures.base import MIN_QUOTES, MIN_WORDS, Measure
from analysis.measures.readability import READABILITY
from analysis.measures.statistics import poisson_rate, wilson
from analysis.measures.tone import TONE
from analysis.schema import COLUMNS, records, table
from analysis.types import ARTICLE_KINDS, QuoteKind, Status

if TYPE_CHECKING:
    import pandas as pd

_SHARE, _RATE = "framing.", "framing_rate."


def framing(measures: pd.DataFrame) -> pd.DataFrame:
    """Return how often each outlet uses each side of each contrast, by voice.

    One row per outlet, contrast, side and voice: ``k`` of ``n`` sentences with a Wilson
    interval, and ``hits`` in ``words`` with the exact interval of the rate per 1,000 words.
    From five articles of an outlet on, ``unit`` is the article and both intervals resample
    the articles; below that it is the sentence, and the numbers speak of these texts alone.
    """
    keys = ["outlet", "contrast", "side", "voice"]
    shares = _summed(measures, _SHARE, "k", "n")
    rates = _summed(measures, _RATE, "hits", "words", per=1_000)
    rows = shares.merge(rates.drop(columns="articles"), on=keys, how="left")
    return table("framing", [_with_intervals(row) for row in records(rows)])


def _summed(
    measures: pd.DataFrame, prefix: str, count: str, base: str, *, per: int = 1
) -> pd.DataFrame:
    """Return counts and their bases summed over the articles of an outlet."""
    rows = measures[measures["measure"].str.startswith(prefix)].copy()
    names = rows["measure"].str.removeprefix(prefix).str.split(".", n=1, expand=True)
    rows = rows.assign(
        contrast=names[0] if len(rows) else "",
        side=names[1] if len(rows) else "",
        **{
            count: (rows["value"].fillna(0) * rows["n"] / per).round().astype("int64"),
            base: rows["n"],
        },
    )
    grouped = rows.groupby(["outlet", "contrast", "side", "voice"], sort=False)
    return grouped.agg(
        articles=("article_id", "nunique"),
        **{count: (count, "sum"), base: (base, "sum")},
        **{f"{count}_each": (count, list), f"{base}_each": (base, list)},
    ).reset_index()


def _with_intervals(row: dict[str, object]) -> dict[str, object]:
    k, n, hits, words = (int(str(row[key])) for key in ("k", "n", "hits", "words"))
    share, rate = wilson(k, n), poisson_rate(hits, words)
    is_by_article = int(str(row["articles"])) >= MIN_ARTICLES
    if is_by_article:
        share = by_article(share, row["k_each"], row["n_each"])  # pyright: ignore[reportArgumentType] -- lists, made above
        rate = by_article(rate, row["hits_each"], row["words_each"], per=1_000)  # pyright: ignore[reportArgumentType] -- the same
    return {
        **row,
        "share": k / n if n else None,
        "low": share and share.low,
        "high": share and share.high,
        "status": _status(k, n, is_enough=words >= MIN_WORDS),
        "rate": 1_000 * hits / words if words else None,
        "rate_low": rate and rate.low,
        "rate_high": rate and rate.high,
        "unit": ARTICLE if is_by_article else SENTENCE,
    }


def _status(k: int, n: int, *, is_enough: bool) -> Status:
    if n == 0:
        return Status.NOT_APPLICABLE
    if not is_enough:
        return Status.TOO_FEW
    return Status.OK if k else Status.ZERO


def counted(quotes: pd.DataFrame) -> pd.DataFrame:
    """Return the quotes that count: in the article's own text, scare quotes left out."""
    in_article = quotes["block"].isin([kind.value for kind in ARTICLE_KINDS])
    return quotes[in_article & (quotes["kind"] != QuoteKind.SCARE.value)]


def voices(quotes: pd.DataFrame, articles: pd.DataFrame, blocks: pd.DataFrame) -> pd.DataFrame:
    """Return who speaks in each outlet: one row per outlet and speaker.

    ``quotes`` and ``words`` are counts; ``first`` is where the speaker is first heard, from
    0 (start of the article's text) to 1 (its end). An unknown speaker is one row per outlet.
    """
    bounds = _bounds(blocks)
    rows = counted(quotes).merge(bounds, on="article_id", how="left")
    rows = rows.assign(position=(rows["start"] - rows["from"]) / (rows["to"] - rows["from"]))
    grouped = rows.groupby(["outlet", "speaker_id"], sort=False, dropna=False)
    result = grouped.agg(
        speaker=("speaker", "first"),
        role=("role", "first"),
        named=("named", "first"),
        quotes=("quote_id", "size"),
        words=("n_words", "sum"),
        first=("position", "min"),
    ).reset_index()
    order = {outlet: i for i, outlet in enumerate(articles["outlet"].unique())}
    result = result.sort_values(
        ["outlet", "first"], key=lambda c: c.map(order) if c.name == "outlet" else c
    )
    return table("voices", records(result))


def _bounds(blocks: pd.DataFrame) -> pd.DataFrame:
    """Return where the article proper begins and ends in each text."""
    own = blocks[blocks["kind"].isin([kind.value for kind in ARTICLE_KINDS])]
    return (
        own.groupby("article_id")
        .agg(**{"from": ("start", "min"), "to": ("end", "max")})
        .reset_index()
    )


def roles(quotes: pd.DataFrame) -> pd.DataFrame:
    """Return the kinds of speakers in each outlet: k of n quotes with a Wilson interval."""
    rows = counted(quotes)
    found = rows.groupby(["outlet", "role"], sort=False).size().rename("quotes").reset_index()
    found["n"] = found.groupby("outlet")["quotes"].transform("sum")
    result = []
    for row in records(found):
        k, n = int(str(row["quotes"])), int(str(row["n"]))
        interval = wilson(k, n)
        result.append(
            {
                **row,
                "share": k / n,
                "low": interval and interval.low,
                "high": interval and interval.high,
                "status": _status(k, n, is_enough=n >= MIN_QUOTES),
            }
        )
    return table("roles", result)


def verbs(quotes: pd.DataFrame) -> pd.DataFrame:
    """Return the verbs of saying in each outlet with their class and the speaker's role."""
    rows = counted(quotes).dropna(subset="cue_lemma")
    keys = ["outlet", "cue_lemma", "cue_class", "role"]
    result = rows.groupby(keys).size().rename("k").reset_index()
    result = result.sort_values(["outlet", "k"], ascending=[True, False], kind="stable")
    return table("verbs", records(result))


def tone(measures: pd.DataFrame) -> pd.DataFrame:
    """Return the tone measures of each article, by voice."""
    return _selected("tone", TONE, measures)


def readability(measures: pd.DataFrame) -> pd.DataFrame:
    """Return the reading-level measures of each article's body text."""
    return _selected("readability", READABILITY, measures)


def _selected(name: str, entries: Iterable[Measure], measures: pd.DataFrame) -> pd.DataFrame:
    rows = measures[measures["measure"].isin([entry.key for entry in entries])]
    return table(name, records(rows[list(COLUMNS[name])]))
