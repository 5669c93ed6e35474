"""Parts of a page: tabs on a screen, one under the other on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard import state


def draw_parts(key: str, parts: Mapping[str, Callable[[], None]]) -> None:
    """Show the parts by name; on a screen only the open one is drawn."""
    if state.is_paper():
        for name, draw in parts.items():
            st.subheader(name, anchor=False)
            draw()
        return
    tabs = st.tabs(list(parts), key=key, on_change="rerun", bind="query-params")
    for tab, draw in zip(tabs, parts.values(), strict=True):
        if tab.open:
            with tab:
                draw()
