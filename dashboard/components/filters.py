"""The shared filters in the sidebar; each is bound to the URL under its own name."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis.result import StoryAnalysis
from dashboard import data, state, words_display
from dashboard.components import display, html
from dashboard.components.markup import plain, show

KEYS = ("outlets", "unit", "words", "order", "shared")
"""The filters of a story; pages that are about no story keep them for the others."""


def story(titles: Mapping[str, str]) -> str:
    """Show the titles of the stories and return the id of the chosen one.

    The id stands in the URL, through a field that nobody sees: a list that is bound to the
    URL itself would write the title there, and a story's title may change.
    """
    chosen = state.start_story(titles)
    with st.sidebar:
        with st.container(key="story-id"):
            st.text_input("Story id", value=next(iter(titles)), key="story", bind="query-params")
        st.selectbox(
            "Story",
            list(titles),
            format_func=_told_apart(titles).__getitem__,
            key=state.STORY_LIST,
            on_change=state.choose_story,
        )
    return chosen


def _told_apart(titles: Mapping[str, str]) -> dict[str, str]:
    """Return what the list says of each story; two of one title are told apart by their id."""
    shown = {key: " ".join(title.split()) for key, title in titles.items()}
    names = list(shown.values())
    return {
        key: title if names.count(title) == 1 else f"{title} ({key})"
        for key, title in shown.items()
    }


def shared(analysis: StoryAnalysis) -> None:
    """Show the filters that hold on every page."""
    names = data.outlets_of(analysis, state.Order.NAME)
    state.follow_story(analysis.story.id, "outlets", names)
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
        display.choice()
        defaults = {
            "outlets": names,
            "unit": state.Unit.SHARE.value,
            "words": state.Words.ALL.value,
            "order": state.Order.NAME.value,
            "shared": False,
        }
        st.button("Reset filters", on_click=state.reset, args=(defaults,), key="reset")
        show(html.copying_address(words_display.COPY_VIEW))
    state.keep_rows(data.outlets_of(analysis, state.chosen_order()))


def _choice(label: str, key: str, options: type[state.Unit | state.Words | state.Order]) -> None:
    state.check_url(key, options)
    st.selectbox(label, [each.value for each in options], key=key, bind="query-params")
