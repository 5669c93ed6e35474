"""Quotes of a story -> one canonical speaker each: by name, title, body or pronoun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.extract.quotes.sources import antecedent, source_tokens
from analysis.extract.roles import role_lexicon
from analysis.extract.speakers.bodies import Bodies
from analysis.extract.speakers.mentions import Mention, mention_of, named_beside, token_range
from analysis.extract.speakers.people import People, Person, person_heads
from analysis.extract.speakers.places import home_country, places
from analysis.extract.speakers.pronouns import Trail
from analysis.extract.speakers.speaker import Speaker, person_speaker, placed, worded_speaker
from analysis.extract.speakers.spokespeople import spoken_for
from analysis.extract.speakers.titles import title_holder
from analysis.nlp import Paragraph, ParsedArticle
from analysis.types import Quote

if TYPE_CHECKING:
    from analysis.parsing import DocSpan, Token


def resolve_speakers(
    articles: Sequence[tuple[ParsedArticle, tuple[Quote, ...]]],
) -> list[tuple[Quote, ...]]:
    """Return each article's quotes with ``speaker``, ``speaker_id``, ``role`` and ``named``.

    One person or body has one identifier across all articles: full and short
    names, titles, spelling variants and pronouns come together. Collective and
    unnamed speakers keep their own words with ``named`` false. What grammar and
    context do not settle stays ``None``. ``government`` is the government of the
    country the story takes place in; another country's is ``foreign_government``.
    ``institution`` is the body that a spokesperson speaks for, by its one name.
    """
    story = _Story([parsed for parsed, _ in articles])
    return [_Resolver(story, parsed).resolved(quotes) for parsed, quotes in articles]


class _Story:
    """What all articles together say of persons and bodies."""

    def __init__(self, articles: Sequence[ParsedArticle]) -> None:
        self.home = home_country(articles)
        self.people = People()
        self.bodies = Bodies(self.home)
        self.here: dict[str, list[Person]] = {a.article.id: [] for a in articles}
        heads = [
            (article.article.id, head)
            for article in articles
            for paragraph in article.paragraphs
            for head in person_heads(paragraph.doc)
        ]
        # Full names first, so that a surname met earlier in the text finds its person.
        for article, head in sorted(heads, key=lambda pair: not _is_full(pair[1])):
            person = self.people.enter(head)
            if person is not None and person not in self.here[article]:
                self.here[article].append(person)
            body = spoken_for(head)
            if person is not None and body is not None:
                person.speaks_for.append((article, body))
        for each in articles:
            self.bodies.learn(each)


def _is_full(head: Token) -> bool:
    return any(c.dep_ == "compound" for c in head.lefts)


class _Resolver:
    """Finds the speakers of one article in the light of its story."""

    def __init__(self, story: _Story, parsed: ParsedArticle) -> None:
        self._story = story
        self._parsed = parsed
        self._trail = Trail(parsed, story.people, self._named)

    def resolved(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """Return the quotes with their speakers, in the given order."""
        result: list[Quote] = []
        for quote in quotes:
            speaker = None if quote.source is None else self._speaker(quote, quote.source.start)
            if speaker is None:
                result.append(quote)
            else:
                speaker = self._with_institution(quote, speaker)
                self._trail.spoke(quote, speaker)
                result.append(speaker.of(quote))
        return tuple(result)

    def _speaker(self, quote: Quote, at: int) -> Speaker | None:
        mention = self._mention(quote, at)
        if mention is None:
            return None
        if mention.kind == "pronoun":
            return self._trail.antecedent(mention.words, quote)
        if mention.kind in {"body", "group"}:
            return self._surname(mention) or self._body_or_group(mention)
        if mention.kind == "document":
            return self._trail.issuer(at) or self._worded(mention)
        if mention.kind == "title":
            return self._holder(mention, at) or self._worded(mention)
        if mention.kind == "person":
            person = self._story.people.find(mention.name)
            return self._worded(mention, named=True) if person is None else self._named(person)
        return self._worded(mention)

    def _mention(self, quote: Quote, at: int) -> Mention | None:
        """Return the mention at a quote's source; a relative pronoun gives way to its noun."""
        source = self._source(quote, at)
        return None if source is None else mention_of(source.doc, source.start, source.end)

    def _source(self, quote: Quote, at: int) -> DocSpan | None:
        paragraph = _paragraph_at(self._parsed, at)
        tokens = token_range(paragraph.doc, paragraph.start, quote.source or quote.content[0])
        if tokens is None:
            return None
        head = paragraph.doc[tokens[0] : tokens[1]].root
        if head.tag_ in {"WP", "WDT"}:
            noun = antecedent(head)
            tokens = tokens if noun.i == head.i else source_tokens(noun)
        return paragraph.doc[tokens[0] : tokens[1]]

    def _with_institution(self, quote: Quote, speaker: Speaker) -> Speaker:
        """Return the speaker with the body spoken for: said here, else most often in the story."""
        bodies, article = self._story.bodies, self._parsed.article.id
        source = self._source(quote, quote.source.start) if quote.source else None
        body = None if source is None else spoken_for(named_beside(source.root))
        if body is not None and not self._is_person(body):
            return replace(speaker, institution=bodies.canonical(article, body).name)
        if speaker.person is None:
            return speaker
        names = Counter(
            bodies.look_up(*each).name
            for each in speaker.person.speaks_for
            if not self._is_person(each[1])
        )
        return replace(speaker, institution=names.most_common(1)[0][0]) if names else speaker

    def _is_person(self, body: Mention) -> bool:
        """Return whether what was taken for a body is a surname whose full name is known."""
        person = None if " " in body.words else self._story.people.find((body.words,))
        return person is not None and any(len(form) > 1 for form in person.forms)

    def _named(self, person: Person) -> Speaker:
        return person_speaker(person, self._story.home)

    def _worded(self, mention: Mention, *, named: bool = False) -> Speaker:
        return worded_speaker(mention, self._story.home, named=named)

    def _holder(self, mention: Mention, at: int) -> Speaker | None:
        story = self._story
        person = title_holder(
            mention,
            here=story.here[self._parsed.article.id],
            story=story.people.persons,
            trail=self._trail,
            at=at,
            home=story.home,
        )
        return None if person is None else self._named(person)

    def _surname(self, mention: Mention) -> Speaker | None:
        """Return the person whose surname the model took for a body or a common noun."""
        single = mention.words if mention.words.istitle() and " " not in mention.words else ""
        if single in places().codes:
            return None
        person = self._story.people.find(mention.name or (single,)) if single else None
        return None if person is None else self._named(person)

    def _body_or_group(self, mention: Mention) -> Speaker:
        """Return an institution under its one name; a group keeps its words."""
        if mention.kind == "group":
            return self._worded(mention)
        body = self._story.bodies.canonical(self._parsed.article.id, mention)
        finding = role_lexicon().role_of(f"{body.name} | {mention.description}")
        return Speaker(body.name, body.named, placed(finding, body.country, self._story.home))


def _paragraph_at(parsed: ParsedArticle, at: int) -> Paragraph:
    return max((p for p in parsed.paragraphs if p.start <= at), key=lambda p: p.start)
