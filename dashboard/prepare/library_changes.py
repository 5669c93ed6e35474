"""What is to be done to many articles at once -> the decisions that do it, as one deed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.library import EVERY_STORY, Change, EditKind, key_of
from dashboard import words
from dashboard import words_library as said
from dashboard.prepare.library_items import Ref


class Bulk(StrEnum):
    """What can be done to many articles at once."""

    OUTLET = said.SET_OUTLET
    RIGHTS = said.SET_RIGHTS
    LANGUAGE = said.SET_LANGUAGE
    PUT_IN = said.PUT_IN
    TAKE_OUT = said.TAKE_OUT
    BIN = said.TO_BIN
    KEEP = said.FROM_BIN

    @property
    def field(self) -> str:
        """Return the field of an article that it sets, if it sets one."""
        return self.name.lower() if self in _FIELDS else ""

    @property
    def is_about_story(self) -> bool:
        """Return whether a story has to be chosen for it."""
        return self in (Bulk.PUT_IN, Bulk.TAKE_OUT)


_FIELDS = frozenset({Bulk.OUTLET, Bulk.RIGHTS, Bulk.LANGUAGE})

IN_LIBRARY = tuple(each for each in Bulk if each is not Bulk.KEEP)
IN_BIN = (Bulk.KEEP,)


@dataclass(frozen=True, slots=True)
class Planned:
    """The decisions, and the articles that they leave as they are."""

    changes: tuple[Change, ...]
    stayed: int = 0
    """Articles that come with Parallax and cannot go where they were to go."""


def planned(refs: Iterable[Ref], bulk: Bulk, value: str) -> Planned:
    """Return the decisions that do something to articles; ``value`` is checked already."""
    chosen = list(refs)
    if bulk.field:
        return Planned(
            tuple(Change(r.story, EditKind.FIELD, key_of(r.id, bulk.field), value) for r in chosen)
        )
    if bulk is Bulk.PUT_IN:
        fitting = [ref for ref in chosen if ref.is_own or ref.story == value]
        return Planned(_members(fitting, value, "in"), len(chosen) - len(fitting))
    if bulk is Bulk.TAKE_OUT:
        return Planned(_members([ref for ref in chosen if value in ref.stories], value, "out"))
    place, member = ("bin", "out") if bulk is Bulk.BIN else ("library", "in")
    own = tuple(
        Change(EVERY_STORY, EditKind.KEPT, key_of(ref.id), place) for ref in chosen if ref.is_own
    )
    others = [_members([ref], ref.story, member) for ref in chosen if not ref.is_own]
    return Planned((*own, *(change for changes in others for change in changes)))


def _members(refs: Sequence[Ref], story: str, value: str) -> tuple[Change, ...]:
    return tuple(Change(story, EditKind.MEMBER, key_of(ref.id), value) for ref in refs)


def done(bulk: Bulk, value: str, number: int, stayed: int = 0) -> str:
    """Return what was done, in words; ``value`` is a field's value or a story's title."""
    what: str = bulk.value
    if bulk.field:
        form = said.WHAT_VALUE if value else said.WHAT_UNKNOWN
        what = form.format(what=what, value=value)
    elif bulk.is_about_story:
        what = said.WHAT_STORY.format(what=what, title=value)
    text = said.DONE.format(what=what, number=words.plural(number, "article"))
    left = said.STAYED.format(number=words.plural(stayed, "article")) if stayed else ""
    return text + left
