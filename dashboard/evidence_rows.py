"""The sentences behind a number: a Query in, rows of evidence out."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import UTC, datetime

import pandas as pd

from analysis.citation import citation
from analysis.compare.diversity import WITH_MARKS
from analysis.measures.sourcing import OFFICIAL
from analysis.result import StoryAnalysis
from dashboard.data import View
from dashboard.query import Query


def evidence_rows(view: View, query: Query) -> pd.DataFrame:
    """Return the rows behind a number, in text order, outlet after outlet."""
    analysis = view.analysis
    if query.sentence:
        return _sentence_row(view.whole, *query.sentence)
    if query.fact:
        rows = view.whole.fact_evidence(query.fact, outlet=query.outlet)
        return rows if query.outlet else rows[rows["outlet"].isin(view.outlets)]
    if query.quotes or query.unnamed:
        rows = _all_quotes(analysis, query.outlet)
        rows = rows[rows["speaker"].isna()] if query.unnamed else rows
        rows = _given(analysis, rows, query.given) if query.given else rows
    else:
        fields = (
            *("contrast", "side", "voice", "outlet", "speaker_id", "role", "cue_lemma", "term"),
            *("word", "telling", "event", "agent", "victim", "referent", "label"),
        )
        rows = analysis.evidence(**{name: getattr(query, name) for name in fields})
    return rows[rows["counted"]]


def _all_quotes(analysis: StoryAnalysis, outlet: str | None) -> pd.DataFrame:
    roles = analysis.table("quotes")["role"].unique()
    rows = pd.concat([analysis.evidence(outlet=outlet, role=role) for role in roles])
    return rows.sort_values(["article_id", "start"], kind="stable")


def _given(analysis: StoryAnalysis, rows: pd.DataFrame, given: str) -> pd.DataFrame:
    """Return the quotes of named or unnamed speakers, of officials, or with words in marks."""
    quotes = analysis.table("quotes")
    holds = {
        "named": quotes["speaker"].notna() & quotes["named"],
        "unnamed": quotes["speaker"].notna() & ~quotes["named"],
        "direct": quotes["kind"].isin(WITH_MARKS),
        "official": quotes["role"].isin([role.value for role in OFFICIAL]),
    }[given]
    return rows.merge(quotes.loc[holds, ["article_id", "quote_id"]], on=["article_id", "quote_id"])


def _sentence_row(analysis: StoryAnalysis, article_id: str, sentence_id: str) -> pd.DataFrame:
    rows = analysis.table("sentences")
    found = rows[(rows["article_id"] == article_id) & (rows["sentence_id"] == sentence_id)]
    return found.assign(
        left="", node=found["text"], right="", use=None, rule=None, quote_id=None, speaker=None
    )


def citation_of(analysis: StoryAnalysis, row: Mapping[Hashable, object]) -> str:
    """Return how to cite the sentence of a row of evidence, read today."""
    article = next(e.article for e in analysis.articles if e.article.id == row["article_id"])
    sentence = "".join(str(row[part]) for part in ("left", "node", "right"))
    return citation(article, sentence, datetime.now(UTC).date())
