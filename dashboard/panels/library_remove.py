"""Taking an article out: into the bin and back, or deleted for good."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.library import Forgotten
from dashboard import deeds, state, words
from dashboard import words_library as said
from dashboard.components import html
from dashboard.components.markup import show
from dashboard.deeds import Outcome
from dashboard.panels import library_bulk
from dashboard.prepare.library_changes import Bulk, planned
from dashboard.prepare.library_items import Item

_TYPED = "forget-typed"


def draw(item: Item, *, is_binned: bool) -> None:
    """Show the ways out, and the way back."""
    st.subheader(said.REMOVE, anchor=False)
    show(html.paragraph(said.REMOVE_INTRO if item.ref.is_own else said.SHIPPED_STAYS))
    out, back = (
        (said.TO_BIN, said.FROM_BIN)
        if item.ref.is_own
        else (said.OUT_OF_STORY, said.BACK_INTO_STORY)
    )
    bulk = Bulk.KEEP if is_binned else Bulk.BIN
    st.button(back if is_binned else out, key="kept-bin", on_click=_move, args=(item, bulk))
    if item.ref.is_own:
        with st.expander(said.DELETE, key="kept-forget"):
            show(html.paragraph(said.DELETE_INTRO))
            st.text_input(said.DELETE_TYPE, key=_TYPED, width=260)
            st.button(said.DELETE, key="forget-do", on_click=_forget, args=(item,))


def _move(item: Item, bulk: Bulk) -> None:
    text = (said.BROUGHT_BACK if bulk is Bulk.KEEP else said.BINNED).format(headline=item.headline)
    if not item.ref.is_own and bulk is Bulk.BIN:
        text = said.DONE.format(what=said.OUT_OF_STORY, number=f"\u201c{item.headline}\u201d")
    changes = planned([item.ref], bulk, "").changes
    deeds.do(lambda: Outcome(text, library.record(changes, author=state.author())))


def _forget(item: Item) -> None:
    def forgotten() -> Outcome:
        if state.chosen(_TYPED).strip().lower() != said.DELETE_WORD:
            return Outcome(said.DELETE_NOT_TYPED)
        found = library.forget([item.ref.id])
        state.put(_TYPED, "")
        library_bulk.leave_out(item.name)
        state.put("kept", "")
        return Outcome(told(item, found))

    deeds.do(forgotten)


def told(item: Item, found: Forgotten) -> str:
    """Return what was deleted, and where copies may be left."""
    n_caches = len(found.caches)
    number = words.plural(n_caches, "kept analysis", "kept analyses")
    caches = said.DELETED_CACHES.format(number=number) if n_caches else ""
    names = words.listed([path.name for path in found.backups])
    backups = said.DELETED_BACKUPS.format(names=names) if names else said.DELETED_NO_BACKUP
    text = said.DELETED.format(headline=item.headline, caches=caches, backups=backups)
    return f"{text} {found.pending}." if found.pending else text
