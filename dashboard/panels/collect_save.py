"""Which story the articles go into, saving them, and what saving did."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.markup import element
from dashboard import alike, collecting, state, words, words_collect
from dashboard.components import frame, html
from dashboard.components.markup import show
from dashboard.components.person import ask_who
from dashboard.prepare import collect
from dashboard.prepare.desk import Desk

_INTO, _TITLE, _WHICH = "collect-into", "collect-title", "collect-story"
_PROBLEM = "_save_problem"

MAX_PROPOSALS = 5
"""Proposed stories listed, the likest first."""


def proposals(found: Desk) -> None:
    """Show which of the articles may be about one event, unless all of them are."""
    proposed = alike.proposals()
    if not proposed:
        return
    st.subheader(words_collect.PROPOSALS, anchor=False)
    names = {each.id: each for each in found.entries}
    for place, each in enumerate(proposed[:MAX_PROPOSALS]):
        entries = [names[article_id] for article_id in each.article_ids]
        with st.container(border=True, key=f"proposal-{place}"):
            show(html.paragraph(collect.proposal_words(each)))
            lines = [
                element("li", collect.named(entry.candidate.article)) for entry in entries[:12]
            ]
            show(element("ul", *lines, class_="px-list px-desk-list"))
            if len(entries) < len(found.entries):
                st.button(
                    words_collect.TAKE_GROUP.format(number=len(entries)),
                    key=f"take-group-{place}",
                    on_click=collecting.take_only,
                    args=([entry.number for entry in entries],),
                )
    show(html.caveat(words_collect.PROPOSAL_NOTE))


def saving(found: Desk) -> None:
    """Show where the articles go, and the button that saves them."""
    st.header(words_collect.STORY, anchor=False)
    _place()
    ask_who()
    number = words.plural(len(found.taken), "article")
    st.button(words_collect.SAVE.format(number=number), key="save", on_click=_save)
    if problem := state.kept(_PROBLEM, ""):
        frame.message(problem)


def _place() -> None:
    titles = library.story_titles()
    places = [words_collect.NEW, *([words_collect.THERE] if titles else []), words_collect.NONE]
    state.start_with(_INTO, words_collect.NEW)
    state.keep_known(_INTO, places)
    into = st.pills(words_collect.INTO, places, default=words_collect.NEW, required=True, key=_INTO)
    if into == words_collect.NEW:
        st.text_input(words_collect.STORY_TITLE, key=_TITLE, width=460, persist_state="page")
    elif into == words_collect.THERE:
        state.keep_known(_WHICH, titles)
        st.selectbox(
            words_collect.STORY_WHICH,
            list(titles),
            format_func=lambda story: " ".join(titles[story].split()),
            key=_WHICH,
            width=460,
        )
    else:
        show(html.paragraph(words_collect.NO_STORY_NOTE, kind="px-hint"))


def _save() -> None:
    """Save, or keep what is in the way to be told on the page."""
    state.keep(_PROBLEM, _missing() or _saved())


def _missing() -> str:
    taken = {each.number for each in collecting.desk().taken}
    refused = len(taken & alike.refusals().keys())
    if not taken:
        return words_collect.NOTHING_TAKEN
    if refused:
        return words_collect.CANNOT_KEEP.format(number=words.plural(refused, "article"))
    is_new = state.chosen(_INTO) == words_collect.NEW
    return words_collect.TITLE_MISSING if is_new and not state.chosen(_TITLE).strip() else ""


def _saved() -> str:
    into = state.chosen(_INTO)
    title = state.chosen(_TITLE).strip() if into == words_collect.NEW else None
    story = state.chosen(_WHICH) if into == words_collect.THERE else None
    problem = collecting.save(story=story, title=title)
    if problem:
        return words_collect.NOT_SAVED.format(problem=problem)
    if title:
        state.put(_TITLE, "")
    return ""


def acknowledged() -> None:
    """Say what the last saving did, with the way to take it back and the way on."""
    saved = collecting.last_saved()
    if saved is None:
        return
    with st.container(border=True, key="saved"):
        if saved.is_undone:
            show(element("p", words_collect.UNDONE, class_="px-text", role="status"))
            return
        show(element("p", _told(saved), class_="px-takeaway", role="status"))
        with st.container(horizontal=True, vertical_alignment="center", key="saved-row"):
            st.button(words_collect.UNDO, key="undo-save", on_click=_undo)
            if saved.story:
                st.page_link("views/overview.py", label=words_collect.OPEN_STORY)


def _undo() -> None:
    state.keep(_PROBLEM, collecting.undo())


def _told(saved: collecting.Saved) -> str:
    new = words.plural(saved.new, "new article")
    known = f", {words_collect.ALREADY.format(number=saved.known)}" if saved.known else ""
    place = words_collect.IN_STORY.format(title=saved.title) if saved.title else ""
    told = words_collect.SAVED.format(new=new, known=known, place=".")
    return f"{told[:-1]}{place}"
