"""How the pages are shown: on a screen, by a projector, or as they will stand on paper."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from analysis.markup import element
from analysis.result import StoryAnalysis
from dashboard import state, words, words_display
from dashboard.components import html
from dashboard.components.markup import show

KEY = "view"


def choice() -> None:
    """Show the ways of showing, in the sidebar."""
    state.check_url(KEY, state.Display)
    st.sidebar.pills(
        "Show for",
        [each.value for each in state.Display],
        default=state.Display.SCREEN.value,
        required=True,
        key=KEY,
        bind="query-params",
        help=words_display.HELP,
    )


def around(analysis: StoryAnalysis) -> None:
    """Give paper what a screen says elsewhere, and the print view its two buttons."""
    if state.is_paper():
        with st.container(horizontal=True, vertical_alignment="center", key="print-bar"):
            show(html.printing(words_display.PRINT))
            st.button(
                words_display.BACK,
                on_click=state.put,
                args=(KEY, state.Display.SCREEN.value),
                key="print-back",
            )
    chosen = state.selection()
    told = words_display.PAPER.format(
        outlets=words.listed(list(chosen.outlets)) or "none",
        unit=chosen.unit,
        words=chosen.words,
        lists=_lists(analysis) or "none",
    )
    address = element("span", data_px_address=True)
    show(element("p", told, " Address of this view: ", address, class_="px-paper"))


def _lists(analysis: StoryAnalysis) -> str:
    """Return how many word lists of each version the counts rest on."""
    versions = Counter(v for key, v in analysis.versions.items() if key.startswith("contrasts/"))
    return ", ".join(f"{words.plural(n, 'list')} of version {v}" for v, n in versions.items())
