"""The articles as a list of headlines, on a line of time, and in numbers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from analysis.markup import Html, element, joined
from dashboard import words
from dashboard.components import html
from dashboard.components.markup import plain, show

if TYPE_CHECKING:
    import pandas as pd

READ_PAGE = "views/read.py"


def show_headlines(
    articles: pd.DataFrame, why: Mapping[tuple[str, str], str], names: Mapping[str, str]
) -> None:
    """Show each headline as printed, with its outlet and date, how both are known, and its text.

    ``why`` holds the words that show it, by article id and field, where they are known;
    ``names`` the name that the reading page gives each article, by its id.
    """
    for row in articles.to_dict("records"):
        article_id = str(row["article_id"])
        with st.container(horizontal=True, key=f"headline-{article_id}", gap="small"):
            show(_headline(row, why))
            label = f"Read {plain(str(row['outlet']))}"
            st.page_link(READ_PAGE, label=label, query_params={"left": names[article_id]})


def _headline(row: Mapping[Hashable, object], why: Mapping[tuple[str, str], str]) -> Html:
    title = _text(row["title"]) or "no headline found"
    return element(
        "article",
        element("p", _origin(row), _why_no_date(row, why), class_="px-where"),
        element("h3", title, class_="px-headline", dir="auto"),
        class_="px-card",
    )


def _why_no_date(row: Mapping[Hashable, object], why: Mapping[tuple[str, str], str]) -> Html:
    reason = why.get((str(row["article_id"]), "published"))
    if isinstance(row["published"], str) or not reason:
        return joined("")
    return element("span", f"Date: {reason}", class_="px-why")


def _origin(row: Mapping[Hashable, object]) -> Html:
    basis = words.BASES[str(row["outlet_basis"])]
    day, known = _day(row["published"]), words.BASES[str(row["published_basis"])]
    return joined(
        element("strong", str(row["outlet"])),
        element("span", f" ({basis})" if row["outlet_basis"] != "stated" else ""),
        element("span", f" \u00b7 {day} ({known})" if day else " \u00b7 date not known"),
        element("span", f" \u00b7 {_text(row['byline'])}" if _text(row["byline"]) else ""),
    )


def counts(articles: pd.DataFrame, voices: pd.DataFrame) -> Html:
    """Return the size of each article and how many people speak in it."""
    speakers = voices[voices["speaker_id"].notna()].groupby("outlet")["speaker_id"].nunique()
    rows: list[list[Html | str]] = [
        [
            str(row["outlet"]),
            f"{row['n_words']:,}",
            str(row["n_sentences"]),
            str(row["n_quotes"]),
            str(speakers.get(row["outlet"], 0)),
        ]
        for row in articles.to_dict("records")
    ]
    heads = ["Outlet", "Words", "Sentences", "Quotes", "Speakers found"]
    return html.table(heads, rows, caption="Size of each article, page furniture left out")


def columns(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the articles with the column names shown to readers."""
    names = {
        "outlet": "Outlet",
        "title": "Headline",
        "published": "Published",
        "published_basis": "Date is",
        "n_words": "Words",
        "n_sentences": "Sentences",
        "n_quotes": "Quotes",
    }
    return articles[list(names)].rename(columns=names)


def _day(published: object) -> str:
    if not isinstance(published, str):
        return ""
    day = date.fromisoformat(published[:10])
    clock = f", {published[11:16]}" if len(published) > 10 else ""
    return f"{day.day} {day:%B %Y}{clock}"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
