"""The entry point: page config, navigation and shared filters; nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import ParallaxError
from dashboard import data, state
from dashboard.components import display, evidence, filters, frame, identity
from dashboard.components.markup import show_styles
from dashboard.components.watcher import watch_theme

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

PAGES = (
    ("views/overview.py", "Overview", "", ":material/home:"),
    ("views/framing.py", "Framing", "framing", ":material/format_quote:"),
    ("views/lists.py", "Word lists", "lists", ":material/list_alt:"),
    ("views/voices.py", "Voices", "voices", ":material/record_voice_over:"),
    ("views/tone.py", "Tone & reading level", "tone", ":material/tune:"),
    ("views/facts.py", "Facts & omissions", "facts", ":material/fact_check:"),
    ("views/read.py", "Read side by side", "read", ":material/menu_book:"),
    ("views/corpus.py", "Over time", "corpus", ":material/timeline:"),
    ("views/collect.py", "Collect", "collect", ":material/add_notes:"),
    ("views/library.py", "Library", "library", ":material/inventory_2:"),
    ("views/classroom.py", "Classroom", "classroom", ":material/school:"),
    ("views/review.py", "Review", "review", ":material/rate_review:"),
    ("views/method.py", "Method", "method", ":material/rule:"),
)
"""File, title, path and icon of each page, in reading order; the first is the start page."""

ABOUT_NO_STORY = frozenset({"corpus", "collect", "library", "classroom", "review"})
"""Paths of the pages that work without a story: they wait for no analysis."""


def main() -> None:
    """Draw one page."""
    st.set_page_config(
        page_title="Parallax",
        page_icon=str(identity.ICON),
        layout="wide",
        initial_sidebar_state=state.sidebar(),
    )
    show_styles()
    identity.show_logo()
    pages = [
        st.Page(file, title=title, url_path=path, icon=icon, default=not path)
        for file, title, path, icon in PAGES
    ]
    if state.is_guest():
        # Pupils see nothing but the lesson: the other pages name the outlets.
        _for_guest(st.navigation(pages, position="hidden"))
        return
    page = st.navigation(pages, expanded=True)
    if page.url_path in ABOUT_NO_STORY:
        _without_story(page)
    else:
        _with_story(page)


def _for_guest(page: Page) -> None:
    """Draw a page and nothing around it."""
    frame.bare_header()
    page.run()
    watch_theme()


def _without_story(page: Page) -> None:
    """Draw a page that is about no story; the choice of story and filters is kept."""
    frame.bare_header()
    with problems_told():
        _chosen_story()
    display.choice()
    state.hold(filters.KEYS)
    top = st.container()
    page.run()
    with top:
        frame.unknown_link()
    frame.footer()


def _with_story(page: Page) -> None:
    """Draw a page about the chosen story, or say what is missing and what to do."""
    analysis = None
    with problems_told():
        if chosen := _chosen_story():
            analysis = data.load(chosen)
            filters.shared(analysis)
        else:
            frame.no_story()
    if analysis is None:
        return
    frame.header(analysis)
    top = st.container()
    page.run()
    with top:  # the page's own lists have read the link by now
        frame.unknown_link()
    frame.footer()
    evidence.open_asked()


def _chosen_story() -> str | None:
    """Show the list of stories and return the chosen one, if there are any."""
    titles = data.stories()
    if not titles:
        return None
    state.check_url("story", titles)
    return filters.story(titles)


@contextmanager
def problems_told() -> Iterator[None]:
    """Show what keeps a story or the library from being read, in place of it."""
    try:
        yield
    except ParallaxError as err:
        frame.message(str(err))


main()
