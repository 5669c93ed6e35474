"""The entry point: page config, navigation and shared filters; nothing else."""

from __future__ import annotations

import streamlit as st

from analysis.errors import ParallaxError
from analysis.result import StoryAnalysis
from dashboard import data, state
from dashboard.components import evidence, filters, frame
from dashboard.components.markup import show_styles

PAGES = (
    ("views/overview.py", "Overview", "", ":material/home:"),
    ("views/framing.py", "Framing", "framing", ":material/format_quote:"),
    ("views/lists.py", "Word lists", "lists", ":material/list_alt:"),
    ("views/voices.py", "Voices", "voices", ":material/record_voice_over:"),
    ("views/tone.py", "Tone & reading level", "tone", ":material/tune:"),
    ("views/facts.py", "Facts & omissions", "facts", ":material/fact_check:"),
    ("views/read.py", "Read side by side", "read", ":material/menu_book:"),
    ("views/library.py", "Library", "library", ":material/inventory_2:"),
    ("views/method.py", "Method", "method", ":material/rule:"),
)
"""File, title, path and icon of each page, in reading order; the first is the start page."""


def main() -> None:
    """Draw one page."""
    st.set_page_config(page_title="Parallax", page_icon="🔭", layout="wide")
    show_styles()
    pages = [
        st.Page(file, title=title, url_path=path, icon=icon, default=not path)
        for file, title, path, icon in PAGES
    ]
    page = st.navigation(pages, expanded=True)
    analysis = _story()
    if analysis is None:
        return
    frame.header(analysis)
    top = st.container()
    page.run()
    with top:  # the page's own lists have read the link by now
        frame.unknown_link()
    frame.footer()
    evidence.open_asked()


def _story() -> StoryAnalysis | None:
    """Return the chosen story, or say what is missing and what to do."""
    try:
        stories = data.stories()
        if not stories:
            frame.message(
                "There is no story yet. Put a folder with a story.toml and its articles into "
                "data/stories, then reload this page (data/README.md shows the form)."
            )
            return None
        state.check_url("story", stories)
        analysis = data.load(filters.story(stories))
        filters.shared(analysis)
    except ParallaxError as err:
        frame.message(str(err))
        return None
    return analysis


main()
