"""Notes on one article: written, changed and removed, and never over another person's."""

from __future__ import annotations

import zlib

import streamlit as st

from analysis import library
from analysis.errors import InputError, LibraryError, LibraryProblem
from analysis.library import MAX_NOTE, Note
from analysis.markup import element, joined
from dashboard import deeds, state, words
from dashboard import words_library as said
from dashboard import words_library_safe as of_safety
from dashboard.components import html
from dashboard.components.markup import show
from dashboard.deeds import Outcome
from dashboard.prepare.library_edits import MAX_VALUE, moment_of
from dashboard.prepare.library_items import Item, Ref

_NEW, _BASE = "note-new", "_note_base"


def draw(item: Item) -> None:
    """Show the notes on an article, and the field for another one."""
    st.subheader(said.NOTES, anchor=False)
    for note in library.notes(item.ref.story, article_id=item.ref.id):
        name = f"{zlib.crc32(note.key.encode()):x}"
        with st.container(border=True, key=f"note-{name}"):
            _note(item, note, name)
    key = f"{_NEW}-{item.name}"
    st.text_area(said.NOTE_NEW, key=key, max_chars=MAX_NOTE, height=90)
    st.button(said.NOTE_ADD, key="note-add", on_click=_add, args=(item, key))


def _note(item: Item, note: Note, name: str) -> None:
    who = f"{moment_of(note.made_at)}, {note.author or of_safety.NOBODY}"
    if note.span:
        about = words.shortened(note.span.of(item.article.text), MAX_VALUE)
        who = f"{who}, {said.NOTE_ABOUT.format(words=about)}"
    show(
        joined(
            html.paragraph(who, kind="px-where"),
            element("p", note.text, class_="px-piece", dir="auto"),
        )
    )
    base: Note | None = state.kept(f"{_BASE}-{name}", None)
    if base is None:
        st.button(
            said.NOTE_CHANGE, key=f"change-{name}", on_click=_begin, args=(f"{_BASE}-{name}", note)
        )
        return
    st.text_area(said.NOTE_TEXT, value=base.text, key=f"text-{name}", max_chars=MAX_NOTE, height=90)
    with st.container(horizontal=True, key=f"do-{name}"):
        st.button(said.NOTE_SAVE, key=f"save-{name}", on_click=_change, args=(note, name))
        st.button(said.NOTE_REMOVE, key=f"remove-{name}", on_click=_remove, args=(note, name))
        st.button(
            said.NOTE_CANCEL, key=f"cancel-{name}", on_click=_begin, args=(f"{_BASE}-{name}", None)
        )


def _begin(key: str, note: Note | None) -> None:
    """Begin to change a note as it reads now, or stop."""
    state.keep(key, note)


def _add(item: Item, key: str) -> None:
    def added() -> Outcome:
        text = state.chosen(key)
        if not text.strip():
            raise InputError(said.NOTE_EMPTY)
        story, author = item.ref.story, state.author()
        made = library.add_note(item.ref.id, text, story=story, author=author)
        edits = library.history(story, [library.EditKind.NOTE])
        return Outcome(said.NOTE_ADDED, next(e.act for e in edits if e.key == made))

    if deeds.do(added):
        state.put(key, "")


def _change(note: Note, name: str) -> None:
    _written(note, name, state.chosen(f"text-{name}"), said.NOTE_CHANGED)


def _remove(note: Note, name: str) -> None:
    _written(note, name, None, said.NOTE_REMOVED)


def _written(note: Note, name: str, text: str | None, done: str) -> None:
    """Keep a note as it was changed from what it was when changing it began."""
    base: Note = state.kept(f"{_BASE}-{name}", note)

    def written() -> Outcome:
        try:
            return Outcome(done, library.change_note(base, text, author=state.author()))
        except LibraryError as err:
            if err.problem is LibraryProblem.CHANGED:
                message = _told_conflict(note, name, text, str(err))
                raise LibraryError(message, err.problem) from err
            raise

    if deeds.do(written):
        state.keep(f"{_BASE}-{name}", None)


def _told_conflict(note: Note, name: str, text: str | None, problem: str) -> str:
    """Take what the note says now for read from here on; if it is gone, save what was written."""
    there = library.notes(note.story, article_id=note.article_id)
    now = next((each for each in there if each.key == note.key), None)
    state.keep(f"{_BASE}-{name}", now)
    if now is None:
        story, article_id = note.story, note.article_id
        state.put(f"{_NEW}-{Ref(article_id, story).name}", text or "")
        return said.NOTE_GONE
    return said.NOTE_CONFLICT.format(problem=problem)
