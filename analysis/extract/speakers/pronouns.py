"""What a pronoun or "the statement" takes up: who was named or spoke last; None when unsure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.quotes.marks import marked
from analysis.extract.speakers.naming import name_of
from analysis.extract.speakers.people import People, Person
from analysis.nlp import Paragraph, ParsedArticle
from analysis.types import Quote, Span

if TYPE_CHECKING:
    from analysis.extract.speakers.speaker import Speaker

REACH = 3
"""Paragraphs back in which a pronoun's person, or a statement's issuer, may stand."""

GROUP_REACH = 1
"""Paragraphs back in which the body or group behind "it" or "they" may stand."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GENDER = {"he": "m", "she": "f"}
_FIRST = frozenset({"i", "we"})
_GROUP = frozenset({"they", "it"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A person's name in the running text, outside quotation marks."""

    at: int
    paragraph: int
    sentence: int
    person: Person
    is_subject: bool


class Trail:
    """Who was named and who spoke, in reading order."""

    def __init__(
        self, parsed: ParsedArticle, people: People, speaker_for: Callable[[Person], Speaker]
    ) -> None:
        self._speaker_for = speaker_for
        self._starts = [p.start for p in parsed.paragraphs]
        self._namings = [
            naming
            for number, paragraph in enumerate(parsed.paragraphs)
            for naming in _namings(number, paragraph, people)
        ]
        self._spoken: list[tuple[int, Quote, Speaker]] = []

    def spoke(self, quote: Quote, speaker: Speaker) -> None:
        """Remember who a quote was given to."""
        if quote.source is not None:
            self._spoken.append((quote.source.start, quote, speaker))

    def latest(self, persons: list[Person], at: int) -> Person | None:
        """Return which of the persons was named last before a place."""
        earlier = [n.person for n in self._namings if n.at < at and n.person in persons]
        return earlier[-1] if earlier else None

    def named_within(self, person: Person, at: int, reach: int) -> bool:
        """Return whether a person was named at most ``reach`` paragraphs before a place."""
        return any(n.person is person for n in self._near(at, reach))

    def antecedent(self, pronoun: str, quote: Quote) -> Speaker | None:
        """Return whom a pronoun takes up.

        "He" and "she" take up a person, "it" and "they" a body or group that spoke;
        "I" and "we" inside quotation marks the one who is quoted.
        """
        if quote.source is None:
            return None
        if pronoun in _FIRST:
            return self._around(quote)
        if pronoun in _GENDER:
            return self._person(_GENDER[pronoun], quote.source.start)
        return self._group(pronoun, quote.source.start) if pronoun in _GROUP else None

    def issuer(self, at: int) -> Speaker | None:
        """Return who issued "the statement": the last named speaker within reach."""
        return next((s for s in self._speakers(at, REACH - 1) if s.named), None)

    def _around(self, quote: Quote) -> Speaker | None:
        """Return the speaker whose quoted words hold this quote's source."""
        source = quote.source
        if source is None:
            return None
        holders = (
            s for _, q, s in reversed(self._spoken) if any(c.contains(source) for c in q.quoted)
        )
        return next(holders, None)

    def _person(self, gender: str, at: int) -> Speaker | None:
        """Return the person named or heard last; the subject where a sentence names several."""
        near = [n for n in self._near(at, REACH) if n.person.gender in {"", gender}]
        heard = [
            (place, s)
            for place, _, s in self._spoken
            if place < at and s.person is not None and s.person.gender in {"", gender}
        ]
        last_at, last = heard[-1] if heard else (-1, None)
        if last is not None and (not near or last_at > near[-1].at):
            return last if self._paragraph(at) - self._paragraph(last_at) <= REACH else None
        if not near:
            return None
        together = [n for n in near if n.sentence == near[-1].sentence]
        subjects = [n for n in together if n.is_subject]
        return self._speaker_for((subjects[0] if subjects else together[-1]).person)

    def _group(self, pronoun: str, at: int) -> Speaker | None:
        """Return the body or group that spoke last; a person in between leaves it open."""
        speaker = next(self._speakers(at, GROUP_REACH), None)
        if speaker is None or speaker.person is not None:
            return None
        return speaker if pronoun == "it" or not speaker.named else None

    def _speakers(self, at: int, reach: int) -> Iterator[Speaker]:
        """Yield the speakers before a place, the latest first, within so many paragraphs."""
        here = self._paragraph(at)
        for place, _, speaker in reversed(self._spoken):
            if place < at and here - self._paragraph(place) <= reach:
                yield speaker

    def _near(self, at: int, reach: int) -> list[Naming]:
        here = self._paragraph(at)
        return [n for n in self._namings if n.at < at and here - n.paragraph <= reach]

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1


def _namings(number: int, paragraph: Paragraph, people: People) -> Iterator[Naming]:
    """Yield the persons named in one paragraph outside quotation marks."""
    marks: list[Span] | None = None
    for token in paragraph.doc:
        if token.pos_ != "PROPN" or token.dep_ == "compound":
            continue
        person = people.find(name_of(token))
        if person is None:
            continue
        if marks is None:
            marks = [m.outer for m in marked(paragraph.doc.text)]
        if not any(m.start <= token.idx < m.end for m in marks):
            sentence = paragraph.start + token.sent.start_char
            subject = token.dep_ in _SUBJECTS
            yield Naming(paragraph.start + token.idx, number, sentence, person, subject)
