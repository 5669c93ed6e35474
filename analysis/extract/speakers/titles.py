"""A bare title -> who holds it here; "the president" is never another country's president."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.extract.speakers.mentions import Mention
from analysis.extract.speakers.people import Person
from analysis.extract.speakers.pronouns import Trail

LEADERS = frozenset("president premier chancellor king queen emir sultan leader".split()) | {
    "prime minister"
}
"""Titles that "the leader" of a country may stand for."""

NEAR = 1
"""Paragraphs within which a foreign holder must have been named for a bare title to mean him."""


def title_holder(
    mention: Mention,
    *,
    here: Sequence[Person],
    story: Sequence[Person],
    trail: Trail,
    at: int,
    home: str | None,
) -> Person | None:
    """Return who holds the title at a place of an article, or None where that is not settled.

    A country in the words ("Kazakhstan's president", "the country's president")
    decides. A bare title means a holder named in this article, of the story's own
    country before any other; a foreign one only where just named.
    """
    wanted = mention.country or (home if "country" in mention.words.lower() else None)
    titles = LEADERS if mention.title == "leader" else {mention.title}
    holders = [p for p in story if titles & set(p.titles)]
    if wanted is not None:
        return _one([p for p in holders if _country(p, home) == wanted], trail, at)
    local = [p for p in holders if p in here]
    just = [p for p in local if trail.named_within(p, at, NEAR)]
    domestic = [p for p in local if _country(p, home) == home]
    return (
        _one(just, trail, at)
        or _one(domestic, trail, at)
        or _one([p for p in holders if _country(p, home) == home], trail, at)
    )


def _country(person: Person, home: str | None) -> str | None:
    """Return a person's country; without one named, the story's own."""
    return person.country() or home


def _one(persons: list[Person], trail: Trail, at: int) -> Person | None:
    return persons[0] if len(persons) == 1 else trail.latest(persons, at)
