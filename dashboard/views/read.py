"""Read side by side: two articles, what was counted marked in them, and what was set aside."""

from __future__ import annotations

import streamlit as st

from analysis.render import LAYERS
from analysis.types import AnnotatedArticle
from dashboard import data, state, words
from dashboard.components import frame, reader
from dashboard.components.markup import show
from dashboard.components.reader import Place

ALL_LISTS = "all word lists"


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("Read side by side")
    frame.small_sample()
    articles = data.articles_by_name(view.analysis, view.selection.order)
    asked = reader.parse_place(state.asked_sentence(), tuple(articles.values()))
    if state.asked_sentence() and asked is None:
        frame.message("This link asks for a sentence that is not in this library.")
    left, right = _texts(articles, asked)
    layers, contrast = _layers()
    texts = [left] if left is right else [left, right]
    shown = [(each, reader.marks_of(each, layers, contrast)) for each in texts]
    _steps(texts, reader.matches(shown), asked)
    show(reader.legend(layers, data.sides(contrast)))
    reasons = data.reasons(view.analysis)
    with st.grid(2, min_column_width=340, gap="large"):
        for annotated, marks in shown:
            show(reader.column(annotated, marks, asked, reasons))
    reader.scroll_to(asked)


def _texts(
    articles: dict[str, AnnotatedArticle], asked: Place | None
) -> tuple[AnnotatedArticle, AnnotatedArticle]:
    """Show the two lists and return the chosen articles."""
    names = list(articles)
    for name, each in articles.items():
        if asked and each.article.id == asked.article_id:
            state.start_with("left", name)
    with st.container(horizontal=True, vertical_alignment="bottom", key="texts"):
        left = _text("Left", "left", names, names[0])
        right = _text("Right", "right", names, next((n for n in names if n != left), left))
        st.button("Swap", on_click=state.swap, args=("left", "right"), key="swap")
    return articles[left], articles[right]


def _text(label: str, key: str, names: list[str], default: str) -> str:
    state.check_url(key, names)
    return st.selectbox(
        label,
        names,
        index=names.index(default),
        key=key,
        width=280,
        bind="query-params",
        on_change=state.forget_sentence,
    )


def _layers() -> tuple[list[str], str | None]:
    """Show what can be marked and return the chosen layers and the word list to mark."""
    lists = {each.label: each.id for each in data.contrast_lists()}
    with st.container(horizontal=True, key="marks"):
        chosen = st.pills(
            "Mark in the text",
            list(LAYERS),
            selection_mode="multi",
            default=["Frames"],
            key="layers",
            bind="query-params",
        )
        state.check_url("list", [ALL_LISTS, *lists])
        which = st.selectbox(
            "Frames from", [ALL_LISTS, *lists], key="list", width=320, bind="query-params"
        )
    if len(chosen) > reader.MAX_LAYERS:
        frame.message(words.TOO_MANY_LAYERS)
    return chosen[: reader.MAX_LAYERS], lists.get(which)


def _steps(texts: list[AnnotatedArticle], matches: list[Place], asked: Place | None) -> None:
    """Show the buttons from one marked sentence to the next, and how far the reader is."""
    previous, following = reader.neighbours(texts, matches, asked)
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        _step("Previous match", previous, "Alt+K")
        _step("Next match", following, "Alt+J")
        show(reader.count(matches, asked))


def _step(label: str, target: Place | None, shortcut: str) -> None:
    st.button(
        label,
        key=label,
        on_click=state.ask_sentence,
        args=(str(target),),
        disabled=target is None,
        shortcut=shortcut,
    )


if __name__ == "__main__":
    page()
