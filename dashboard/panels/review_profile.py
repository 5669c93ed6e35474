"""The house profile: an example to start from, its TOML to edit, and what it finds at once."""

from __future__ import annotations

import streamlit as st

from analysis.review.house import counted
from analysis.review.listing import summary
from analysis.review.rules import HOUSE
from dashboard import review_house, reviewing, state, words
from dashboard import words_review as said
from dashboard.components import frame, html
from dashboard.components.markup import show

HEIGHT = 320
NONE = ""


def profile() -> None:
    """Show the profile that holds and the field to change it."""
    names = [NONE, *review_house.profiles()]
    with st.expander(said.PROFILE, key="review-profile"):
        show(html.paragraph(said.PROFILE_HINT, kind="px-hint"))
        st.selectbox(
            said.WHICH,
            names,
            format_func=lambda name: name or said.NO_PROFILE,
            key=review_house.PROFILE_START,
            on_change=review_house.start_profile,
            persist_state="session",
            width=300,
        )
        st.text_area(
            said.PROFILE_LABEL,
            key=review_house.PROFILE_TEXT,
            height=HEIGHT,
            persist_state="session",
        )
        text = state.chosen(review_house.PROFILE_TEXT)
        problem = review_house.try_profile(text)
        _told(problem)
        if text.strip() and not problem:
            st.download_button(
                said.TOML,
                data=text.encode("utf-8"),
                file_name=said.PROFILE_FILE,
                mime="application/toml",
                key="review-toml",
                on_click="ignore",
            )


def _told(problem: str) -> None:
    if problem:
        frame.message(said.PROFILE_WRONG.format(problem=problem))
        return
    held = review_house.profile()
    counts = counted(held)
    if reviewing.current() is None:
        line = said.PROFILE_FINE_EMPTY.format(name=held.name, counts=counts)
    else:
        found = reviewing.findings()
        of_house = sum(each.rule.startswith(f"{HOUSE}.") for each in found)
        house = f"{words.plural(of_house, 'finding')} of the house"
        line = said.PROFILE_FINE.format(
            name=held.name, counts=counts, house=house, summary=summary(found)
        )
    show(html.paragraph(line))
