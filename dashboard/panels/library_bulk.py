"""Many articles at once: which are chosen, what is to be done to them, done as one deed."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis import library
from analysis.library import Search
from dashboard import deeds, shelf, state, words
from dashboard import words_library as said
from dashboard import words_library_stories as of_stories
from dashboard.components import html
from dashboard.components.markup import show
from dashboard.deeds import Outcome
from dashboard.prepare.library_changes import IN_BIN, IN_LIBRARY, Bulk, done, planned
from dashboard.prepare.library_items import Item, Ref
from dashboard.shelf import Page

_CHOSEN, _ROUND = "_library_chosen", "library-round"
_WHICH, _WHAT, _VALUE, _TITLE = "bulk-which", "bulk-what", "bulk-value", "bulk-title"
_MANY = 10**6

NEW = ""
"""Stands for a story that is to be made; no story has an empty id."""


def chosen() -> dict[str, Ref]:
    """Return the articles that are chosen, by their names."""
    return state.kept(_CHOSEN, {})


def box(item: Item, label: str) -> None:
    """Show the box that chooses an article; it stays ticked on other pages of the list."""
    st.checkbox(
        label,
        value=item.name in chosen(),
        key=_key(item.name),
        label_visibility="collapsed",
        on_change=_ticked,
        args=(item.ref,),
    )


def _key(name: str) -> str:
    return f"pick-{state.number(_ROUND)}-{name}"


def _ticked(ref: Ref) -> None:
    others = {name: each for name, each in chosen().items() if name != ref.name}
    is_on = state.is_on(_key(ref.name))
    state.keep(_CHOSEN, {**others, ref.name: ref} if is_on else others)


def leave_out(name: str) -> None:
    """Choose an article no longer: it is gone."""
    state.keep(_CHOSEN, {other: each for other, each in chosen().items() if other != name})


def _choose(refs: list[Ref]) -> None:
    """Choose these beside the others, or none; every box is drawn anew."""
    state.keep(_CHOSEN, {**chosen(), **{each.name: each for each in refs}} if refs else {})
    state.step(_ROUND, 1, _MANY)


def draw(search: Search, found: Page, titles: Mapping[str, str]) -> None:
    """Show what can be done to the chosen articles, or to all that were found."""
    n_chosen = len(chosen())
    with st.container(horizontal=True, vertical_alignment="center", key="bulk-choose"):
        on_page = [each.ref for each in found.rows]
        st.button(said.CHOOSE_PAGE, key="bulk-page", on_click=_choose, args=(on_page,))
        if n_chosen:
            st.button(said.CHOOSE_NONE, key="bulk-none", on_click=_choose, args=([],))
        show(html.paragraph(_counted(found, n_chosen), kind="px-count"))
    # Another key for another start: a drawn one stays as it was.
    key = "bulk-open" if n_chosen else "bulk"
    with st.expander(said.BULK, key=key, expanded=n_chosen > 0):
        _form(search, found, titles)


def _counted(found: Page, n_chosen: int) -> str:
    total = said.FOUND.format(number=words.plural(found.total, "article"))
    return f"{total}, {n_chosen:,} chosen" if n_chosen else total


def _form(search: Search, found: Page, titles: Mapping[str, str]) -> None:
    options = {"chosen": said.BULK_CHOSEN, "found": said.BULK_FOUND}
    what_there_is = IN_BIN if search.binned else IN_LIBRARY
    state.keep_known(_WHAT, what_there_is)
    with st.container(horizontal=True, vertical_alignment="bottom", key="bulk-form"):
        which = st.selectbox(
            said.BULK_WHICH, list(options), format_func=options.__getitem__, key=_WHICH, width=230
        )
        bulk = Bulk(st.selectbox(said.BULK_WHAT, list(what_there_is), key=_WHAT, width=230))
        _value(bulk, titles)
        number = found.total if which == "found" else len(chosen())
        if number:
            label = said.DO.format(number=words.plural(number, "article"))
            st.button(label, key="bulk-do", on_click=_do, args=(search, dict(titles)))
    if not number:
        show(html.paragraph(said.BULK_NONE, kind="px-hint"))
    elif bulk.field and bulk is not Bulk.RIGHTS:
        show(html.paragraph(said.BULK_EMPTY, kind="px-hint"))


def _value(bulk: Bulk, titles: Mapping[str, str]) -> None:
    """Show the field for what is set, or the story that is meant."""
    key = f"{_VALUE}-{bulk.name}"
    if bulk is Bulk.RIGHTS:
        rights = list(said.RIGHTS)
        st.selectbox(
            said.NEW_RIGHTS, rights, format_func=said.RIGHTS.__getitem__, key=key, width=330
        )
    elif bulk.field:
        label = said.NEW_OUTLET if bulk is Bulk.OUTLET else said.NEW_LANGUAGE
        st.text_input(label, key=key, width=260)
    elif bulk.is_about_story:
        stories = {each: " ".join(title.split()) for each, title in titles.items()}
        if bulk is Bulk.PUT_IN:
            stories[NEW] = said.A_NEW_STORY
        if not stories:
            show(html.paragraph(said.NO_STORY, kind="px-hint"))
            return
        state.keep_known(key, stories)
        story = st.selectbox(
            said.STORY, list(stories), format_func=stories.__getitem__, key=key, width=330
        )
        if bulk is Bulk.PUT_IN and story == NEW:
            st.text_input(said.NEW_TITLE, key=_TITLE, width=330)


# Callbacks read what the fields hold now: their arguments are one run old.


def _do(search: Search, titles: dict[str, str]) -> None:
    bulk = Bulk(state.chosen(_WHAT))
    value = state.kept(f"{_VALUE}-{bulk.name}", "") or ""

    def all_at_once() -> Outcome:
        refs = list(_refs(search))
        if bulk is Bulk.PUT_IN and value == NEW:
            return _new_story(refs)
        return _recorded(refs, bulk, value, titles)

    if deeds.do(all_at_once):
        _choose([])
        state.refresh(f"{_VALUE}-{Bulk.OUTLET.name}", "")
        state.refresh(_TITLE, "")


def _refs(search: Search) -> list[Ref]:
    is_all = state.chosen(_WHICH) == "found"
    return list(shelf.all_found(search)) if is_all else list(chosen().values())


def _recorded(refs: list[Ref], bulk: Bulk, value: str, titles: dict[str, str]) -> Outcome:
    checked = library.checked_field(bulk.field, value) or "" if bulk.field else value
    plan = planned(refs, bulk, checked)
    act = library.record(plan.changes, author=state.author())
    n_done = len(plan.changes)
    text = done(bulk, titles.get(value, checked), n_done, plan.stayed)
    story = value if bulk is Bulk.PUT_IN and n_done else ""
    return Outcome(text, act, story) if n_done else Outcome(text)


def _new_story(refs: list[Ref]) -> Outcome:
    title = state.chosen(_TITLE)
    own = [each.id for each in refs if each.is_own]
    story = library.new_story(title, article_ids=own, author=state.author())
    number = of_stories.WITH_ARTICLES.format(number=words.plural(len(own), "article"))
    stayed = len(refs) - len(own)
    text = of_stories.MADE.format(title=" ".join(title.split()), articles=number)
    if stayed:
        text += said.STAYED.format(number=words.plural(stayed, "article"))
    return Outcome(text, deeds.act_of_new(story), story if own else "")
