"""Facts by outlet: the rows of the figure, the texts of one fact, and takeaways from counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.schema import records
from analysis.types import AnnotatedArticle, Span
from dashboard import words, words_facts
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

MAX_FACTS = 30
"""Statements drawn; the table below the figure has all of them."""

MAX_NAME = 90
"""Characters of a statement in lists."""

ABSENT = ("absent", "absent_but_earlier")

Row = Mapping[str, object]


def among(facts: pd.DataFrame, outlets: Sequence[str]) -> pd.DataFrame:
    """Return the facts that at least two of the chosen outlets carry, in the story's order."""
    rows = facts[facts["outlet"].isin(list(outlets))]
    carried = rows[~rows["status"].isin(ABSENT)].groupby("fact_id")["outlet"].nunique()
    rows = rows.assign(carried=rows["fact_id"].map(carried).fillna(0).astype("int64"))
    rows = rows[rows["carried"] > 1].sort_values("carried", ascending=False, kind="stable")
    ids = list(dict.fromkeys(rows["fact_id"]))
    number = {fact: place for place, fact in enumerate(ids, start=1)}
    return rows.assign(
        number=rows["fact_id"].map(number).astype("int64"),
        label=[_label(number[row["fact_id"]], str(row["name"])) for row in rows.to_dict("records")],
    )


def _label(number: int, name: str) -> str:
    return f"{number}. {words.shortened(name, MAX_NAME)}"


def filtered(facts: pd.DataFrame, which: str, n_outlets: int) -> pd.DataFrame:
    """Return the facts of one kind: see ``words_facts.FILTERS``."""
    if which == "all_but_one":
        return facts[facts["carried"] == n_outlets - 1]
    told = facts.groupby("fact_id")["status"].agg(set)
    if which == "figures":
        wanted = [fact for fact, found in told.items() if "different_figure" in found]
    elif which == "voices":
        wanted = [fact for fact, found in told.items() if {"stated", "attributed"} <= found]
    else:
        return facts
    return facts[facts["fact_id"].isin(wanted)]


def cells(facts: pd.DataFrame) -> pd.DataFrame:
    """Return one row per fact and outlet with the key of its shape and its hover words."""
    return facts.assign(
        key=facts["fact_id"] + "|" + facts["outlet"],
        hover=[f"{row['outlet']}: {_told(row)}" for row in records(facts)],
    )


def _told(row: Row) -> str:
    meaning = words_facts.MEANINGS[str(row["status"])]
    who = row["attributed_to"]
    return f"{meaning} ({who})" if isinstance(who, str) else meaning


def points(facts: pd.DataFrame) -> list[Point]:
    """Return one point per cell: the sentence, or the nearest one where none was found."""
    return [
        Point(
            key=f"{row['fact_id']}|{row['outlet']}",
            labels=(str(row["outlet"]), str(row["label"])),
            query=_query(row),
        )
        for row in records(facts)
    ]


def _query(row: Row) -> Query:
    head = f"{row['name']} {row['outlet']}: {_told(row)}."
    if row["status"] not in ABSENT:
        return Query(head, fact=str(row["fact_id"]), outlet=str(row["outlet"]))
    if isinstance(row["nearest_sentence"], str):
        title = f"{head} The nearest sentence, likeness {row['nearest_similarity']:.2f} of 1:"
        return Query(title, sentence=(str(row["article_id"]), row["nearest_sentence"]))
    return Query(f"{head} No sentence comes near.", sentence=(str(row["article_id"]), ""))


def takeaway(facts: pd.DataFrame, n_outlets: int) -> str:
    """Return how many statements several texts report, and how many all of them."""
    by_fact = facts.groupby("fact_id")["carried"].first()
    figures = facts.loc[facts["status"] == "different_figure", "fact_id"].nunique()
    text = (
        f"{words.plural(len(by_fact), 'statement')} found in at least two of "
        f"{n_outlets} texts; {int((by_fact == n_outlets).sum())} in all of them."
    )
    return f"{text} {figures} told with different figures." if figures else text


def shown(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the matrix in words, a row per statement and a column per outlet."""
    told = facts.assign(
        cell=[
            f"{words_facts.SHAPES[s]} {words_facts.STATUSES[s]}" for s in map(str, facts["status"])
        ]
    )
    outlets = list(dict.fromkeys(facts["outlet"]))
    wide = told.pivot_table(index="number", columns="outlet", values="cell", aggfunc="first")
    names = facts.drop_duplicates("number").set_index("number")["name"]
    return wide[outlets].assign(Statement=names)[["Statement", *outlets]].reset_index(drop=True)


def labels(facts: pd.DataFrame) -> dict[str, str]:
    """Return fact id -> number and name, in order."""
    return dict(zip(facts["fact_id"], facts["label"], strict=True))


def of_fact(facts: pd.DataFrame, fact_id: str) -> list[dict[str, object]]:
    """Return the cells of one fact, those who tell it first."""
    rows = records(facts[facts["fact_id"] == fact_id])
    return sorted(rows, key=lambda row: row["status"] in ABSENT)


def only_here(told: Sequence[tuple[AnnotatedArticle, Span]]) -> list[tuple[Span, ...]]:
    """Return, for each statement, the content words whose lemma none of the others uses."""
    lemmas = [
        {
            each.lemma: Span(each.start, each.end)
            for each in text.lemmas
            if span.contains(Span(each.start, each.end))
        }
        for text, span in told
    ]
    return [
        tuple(
            span
            for lemma, span in own.items()
            if not any(lemma in other for other in lemmas if other is not own)
        )
        for own in lemmas
    ]


def key(row: Row) -> tuple[str, str]:
    """Return how edits name the statement of a cell."""
    return str(row["article_id"]), str(row["start"]).removesuffix(".0")


def dated_figures(ledger: pd.DataFrame) -> list[tuple[str, str]]:
    """Return the figures that their own text dates: (ISO date, words for the line of time)."""
    rows = ledger[ledger["date_basis"] == "text"]
    return [
        (str(row["date"])[:10], f"{row['words']} ({row['outlet']})")
        for row in records(rows.drop_duplicates(["date", "words", "outlet"]))
    ]
