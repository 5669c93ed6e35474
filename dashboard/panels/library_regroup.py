"""Merging stories, splitting one, and moving one to the bin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import library
from analysis.errors import InputError
from analysis.library import StoryEntry
from dashboard import deeds, state, words
from dashboard import words_library as said
from dashboard import words_library_stories as of_stories
from dashboard.components import html
from dashboard.components.markup import plain, show
from dashboard.deeds import Outcome
from dashboard.prepare.library_items import Item


def merge(entry: StoryEntry, titles: Mapping[str, str]) -> None:
    """Offer to put the articles of another story into this one."""
    others = {each: title for each, title in titles.items() if each != entry.id}
    with st.expander(of_stories.MERGE, key=f"merge-{entry.id}"):
        if not others:
            show(html.paragraph(of_stories.NO_OTHER))
            return
        show(html.paragraph(of_stories.MERGE_INTRO))
        key = f"merge-which-{entry.id}"
        state.keep_known(key, others)
        with st.container(horizontal=True, vertical_alignment="bottom", key="merge-form"):
            st.selectbox(
                of_stories.MERGE_WHICH,
                list(others),
                format_func=others.__getitem__,
                key=key,
                width=360,
            )
            args = (entry, others, key)
            st.button(of_stories.MERGE_DO, key="merge-do", on_click=_merge, args=args)


def _merge(entry: StoryEntry, others: Mapping[str, str], key: str) -> None:
    other = state.chosen(key)
    text = of_stories.MERGED.format(other=others.get(other, other), title=entry.title)
    deeds.do(
        lambda: Outcome(text, library.merge(entry.id, [other], author=state.author()), entry.id)
    )


def split(entry: StoryEntry, articles: Sequence[Item]) -> None:
    """Offer to make some of the articles a story of their own."""
    with st.expander(of_stories.SPLIT, key=f"split-{entry.id}"):
        show(html.paragraph(of_stories.SPLIT_INTRO))
        keys = {f"split-{entry.id}-{each.ref.id}": each for each in articles}
        for key, item in keys.items():
            st.checkbox(plain(item.called), key=key)
        with st.container(horizontal=True, vertical_alignment="bottom", key="split-form"):
            title = f"split-title-{entry.id}"
            st.text_input(said.NEW_TITLE, key=title, width=360)
            args = (entry, {key: each.ref.id for key, each in keys.items()}, title)
            st.button(of_stories.SPLIT_DO, key="split-do", on_click=_split, args=args)


def _split(entry: StoryEntry, keys: Mapping[str, str], title_key: str) -> None:
    ids = [article_id for key, article_id in keys.items() if state.is_on(key)]
    title = " ".join(state.chosen(title_key).split())

    def done() -> Outcome:
        if not ids:
            raise InputError(of_stories.SPLIT_NONE)
        story = library.split(entry.id, ids, title, author=state.author())
        text = of_stories.SPLIT_DONE.format(number=words.plural(len(ids), "article"), title=title)
        return Outcome(text, deeds.act_of_new(story), story)

    if deeds.do(done):
        state.put(title_key, "")


def into_bin(entry: StoryEntry) -> None:
    """Offer to take the story out of all lists."""
    with st.expander(of_stories.BIN_STORY, key=f"bin-{entry.id}"):
        show(html.paragraph(of_stories.BIN_STORY_INTRO))
        st.button(of_stories.BIN_STORY_DO, key="story-bin", on_click=_bin, args=(entry,))


def _bin(entry: StoryEntry) -> None:
    text = of_stories.STORY_BINNED.format(title=entry.title)
    deeds.do(lambda: Outcome(text, library.bin_story(entry.id, author=state.author())))
