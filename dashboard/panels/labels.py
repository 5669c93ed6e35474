"""Names for the same thing: what each outlet calls it, and how readers regroup the names."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import data, edits, state, words_labels
from dashboard.components import frame, html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import plain, show
from dashboard.figures.matrix import CellColumns, matrix
from dashboard.prepare import labels

CELLS = CellColumns("label", "outlet", "k", "key", "hover")


def draw(view: data.View) -> None:
    """Draw the panel."""
    counts = view.table("label_counts")
    options = labels.options(counts)
    if not options:
        frame.message(words_labels.NOTHING)
        _edits(view)
        return
    referent = st.selectbox(
        "Who or what is named",
        list(options),
        format_func=options.__getitem__,
        key="referent",
        width=420,
    )
    _matrix(view, referent)
    with st.expander(words_labels.CHANGE, key="label-change"):
        _move(view, referent, list(options))
        _add(view, referent)
        _rename(view, referent)
    _edits(view)


def _matrix(view: data.View, referent: str) -> None:
    voice = view.selection.words.voice
    counts = view.table("label_counts")
    found = labels.cells(counts, referent, voice)
    rows = labels.rows_of(found)[: labels.MAX_ROWS]
    takeaway = labels.takeaway(found, referent, view.outlets, voice)
    drawn = found[found["label"].isin(rows)]
    panel = Panel(
        name="matrix",
        title="",
        alt=f"Name by outlet, number of times. {takeaway} The table holds the same.",
        draw=partial(matrix, drawn, CELLS, rows=rows, heads=view.outlets),
    )
    show_figure(
        FigureBlock(
            name="labels",
            takeaway=takeaway,
            caveat=words_labels.NOTE,
            panels=[panel] if rows else [],
            points=labels.points(found, referent, voice),
            lists=("Outlet", "Named as"),
            table=labels.shown(counts, referent),
        )
    )


def _move(view: data.View, referent: str, referents: list[str]) -> None:
    """Offer to move one way of naming to another referent, a new one, or none."""
    names = labels.rows_of(labels.cells(view.table("label_counts"), referent, labels.ALL))
    with st.container(horizontal=True, vertical_alignment="bottom", key="label-move"):
        st.selectbox("These words", names, key="label-moved", width=240)
        others = [each for each in referents if each != referent]
        st.selectbox("name", [*others, words_labels.NOT_THIS], key="label-target", width=240)
        st.text_input("or something new", key="label-new", width=200)
        st.button("Move", key="label-do", on_click=_do_move, args=(view.selection.story,))


def _add(view: data.View, referent: str) -> None:
    """Offer to bring in words that are in no group."""
    found = labels.loose(view.table("labels"))
    if not found:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="label-add"):
        st.selectbox("Words in no group", found, key="label-loose", width=300)
        add = f"Add to {plain(referent)}"
        args = (view.selection.story, referent)
        st.button(add, key="label-bring", on_click=_do_add, args=args)


def _rename(view: data.View, referent: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="label-rename"):
        name = f"label-name-{referent}"
        st.text_input("Call it", value=referent, key=name, width=300)
        args = (view.selection.story, referent, name)
        st.button("Rename", key="label-call", on_click=_do_rename, args=args)


# Callbacks read what the lists hold now: their arguments are one run old.


def _do_move(story: str) -> None:
    target = state.chosen("label-target")
    known = "" if target == words_labels.NOT_THIS else target
    edits.move_label(story, state.chosen("label-moved"), state.chosen("label-new") or known)


def _do_add(story: str, referent: str) -> None:
    edits.move_label(story, state.chosen("label-loose"), referent)


def _do_rename(story: str, referent: str, name: str) -> None:
    edits.rename_referent(story, referent, state.chosen(name))


def _edits(view: data.View) -> None:
    """List what readers changed, each with the way to undo it."""
    lines = labels.edit_lines(edits.label_edits(view.selection.story))
    if lines:
        st.subheader(words_labels.EDITS, anchor=False)
    for number, line in lines:
        with st.container(horizontal=True, vertical_alignment="center", key=f"label-edit-{number}"):
            show(html.paragraph(line))
            st.button("Undo", key=f"label-undo-{number}", on_click=edits.undo, args=(number,))
