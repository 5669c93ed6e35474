"""Who is working: a name or initials that go with a person's edits; nothing is checked."""

from __future__ import annotations

import streamlit as st

from dashboard import state
from dashboard import words_library as said

MAX_NAME = 60
"""Longest name, in characters."""


def ask_who() -> None:
    """Show the field for the name; it is kept until the tab is closed."""
    st.text_input(
        said.WHO,
        key=state.WHO,
        max_chars=MAX_NAME,
        help=said.WHO_HINT,
        placeholder="name or initials",
        persist_state="session",
        width=260,
    )
