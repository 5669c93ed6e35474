"""Stories: which there are, a new one, one to look at and change, and proposals."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.library import StoryEntry
from analysis.markup import Html
from dashboard import deeds, state
from dashboard import words_library as said
from dashboard import words_library_stories as of_stories
from dashboard.components import frame, html
from dashboard.components.markup import show
from dashboard.deeds import Outcome
from dashboard.panels import library_proposals, library_story
from dashboard.prepare.library_edits import moment_of

_NEW = "story-new"


def draw() -> None:
    """Draw the part."""
    show(html.paragraph(of_stories.STORIES_INTRO))
    entries = library.stories()
    if entries:
        show(
            html.table(
                of_stories.STORY_HEADS, [_row(each) for each in entries], caption=said.STORIES
            )
        )
    else:
        frame.message(of_stories.NO_STORIES)
    with st.container(horizontal=True, vertical_alignment="bottom", key="story-make"):
        st.text_input(
            of_stories.NEW_STORY, key=_NEW, width=360, placeholder=of_stories.STORY_FIELDS["title"]
        )
        st.button(of_stories.MAKE_STORY, key="story-make-do", on_click=_make)
    if entries:
        library_story.draw(entries)
    library_proposals.draw({each.id: each.title for each in entries})


def _row(entry: StoryEntry) -> list[Html | str]:
    made = said.COMES_WITH if entry.is_shipped else moment_of(entry.made_at or "")
    return [entry.title, f"{entry.n_articles:,}", made]


def _make() -> None:
    title = state.chosen(_NEW)

    def made() -> Outcome:
        story = library.new_story(title, author=state.author())
        state.keep(library_story.CHOSEN, story)
        text = of_stories.MADE.format(title=" ".join(title.split()), articles="")
        return Outcome(text, deeds.act_of_new(story))

    if deeds.do(made):
        state.put(_NEW, "")
