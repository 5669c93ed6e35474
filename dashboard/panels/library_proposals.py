"""Stories proposed by likeness of content and time, each taken with one press."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

import streamlit as st

from analysis import library
from dashboard import deeds, shelf, state, words
from dashboard import words_library as said
from dashboard import words_library_safe as of_safety
from dashboard import words_library_stories as of_stories
from dashboard.components import html
from dashboard.components.markup import plain, show
from dashboard.deeds import Outcome
from dashboard.prepare import library_items as items
from dashboard.prepare.collect import proposal_words
from dashboard.prepare.library_items import Item
from dashboard.shelf import MAX_COMPARED, Proposed

MAX_LISTED = 8
"""Articles of a proposal that are named; the number counts all."""


def draw(titles: Mapping[str, str]) -> None:
    """Draw the proposals."""
    st.header(of_stories.PROPOSALS, anchor=False)
    found = shelf.proposals()
    if not found:
        show(html.paragraph(of_stories.PROPOSALS_NONE))
        return
    show(html.paragraph(of_stories.PROPOSALS_INTRO))
    if library.count() > MAX_COMPARED:
        show(html.paragraph(of_stories.PROPOSED_LIMIT.format(most=MAX_COMPARED), kind="px-hint"))
    for each in found:
        names = "|".join(each.proposal.article_ids)
        key = f"proposal-{zlib.crc32(names.encode()):x}"
        with st.container(border=True, key=key):
            _proposal(each, titles, key)


def _proposal(found: Proposed, titles: Mapping[str, str], key: str) -> None:
    show(html.paragraph(proposal_words(found.proposal)))
    lines = [_line(each, titles) for each in found.members[:MAX_LISTED]]
    more = len(found.members) - len(lines)
    show(html.bullets(lines + ([of_safety.MORE_EDITS.format(number=more)] if more else [])))
    if found.story and found.story in titles:
        number = words.plural(len(found.loose), "article")
        title = plain(words.shortened(titles[found.story], items.MAX_NAME))
        label = of_stories.PROPOSED_INTO.format(number=number, title=title)
        args = (found, titles[found.story])
        st.button(label, key=f"{key}-into", on_click=_put_in, args=args)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{key}-new"):
        title = found.loose[0].headline
        st.text_input(of_stories.PROPOSED_TITLE, value=title, key=f"{key}-title", width=420)
        args = (found, f"{key}-title")
        st.button(of_stories.PROPOSED_NEW, key=f"{key}-make", on_click=_make, args=args)


def _line(item: Item, titles: Mapping[str, str]) -> str:
    there = [titles[each] for each in item.ref.stories if each in titles]
    place = f", {of_stories.PROPOSED_THERE.format(title=there[0])}" if there else ""
    return f"{item.called}, {items.dated(item)}{place}"


def _put_in(found: Proposed, title: str) -> None:
    story, ids = found.story or "", [each.ref.id for each in found.loose]
    number = words.plural(len(ids), "article")
    text = said.DONE.format(
        what=said.WHAT_STORY.format(what=said.PUT_IN, title=title), number=number
    )
    deeds.do(lambda: Outcome(text, library.put_in(story, ids, author=state.author()), story))


def _make(found: Proposed, key: str) -> None:
    title = state.chosen(key)
    ids = [each.ref.id for each in found.loose]

    def made() -> Outcome:
        story = library.new_story(title, article_ids=ids, author=state.author())
        number = of_stories.WITH_ARTICLES.format(number=words.plural(len(ids), "article"))
        text = of_stories.MADE.format(title=" ".join(title.split()), articles=number)
        return Outcome(text, deeds.act_of_new(story), story)

    deeds.do(made)
