"""Notes on articles: each one a thing of its own, so that nobody writes over another's."""

from __future__ import annotations

import secrets

from sqlalchemy import select

from analysis.errors import InputError, LibraryError, LibraryProblem
from analysis.library.edit_log import Entry, decisions, new_act, record, write
from analysis.library.engine import writing
from analysis.library.kinds import EVERY_STORY, EditKind, key_of, parts_of
from analysis.library.tables import edits
from analysis.library.values import Change, Edit, Note
from analysis.types import Span

MAX_NOTE = 5_000
"""Longest note, in characters."""


def add_note(
    article_id: str,
    text: str,
    *,
    story: str = EVERY_STORY,
    span: Span | None = None,
    author: str | None = None,
) -> str:
    """Write a note about an article, or about a stretch of it; return its key.

    Raises
    ------
    InputError
        If it is empty or too long.
    """
    key = key_of(secrets.token_hex(8), article_id, *(span or ()))
    record([Change(story, EditKind.NOTE, key, _checked(text))], author=author)
    return key


def change_note(note: Note, text: str | None, *, author: str | None = None) -> str:
    """Write a note anew, or remove it with ``None``; return the deed.

    Raises
    ------
    LibraryError
        If somebody changed it since it was read: theirs is kept, and can be read now.
    InputError
        If it is empty or too long.
    """
    change = Change(note.story, EditKind.NOTE, note.key, None if text is None else _checked(text))
    latest = select(edits.c.id).where(
        edits.c.story == note.story,
        edits.c.kind == EditKind.NOTE,
        edits.c.key == note.key,
        edits.c.holds,
    )
    act = new_act()
    with writing() as connection:
        if connection.execute(latest).scalar() != note.edit_id:
            message = (
                "This note was changed by somebody else in the meantime; theirs is kept. "
                "Read it, then write yours again"
            )
            raise LibraryError(message, LibraryProblem.CHANGED)
        write(connection, [Entry(change, author)], act)
    return act


def notes(story: str = EVERY_STORY, *, article_id: str | None = None) -> tuple[Note, ...]:
    """Return the notes of a story, or those that belong to no story, oldest first."""
    found = (_note(each) for each in reversed(decisions(story, [EditKind.NOTE])))
    return tuple(each for each in found if article_id in (None, each.article_id))


def _note(edit: Edit) -> Note:
    _, article, *offsets = parts_of(edit.key)
    span = Span(*map(int, offsets)) if offsets else None
    text = edit.value or ""
    return Note(edit.key, edit.story, article, span, text, edit.author, edit.made_at, edit.id)


def _checked(text: str) -> str:
    if not text.strip():
        message = "the note is empty; write something, or remove it"
        raise InputError(message)
    if len(text) > MAX_NOTE:
        message = f"the note has {len(text):,} characters; at most {MAX_NOTE:,} are kept"
        raise InputError(message)
    return text
