"""Quotes of a story -> one canonical speaker each, by name, title, body or pronoun; never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.extract.quotes.sources import antecedent, source_tokens
from analysis.extract.roles import RoleFinding, role_lexicon
from analysis.extract.speakers.bodies import Bodies
from analysis.extract.speakers.mentions import Mention, mention_of, token_range
from analysis.extract.speakers.names import slug
from analysis.extract.speakers.people import People, Person, clean, person_heads
from analysis.extract.speakers.places import home_country
from analysis.extract.speakers.pronouns import Trail
from analysis.nlp import Paragraph, ParsedArticle
from analysis.types import Quote, Role

LEADER_TITLES = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan"}
)
"""Titles that "the leader" of a country may stand for."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is: the name shown, its identifier, whether a person or body is named."""

    name: str
    id: str
    named: bool
    finding: RoleFinding
    person: Person | None = None


def resolve_speakers(
    articles: Sequence[tuple[ParsedArticle, tuple[Quote, ...]]],
) -> list[tuple[Quote, ...]]:
    """Return each article's quotes with ``speaker``, ``speaker_id``, ``role`` and ``named``.

    One person or body has one identifier across all articles: full and short
    names, titles, spelling variants and pronouns come together. Collective and
    unnamed speakers keep their own words with ``named`` false. What grammar and
    context do not settle stays ``None``. ``government`` is the government of the
    country the story takes place in; another country's is ``foreign_government``.
    """
    story = _Story([parsed for parsed, _ in articles])
    return [story.resolved(parsed, quotes) for parsed, quotes in articles]


class _Story:
    """What all articles together say of persons and bodies."""

    def __init__(self, articles: list[ParsedArticle]) -> None:
        self.home = home_country(articles)
        self.people = People()
        self.bodies = Bodies(self.home)
        self.own: dict[str, list[Person]] = {}
        for rounds in range(2):
            for article in articles:
                self._collect(article, full=rounds == 0)
        for article in articles:
            self.bodies.learn(article)

    def _collect(self, article: ParsedArticle, *, full: bool) -> None:
        """Enter full names first, then short ones, so that a surname finds its person."""
        present = self.own.setdefault(article.article.id, [])
        for paragraph in article.paragraphs:
            for head in person_heads(paragraph.doc):
                entity_length = sum(
                    1 for t in head.subtree if t.dep_ == "compound" and t.head.i == head.i
                )
                if (entity_length > 0) == full:
                    person = self.people.enter(head)
                    if person is not None and person not in present:
                        present.append(person)

    def resolved(self, parsed: ParsedArticle, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        """Return the quotes of one article with their speakers."""
        trail = Trail(
            parsed, self.people, lambda person: self._person(person, Mention("person", ""))
        )
        result: list[Quote] = []
        for quote in quotes:
            speaker = self._speaker(parsed, quote, trail)
            if speaker is None:
                result.append(quote)
                continue
            trail.spoke(quote, speaker)
            result.append(
                replace(
                    quote,
                    speaker=speaker.name,
                    speaker_id=speaker.id,
                    named=speaker.named,
                    role=speaker.finding.role,
                    role_basis=speaker.finding.basis,
                )
            )
        return tuple(result)

    def _speaker(self, parsed: ParsedArticle, quote: Quote, trail: Trail) -> Speaker | None:
        if quote.source is None:
            return None
        paragraph = _paragraph_at(parsed, quote.source.start)
        tokens = token_range(paragraph.doc, paragraph.start, quote.source)
        if tokens is None:
            return None
        mention = mention_of(paragraph.doc, *tokens)
        head = paragraph.doc[tokens[0] : tokens[1]].root
        if (
            mention.kind == "pronoun"
            and head.tag_ in {"WP", "WDT"}
            and (noun := antecedent(head)).i != head.i
        ):
            mention, head = mention_of(paragraph.doc, *source_tokens(noun)), noun
        if mention.kind == "person":
            return self._person(self.people.find(clean(mention.name)), mention)
        if mention.kind == "title":
            person = self._title_holder(parsed, mention, trail, quote.source.start)
            return self._person(person, mention) if person else self._unnamed(mention)
        if mention.kind == "pronoun":
            return trail.antecedent(mention.words, quote, head)
        if mention.kind == "document":
            return trail.issuer(quote) or self._unnamed(mention)
        if mention.kind == "body":
            known = self.people.find(clean(mention.name)) if head.pos_ == "PROPN" else None
            if known is not None:
                return self._person(known, mention)
            name = self.bodies.canonical(parsed.article.id, mention, quote.source.start)
            return Speaker(
                name.name,
                slug(name.name),
                name.named,
                self._placed(name.name + " | " + mention.description, name.country),
            )
        return self._unnamed(mention)

    def _person(self, person: Person | None, mention: Mention) -> Speaker:
        if person is None:
            name = " ".join(mention.name) or mention.words
            return Speaker(
                name, slug(name), True, self._placed(mention.description, mention.country)
            )
        finding = RoleFinding(Role.UNKNOWN, None)
        for text in sorted(
            set(person.descriptions), key=lambda d: (-person.descriptions.count(d), -len(d))
        ):
            for part in text.split(" | "):
                finding = role_lexicon().role_of(part)
                if finding.role is not Role.UNKNOWN:
                    break
            if finding.role is not Role.UNKNOWN:
                break
        finding = self._abroad(finding, person.country())
        return Speaker(person.canonical, slug(person.canonical), True, finding, person)

    def _unnamed(self, mention: Mention) -> Speaker:
        words = mention.words
        return Speaker(
            words, slug(words), False, self._placed(mention.description, mention.country)
        )

    def _placed(self, description: str, country: str | None) -> RoleFinding:
        return self._abroad(role_lexicon().role_of(description), country)

    def _abroad(self, finding: RoleFinding, country: str | None) -> RoleFinding:
        """Return the finding with another country's government and forces marked as foreign."""
        if finding.role is Role.GOVERNMENT and country and self.home and country != self.home:
            return RoleFinding(Role.FOREIGN_GOVERNMENT, finding.basis, finding.title)
        return finding

    def _title_holder(
        self, parsed: ParsedArticle, mention: Mention, trail: Trail, at: int
    ) -> Person | None:
        """Return who holds a title here: of the country that is named, else of this article."""
        titles = LEADER_TITLES | {"leader"} if mention.title == "leader" else {mention.title}
        wanted = mention.country or (self.home if "country" in mention.words.lower() else None)
        here = [p for p in self.own[parsed.article.id] if _holds(p, titles, wanted, self.home)]
        if not here:
            here = [
                p for p in self.people.persons if _holds(p, titles, wanted or self.home, self.home)
            ]
        if len(here) > 1 and wanted is None:
            at_home = [p for p in here if p.country() in {None, self.home}]
            here = at_home or here
        if len(here) > 1:
            latest = trail.latest(here, at)
            return latest
        return here[0] if here else None


def _holds(
    person: Person, titles: set[str] | frozenset[str], country: str | None, home: str | None
) -> bool:
    if not any(title in titles for title in person.titles):
        return False
    own = person.country()
    return country is None or own == country or (own is None and country == home)


def _paragraph_at(parsed: ParsedArticle, at: int) -> Paragraph:
    return max((p for p in parsed.paragraphs if p.start <= at), key=lambda p: p.start)
