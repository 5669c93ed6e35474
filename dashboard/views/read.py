"""Read side by side: what was counted, marked in the texts, and what was set aside in them."""

from __future__ import annotations

import streamlit as st

from dashboard import data, reference, state
from dashboard.components import frame, html, reader
from dashboard.components.markup import show
from dashboard.panels import read_controls, read_texts


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("Read side by side")
    frame.small_sample(view.whole)
    articles = data.articles_by_name(view.whole, view.selection.order)
    asked = reader.parse_place(state.asked_sentence(), tuple(articles.values()))
    if state.asked_sentence() and asked is None:
        frame.message("This link asks for a sentence that is not in this library.")
    texts = read_controls.texts(articles, asked)
    layers, contrast = read_controls.layers()
    drawn = read_texts.LAYOUTS[read_controls.layout(texts)](view, texts, layers, contrast)
    read_controls.steps(drawn, asked)
    show(reader.legend(layers, reference.sides(contrast, texts.contrasts)))
    if drawn.note:
        show(html.caveat(drawn.note))
    show(drawn.markup)
    reader.point_at(asked, drawn.pieces, view.selection.story)


if __name__ == "__main__":
    page()
