"""Framing: which words are used for the same things, by whom, and in whose voice."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import data, state
from dashboard.components import frame
from dashboard.panels import agency, certainty, distinctive, labels, rival_words


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("Which words are used for the same things?")
    frame.small_sample(view.whole)
    if not view.outlets:
        frame.message("Nothing to compare: choose one or more outlets.")
        return
    for name in PANELS if state.is_paper() else [_look()]:
        if state.is_paper():
            st.header(name, anchor=False)
        PANELS[name](view)


def _look() -> str:
    """Show what can be looked at on this page and return the chosen part."""
    state.check_url("look", PANELS)
    return st.pills(
        "Look at", list(PANELS), default=RIVALS, required=True, key="look", bind="query-params"
    )


RIVALS = "Rival words"

PANELS: dict[str, Callable[[data.View], None]] = {
    RIVALS: rival_words.draw,
    "Names": labels.draw,
    "Who did what": agency.draw,
    "How sure, how loaded": certainty.draw,
    "Distinctive words": distinctive.draw,
}
"""Name of each part of the page, and what draws it."""


if __name__ == "__main__":
    page()
