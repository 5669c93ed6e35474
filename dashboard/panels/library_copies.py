"""Near copies: versions of one report and copies of others, and what changed between two."""

from __future__ import annotations

import streamlit as st

from analysis.markup import Html
from dashboard import shelf, state
from dashboard import words_library as said
from dashboard import words_library_stories as of_stories
from dashboard.components import frame, html
from dashboard.components.differences import difference, tag_key
from dashboard.components.markup import show
from dashboard.prepare import library_differences as prepared
from dashboard.prepare import library_items as items
from dashboard.prepare.library_items import Item
from dashboard.shelf import MAX_COMPARED

_PAIR = "copy-pair"


def draw() -> None:
    """Draw the part."""
    show(html.paragraph(of_stories.COPIES_INTRO))
    with st.spinner(of_stories.COMPARING):
        found = shelf.copies()
    if not found.is_whole:
        show(html.paragraph(of_stories.COPIES_LIMIT.format(most=MAX_COMPARED), kind="px-hint"))
    if not found.links:
        frame.message(of_stories.COPIES_NONE)
        return
    links = prepared.ordered(found.links)
    rows: list[list[Html | str]] = [[*row] for row in prepared.rows(links, found.items)]
    show(html.table(of_stories.COPY_HEADS, rows, caption=said.COPIES))
    show(html.caveat(of_stories.COPY_HINT))
    pairs = {prepared.pair_key(link): link for link in links}
    state.keep_known(_PAIR, pairs)
    chosen = st.selectbox(
        of_stories.WHICH_PAIR,
        list(pairs),
        format_func=lambda key: prepared.pair_name(pairs[key], found.items),
        key=_PAIR,
    )
    link = pairs[chosen]
    _difference(found.items[link.left_id], found.items[link.right_id])


def _difference(old: Item, new: Item) -> None:
    st.header(of_stories.DIFFERENCE, anchor=False)
    facts = [(of_stories.OLD, old), (of_stories.NEW, new)]
    show(html.facts(*((name, f"{e.called}, {items.dated(e)}") for name, e in facts)))
    found = prepared.pieces(old.article.text, new.article.text)
    show(html.takeaway(prepared.changed(found)))
    show(tag_key())
    show(difference(found, new.article.language))
