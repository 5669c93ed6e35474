"""The number whose sentences were asked for, kept in the session until the drawer is drawn."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.query import Query

_ASKED = "_asked"
_STEP = "_step"
_LAST = "_last_of_"


def ask(query: Query) -> None:
    """Ask for the evidence of a number; the drawer opens when the page is drawn."""
    st.session_state[_ASKED] = query
    st.session_state[_STEP] = 0


def ask_clicked(chart: str, queries: Mapping[str, Query]) -> None:
    """Ask for the evidence of the point just clicked in a chart.

    A second click on a point takes the selection away; that is read as asking again.
    """
    points = st.session_state[chart].selection.points
    key = str(points[0]["customdata"][0] if points else st.session_state.get(_LAST + chart))
    if key in queries:
        st.session_state[_LAST + chart] = key
        ask(queries[key])


def take_asked() -> Query | None:
    """Return what was asked since the last time, once."""
    return st.session_state.pop(_ASKED, None)


def evidence_step() -> int:
    """Return which of the matches the drawer shows."""
    return st.session_state.get(_STEP, 0)


def move_evidence(by: int, last: int) -> None:
    """Show the next (+1) or the previous (-1) match in the drawer."""
    st.session_state[_STEP] = min(max(0, evidence_step() + by), last)
