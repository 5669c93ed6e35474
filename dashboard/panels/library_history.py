"""What people did to the library, deed by deed, each to be taken back whole."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.library import Deed
from analysis.markup import element
from dashboard import deeds, shelf, state
from dashboard import words_library as said
from dashboard import words_library_safe as of_safety
from dashboard.components import frame, html
from dashboard.components.markup import show
from dashboard.prepare import library_edits as told
from dashboard.prepare.library_items import ANY, PAGE

_STORY, _PAGE = "history-story", "history-page"
_MANY = 10**6

MAX_READ = 500
"""Edits from which the parts of a deed are not read one by one: an import has thousands."""


def draw() -> None:
    """Draw the part."""
    show(html.paragraph(of_safety.HISTORY_INTRO))
    titles = library.story_titles()
    options = {ANY: said.ANYTHING, **{k: " ".join(v.split()) for k, v in titles.items()}}
    state.keep_known(_STORY, options)
    story = st.selectbox(
        of_safety.OF_STORY,
        list(options),
        format_func=options.__getitem__,
        key=_STORY,
        on_change=_first_page,
        width=360,
    )
    here = state.number(_PAGE)
    wanted = None if story == ANY else story
    found = library.deeds(wanted, limit=PAGE + 1, offset=here * PAGE)
    if not found:
        frame.message(of_safety.HISTORY_NONE)
    for deed in found[:PAGE]:
        with st.container(key=f"deed-{deed.act}", gap="xxsmall"):
            _deed(deed, titles)
    _steps(here, is_last=len(found) <= PAGE)


def _first_page() -> None:
    state.step(_PAGE, -_MANY, _MANY)


def _deed(deed: Deed, titles: dict[str, str]) -> None:
    edits = library.deed_edits(deed.act) if sum(deed.counts.values()) <= MAX_READ else ()
    head, what = told.deed_head(deed, titles), told.deed_what(deed, edits)
    with st.container(horizontal=True, vertical_alignment="center"):
        done = element("strong", what)
        show(html.paragraph(done, f" \u00b7 {head}", kind="px-where px-deed"))
        if deed.undone:
            show(element("span", f" {said.TAKEN_BACK} ", class_="px-tag"))
        else:
            key, args = f"undo-{deed.act}", (deed.act, what)
            st.button(said.UNDO, key=key, on_click=deeds.undo, args=args)
    if edits:
        lines = told.told(edits, titles, _names(edits).__getitem__)
        show(html.folded(of_safety.TOLD_DEED, "", html.bullets(lines)))


def _names(edits: tuple[library.Edit, ...]) -> dict[str, str]:
    """Return what the articles of a deed are called."""
    names: dict[str, str] = {}
    for edit in edits[: told.MAX_TOLD + 1]:
        for article in told.articles_in([edit]):
            item = shelf.item(article) or shelf.item(f"{edit.story}/{article}")
            names[article] = f"\u201c{item.headline}\u201d" if item else of_safety.DELETED_ARTICLE
    return names


def _steps(here: int, *, is_last: bool) -> None:
    with st.container(horizontal=True, key="history-steps"):
        if here:
            label = said.PREVIOUS.format(most=PAGE)
            st.button(label, key="history-back", on_click=state.step, args=(_PAGE, -1, _MANY))
        if not is_last:
            label = said.NEXT.format(most=PAGE)
            st.button(label, key="history-on", on_click=state.step, args=(_PAGE, 1, _MANY))
