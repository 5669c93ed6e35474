"""Voices: who gets to speak, in what role, with which verb, and who is who."""

from __future__ import annotations

import streamlit as st

from dashboard import data, state, words_voices
from dashboard.components import frame
from dashboard.panels import (
    voices_kinds,
    voices_speakers,
    voices_unheard,
    voices_verbs,
    voices_who,
)

SECTIONS = (
    (words_voices.WHO_SPEAKS, voices_speakers.draw),
    (words_voices.KINDS, voices_kinds.draw),
    (words_voices.ABSENT, voices_unheard.draw),
    (words_voices.VERBS, voices_verbs.draw),
    (words_voices.WHO, voices_who.draw),
)
"""Name of each tab, and what draws it."""


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("Who gets to speak?")
    frame.small_sample(view.whole)
    if not view.outlets:
        frame.message("No outlet is chosen. Choose one or more under \u201cOutlets\u201d.")
        return
    if not len(view.table("voices")):
        frame.message("No quotes were found in the chosen texts. Read them to be sure.")
        return
    names = [name for name, _ in SECTIONS]
    state.check_url("section", names)
    tabs = st.tabs(names, key="section", on_change="rerun", bind="query-params")
    for tab, (_, draw) in zip(tabs, SECTIONS, strict=True):
        if tab.open:
            with tab:
                draw(view)
    st.page_link("views/method.py", label="How often the rules are right")


if __name__ == "__main__":
    page()
