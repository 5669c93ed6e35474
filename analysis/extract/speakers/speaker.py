"""Who a source turns out to be, and the role that the words of the story give."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from analysis.extract.roles import RoleFinding, role_lexicon
from analysis.extract.speakers.mentions import Mention
from analysis.extract.speakers.names import slug
from analysis.extract.speakers.people import Person
from analysis.types import Quote, Role


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is: the name shown, whether it is a name, the role and its words."""

    name: str
    named: bool
    finding: RoleFinding
    person: Person | None = None
    institution: str | None = None

    def of(self, quote: Quote) -> Quote:
        """Return the quote given to this speaker."""
        return replace(
            quote,
            speaker=self.name,
            speaker_id=slug(self.name),
            named=self.named,
            role=self.finding.role,
            role_basis=self.finding.basis,
            institution=self.institution,
        )


def person_speaker(person: Person, home: str | None) -> Speaker:
    """Return the speaker for a person, the role from what is said most often beside the name."""
    finding = RoleFinding(Role.UNKNOWN, None)
    for text, _ in Counter(person.descriptions).most_common():
        finding = role_lexicon().role_of(text)
        if finding.role is not Role.UNKNOWN:
            break
    return Speaker(person.canonical, True, placed(finding, person.country(), home), person)


def worded_speaker(mention: Mention, home: str | None, *, named: bool) -> Speaker:
    """Return the speaker that keeps the words of the mention."""
    words = " ".join(mention.name) if named and mention.name else mention.words
    finding = role_lexicon().role_of(mention.description)
    return Speaker(words, named, placed(finding, mention.country, home))


def placed(finding: RoleFinding, country: str | None, home: str | None) -> RoleFinding:
    """Return the finding, another country's government marked as foreign."""
    if finding.role is Role.GOVERNMENT and country and home and country != home:
        return RoleFinding(Role.FOREIGN_GOVERNMENT, finding.basis)
    return finding
