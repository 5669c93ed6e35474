"""data/lexicons/numbers.toml -> words of numbers, bounds, units and events, ready to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from analysis import paths
from analysis.errors import LexiconError
from analysis.lexicons import read_toml
from analysis.types import Bound

NUMBERS = paths.LEXICONS / "numbers.toml"


@dataclass(frozen=True, slots=True)
class EventWords:
    """The words for one thing that can happen to what is counted."""

    event: str
    patient: frozenset[str]
    """Verbs whose object or passive subject it happens to."""
    subject: frozenset[str]
    """Verbs whose subject it happens to."""
    nouns: frozenset[str]
    adjectives: frozenset[str]
    tolls: frozenset[str]
    """Nouns whose number is the count of persons it happened to: "toll"."""
    lives: frozenset[str]
    """Verbs that say it together with "lives"."""
    goal: frozenset[str]
    """Places one of which must be named for the verbs to be read so: "taken to hospital"."""
    only: frozenset[str] | None
    """Units that must be counted for these words to be read so; ``None`` = any."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Everything in the file, lower case where the words are."""

    cardinals: Mapping[str, float]
    scales: Mapping[str, float]
    short_scales: Mapping[str, float]
    groups: Mapping[str, tuple[float, float]]
    loose: Mapping[str, tuple[float, float]]
    parts: Mapping[str, float]
    before: Mapping[Bound, tuple[str, ...]]
    after: Mapping[Bound, tuple[str, ...]]
    currency_signs: Mapping[str, str]
    unit_signs: Mapping[str, str]
    unit_sets: Mapping[str, frozenset[str]]
    events: tuple[EventWords, ...]
    words: Mapping[str, frozenset[str]]
    about_share: float


@lru_cache(maxsize=1)
def number_words() -> NumberWords:
    """Return the number words of data/lexicons/numbers.toml.

    Raises
    ------
    LexiconError
        If a part of the file is missing; the message names it.
    """
    table = read_toml(NUMBERS)
    try:
        sets = {name: frozenset(words) for name, words in table["unit_sets"].items()}
        return NumberWords(
            cardinals=table["cardinals"],
            scales=table["scales"],
            short_scales=table["short_scales"],
            groups={word: (low, high) for word, (low, high) in table["groups"].items()},
            loose={word: (low, high) for word, (low, high) in table["loose"].items()},
            parts=table["parts"],
            before={Bound(key): tuple(words) for key, words in table["before"].items()},
            after={Bound(key): tuple(words) for key, words in table["after"].items()},
            currency_signs=table["currency_signs"],
            unit_signs=table["unit_signs"],
            unit_sets=sets,
            events=tuple(_event(name, row, sets) for name, row in table["events"].items()),
            words={name: frozenset(words) for name, words in table["words"].items()},
            about_share=float(table["about_share"]),
        )
    except (KeyError, ValueError) as err:
        message = f"{NUMBERS.name}: {err} is missing or wrong; see the other entries for its form"
        raise LexiconError(message) from err


def _event(
    name: str, row: Mapping[str, str | list[str]], sets: Mapping[str, frozenset[str]]
) -> EventWords:
    only = row.get("only")
    return EventWords(
        event=str(row.get("is", name)),
        patient=frozenset(row.get("patient", ())),
        subject=frozenset(row.get("subject", ())),
        nouns=frozenset(row.get("nouns", ())),
        adjectives=frozenset(row.get("adjectives", ())),
        tolls=frozenset(row.get("tolls", ())),
        lives=frozenset(row.get("lives", ())),
        goal=frozenset(row.get("goal", ())),
        only=sets[str(only)] if only else None,
    )
