"""What an edit is about, and how its key names the one thing that is edited."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum

EVERY_STORY = ""
"""Story of the edits that hold for all of them: a reader's own word lists, own articles."""


class EditKind(StrEnum):
    """What an edit is about; with the key it names the one thing that is edited."""

    PUT_BACK = "put_back"
    """Key: article, start and end of a block; value: the kind that the reader gives it."""
    SPEAKER = "speaker"
    """Key: speaker id; value: the name the speaker goes by; an existing one merges the two."""
    ALIAS = "alias"
    """Key: speaker id and the words of a mention; value: who is meant, empty for nobody known."""
    QUOTE = "quote"
    """Key: article and first offset of a quote; value: its speaker, empty for nobody known."""
    ROLE = "role"
    """Key: speaker id; value: the role."""
    LIST = "list"
    """Key: id of a word list; value: the list as TOML."""
    REFERENT = "referent"
    """Key: naming words in lower case; value: what they name, empty for no group."""
    REFERENT_NAME = "referent_name"
    """Key: the name of a referent as it was shown; value: its new name; a used one joins both."""
    LINK = "link"
    """Key: two statements; value: "linked" or "apart"."""
    FACT = "fact"
    """Key: a statement of the fact; value: the name that the reader gives the fact."""
    FIELD = "field"
    """Key: article and name of a field; value: what it holds, empty for not known."""
    MEMBER = "member"
    """Key: article; value: "in" or "out" of the story."""
    STORY = "story"
    """Key: name of a field of the story, ``kept`` or ``uid``; value: what it holds."""
    KEPT = "kept"
    """Key: article; value: "library", or "bin" for one taken out of it."""
    NOTE = "note"
    """Key: id of the note, article, and the offsets it is about, if any; value: the note."""
    REVIEW = "review"
    """Key: id of the review of a draft; value: the draft and what was decided, as JSON."""


SHELF_KINDS = frozenset(
    {
        EditKind.FIELD,
        EditKind.MEMBER,
        EditKind.STORY,
        EditKind.KEPT,
        EditKind.NOTE,
        EditKind.REVIEW,
    }
)
"""Edits of the library itself; all others correct what an analysis finds."""

GOING_ALONG = (
    *(kind for kind in EditKind if kind not in SHELF_KINDS | {EditKind.LIST}),
    EditKind.NOTE,
)
"""Decisions that belong to articles and what was found in them: they go where those go."""

_ARTICLE_PARTS = {
    EditKind.PUT_BACK: (0,),
    EditKind.QUOTE: (0,),
    EditKind.LINK: (0, 2),
    EditKind.FACT: (0,),
    EditKind.FIELD: (0,),
    EditKind.MEMBER: (0,),
    EditKind.KEPT: (0,),
    EditKind.NOTE: (1,),
}
"""Which parts of a key are ids of articles."""

ARTICLE_KINDS = frozenset(_ARTICLE_PARTS)
"""Edits whose key names an article."""


def key_of(*parts: object) -> str:
    """Return the key of an edit from its parts, whatever characters they hold."""
    return json.dumps([str(part) for part in parts], ensure_ascii=False)


def parts_of(key: str) -> tuple[str, ...]:
    """Return the parts of the key of an edit."""
    return tuple(json.loads(key))


def articles_of(kind: EditKind, key: str) -> tuple[str, ...]:
    """Return the ids of the articles that the key of an edit names."""
    places = _ARTICLE_PARTS.get(kind, ())
    return tuple(parts_of(key)[place] for place in places) if places else ()


def renamed(kind: EditKind, key: str, ids: Mapping[str, str]) -> str | None:
    """Return the key with its articles under other ids; nothing if one of them has none."""
    places = _ARTICLE_PARTS.get(kind, ())
    if not places:
        return key
    parts = list(parts_of(key))
    if any(parts[place] not in ids for place in places):
        return None
    for place in places:
        parts[place] = ids[parts[place]]
    return key_of(*parts)
