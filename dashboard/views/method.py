"""Method: what every number counts, the word lists with their sources, limits and versions."""

from __future__ import annotations

import streamlit as st

from dashboard import data, reference, words
from dashboard.components import definitions, frame, html
from dashboard.components.markup import show


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("How is this counted, and how far can it be trusted?")
    show(html.paragraph(words.METHOD))
    frame.small_sample(view.whole)
    st.header("Measures", anchor=False)
    show(definitions.measures(reference.measures()))
    st.header("Word lists", anchor=False)
    show(definitions.word_lists((*reference.contrast_lists(), *reference.wording_lists())))
    show(definitions.harm_words(reference.harm_list()))
    st.header("Rules of cleaning", anchor=False)
    show(definitions.rules(reference.cleaning_rules()))
    for title, name in (
        ("How often it is right", "accuracy.md"),
        ("Methods in full", "methods.md"),
    ):
        text = reference.document(name)
        if text:
            st.header(title, anchor=False)
            with st.expander(f"Read {name}", key=f"doc-{name}"):
                st.markdown(text)
    st.header("Limits", anchor=False)
    show(definitions.limits(words.LIMITS))
    st.header("Versions", anchor=False)
    show(html.facts(*sorted(view.analysis.versions.items())))


if __name__ == "__main__":
    page()
