"""The listed events: which one a word says, and whether it can happen to what is counted."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.extract.figures.words import EventWords, number_words

if TYPE_CHECKING:
    from analysis.parsing import Token

_GOALS = frozenset({"to", "in", "into", "at", "under"})

Test = Callable[[EventWords], bool]


def counts_people(event: str | None) -> bool:
    """Return whether this can only happen to persons."""
    return event in {"killed", "injured", "arrested", "harmed", "hospitalised", "missing"}


def names_event(noun: Token | None) -> bool:
    """Return whether the noun counts what happened, not to whom: "12 deaths", "nine lives"."""
    if noun is None:
        return False
    words = {noun.lemma_.lower(), noun.lower_}
    return "life" in words or any(not words.isdisjoint(e.nouns) for e in number_words().events)


def event_where(test: Test, unit: str | None) -> str | None:
    """Return the first event whose words pass the test, if it can happen to the unit."""
    if unit and unit.partition(" per ")[0] in _amounts():
        return None  # nothing on the list happens to hours, miles or dollars
    for each in number_words().events:
        if test(each) and (each.only is None or unit in each.only):
            return each.event
    return None


@lru_cache(maxsize=1)
def _amounts() -> frozenset[str]:
    sets = number_words().unit_sets
    return (sets["time"] | sets["measure"] | _currencies()) - {"percent"}


@lru_cache(maxsize=1)
def listed() -> frozenset[str]:
    """Return the keys of all events on the list."""
    return frozenset(each.event for each in number_words().events)


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    return frozenset(number_words().currency_signs.values())


def adjective_event(word: Token, unit: str | None) -> str | None:
    """Return the event that an adjective or participle says: "dead", "wounded"."""
    return event_where(lambda each: word.lower_ in each.adjectives, unit)


def patient_event(verb: Token, unit: str | None) -> str | None:
    """Return what a verb does to its object: "arrested", or "taken to hospital"."""
    goals = {
        noun.lemma_.lower()
        for prep in verb.children
        if prep.lower_ in _GOALS
        for noun in prep.children
    }
    lemma = verb.lemma_.lower()
    return event_where(
        lambda each: lemma in each.patient and (not each.goal or not each.goal.isdisjoint(goals)),
        unit,
    )


def counting_event(noun: Token, unit: str | None) -> str | None:
    """Return the event that a noun counts: "the death toll", "the number of arrests"."""
    lemma = noun.lemma_.lower()
    if _is_toll(noun):
        return event_where(lambda each: "toll" in each.tolls, unit)
    return event_where(lambda each: lemma in each.nouns, unit)


def _is_toll(noun: Token) -> bool:
    """Return whether the noun is a death toll: "toll" alone is one, a road toll is not."""
    before = {child.lower_ for child in noun.children if child.dep_ in {"compound", "amod"}}
    return noun.lemma_.lower() == "toll" and before <= {"death", "official", "final", "total"}


def lost_lives(verb: Token, unit: str | None) -> str | None:
    """Return the event of "lost their lives"."""
    objects = {child.lemma_ for child in verb.children if child.dep_ in {"dobj", "obj"}}
    return event_where(lambda each: "life" in objects and verb.lemma_ in each.lives, unit)


def rate_event(verb: Token, unit: str | None) -> str | None:
    """Return the verb of change itself, for shares and money: "rose by 5 percent"."""
    is_amount = unit in {"percent", "percentage point", "point"} or unit in _currencies()
    return verb.lemma_.lower() if is_amount else None
