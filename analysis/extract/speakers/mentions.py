"""A source in the text -> what kind of mention it is: person, title, body, group, pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.extract.roles import role_lexicon
from analysis.extract.speakers.naming import (
    FEMALE,
    HONORIFICS,
    MALE,
    is_title_word,
    name_of,
    name_tokens,
)
from analysis.extract.speakers.places import places
from analysis.types import Span

if TYPE_CHECKING:
    from analysis.parsing import Doc, DocSpan, Token

PRONOUNS = frozenset(
    "he she they it i we you who one him her them his their its my our that which this these "
    "those us me".split()
)
DOCUMENTS = frozenset(
    "statement communique communiqué release letter tweet post message memo".split()
)
"""Texts that somebody issued: "the statement added" is that somebody speaking."""

INDEFINITE = frozenset("a an one another neither either both any each every no some".split())
DETERMINERS = frozenset("the a an this that these those its his her their our my".split())

NOT_PERSONS = frozenset({"GPE", "NORP", "LOC", "FAC", "DATE"})
MAX_NAME = 3
"""Longest run of capitalised words taken for a person where the model named no entity."""

APPOSITION = 25
"""Longest apposition read, in tokens."""

Kind = Literal["person", "title", "body", "group", "pronoun", "document"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker's mention: its kind, its words, the country it names.

    ``words`` have no leading article; ``description`` is the whole noun phrase with
    its appositions, parted by bars, from which the role is read.
    """

    kind: Kind
    words: str
    name: tuple[str, ...] = ()
    title: str = ""
    country: str | None = None
    description: str = ""


def mention_of(doc: Doc, start: int, end: int) -> Mention:
    """Return the mention that the tokens ``start`` to ``end`` make."""
    span = doc[start:end]
    head = span.root
    if len(span) == 1 and head.lower_ in PRONOUNS:
        return Mention("pronoun", head.lower_)
    head = named_beside(head)
    title = role_lexicon().last_title(span.text)
    kind = _kind(span, head, title)
    codes = places().countries(span.text)
    words = without_article(span.text, proper=head.pos_ == "PROPN")
    name = name_of(head) if kind == "person" or _is_bare_name(head, words) else ()
    return Mention(kind, words, name, title, codes[0] if codes else None, described(head))


def _kind(span: DocSpan, head: Token, title: str) -> Kind:
    if head.pos_ == "PROPN" and is_person(head):
        return "person"
    if head.lemma_.lower() in DOCUMENTS and head.pos_ == "NOUN":
        return "document"
    if title and _is_definite_title(span, head, title):
        return "title"
    named = head.pos_ == "PROPN" or head.ent_type_ in {"ORG", "GPE"}
    if named or (head.tag_ == "NN" and role_lexicon().is_body_word(head.lower_)):
        return "body"
    return "group"


def named_beside(head: Token) -> Token:
    """Return the name in apposition to a title, else the word: "the spokesman of X, Ned Price"."""
    if head.pos_ != "NOUN":
        return head
    names = (c for c in head.rights if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next((c for c in names if c.ent_type_ == "PERSON"), head)


def _is_definite_title(span: DocSpan, head: Token, title: str) -> bool:
    """Return whether a title stands for one holder: "the president", not "a president"."""
    return (
        head.tag_ in {"NN", "NNP"}
        and head.lower_ == title.rsplit(" ", 1)[-1]
        and span[0].lower_ not in INDEFINITE
    )


def _is_bare_name(head: Token, words: str) -> bool:
    """Return whether the mention is nothing but capitalised words that name no country."""
    proper = head.pos_ == "PROPN" and head.text not in places().codes
    return proper and len(name_of(head)) == len(words.split())


def is_person(head: Token) -> bool:
    """Return whether a proper noun names a person: by the model, a title before it, its form."""
    lexicon = role_lexicon()
    if head.ent_type_ == "PERSON":
        return True
    if head.ent_type_ in NOT_PERSONS or lexicon.is_body_word(head.lower_):
        return False
    run = name_tokens(head)
    before = head.doc[run[0].i - 1] if run and run[0].i else None
    if before is not None and _is_personal(before):
        return True
    plain = not any(lexicon.is_body_word(t.lower_) for t in run)
    return head.ent_type_ == "" and 1 < len(run) <= MAX_NAME and plain


def _is_personal(token: Token) -> bool:
    word = token.lower_.strip(".")
    if word in HONORIFICS or word in FEMALE or word in MALE:
        return True
    return is_title_word(token) and token.text not in places().codes


def without_article(text: str, *, proper: bool) -> str:
    """Return the words without a leading article, a listed common noun in lower case."""
    first, _, rest = text.partition(" ")
    words = rest if rest and first.lower() in DETERMINERS else text
    first = words.split(" ", 1)[0]
    common = not proper and first[1:].islower() and role_lexicon().is_common(first)
    return words[:1].lower() + words[1:] if common else words


def described(head: Token) -> str:
    """Return the words that describe a speaker: noun phrase, appositions, prepositional phrases."""
    doc = head.doc
    parts = [doc[head.left_edge.i : head.i + 1].text]
    parts += [
        doc[c.left_edge.i : min(c.right_edge.i + 1, c.left_edge.i + APPOSITION)].text
        for c in head.rights
        if c.dep_ in {"appos", "prep", "relcl"} or (c.dep_ == "acl" and c.tag_ == "VBN")
    ]
    if head.dep_ == "appos":
        governor = head.head
        parts.insert(0, doc[governor.left_edge.i : head.left_edge.i].text)
    return " | ".join(parts)


def token_range(doc: Doc, offset: int, span: Span) -> tuple[int, int] | None:
    """Return the tokens of an article span inside a paragraph that starts at ``offset``."""
    found = doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
    return None if found is None else (found.start, found.end)
