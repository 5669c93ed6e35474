"""After the reveal: the names, own answers beside the class's and the tool's, what to discuss."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.lesson.answers import Answer
from analysis.lesson.types import Lesson
from analysis.library import Seat
from dashboard import words_class as said
from dashboard.components import html, lesson
from dashboard.components.markup import show
from dashboard.prepare import classroom


def draw(found: Lesson, answers: Sequence[Answer], seat: Seat) -> None:
    """Draw each text with its name, and the answers to its sentences."""
    mine = classroom.given(each for each in answers if each.who == seat.number)
    show(html.paragraph(said.TOOL_IS, kind="px-caveat"))
    for text in found.texts:
        st.subheader(said.REVEALED.format(letter=text.letter, outlet=""), anchor=False)
        show(html.takeaway(text.outlet))
        line = classroom.guess_line(found, answers, text.letter)
        show(html.paragraph(" ".join(part for part in (line, text.who) if part), kind="px-hint"))
        caption = f"Text {text.letter}: your answers, the class's, the tool's"
        rows = classroom.reveal_rows(found, mine, answers, text.letter)
        show(lesson.table(said.REVEAL_HEADS, rows, caption))
        with st.expander(said.REREAD):
            show(lesson.text(text, revealed=True))


def disputed(found: Lesson, answers: Sequence[Answer]) -> None:
    """Draw the sentences on which most pairs of pupils differ."""
    st.subheader(said.DISPUTED, anchor=False)
    lines = classroom.disputed_lines(found, answers, revealed=True)
    if not lines:
        show(html.paragraph(said.NOT_DISPUTED))
    for sentence, spread in lines:
        show(html.paragraph(sentence, kind="px-question"))
        show(html.bullets(spread))


def cards(found: Lesson) -> None:
    """Draw the question cards."""
    st.subheader(said.CARDS, anchor=False)
    for card in found.cards:
        show(lesson.card(card, revealed=True))
