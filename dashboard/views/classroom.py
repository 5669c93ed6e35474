"""Classroom: a lesson on a story; who sees what is decided by the address of the page."""

from __future__ import annotations

import streamlit as st

from analysis.errors import ParallaxError
from dashboard import state
from dashboard import words_class as said
from dashboard.components import frame
from dashboard.panels import class_front, class_pupil, class_screen, class_teacher

PARTS = {
    state.SEAT: class_pupil.draw,
    state.SCREEN: class_screen.draw,
    state.TEACHER: class_teacher.draw,
}
"""URL parameter -> what draws the page for whoever has it."""


def page() -> None:
    """Draw the page."""
    st.title(said.TITLE)
    try:
        for key, draw in PARTS.items():
            if found := state.from_url(key):
                draw(found[-1])
                return
        class_front.draw()
    except ParallaxError as err:
        frame.message(str(err))


if __name__ == "__main__":
    page()
