"""The shared filters in the sidebar; each is bound to the URL under its own name."""

from __future__ import annotations

import streamlit as st

from analysis.result import StoryAnalysis
from dashboard import data, state
from dashboard.components import html
from dashboard.components.markup import plain, show


def story(stories: tuple[str, ...]) -> str:
    """Show the list of stories and return the chosen one."""
    return st.sidebar.selectbox(
        "Story", stories, key="story", bind="query-params", on_change=state.forget_notice
    )


def shared(analysis: StoryAnalysis) -> None:
    """Show the filters that hold on every page."""
    names = data.outlets_of(analysis, state.Order.NAME)
    state.check_url("outlets", [plain(name) for name in names])
    with st.sidebar:
        st.pills(
            "Outlets",
            names,
            selection_mode="multi",
            default=names,
            format_func=plain,
            key="outlets",
            bind="query-params",
            on_change=state.forget_notice,
        )
        _choice("Count as", "unit", state.Unit)
        _choice("Whose words", "words", state.Words)
        _choice("Order of rows", "order", state.Order)
        if len(analysis.table("wire")):
            st.toggle(
                "Count shared copy in every text",
                key="shared",
                bind="query-params",
                help="Passages that two texts print word for word count once unless this is on.",
            )
        defaults = {
            "outlets": names,
            "unit": state.Unit.SHARE.value,
            "words": state.Words.ALL.value,
            "order": state.Order.NAME.value,
            "shared": False,
        }
        st.button("Reset filters", on_click=state.reset, args=(defaults,), key="reset")
        show(
            html.paragraph(
                "To share this view, copy the address of the page: it holds every choice.",
                kind="px-hint",
            )
        )
    state.keep_rows(data.outlets_of(analysis, state.chosen_order()))


def _choice(label: str, key: str, options: type[state.Unit | state.Words | state.Order]) -> None:
    state.check_url(key, options)
    st.selectbox(label, [each.value for each in options], key=key, bind="query-params")
