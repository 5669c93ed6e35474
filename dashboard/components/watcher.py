"""Draws the page anew when the reader changes the theme, because figures have fixed colours."""

from __future__ import annotations

import streamlit as st
from streamlit.components.v2 import component

from dashboard import state

_WATCH = component(
    "parallax_theme",
    js="""
export default function ({ data, setTriggerValue }) {
  const app = document.querySelector(".stApp");
  const tell = () => {
    const kind = getComputedStyle(app).colorScheme;
    if (kind && kind !== data.kind) setTriggerValue("changed", kind);
  };
  const observer = new MutationObserver(tell);
  observer.observe(app, { attributes: true, attributeFilter: ["class", "style"] });
  tell();
  return () => observer.disconnect();
}
""",
)
"""Compares the theme on screen with the one that the server drew for."""


def theme_kind() -> str:
    """Return the theme the page is drawn for: ``light`` or ``dark``; paper is light."""
    if state.is_paper():
        return "light"
    return "dark" if st.context.theme.type == "dark" else "light"


def watch_theme() -> None:
    """Ask for a new run when the theme on screen is another one."""
    _WATCH(key="theme", data={"kind": theme_kind()}, on_changed_change=_drawn_anew)


def _drawn_anew() -> None:
    """Nothing to keep: the run itself draws in the new colours."""
