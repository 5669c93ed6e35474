"""A press of a button changes the library; the page then says what happened, and undoes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from analysis import library
from analysis.errors import ParallaxError
from dashboard import state, words
from dashboard import words_library as said
from dashboard.components import frame
from dashboard.components.markup import plain

_OUTCOME, _FRESH = "_library_outcome", "_library_outcome_fresh"

MAX_TOAST = 140
"""Characters of the note that appears for a moment; the whole stands on the page."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a press of a button."""

    text: str
    act: str | None = None
    """The deed that can be taken back; empty if nothing was changed."""
    story: str = ""
    """A story that can be opened now."""


def do(deed: Callable[[], Outcome]) -> bool:
    """Do something and keep what is to be said of it; return whether it went well."""
    try:
        outcome = deed()
    except ParallaxError as err:
        tell(Outcome(words.capital(str(err))))
        return False
    tell(Outcome(said.NOTHING_CHANGED) if outcome.act == "" else outcome)
    return True


def tell(outcome: Outcome) -> None:
    """Keep what the page is to say."""
    state.keep(_OUTCOME, outcome)
    state.keep(_FRESH, True)


def forget() -> None:
    """Say nothing more of the last press."""
    state.keep(_OUTCOME, None)


def undo(act: str, text: str) -> None:
    """Take a deed back."""

    def taken_back() -> Outcome:
        library.undo_act(act)
        return Outcome(said.UNDONE.format(text=text))

    do(taken_back)


def act_of_new(story: str) -> str:
    """Return the deed that made a story just now."""
    return library.deeds(story, limit=1)[0].act


def show_outcome() -> None:
    """Show what became of the last press, and the way to take it back."""
    outcome: Outcome | None = state.kept(_OUTCOME, None)
    if outcome is None:
        return
    frame.message(outcome.text)
    if state.kept(_FRESH, False):
        state.keep(_FRESH, False)
        st.toast(plain(words.shortened(outcome.text, MAX_TOAST)))
    with st.container(horizontal=True, key="outcome"):
        if outcome.act:
            args = (outcome.act, outcome.text)
            st.button(said.UNDO, key="outcome-undo", on_click=undo, args=args)
        if outcome.story:
            open_story(outcome.story, "outcome-open")


def open_story(story: str, key: str) -> None:
    """Show the way to the comparison of a story."""
    if st.button(said.OPEN_STORY, key=key, on_click=state.put, args=("story", story)):
        st.switch_page("views/overview.py")
