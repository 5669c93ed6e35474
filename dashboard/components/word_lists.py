"""Parts of the page "Word lists": a list to unfold, the form of a reader's own, its preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analysis.lexicons import Contrast
from analysis.list_forms import MIN_SIDES, Form, FormSide
from analysis.markup import Html, element, joined
from analysis.preview import PREVIEW_NOTE, Match
from dashboard import words, words_lists
from dashboard.components import html
from dashboard.components.evidence import kwic
from dashboard.components.markup import show
from dashboard.prepare import lists

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

MAX_SIDES = 5
"""Sides the form offers: as many as there are marks in the figures."""


def folded(contrast: Contrast, *, is_open: bool) -> Html:
    """Return a list to be unfolded: its question, its words with reasons and sources."""
    about = f" {words.plural(len(contrast.terms), 'entry', 'entries')}, version {contrast.version}"
    caption = f"{contrast.label}, version {contrast.version}, language {contrast.language}"
    rows: list[list[Html | str]] = [[*row] for row in lists.entries(contrast)]
    return element(
        "details",
        element("summary", element("strong", contrast.label), element("span", about)),
        html.paragraph(contrast.question),
        html.table(list(words_lists.HEADS), rows, caption=caption),
        class_="px-fold",
        open=is_open,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where the problem of a field is told, and whether anything is written in the field."""

    below: DeltaGenerator
    is_written: bool


def form(start: Form, key: str) -> tuple[Form, dict[str, Place]]:
    """Show the fields; return what is written in them, and the place below each."""
    places: dict[str, Place] = {}
    name = _field(words_lists.NAME, start.name, key, "name", places)
    question = _field(words_lists.QUESTION, start.question, key, "question", places)
    numbers = list(range(MIN_SIDES, MAX_SIDES + 1))
    n_sides = st.selectbox(
        words_lists.N_SIDES,
        numbers,
        index=numbers.index(min(max(MIN_SIDES, len(start.sides)), MAX_SIDES)),
        key=f"{key}-sides",
        width=160,
    )
    sides = []
    with st.grid(2, min_column_width=280):
        for number in range(1, n_sides + 1):
            with st.container(key=f"{key}-side-{number}"):
                sides.append(_side(start, number, key, places))
    return Form(name, question, tuple(sides)), places


def _side(start: Form, number: int, key: str, places: dict[str, Place]) -> FormSide:
    side = start.sides[number - 1] if number <= len(start.sides) else FormSide()
    head = words_lists.SIDE.format(number=number)
    label = _field(head, side.label, key, f"label-{number}", places)
    written = st.text_area(
        words_lists.SIDE_WORDS.format(number=number),
        value=side.words,
        key=f"{key}-words-{number}",
        height=150,
    )
    places[f"words-{number}"] = Place(st.empty(), bool(written.strip()))
    return FormSide(label, written)


def _field(label: str, value: str, key: str, name: str, places: dict[str, Place]) -> str:
    written = st.text_input(label, value=value, key=f"{key}-{name}")
    places[name] = Place(st.empty(), bool(written.strip()))
    return written


def tell(problems: Mapping[str, str], places: Mapping[str, Place], *, is_asked: bool) -> None:
    """Show each problem below its field; of empty fields only when saving was asked for."""
    for field, text in problems.items():
        place = places.get(field)
        if place and (is_asked or place.is_written):
            with place.below:
                show(element("p", text, class_="px-message", role="status"))


def previewed(matches: Sequence[Match], contrast: Contrast, outlets: Sequence[str]) -> Html:
    """Return what a list would match: counts per outlet and side, then the sentences."""
    heads, rows = lists.counts(matches, contrast, outlets)
    table = html.table(heads, [[*row] for row in rows], caption=words_lists.PREVIEW)
    note = html.caveat(PREVIEW_NOTE)
    if not matches:
        return joined(html.paragraph(words_lists.NO_MATCH), table, note)
    labels = {side.id: side.label for side in contrast.sides}
    items = [
        element(
            "li",
            element("span", f"{m.outlet}, {labels[m.side]}: ", class_="px-where"),
            kwic({"left": m.left, "node": m.words, "right": m.right}),
            class_="px-kwic",
        )
        for m in matches[: lists.MAX_MATCHES]
    ]
    head = f"{words.plural(len(matches), 'match', 'matches')}; the first {len(items)} are shown"
    return joined(
        table, note, html.paragraph(head, kind="px-hint"), element("ol", *items, class_="px-list")
    )
