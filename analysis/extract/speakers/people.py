"""All persons named in a story, each once: forms of the name, titles, countries, descriptions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.extract.roles import role_lexicon
from analysis.extract.speakers.mentions import Mention, described
from analysis.extract.speakers.names import plain, same_first, same_surname
from analysis.extract.speakers.naming import gender_of, name_of
from analysis.extract.speakers.places import places

if TYPE_CHECKING:
    from analysis.parsing import Doc, Token


@dataclass(slots=True, eq=False)  # two persons may look alike so far
class Person:
    """One person of a story."""

    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    descriptions: list[str] = field(default_factory=list)
    gender: str = ""

    @property
    def canonical(self) -> str:
        """Return the fullest name, the most frequent spelling of it."""
        best = max(self.forms, key=lambda f: (min(len(f), 3), self.forms[f], f))
        return " ".join(best)

    @property
    def surnames(self) -> set[str]:
        """Return every spelling of the last name, in plain letters."""
        return {plain(form[-1]) for form in self.forms}

    speaks_for: list[tuple[str, Mention]] = field(default_factory=list)
    """Article and mention of each body that is named as the one this person speaks for."""

    countries: Counter[str] = field(default_factory=Counter)
    """Countries named in the noun phrase of the name."""

    def country(self) -> str | None:
        """Return the country named most often beside the person's name."""
        return self.countries.most_common(1)[0][0] if self.countries else None


class People:
    """The persons of a story; a name is looked up or entered."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_last: dict[str, list[Person]] = {}
        self._similar: dict[str, list[Person]] = {}

    def enter(self, head: Token) -> Person | None:
        """Add the person named at ``head`` with what stands beside the name."""
        name = name_of(head)
        if not name or not plain(name[-1]):
            return None
        person = self.find(name)
        if person is None:
            person = Person()
            self.persons.append(person)
        if name not in person.forms:
            self._by_last.setdefault(plain(name[-1]), []).append(person)
            self._similar.clear()
        person.forms[name] += 1
        note(person, head)
        return person

    def find(self, name: tuple[str, ...]) -> Person | None:
        """Return the person a name stands for; None when unknown or when several could be meant."""
        if not name:
            return None
        found: list[Person] = []
        for person in self._candidates(name[-1]):
            if person not in found and _fits(person, name):
                found.append(person)
        exact = [p for p in found if name in p.forms]
        found = exact or found
        return found[0] if len(found) == 1 or (found and len(name) > 1) else None

    def _candidates(self, last: str) -> list[Person]:
        """Return the persons whose surname may be this one; remembered, as texts repeat names."""
        key = plain(last)
        if key in self._by_last:
            return self._by_last[key]
        if key not in self._similar:
            similar = [known for known in self._by_last if same_surname(key, known)]
            self._similar[key] = [p for known in similar for p in self._by_last[known]]
        return self._similar[key]


def _fits(person: Person, name: tuple[str, ...]) -> bool:
    if len(name) == 1:
        return any(same_surname(form[-1], name[0]) for form in person.forms)
    return any(
        same_surname(form[-1], name[-1]) and (len(form) == 1 or same_first(form[0], name[0]))
        for form in person.forms
    )


def note(person: Person, head: Token) -> None:
    """Record titles, country and gender that stand beside a name."""
    text = described(head)
    person.descriptions.append(text)
    person.gender = person.gender or gender_of(text)
    for part in text.split(" | "):
        title = role_lexicon().last_title(part)
        codes = places().countries(part)
        if title:
            person.titles[title] += 1
        if codes and (title or role_lexicon().role_of(part).basis):
            person.countries[codes[0]] += 1


def person_heads(doc: Doc) -> list[Token]:
    """Return the head token of every personal name the model found, in order."""
    heads = []
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            root = next((t for t in reversed(list(entity)) if t.pos_ == "PROPN"), None)
            if root is not None:
                heads.append(root)
    return heads
