"""One parsed article in, its naming phrases out: what is named, in which words, in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.extract.labels import links, phrases
from analysis.extract.labels.kinds import kinds
from analysis.extract.speakers.places import places
from analysis.nlp import Paragraph, ParsedArticle
from analysis.types import LabelForm, Span

if TYPE_CHECKING:
    from analysis.parsing import Token

MAX_CANDIDATES = 600
"""Naming phrases read per article, in reading order: about 3,000 words of news."""

_QUOTATION = re.compile('["“”„«»]')
_BETWEEN = frozenset({"poss", "nmod", "compound"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that names somebody or something, with what grouping needs of it.

    ``name`` holds the words of a personal name, ``proper`` says that the head is a name;
    ``owners`` are names inside the phrase ("Lee's team"), ``countries`` the codes of
    countries in it, ``compounds`` the nouns before its head.
    """

    start: int
    end: int
    label: str
    head: str
    form: LabelForm
    proper: bool = False
    name: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    plural: bool = False
    definite: bool = False
    same_as: Span | None = None
    """Where the phrase stands that this one is said to be: apposition, "X is a Y"."""

    @property
    def span(self) -> Span:
        """Return where the phrase stands."""
        return Span(self.start, self.end)


def find_candidates(parsed: ParsedArticle) -> tuple[Candidate, ...]:
    """Return the naming phrases of the analysed blocks, in text order, none overlapping."""
    found: list[Candidate] = []
    for paragraph in parsed.paragraphs:
        if len(found) < MAX_CANDIDATES:
            found += _in_paragraph(paragraph, parsed.article.text)
    return tuple(found[:MAX_CANDIDATES])


def _in_paragraph(paragraph: Paragraph, text: str) -> Iterator[Candidate]:
    spans: dict[int, Span] = {}
    made: list[tuple[Token, Candidate]] = []
    for head in phrases.heads(paragraph.doc):
        for candidate in _of_head(paragraph, head, text):
            if not made or made[-1][1].end <= candidate.start:
                made.append((head, candidate))
                # The last phrase of a head is its name or its noun; a title before it links to it.
                spans[head.i] = candidate.span
    for head, candidate in made:
        if candidate.form is LabelForm.TITLE:
            yield replace(candidate, same_as=spans[head.i])
            continue
        link = links.link_of(head)
        same = spans.get(link.other.i) if link else None
        yield replace(candidate, form=link.form, same_as=same) if link and same else candidate


def _of_head(paragraph: Paragraph, head: Token, text: str) -> Iterator[Candidate]:
    """Yield what one noun names: a title before a name and the name apart."""
    title, naming = phrases.split(head)
    if title:
        yield _candidate(paragraph, title, text, LabelForm.TITLE)
    form = LabelForm.NAME if phrases.is_name(head) else LabelForm.NOUN
    yield _candidate(paragraph, naming, text, form)


def _candidate(
    paragraph: Paragraph, phrase: phrases.Phrase, text: str, form: LabelForm
) -> Candidate:
    start = paragraph.start + phrase.tokens[0].idx
    last = phrase.tokens[-1]
    span = Span(start, paragraph.start + last.idx + len(last))
    head = phrase.head
    inside = [token for token in phrase.tokens if token.i != head.i]
    compounds = tuple(phrases.lemma(t) for t in inside if _is_compound(t, head))
    label = " ".join(_QUOTATION.sub("", span.of(text)).split())
    return Candidate(
        *span,
        label=label,
        head=_noun(head, compounds),
        form=form,
        proper=form is LabelForm.NAME or phrases.is_name(head),
        name=phrases.personal_name(head) if form is LabelForm.NAME else (),
        # A country's name has a capital: most labels need no search.
        countries=() if label.islower() else tuple(dict.fromkeys(places().countries(label))),
        owners=phrases.owners(inside, head),
        compounds=compounds,
        plural=head.tag_ in {"NNS", "NNPS"},
        definite=phrases.is_definite(phrase),
    )


def _noun(head: Token, compounds: tuple[str, ...]) -> str:
    """Return the lemma that names; two words where the list has them: "asylum seeker"."""
    noun = phrases.lemma(head)
    if phrases.is_name(head):
        return noun
    both = f"{compounds[-1]} {noun}" if compounds else noun
    if noun not in kinds().listed and noun.removesuffix("s") in kinds().listed:
        noun = noun.removesuffix("s")  # "Migrants", lemma of a word taken for a name
    return both if both in kinds().listed else noun


def _is_compound(token: Token, head: Token) -> bool:
    """Return whether a noun before the head says which one is meant: "security forces"."""
    common = token.pos_ == "NOUN" and token.dep_ in _BETWEEN and token.head.i == head.i
    return common and phrases.lemma(token) not in kinds().light
