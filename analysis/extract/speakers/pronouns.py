"""What a pronoun or "the statement" stands for: who was named or spoke last; None when unsure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.quotes.marks import marked
from analysis.extract.speakers.naming import name_of
from analysis.extract.speakers.people import People, Person
from analysis.nlp import ParsedArticle
from analysis.types import Quote

if TYPE_CHECKING:

    from analysis.extract.speakers.speaker import Speaker

SINGULAR = frozenset({"he", "she"})

REACH = 3
"""Paragraphs back in which a pronoun's person may stand."""

_PERSON_DEPS = frozenset({"nsubj", "nsubjpass"})
_FEMALE = frozenset({"she", "her"})
_PLURAL = frozenset({"they", "we", "it", "their", "its"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A person's name in the running text."""

    at: int
    paragraph: int
    sentence: int
    person: Person
    is_subject: bool


class Trail:
    """Who was named and who spoke, in reading order."""

    def __init__(
        self, parsed: ParsedArticle, people: People, describe: Callable[[Person], Speaker]
    ) -> None:
        self.parsed = parsed
        self.describe = describe
        self.namings: list[Naming] = []
        self.spoken: list[tuple[Quote, Speaker]] = []
        sentence = 0
        for number, paragraph in enumerate(parsed.paragraphs):
            inside = [m.outer for m in marked(paragraph.doc.text)]
            for sent in paragraph.doc.sents:
                sentence += 1
                for token in sent:
                    if token.pos_ != "PROPN" or token.dep_ == "compound":
                        continue
                    if any(o.start <= token.idx < o.end for o in inside):
                        continue
                    person = people.find(name_of(token))
                    if person is not None:
                        self.namings.append(
                            Naming(
                                paragraph.start + token.idx,
                                number,
                                sentence,
                                person,
                                token.dep_ in _PERSON_DEPS,
                            )
                        )

    def latest(self, persons: list[Person], at: int) -> Person | None:
        """Return which of the persons was named last before a place."""
        earlier = [n.person for n in self.namings if n.at < at and n.person in persons]
        return earlier[-1] if earlier else None

    def named_within(self, person: Person, at: int, reach: int) -> bool:
        """Return whether a person was named at most ``reach`` paragraphs before a place."""
        here = self._paragraph_of(at)
        return any(
            n.person is person and n.at < at and here - n.paragraph <= reach for n in self.namings
        )

    def spoke(self, quote: Quote, speaker: Speaker) -> None:
        """Remember who a quote was given to."""
        self.spoken.append((quote, speaker))

    def antecedent(self, pronoun: str, quote: Quote) -> Speaker | None:
        """Return the speaker a pronoun takes up: a person for he and she, a body or group for they and it."""
        at = quote.source.start if quote.source else 0
        outer = self._around(quote)
        if pronoun in {"i", "we"}:
            return outer
        if pronoun in SINGULAR:
            return self._person(pronoun, at)
        if pronoun in _PLURAL:
            return self._group(pronoun, at)
        return None

    def _around(self, quote: Quote) -> Speaker | None:
        """Return the speaker whose quoted words hold this quote's source."""
        at = quote.source
        return next(
            (s for q, s in reversed(self.spoken) if at and any(c.contains(at) for c in q.quoted)),
            None,
        )

    def _person(self, pronoun: str, at: int) -> Speaker | None:
        gender = "f" if pronoun in _FEMALE else "m"
        here = self._paragraph_of(at)
        near = [
            n
            for n in self.namings
            if n.at < at and here - n.paragraph <= REACH and n.person.gender in {"", gender}
        ]
        last = self._last_speaker(at, here, gender)
        if not near:
            return last
        sentence = near[-1].sentence
        in_sentence = [n for n in near if n.sentence == sentence]
        subject = [n for n in in_sentence if n.is_subject]
        pick = (subject or in_sentence)[-1 if not subject else 0]
        if (
            last is not None
            and last.person is not None
            and self._last_at(last, at) > in_sentence[-1].at
        ):
            return last
        person = pick.person
        known = next((s for _, s in reversed(self.spoken) if s.person is person), None)
        return known or self.describe(person)

    def _last_at(self, speaker: Speaker, at: int) -> int:
        places = [
            q.source.start
            for q, s in self.spoken
            if s is speaker and q.source and q.source.start < at
        ]
        return max(places, default=-1)

    def _last_speaker(self, at: int, here: int, gender: str) -> Speaker | None:
        for quote, speaker in reversed(self.spoken):
            if quote.source is None or quote.source.start >= at:
                continue
            if here - self._paragraph_of(quote.source.start) > REACH:
                return None
            if speaker.person is not None and speaker.person.gender in {"", gender}:
                return speaker
        return None

    def _group(self, pronoun: str, at: int) -> Speaker | None:
        """Return the body or group that spoke last in this or the previous paragraph."""
        here = self._paragraph_of(at)
        for quote, speaker in reversed(self.spoken):
            if quote.source is None or quote.source.start >= at:
                continue
            if here - self._paragraph_of(quote.source.start) > 1 or speaker.person is not None:
                return None
            plural = not speaker.named or pronoun == "it"
            return speaker if plural else None
        return None

    def issuer(self, at: int) -> Speaker | None:
        """Return who "the statement" is by: the last speaker of this or the two previous paragraphs."""
        here = self._paragraph_of(at)
        for earlier, speaker in reversed(self.spoken):
            if earlier.source is not None and earlier.source.start < at and speaker.named:
                return speaker if here - self._paragraph_of(earlier.source.start) < REACH else None
        return None

    def _paragraph_of(self, at: int) -> int:
        return max((n for n, p in enumerate(self.parsed.paragraphs) if p.start <= at), default=0)
