"""data/lexicons/labels/kinds.toml and the contrasts -> which nouns may name one thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from analysis import paths
from analysis.errors import LexiconError
from analysis.extract.roles import role_lexicon
from analysis.lexicons import Contrast, contrasts, read_toml

KINDS = paths.LEXICONS / "labels" / "kinds.toml"


@dataclass(frozen=True, slots=True)
class Kinds:
    """What is known of nouns before a story is read."""

    listed: Mapping[str, str]
    """Noun lemma -> the kind of thing it names."""
    rivals: Mapping[str, tuple[str, ...]]
    """Noun lemma -> the kinds of the words that a contrast sets against it."""
    people: frozenset[str]
    """Kinds whose nouns name people, so that somebody else's are others."""
    collectives: frozenset[str]
    """Nouns that name many people by their singular."""
    things: frozenset[str]
    """Nouns that end like nouns for people and name none: "border"."""
    past: frozenset[str]
    """Words that say that an office is somebody else's now: "former"."""
    leaders: frozenset[str]
    """Words for whoever leads a country."""
    light: frozenset[str]
    """Nouns that name nothing by themselves."""
    measures: frozenset[str]
    """Nouns that count or collect what the phrase after "of" names."""

    def of(self, lemma: str) -> str:
        """Return the kind of a noun; a noun in no list is a kind of its own."""
        return self.listed.get(lemma, lemma)

    def names_people(self, lemma: str) -> bool:
        """Return whether a noun names people: by the list, as a title, or by its ending."""
        if lemma in self.listed:
            return self.listed[lemma] in self.people
        if lemma in self.things:
            return False
        return lemma in self.people or role_lexicon().is_common(lemma) or _is_agent(lemma)


@lru_cache(maxsize=1)
def kinds() -> Kinds:
    """Return the list of kinds, joined with the nouns that the contrasts set against each other.

    Raises
    ------
    LexiconError
        If a noun stands in two kinds; the message names both.
    """
    table = read_toml(KINDS)
    listed: dict[str, str] = {}
    for kind, nouns in table["kinds"].items():
        for noun in nouns:
            if listed.setdefault(noun, kind) != kind:
                message = f"{KINDS.name}: '{noun}' is in '{listed[noun]}' and '{kind}'; keep one"
                raise LexiconError(message)
    leaders = frozenset(table["titles"]["leader"])
    people = frozenset(table["people"]["kinds"])
    return Kinds(
        listed=listed,
        rivals=_rivals(listed, contrasts(), people),
        people=people,
        collectives=frozenset(table["people"]["collectives"]),
        things=frozenset(table["people"]["things"]),
        past=frozenset(table["past"]["words"]),
        leaders=leaders,
        light=frozenset(table["light"]["nouns"]),
        measures=frozenset(table["light"]["measures"]),
    )


def _rivals(
    listed: Mapping[str, str], found: tuple[Contrast, ...], people: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """Return for each noun for people in a contrast the kinds of the nouns set against it.

    Rival words for some people may name the same ones: "protesters" and "bandits".
    """
    result: dict[str, set[str]] = {}
    for contrast in found:
        nouns = {t.lemma for t in contrast.terms if "NOUN" in t.pos and " " not in t.lemma}
        kinds = {listed[noun] for noun in nouns if listed.get(noun) in people}
        for noun in nouns:
            own = listed.get(noun)
            if own in people or (own is None and _is_agent(noun)):
                result.setdefault(noun, set()).update(kinds - {own})
    return {noun: tuple(sorted(kinds)) for noun, kinds in result.items() if kinds}


def _is_agent(noun: str) -> bool:
    """Return whether a noun has an ending of nouns for people: "rioter", "activist"."""
    return noun.endswith(_AGENT_ENDINGS) and len(noun) > MIN_AGENT


_AGENT_ENDINGS = ("er", "or", "ist", "ian", "eer", "man", "woman", "men", "ee")

MIN_AGENT = 5
"""Letters of a noun up to which such an ending says nothing: "tower", "color"."""
