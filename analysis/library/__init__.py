"""What people made and must not lose: articles, stories, edits; the only door to the database.

Everything that is written is on disk when the function returns, and analysis never touches
it. The names below are loaded when they are first used: a command that reads no library
does not wait for the database.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from analysis.errors import LibraryError, LibraryProblem
from analysis.library.class_values import Classroom, Mark, NewMark, Opened, Seat, SeatRole
from analysis.library.kinds import EVERY_STORY, SHELF_KINDS, EditKind, key_of, parts_of
from analysis.library.place import DATABASE, where
from analysis.library.values import (
    FIELDS,
    STORY_FIELDS,
    Added,
    Backup,
    Change,
    Damage,
    Deed,
    Edit,
    Facets,
    Forgotten,
    Imported,
    Kept,
    Note,
    Restored,
    Search,
    StoryEntry,
)

if TYPE_CHECKING:
    from analysis.library.backups import backup, restore
    from analysis.library.bundles import export_story
    from analysis.library.checks import check, why_read_only
    from analysis.library.class_answers import (
        class_marks,
        commit_seat,
        last_mark,
        marks_of_seat,
        save_marks,
    )
    from analysis.library.class_seats import (
        delete_seat,
        imported_seat,
        join_class,
        key_seat,
        new_token,
        seat,
        seats,
    )
    from analysis.library.class_sessions import (
        class_for_code,
        class_for_teacher,
        class_with_id,
        classes,
        close_class,
        delete_class,
        lesson_of_class,
        new_teacher_key,
        open_class,
        set_step,
    )
    from analysis.library.deed_log import deed_edits, deeds
    from analysis.library.edit_log import decisions, edit, history, in_force, record, undo, undo_act
    from analysis.library.fields import bin_articles, checked_field, keep_articles, set_fields
    from analysis.library.forgetting import forget
    from analysis.library.keeping import add, refusal
    from analysis.library.listing import article, articles, count, facets
    from analysis.library.loading import load_story, stories, story_ids, story_titles
    from analysis.library.marks import mark
    from analysis.library.note_log import MAX_NOTE, add_note, change_note, notes
    from analysis.library.own_stories import (
        bin_story,
        describe,
        new_story,
        put_in,
        rename,
        take_out,
    )
    from analysis.library.regrouping import merge, split
    from analysis.library.twins import already
    from analysis.library.unbundling import import_story

_HOMES = {
    "backups": ("backup", "restore"),
    "bundles": ("export_story",),
    "checks": ("check", "why_read_only"),
    "class_answers": ("class_marks", "commit_seat", "last_mark", "marks_of_seat", "save_marks"),
    "class_seats": (
        "delete_seat",
        "imported_seat",
        "join_class",
        "key_seat",
        "new_token",
        "seat",
        "seats",
    ),
    "class_sessions": (
        "class_for_code",
        "class_for_teacher",
        "class_with_id",
        "classes",
        "close_class",
        "delete_class",
        "lesson_of_class",
        "new_teacher_key",
        "open_class",
        "set_step",
    ),
    "deed_log": ("deed_edits", "deeds"),
    "edit_log": ("decisions", "edit", "history", "in_force", "record", "undo", "undo_act"),
    "fields": ("bin_articles", "checked_field", "keep_articles", "set_fields"),
    "forgetting": ("forget",),
    "keeping": ("add", "refusal"),
    "marks": ("mark",),
    "twins": ("already",),
    "listing": ("article", "articles", "count", "facets"),
    "loading": ("load_story", "stories", "story_ids", "story_titles"),
    "note_log": ("MAX_NOTE", "add_note", "change_note", "notes"),
    "own_stories": ("bin_story", "describe", "new_story", "put_in", "rename", "take_out"),
    "regrouping": ("merge", "split"),
    "unbundling": ("import_story",),
}

__all__ = [
    "DATABASE",
    "EVERY_STORY",
    "FIELDS",
    "MAX_NOTE",
    "SHELF_KINDS",
    "STORY_FIELDS",
    "Added",
    "Backup",
    "Change",
    "Classroom",
    "Damage",
    "Deed",
    "Edit",
    "EditKind",
    "Facets",
    "Forgotten",
    "Imported",
    "Kept",
    "LibraryError",
    "LibraryProblem",
    "Mark",
    "NewMark",
    "Note",
    "Opened",
    "Restored",
    "Search",
    "Seat",
    "SeatRole",
    "StoryEntry",
    "add",
    "add_note",
    "already",
    "article",
    "articles",
    "backup",
    "bin_articles",
    "bin_story",
    "change_note",
    "check",
    "checked_field",
    "class_for_code",
    "class_for_teacher",
    "class_marks",
    "class_with_id",
    "classes",
    "close_class",
    "commit_seat",
    "count",
    "decisions",
    "deed_edits",
    "deeds",
    "delete_class",
    "delete_seat",
    "describe",
    "edit",
    "export_story",
    "facets",
    "forget",
    "history",
    "import_story",
    "imported_seat",
    "in_force",
    "join_class",
    "keep_articles",
    "key_of",
    "key_seat",
    "last_mark",
    "lesson_of_class",
    "load_story",
    "mark",
    "marks_of_seat",
    "merge",
    "new_story",
    "new_teacher_key",
    "new_token",
    "notes",
    "open_class",
    "parts_of",
    "put_in",
    "record",
    "refusal",
    "rename",
    "restore",
    "save_marks",
    "seat",
    "seats",
    "set_fields",
    "set_step",
    "split",
    "stories",
    "story_ids",
    "story_titles",
    "take_out",
    "undo",
    "undo_act",
    "where",
    "why_read_only",
]


def __getattr__(name: str) -> object:
    """Return a public name, importing its home only when it is asked for."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        message = f"module 'analysis.library' has no attribute '{name}'"
        raise AttributeError(message)
    return getattr(import_module(f"analysis.library.{home}"), name)
