"""The one way from HTML to the page, and the one way from a user's words to a label."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from analysis.markup import Html, style_sheet
from analysis.render import stylesheet

STYLE = Path(__file__).resolve().parent.parent / "style.css"

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")

_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\w)(?=@)", re.IGNORECASE)
"""Where an address begins that Markdown turns into a link without being asked."""

_JOINER = "\u2060"
"""Shows nothing and breaks no line; an address with one inside is no address."""


def show(content: Html) -> None:
    """Show markup made by ``analysis.markup``; nothing at all leaves no trace on the page."""
    if content.markup:
        st.html(content)


def show_styles() -> None:
    """Add this project's two style sheets to the page."""
    show(stylesheet())
    show(style_sheet(STYLE))


def plain(text: str) -> str:
    """Return a user's words for a label that reads Markdown, so that nothing in them acts.

    Line breaks become blanks; each character with a meaning in Markdown is escaped, and
    addresses get an invisible character, or they would become links.
    """
    words = _ADDRESS.sub(_JOINER, " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", words)
