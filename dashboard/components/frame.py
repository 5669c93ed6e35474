"""What stands around every page: header line, notices, empty and error states, footer."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from analysis.compare.units import MIN_ARTICLES
from analysis.markup import Html, element, joined
from analysis.result import StoryAnalysis
from dashboard import state, words, words_library
from dashboard.components import display
from dashboard.components.markup import show
from dashboard.components.page_script import run_page_script
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
    _first(element("div", *parts, class_=f"px-header px-{theme_kind()}"))
    display.around(analysis)


def bare_header() -> None:
    """Show the header line of a page that is about no story: it says which theme is drawn."""
    _first(element("div", class_=f"px-header px-bare px-{theme_kind()}"))


def _first(header: Html) -> None:
    """Show the header, and let the page's script read from it how the page is shown."""
    show(joined(header, element("span", hidden=True, data_px_view=state.display())))
    run_page_script()


def no_story() -> None:
    """Say what to do when the library holds no story."""
    message(
        "There is no story yet. Bring in articles of your own on the page \u201cCollect\u201d, or "
        "put a folder with a story.toml and its articles into data/stories (data/README.md "
        "shows the form)."
    )
    st.page_link("views/collect.py", label="Bring in articles")


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
    counts = Counter(each.article.label for each in analysis.articles)
    text = words.notice(list(counts.values()), MIN_ARTICLES)
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
        st.page_link(
            "views/library.py",
            label="What was set aside",
            query_params={"shelf": words_library.ASIDE},
        )
    watch_theme()
