"""Choose one word list: pills by its label, kept in the address."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.lexicons import Contrast
from dashboard import state
from dashboard.components.markup import plain


def chosen_list(label: str, lists: Sequence[Contrast], *, key: str) -> Contrast:
    """Show the lists and return the chosen one; the first until somebody chooses."""
    labels = {each.id: plain(each.label) for each in lists}
    state.check_url(key, labels.values())
    if state.display() is state.Display.PROJECTOR:  # one line where pills would fill the screen
        chosen = st.selectbox(
            label, list(labels), format_func=labels.__getitem__, key=key, bind="query-params"
        )
        return next(each for each in lists if each.id == chosen)
    chosen = st.pills(
        label,
        list(labels),
        default=lists[0].id,
        format_func=labels.__getitem__,
        required=True,
        key=key,
        bind="query-params",
    )
    return next(each for each in lists if each.id == chosen)
