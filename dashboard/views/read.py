"""Read side by side: two articles, what was counted marked in them, and what was set aside."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.render import LAYERS, Mark
from analysis.types import ARTICLE_KINDS, AnnotatedArticle
from dashboard import data, reference, state, words, words_facts
from dashboard.components import aligned, frame, html, reader
from dashboard.components.markup import show
from dashboard.components.reader import Place
from dashboard.prepare import aligned as prepare

ALL_LISTS = "all word lists"

AS_PRINTED, ALIGNED = "as printed", "by shared statement"
LAYOUTS = (AS_PRINTED, ALIGNED)

Shown = Sequence[tuple[AnnotatedArticle, Sequence[Mark]]]
"""The texts on the page, each with what is marked in it."""


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("Read side by side")
    frame.small_sample(view.whole)
    articles = data.articles_by_name(view.whole, view.selection.order)
    asked = reader.parse_place(state.asked_sentence(), tuple(articles.values()))
    if state.asked_sentence() and asked is None:
        frame.message("This link asks for a sentence that is not in this library.")
    left, right = _texts(articles, asked)
    layers, contrast = _layers()
    texts = [left] if left is right else [left, right]
    shown = [(each, reader.marks_of(each, layers, contrast)) for each in texts]
    is_aligned = _layout() == ALIGNED and len(texts) > 1
    rows = _rows(view, left, right) if is_aligned else []
    found = _shared(left, rows) if is_aligned else reader.matches(shown)
    _steps(texts, found, asked)
    show(reader.legend(layers, reference.sides(contrast)))
    if is_aligned:
        _aligned(shown, rows, asked)
    else:
        _as_printed(view, shown, asked)
    reader.scroll_to(asked)


def _layout() -> str:
    """Show the ways of laying the texts out and return the chosen one."""
    state.check_url("align", LAYOUTS)
    return st.pills(
        "Lay out", LAYOUTS, default=AS_PRINTED, required=True, key="align", bind="query-params"
    )


def _as_printed(view: data.View, shown: Shown, asked: Place | None) -> None:
    reasons = data.reasons(view.whole)
    with st.grid(2, min_column_width=340, gap="large"):
        for annotated, marks in shown:
            show(reader.column(annotated, marks, asked, reasons))


def _rows(
    view: data.View, left: AnnotatedArticle, right: AnnotatedArticle
) -> list[prepare.AlignedRow]:
    """Return the sentences of both articles proper, those that report the same together."""
    ids = [_own_sentences(each) for each in (left, right)]
    pairs = data.same_statements(view.whole, left.article.id, right.article.id)
    kept = {pair for pair in pairs if pair[0] in ids[0] and pair[1] in ids[1]}
    return prepare.aligned(ids[0], ids[1], kept)


def _shared(left: AnnotatedArticle, rows: Sequence[prepare.AlignedRow]) -> list[Place]:
    """Return where each statement begins that stands in both texts."""
    return [Place(left.article.id, row.left[0]) for row in rows if row.left and row.right]


def _aligned(shown: Shown, rows: Sequence[prepare.AlignedRow], asked: Place | None) -> None:
    left, right = (aligned.Text(text, marks, asked) for text, marks in shown)
    n_shared = sum(bool(row.left and row.right) for row in rows)
    show(html.caveat(words_facts.ALIGNED.format(n=n_shared)))
    show(aligned.aligned_columns(left, right, rows))


def _own_sentences(annotated: AnnotatedArticle) -> list[str]:
    """Return the sentences of the article proper, captions and galleries left out."""
    return [s.id for s in annotated.sentences if s.block in ARTICLE_KINDS]


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
    lists = {each.label: each.id for each in reference.contrast_lists()}
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
