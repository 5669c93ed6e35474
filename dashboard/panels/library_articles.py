"""The articles of the library: search, filters, and a list of what is found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import streamlit as st

from analysis import library
from analysis.library import Search
from analysis.markup import element, joined
from dashboard import shelf, state
from dashboard import words_library as said
from dashboard.components import frame, html
from dashboard.components.markup import plain, show
from dashboard.panels import library_article, library_bulk
from dashboard.prepare import library_items as items
from dashboard.prepare.library_differences import near_names
from dashboard.prepare.library_items import ANY, LAST_DAY, PAGE, Item
from dashboard.shelf import Page

FIND, OUTLET, LANGUAGE, FROM, TO, STORY, ADDED, WHERE = KEYS = tuple(
    f"find-{name}"
    for name in ("words", "outlet", "language", "from", "to", "story", "added", "where")
)
"""Keys of the search and its filters; kept while another part of the page is shown."""

_NARROW = 140
"""Width below which a filter goes to the next line, in pixels."""

_PAGE = "library-page"
_MANY = 10**6


def draw() -> None:
    """Draw the list, or the one article that was opened."""
    opened = library_article.opened()
    if opened:
        library_article.draw(opened)
        return
    show(html.paragraph(said.ARTICLES_INTRO))
    for problem in shelf.shipped_articles().problems:
        frame.message(problem)
    titles = library.story_titles()
    search = _search()
    found = shelf.page(search, state.number(_PAGE))
    if not found.rows and state.number(_PAGE):  # the list has become shorter
        state.step(_PAGE, -_MANY, _MANY)
        found = shelf.page(search, 0)
    _filters(found, titles)
    if found.total:
        library_bulk.draw(search, found, titles)
        _list(found, titles)
        _steps(found)
    else:
        frame.message(said.BIN_EMPTY if search.binned else said.NONE_FOUND)
    _empty()


def _search() -> Search:
    """Return what the fields ask for, as they were left."""
    days = _chosen(ADDED)
    since = datetime.now(UTC) - timedelta(days=int(days)) if days else None
    before = _chosen(TO)
    return Search(
        query=state.kept(FIND, None) or None,
        outlet=_chosen(OUTLET),
        language=_chosen(LANGUAGE),
        after=_chosen(FROM),
        before=before and f"{before}{LAST_DAY}",
        story=_chosen(STORY),
        added_after=since and since.isoformat(timespec="seconds"),
        binned=_chosen(WHERE) is not None,
    )


def _chosen(key: str) -> str | None:
    """Return what a filter asks for; nothing for any."""
    value = state.kept(key, ANY)
    return None if value == ANY else value


def _filters(found: Page, titles: Mapping[str, str]) -> None:
    """Show the fields of the search, the filters with the count of each value."""
    months = items.months(found.facets.months)
    stories = {ANY: said.ANYTHING, **{k: " ".join(v.split()) for k, v in titles.items()}}
    st.text_input(said.FIND, key=FIND, on_change=_first_page)
    with st.grid(4, min_column_width=_NARROW):
        _choice(said.OUTLET, OUTLET, items.choices(found.facets.outlets))
        _choice(said.LANGUAGE, LANGUAGE, items.languages(found.facets.languages))
        _choice(said.FROM_MONTH, FROM, months)
        _choice(said.TO_MONTH, TO, months)
        _choice(said.STORY, STORY, stories)
        _choice(said.ADDED, ADDED, said.ADDED_SINCE)
        _choice(said.WHERE, WHERE, {ANY: said.IN_LIBRARY, "bin": said.IN_BIN})
    if any(state.kept(key, ANY) not in (ANY, "") for key in KEYS):
        st.button(said.CLEAR_SEARCH, key="find-clear", on_click=_clear)


def _choice(label: str, key: str, options: Mapping[str, str]) -> None:
    """Show one filter; a value that is chosen and no longer found stays to be taken away."""
    shown = dict(options)
    chosen = state.kept(key, ANY)
    if chosen not in shown:
        shown[chosen] = f"{chosen} (0)"
    st.selectbox(
        label,
        list(shown),
        format_func=shown.__getitem__,
        key=key,
        on_change=_first_page,
    )


def _clear() -> None:
    for key in KEYS:
        state.put(key, "" if key == FIND else ANY)
    _first_page()


def _first_page() -> None:
    state.step(_PAGE, -_MANY, _MANY)


def _list(found: Page, titles: Mapping[str, str]) -> None:
    near = near_names(shelf.copies().links)
    for item in found.rows:
        with st.container(key=f"row-{item.name}", gap="xxsmall"):
            _row(item, titles, is_near=item.name in near)


def _row(item: Item, titles: Mapping[str, str], *, is_near: bool) -> None:
    headline = plain(item.headline)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        library_bulk.box(item, said.CHOOSE.format(headline=headline))
        st.button(
            headline,
            key=f"open-{item.name}",
            type="tertiary",
            on_click=library_article.open_article,
            args=(item.name,),
        )
    marks = [said.NEAR_MARK] if is_near else []
    marks += [said.DAMAGED_MARK] if item.damage else []
    marks += [] if item.ref.is_own else [said.COMES_WITH]
    tags = [element("span", f" {mark} ", class_="px-tag") for mark in marks]
    show(html.paragraph(joined(items.meta(item, titles), " ", *tags), kind="px-where px-row"))


def _steps(found: Page) -> None:
    """Show the ways to the pages before and after this one."""
    last = (found.total - 1) // PAGE
    here = state.number(_PAGE)
    if not last:
        return
    first = here * PAGE + 1
    shown = said.SHOWN.format(first=first, last=first + len(found.rows) - 1, number=found.total)
    with st.container(horizontal=True, vertical_alignment="center", key="library-steps"):
        show(html.paragraph(shown, kind="px-count"))
        if here:
            label = said.PREVIOUS.format(most=PAGE)
            st.button(label, key="page-back", on_click=state.step, args=(_PAGE, -1, last))
        if here < last:
            label = said.NEXT.format(most=PAGE)
            st.button(label, key="page-on", on_click=state.step, args=(_PAGE, 1, last))


def _empty() -> None:
    """Say what to do while nothing was brought in."""
    if not library.count():
        frame.message(said.EMPTY_OWN if shelf.shipped_articles().there else said.EMPTY_ALL)
        st.page_link("views/collect.py", label=said.COLLECT)
