"""Names of a story -> whom or what they stand for: persons, offices, countries, bodies."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.extract.labels.candidates import Candidate
from analysis.extract.labels.kinds import kinds
from analysis.extract.labels.persons import Persons
from analysis.extract.speakers.bodies import core
from analysis.extract.speakers.people import People
from analysis.extract.speakers.places import places
from analysis.types import LabelForm

MIN_ACRONYM = 3
"""Letters of the shortest acronym matched with the initials of a name."""

_WHOLE_COUNTRY = frozenset({"country", "nation"})
_GOVERNMENT = "government"
_STATE_KINDS = frozenset({"government", "officials"})
_CAPITALISED = re.compile(r"[A-Z][\w'’]+")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose something is: a country's code or a name in lower case."""

    words: str
    is_person: bool


class Named:
    """What names and offices stand for in one story."""

    def __init__(self, articles: Sequence[Sequence[Candidate]], people: People) -> None:
        self._persons = Persons(people)
        self._here: list[Counter[str]] = [Counter() for _ in articles]
        self._countries: list[Counter[str]] = [Counter() for _ in articles]
        self._offices: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._long: dict[str, str] = {}
        for place, found in enumerate(articles):
            self._count(place, found)
        for key, title, n in self._persons.titles():
            self._offices[title][key] += n
        self._home = sum(self._countries, Counter[str]())
        self.home = next((code for code, _ in self._home.most_common(1)), None)
        self._names = sorted({c.label for found in articles for c in found if c.proper})
        self._learn_acronyms()
        self._led_by = self._leads()
        self._short = _short_names(self._home)

    def _count(self, place: int, found: Sequence[Candidate]) -> None:
        """Count who and what an article names, and which offices it gives to whom."""
        spans = {c.span: c for c in found}
        for candidate in found:
            if candidate.proper and len(candidate.countries) == 1:
                self._countries[place].update(candidate.countries)
            key = self._persons.key(candidate)
            if key:
                self._here[place][key] += 1
            other = spans.get(candidate.same_as) if candidate.same_as else None
            holder = self._persons.key(other) if other else None
            if holder and not candidate.proper:
                self._offices[candidate.head][holder] += 1

    def _learn_acronyms(self) -> None:
        for name in self._names:
            initials = "".join(word[0] for word in _CAPITALISED.findall(name))
            if len(initials) >= MIN_ACRONYM and " " in name:
                self._long.setdefault(initials, name)

    def key(self, candidate: Candidate, place: int) -> str | None:
        """Return the key of whom or what a candidate names by a name or an office."""
        person = self._persons.key(candidate)
        if person:
            return person
        country = self._country(candidate)
        if country or candidate.proper:
            return country or self._office(candidate, place) or self._body(candidate.label)
        if candidate.head in _WHOLE_COUNTRY:
            return self._own_country(candidate, place)
        return self._office(candidate, place) or self._state(candidate, place)

    def owner(self, name: str) -> Owner:
        """Return what a name in lower case counts as when it says whose something is."""
        country = self._persons.country_of(name)
        if country is not None:
            return Owner(country or name, is_person=not country)
        return Owner(self._led_by.get(name, name), is_person=False)

    def _leads(self) -> dict[str, str]:
        """Return the country that leads a body, by its acronym: "the Ruritanian-led NTO"."""
        short = {long: acronym.lower() for acronym, long in self._long.items()}
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name in self._names:
            acronym = short.get(name) or name.split()[-1].lower()
            if acronym in short.values():
                found[acronym].update(places().countries(name))
        return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}

    def _own_country(self, candidate: Candidate, place: int) -> str | None:
        """Return the country that an article is about, for its "the country"."""
        own = self._own(place)
        if not own or candidate.plural or not candidate.definite or candidate.countries:
            return None
        return f"country:{own[0][0]}"

    def _own(self, place: int) -> list[tuple[str, int]]:
        """Return the story's country where the article names it, else the article's own."""
        here = self._countries[place]
        if self.home in here or not here:
            return self._home.most_common(1)
        return here.most_common(1)

    def _country(self, candidate: Candidate) -> str | None:
        name = _POSSESSIVE.sub("", candidate.label).replace("’", "'")
        code = places().codes.get(name) or (self._short.get(name) if candidate.definite else None)
        if code is None or places().kinds.get(name) == "demonyms":
            return None
        kind = _GOVERNMENT if places().kinds.get(name) == "seats" else "country"
        return f"{kind}:{code}"

    def _state(self, candidate: Candidate, place: int) -> str | None:
        """Return the government that "the Ruritanian authorities" or "the regime" is."""
        if kinds().of(candidate.head) not in _STATE_KINDS:
            return None
        owners = [self._persons.country_of(owner) for owner in candidate.owners]
        codes = {*candidate.countries, *(code for code in owners if code)}
        if not codes and candidate.definite and all(code == "" for code in owners):
            codes = {code for code, _ in self._own(place)}
        return f"{_GOVERNMENT}:{codes.pop()}" if len(codes) == 1 else None

    def _office(self, candidate: Candidate, place: int) -> str | None:
        """Return the holder of the office that a phrase such as "the president" names."""
        words = candidate.label.lower().replace("-", " ").split()
        if candidate.plural or candidate.owners or not kinds().past.isdisjoint(words):
            return None
        described = candidate.form is not LabelForm.NOUN
        if not (candidate.definite or candidate.countries or described):
            return None
        titles = kinds().leaders if candidate.head in kinds().leaders else {candidate.head}
        found = sum((self._offices[t] for t in titles if t in self._offices), Counter[str]())
        wanted = set(candidate.countries)
        ranked = sorted(
            (self._persons.fits(key, wanted), self._here[place][key] > 0, n, key)
            for key, n in found.items()
        )
        return ranked[-1][-1] if ranked and ranked[-1][0] >= 0 else None

    def _body(self, words: str) -> str:
        words = _POSSESSIVE.sub("", words)
        words = self._long.get(words.replace(".", ""), words)
        codes = places().countries(words)
        return f"name:{'+'.join(codes)}:{core(words) or words.lower()}"


def _short_names(countries: Iterable[str]) -> dict[str, str]:
    """Return the first words that stand for a country of the story: "the North", "the States".

    Only a word that one country of the story alone begins or ends with.
    """
    codes: defaultdict[str, set[str]] = defaultdict(set)
    known = set(countries)
    for name, code in places().codes.items():
        words = name.split()
        if code in known and len(words) > 1 and places().kinds[name] == "names":
            codes[words[0]].add(code)
            codes[words[-1]].add(code)
    return {word: found.pop() for word, found in codes.items() if len(found) == 1}
