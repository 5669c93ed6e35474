"""What readers decide about facts: which statements belong together, and what a fact is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis import library
from analysis.compare.facts.groups import APART, LINKED, Key
from analysis.corrections import key_of
from analysis.library import Change, Edit, EditKind

_KINDS = frozenset({EditKind.LINK, EditKind.FACT})


def name_fact(story: str, statements: Sequence[Key], name: str) -> None:
    """Keep the name of the fact that these statements report; none = the shortest of them.

    The first statement carries the name; one that another of them had is taken back.
    """
    value = name.strip() or None
    library.record(
        Change(story, EditKind.FACT, key_of(*key), None if number else value)
        for number, key in enumerate(statements)
    )


def link(story: str, one: Key, other: Key) -> None:
    """Keep the decision that two statements report the same."""
    library.edit(story, EditKind.LINK, _pair(one, other), LINKED)


def take_out(story: str, one: Key, others: Iterable[Key]) -> None:
    """Keep the decision that a statement does not report what the others do."""
    library.record(
        Change(story, EditKind.LINK, _pair(one, other), APART) for other in others if other != one
    )


def fact_edits(story: str) -> tuple[Edit, ...]:
    """Return the decisions about facts in force, the latest first."""
    return library.decisions(story, _KINDS)


def _pair(one: Key, other: Key) -> str:
    """Return one key for both orders of a pair."""
    first, second = sorted((one, other), key=lambda key: (key[0], int(key[1])))
    return key_of(*first, *second)
