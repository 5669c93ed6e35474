"""What stands around every page: header line, notices, empty and error states, footer."""

from __future__ import annotations

import streamlit as st

from analysis.compare.units import MIN_ARTICLES
from analysis.markup import element, joined
from analysis.result import StoryAnalysis
from dashboard import state, words
from dashboard.components.markup import show
from dashboard.components.watcher import theme_kind, watch_theme


def header(analysis: StoryAnalysis) -> None:
    """Show the story, how many articles, their dates, and the versions of the word lists."""
    lists = sorted({v for k, v in analysis.versions.items() if k.startswith("contrasts/")})
    parts = [
        element("strong", analysis.story.title),
        *(
            element("span", text)
            for text in (
                words.plural(len(analysis.articles), "article"),
                words.date_span(each.article.published for each in analysis.articles),
                f"word lists {', '.join(lists) or 'none'}",
            )
        ),
    ]
    show(element("div", *parts, class_=f"px-header px-{theme_kind()}"))


def unknown_link() -> None:
    """Say which part of the link names something that is not here."""
    unknown = state.unknown_in_url()
    if unknown:
        names = words.listed(list(dict.fromkeys(words.PARAMETERS[key] for key in unknown)))
        message(
            f"This link mentions something that is not in this library (its {names}). "
            "The page shows the usual choice instead; the rest of the link is kept."
        )


def small_sample(analysis: StoryAnalysis) -> None:
    """Show the standing notice: what so many articles per outlet may speak of."""
    articles = analysis.table("articles")
    counts = list(articles.groupby("outlet")["article_id"].nunique())
    text = words.notice(counts, MIN_ARTICLES)
    show(element("p", text, class_="px-notice", role="note"))


def message(text: str) -> None:
    """Show a state that needs the reader: what was found and what to do."""
    show(element("div", text, class_="px-message", role="status"))


def refused(analysis: StoryAnalysis) -> None:
    """Name the articles that could not be read, and what an article's own analysis says."""
    for each in analysis.refused:
        message(f"Not read: {each.name}. {each.reason} The other articles are analysed.")
    for annotated in analysis.articles:
        for notice in annotated.notices:
            message(f"{annotated.article.label}: {notice}")


def footer() -> None:
    """Show the ways to the method and to what was set aside."""
    show(joined(element("hr", class_="px-rule")))
    with st.container(horizontal=True, key="footer"):
        st.page_link("views/method.py", label="How this is counted")
        st.page_link("views/library.py", label="What was set aside")
    watch_theme()
