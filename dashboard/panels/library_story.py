"""One story: its title, place and days, its articles, merging, splitting, and the bin."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import library
from analysis.errors import ParallaxError, StoryError
from analysis.library import STORY_FIELDS, StoryEntry
from analysis.stories import Story
from dashboard import deeds, shelf, state, words
from dashboard import words_library as said
from dashboard import words_library_stories as of_stories
from dashboard.components import frame, html
from dashboard.components.markup import show
from dashboard.deeds import Outcome
from dashboard.panels import library_regroup
from dashboard.prepare import library_items as items
from dashboard.prepare.library_changes import Bulk, planned
from dashboard.prepare.library_items import Item

CHOSEN = "shelf-story"
"""Name under which this session keeps which story is looked at."""

_LONG = frozenset({"summary", "note"})


def draw(entries: Sequence[StoryEntry]) -> None:
    """Show the list of stories, and what can be done with the chosen one."""
    titles = {each.id: " ".join(each.title.split()) for each in entries}
    st.header(of_stories.ONE_STORY, anchor=False)
    chosen = _chosen(titles)
    entry = next(each for each in entries if each.id == chosen)
    story = _story(entry)
    if story and story.articles:
        deeds.open_story(entry.id, "story-open")
        show(html.bullets([_line(each) for each in _items(story)]))
    _taken_out(entry.id)
    if story:
        _describe(entry, story)
        library_regroup.merge(entry, titles)
        if story.articles:
            library_regroup.split(entry, _items(story))
    library_regroup.into_bin(entry)


def _chosen(titles: Mapping[str, str]) -> str:
    """Show the list under a key of its titles: a drawn list would go on to show an old one."""
    names = list(titles)
    before = state.kept(CHOSEN, names[0])
    key = f"{CHOSEN}-{zlib.crc32(repr(titles).encode('utf-8', 'surrogatepass'))}"
    return st.selectbox(
        said.STORY,
        names,
        index=names.index(before) if before in titles else 0,
        format_func=titles.__getitem__,
        key=key,
        on_change=_choose,
        args=(key,),
        width=460,
    )


def _choose(key: str) -> None:
    state.keep(CHOSEN, state.chosen(key))


def _story(entry: StoryEntry) -> Story | None:
    """Return the story; one without articles has its fields all the same."""
    try:
        return library.load_story(entry.id)
    except StoryError:
        frame.message(of_stories.STORY_EMPTY)
    except ParallaxError as err:
        frame.message(str(err))
        return None
    given = {
        library.parts_of(key)[0]: value or None
        for (kind, key), value in library.in_force(entry.id).items()
        if kind is library.EditKind.STORY
    }
    known = {name: given.get(name) for name in STORY_FIELDS}
    return Story(entry.id, articles=(), **{**known, "title": entry.title})


def _items(story: Story) -> list[Item]:
    return items.shipped(story, [each.id for each in story.articles])


def _line(item: Item) -> str:
    return f"{item.called}, {items.dated(item)}"


def _taken_out(story: str) -> None:
    """List what was taken out of a story that comes with Parallax, with the way back."""
    gone = [each for each in shelf.shipped_articles().out if each.ref.story == story]
    if gone:
        show(html.paragraph(of_stories.TAKEN_OUT, kind="px-where"))
    for item in gone:
        with st.container(horizontal=True, vertical_alignment="center", key=f"out-{item.name}"):
            show(html.paragraph(_line(item)))
            st.button(
                of_stories.PUT_BACK, key=f"return-{item.name}", on_click=_put_back, args=(item,)
            )


def _put_back(item: Item) -> None:
    text = said.BROUGHT_BACK.format(headline=item.headline)
    changes = planned([item.ref], Bulk.KEEP, "").changes
    deeds.do(lambda: Outcome(text, library.record(changes, author=state.author())))


def _describe(entry: StoryEntry, story: Story) -> None:
    """Show a field for everything a story can say of itself."""
    with st.expander(of_stories.DESCRIBE, key=f"describe-{entry.id}"):
        with st.grid(2, min_column_width=280):
            for name, label in of_stories.STORY_FIELDS.items():
                value, key = getattr(story, name) or "", _key(story, name)
                if name in _LONG:
                    st.text_area(label, value=value, key=key, height=90)
                else:
                    st.text_input(label, value=value, key=key)
        st.button(of_stories.SAVE_STORY, key="story-save", on_click=_save, args=(story,))


def _key(story: Story, name: str) -> str:
    """Return the key of a field: another one as soon as another value is kept."""
    value = getattr(story, name) or ""
    return f"story-{name}-{story.id}-{zlib.crc32(value.encode('utf-8', 'surrogatepass'))}"


def _save(story: Story) -> None:
    written = {name: state.chosen(_key(story, name)).strip() for name in STORY_FIELDS}
    changed = {n: v for n, v in written.items() if v != (getattr(story, n) or "").strip()}
    names = words.listed([of_stories.STORY_FIELDS[name].split(" (")[0].lower() for name in changed])

    def described() -> Outcome:
        if not changed:
            return Outcome(said.NOTHING_CHANGED)
        act = library.describe(story.id, changed, author=state.author())
        title = changed.get("title") or story.title
        return Outcome(of_stories.DESCRIBED.format(fields=names, title=title), act)

    deeds.do(described)
