"""The table of tellings -> forms by outlet and by who was harmed, and who did what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.compare.units import ARTICLE, MIN_ARTICLES, by_article
from analysis.measures.agency import MIN_TELLINGS
from analysis.measures.statistics import wilson
from analysis.schema import records, table
from analysis.telling import CAUSE, NAMED, PARTS, part_of
from analysis.types import ARTICLE_KINDS, AgencyForm, Status, Voice

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

__all__ = ["ALL", "CAUSE", "NAMED", "PARTS", "agency_forms", "counted", "part_of", "triples"]

ALL = "all"
TELLING = "telling"
"""What is taken as independent when chance is reckoned with, below five articles an outlet."""


def counted(agency: pd.DataFrame) -> pd.DataFrame:
    """Return the tellings that count: in the article's own text, told as having happened."""
    own = agency["block"].isin([kind.value for kind in ARTICLE_KINDS])
    return agency[own & agency["aside"].isna()]


def agency_forms(agency: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the forms in which each outlet tells of harm, by who was harmed and by voice.

    One row per outlet, voice, kind harmed and form, ``all`` included: ``k`` tellings of this
    form among ``n`` of all forms; ``left_out`` of the ``k`` do not say who did it, ``elsewhere``
    of these have the one who did it in another clause of the article. ``share`` =
    ``left_out / k`` with its Wilson interval, from five articles of an outlet on never narrower
    than resampling the articles.
    """
    found = counted(agency)
    found = found.assign(left_out=found["agent"].isna())
    rows = [
        row
        for outlet in dict.fromkeys(articles["outlet"])
        for voice in (ALL, *(each.value for each in Voice))
        for row in _rows(str(outlet), voice, _of(found, outlet, voice))
    ]
    return table("agency_forms", rows)


def _of(found: pd.DataFrame, outlet: Hashable, voice: str) -> pd.DataFrame:
    rows = found[found["outlet"] == outlet]
    return rows if voice == ALL else rows[rows["voice"] == voice]


def _rows(outlet: str, voice: str, found: pd.DataFrame) -> Iterator[dict[str, object]]:
    kinds = [kind for kind in dict.fromkeys(found["harmed"]) if isinstance(kind, str)]
    for harmed in (ALL, *kinds):
        part = found if harmed == ALL else found[found["harmed"] == harmed]
        for form in (ALL, *(each.value for each in AgencyForm)):
            rows = part if form == ALL else part[part["class"] == form]
            if len(rows) or form == ALL:
                head = {"outlet": outlet, "voice": voice, "harmed": harmed, "form": form}
                yield {**head, **_counts(rows, n=len(part))}


def _counts(rows: pd.DataFrame, *, n: int) -> dict[str, object]:
    k, left_out = len(rows), int(rows["left_out"].sum())
    interval = wilson(left_out, k)
    per_article = rows.groupby("article_id")["left_out"].agg(["sum", "size"])
    is_by_article = len(per_article) >= MIN_ARTICLES
    if is_by_article:
        interval = by_article(interval, list(per_article["sum"]), list(per_article["size"]))
    return {
        "k": k,
        "n": n,
        "left_out": left_out,
        "elsewhere": int((rows["left_out"] & rows["agent_elsewhere"].notna()).sum()),
        "share": left_out / k if k else None,
        "low": interval and interval.low,
        "high": interval and interval.high,
        "status": _status(left_out, k),
        "unit": ARTICLE if is_by_article else TELLING,
    }


def _status(left_out: int, k: int) -> Status:
    if k == 0:
        return Status.NOT_APPLICABLE
    if k < MIN_TELLINGS:
        return Status.TOO_FEW
    return Status.OK if left_out else Status.ZERO


def triples(agency: pd.DataFrame) -> pd.DataFrame:
    """Return who did what to whom in each outlet: one row per distinct triple.

    ``k`` = tellings with the same agent, event and victim, small and capital letters taken as
    the same; a missing agent or victim is missing here too. Most frequent first.
    """
    rows = counted(agency)
    rows = rows.assign(
        agent_key=rows["agent"].str.lower().fillna(""),
        victim_key=rows["victim"].str.lower().fillna(""),
    )
    grouped = rows.groupby(["outlet", "agent_key", "event", "victim_key"], sort=False)
    result = grouped.agg(
        agent=("agent", "first"), victim=("victim", "first"), k=("event", "size")
    ).reset_index()
    result = result.sort_values("k", ascending=False, kind="stable")
    return table("triples", records(result[["outlet", "agent", "event", "victim", "k"]]))
