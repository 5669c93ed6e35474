"""What can be chosen on the reading page: the texts, their marks, the way they are laid out."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis.render import LAYERS
from analysis.types import AnnotatedArticle
from dashboard import reference, state, words, words_display
from dashboard.components import frame, html, reader
from dashboard.components.markup import plain, show
from dashboard.components.reader import Place
from dashboard.panels.read_texts import AROUND, LAYOUTS, PRINTED, Drawn, Texts

ALL_LISTS = "all word lists"

LEFT, RIGHT = "left", "right"
SHOWN = "narrow"
"""Key of the switch between the two texts, which only a narrow screen shows."""


def texts(articles: Mapping[str, AnnotatedArticle], asked: Place | None) -> Texts:
    """Show the layouts and the lists of texts, and return the chosen texts."""
    names = list(articles)
    for name, each in articles.items():
        if asked and each.article.id == asked.article_id:
            state.start_with(LEFT, name)
    is_around = state.chosen("align") == AROUND or AROUND in state.from_url("align")
    with st.container(horizontal=True, vertical_alignment="bottom", key="texts"):
        left = _text("Focus" if is_around else "Left", LEFT, names, names[0])
        default = next((n for n in names if n != left), left)
        if is_around:
            right = default
        else:
            right = _text("Right", RIGHT, names, default)
            st.button("Swap", on_click=state.swap, args=(LEFT, RIGHT), key="swap")
    return Texts(articles[left], articles[right], tuple(articles.values()))


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


def layout(texts: Texts) -> str:
    """Show the ways of laying the texts out and return the chosen one."""
    state.check_url("align", LAYOUTS)
    chosen = st.pills(
        "Lay out", list(LAYOUTS), default=PRINTED, required=True, key="align", bind="query-params"
    )
    if chosen == PRINTED and texts.left is not texts.right:
        _switch(texts)
    return chosen


def _switch(texts: Texts) -> None:
    """Offer one text or the other; CSS shows the switch, and obeys it, on narrow screens only."""
    names = {LEFT: texts.left.article.label, RIGHT: texts.right.article.label}
    with st.container(key="narrow-switch"):
        shown = st.pills(
            "Text shown",
            list(names),
            format_func=lambda side: plain(names[side]),
            default=LEFT,
            required=True,
            key=SHOWN,
        )
        show(html.marker(f"px-narrow-{shown}"))


def layers() -> tuple[list[str], str | None]:
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


def steps(drawn: Drawn, asked: Place | None) -> None:
    """Show the buttons from match to match, how far the reader is, and a link to the sentence."""
    previous, following = reader.neighbours(drawn.order, drawn.matches, asked)
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        _step("Previous match", previous, "Alt+K", drawn)
        _step("Next match", following, "Alt+J", drawn)
        show(reader.count(drawn.matches, asked))
        if asked:
            show(html.copying_address(words_display.COPY_SENTENCE))


def _step(label: str, target: Place | None, shortcut: str, drawn: Drawn) -> None:
    st.button(
        label,
        key=label,
        on_click=_ask,
        args=(target, drawn.right_id),
        disabled=target is None,
        shortcut=shortcut,
    )


def _ask(target: Place, right_id: str) -> None:
    """Ask for a sentence, and bring its text up where only one of the two is shown."""
    state.ask_sentence(str(target))
    state.put(SHOWN, RIGHT if target.article_id == right_id else LEFT)
