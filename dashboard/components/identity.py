"""The mark of this program: two eyes on one point, as the word parallax has it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.components.watcher import theme_kind

FOLDER = Path(__file__).resolve().parent.parent / "mark"
ICON = FOLDER / "icon.svg"


def show_logo() -> None:
    """Show the mark and the name above the list of pages, in the colours of the theme."""
    kind = theme_kind()
    st.logo(
        str(FOLDER / f"wordmark-{kind}.svg"),
        icon_image=str(FOLDER / f"mark-{kind}.svg"),
        size="large",
    )
