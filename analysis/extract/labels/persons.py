"""Personal names of a story -> one key per person, family names first or last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from analysis.extract.labels.candidates import Candidate
from analysis.extract.speakers.names import plain
from analysis.extract.speakers.people import People, Person
from analysis.extract.speakers.places import places

MORE_OFTEN = 2
"""Times a full name must stand more often than another with the same family name."""


class Persons:
    """The persons of a story by key; a lone name finds the full name it begins or ends."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._key = {id(person): f"person:{at}" for at, person in enumerate(people.persons)}
        self._by_key = {self._key[id(person)]: person for person in people.persons}
        self._join_short_names()
        self._known: dict[tuple[str, ...], str | None] = {}

    def _join_short_names(self) -> None:
        """Join a person known by one word with the full name that begins or ends with it.

        Family names come first in much of East Asia and in Hungary: "Kim" is Kim Jong Un.
        Where several people share the word, the one named clearly most often is meant.
        """
        full: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for person in self._people.persons:
            for form, n in person.forms.items():
                if len(form) > 1:
                    for word in {plain(form[0]), plain(form[-1])}:
                        full[word][self._key[id(person)]] += n
        for person in self._people.persons:
            word = plain(next(iter(person.forms))[0])
            if all(len(form) == 1 for form in person.forms) and word in full:
                (key, n), *others = full[word].most_common(2)
                if not others or n >= MORE_OFTEN * others[0][1]:
                    self._key[id(person)] = key

    def key(self, candidate: Candidate) -> str | None:
        """Return the key of the person whom a candidate names."""
        if candidate.name:
            return self._find(candidate.name)
        word = candidate.label
        if " " in word or not word[:1].isupper() or word in places().codes:
            return None
        key = self._find((word,))
        # A surname that the model took for another word must be spelled alike.
        same = key and (candidate.proper or plain(word) in self._by_key[key].surnames)
        return key if same else None

    def _find(self, name: tuple[str, ...]) -> str | None:
        """Return the key for the words of a name; remembered, as texts repeat names."""
        if name not in self._known:
            person = self._people.find(name) or self._lone(name)
            self._known[name] = None if person is None else self._key[id(person)]
        return self._known[name]

    def _lone(self, name: tuple[str, ...]) -> Person | None:
        """Return the person entered under one word that several full names share."""
        return next((p for p in self._people.persons if name in p.forms), None)

    def titles(self) -> Iterator[tuple[str, str, int]]:
        """Yield (person, title, times) for the titles that stand beside names."""
        for person in self._people.persons:
            for title, n in person.titles.items():
                yield self._key[id(person)], title, n

    def country_of(self, surname: str) -> str | None:
        """Return the country of a person, empty where not told, None for nobody known."""
        person = self._people.find((surname.title(),))
        return None if person is None else person.country() or ""

    def fits(self, key: str, wanted: set[str]) -> int:
        """Return 1 where a person is of a wanted country, 0 where not known, -1 where not."""
        countries = self._by_key[key].countries
        if not wanted or not countries:
            return 0
        return 1 if wanted & set(countries) else -1
