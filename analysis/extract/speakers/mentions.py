"""A source in the text -> what kind of mention it is: person, title, body, group, pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.roles import role_lexicon
from analysis.extract.speakers.places import places
from analysis.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "dr", "madam"})
FEMALE = frozenset(
    {
        "she",
        "mrs",
        "ms",
        "miss",
        "dame",
        "lady",
        "madam",
        "queen",
        "princess",
        "spokeswoman",
        "chairwoman",
        "congresswoman",
        "mother",
        "daughter",
        "wife",
        "widow",
        "sister",
        "actress",
    }
)
MALE = frozenset(
    {
        "he",
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "spokesman",
        "chairman",
        "congressman",
        "father",
        "son",
        "husband",
        "widower",
        "brother",
        "actor",
    }
)
SINGULAR = frozenset({"he", "she"})
PRONOUNS = frozenset(
    {
        "he",
        "she",
        "they",
        "it",
        "i",
        "we",
        "you",
        "who",
        "one",
        "him",
        "her",
        "them",
        "his",
        "their",
        "its",
        "my",
        "our",
        "that",
        "which",
        "this",
        "these",
        "those",
        "us",
        "me",
    }
)
DOCUMENTS = frozenset(
    {
        "statement",
        "communique",
        "communiqué",
        "release",
        "letter",
        "tweet",
        "post",
        "message",
        "memo",
    }
)
INDEFINITE = frozenset(
    {"a", "an", "one", "another", "neither", "either", "both", "any", "each", "every", "no", "some"}
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker's mention: its kind, the words of its core, the country it names."""

    kind: str
    """person | title | body | group | pronoun | document"""
    words: str
    """The mention without a leading article."""
    name: tuple[str, ...] = ()
    title: str = ""
    country: str | None = None
    description: str = ""
    """The whole noun phrase with its appositions: what the role is read from."""


def name_tokens(head: Token) -> list[Token]:
    """Return the run of proper-noun tokens that ends in ``head``, titles and adjectives cut off."""
    doc = head.doc
    start = head.i
    while start > 0 and (_is_name_part(doc[start - 1]) or _is_hyphen(doc, start - 1)):
        start -= 1
    entity = next((e for e in doc.ents if e.label_ == "PERSON" and e.start <= head.i < e.end), None)
    if entity is not None and not _is_hyphen(doc, entity.start - 1):
        start = max(start, entity.start)
    run = list(doc[start : head.i + 1])
    cut = max((n + 1 for n, token in enumerate(run[:-1]) if _is_title_word(token)), default=0)
    return run[cut:]


def _is_title_word(token: Token) -> bool:
    word = token.lower_.strip(".")
    return word in role_lexicon().title_words or word in HONORIFICS or token.text in places().codes


def _is_hyphen(doc: Doc, i: int) -> bool:
    """Return whether token ``i`` is a hyphen inside a name: Jean-Marie."""
    return (
        0 < i < len(doc) - 1
        and doc[i].text == "-"
        and not doc[i - 1].whitespace_
        and not doc[i].whitespace_
    )


def name_of(head: Token) -> tuple[str, ...]:
    """Return the words of a personal name, hyphenated parts as one word."""
    tokens = name_tokens(head)
    if not tokens:
        return ()
    text = head.doc[tokens[0].i : tokens[-1].i + 1].text
    return tuple(text.split())


def _is_name_part(token: Token) -> bool:
    return token.pos_ == "PROPN" and (
        token.text[:1].isupper() or token.lower_ in {"al", "bin", "de", "van", "von", "der", "la"}
    )


def mention_of(doc: Doc, start: int, end: int) -> Mention:
    """Return the mention that the tokens ``start`` to ``end`` make."""
    span = doc[start:end]
    head = span.root
    text = span.text
    words = _without_article(text)
    if len(span) == 1 and head.lower_ in PRONOUNS:
        return Mention("pronoun", head.lower_)
    named = next(
        (
            c
            for c in head.rights
            if c.dep_ == "appos" and c.ent_type_ == "PERSON" and c.pos_ == "PROPN"
        ),
        None,
    )
    if named is not None and head.pos_ == "NOUN":
        head = named
    description = described(head)
    own = places().countries(text)
    country = own[0] if own else None
    title = title_in(text, head)
    if head.pos_ == "PROPN" and _is_person(head):
        return Mention("person", words, name_of(head), title, country, description)
    if head.lemma_.lower() in DOCUMENTS and head.pos_ == "NOUN":
        return Mention("document", words, (), "", country, description)
    if (
        title
        and head.pos_ in {"NOUN", "PROPN"}
        and head.tag_ in {"NN", "NNP"}
        and span[0].lower_ not in INDEFINITE
        and head.lower_ in title.split()[-1:]
    ):
        return Mention("title", words, (), title, country, description)
    if (
        head.pos_ == "PROPN"
        or any(t.ent_type_ in {"ORG", "GPE"} and t.i == head.i for t in span)
        or _is_body(head)
    ):
        name = name_of(head) if head.ent_type_ != "GPE" else ()
        return Mention(
            "body", words, name if len(name) == len(words.split()) else (), "", country, description
        )
    return Mention("group", words, (), "", country, description)


def _is_person(head: Token) -> bool:
    if head.ent_type_ == "PERSON":
        return True
    if head.ent_type_ in {"GPE", "NORP", "LOC", "FAC", "DATE"} or role_lexicon().is_body_word(
        head.lower_
    ):
        return False
    run = name_tokens(head)
    before = head.doc[run[0].i - 1].lower_.strip(".") if run and run[0].i else ""
    if before in role_lexicon().title_words or before in HONORIFICS or before in FEMALE | MALE:
        return not role_lexicon().is_body_word(head.lower_)
    return (
        head.ent_type_ == ""
        and len(run) in {2, 3}
        and not any(role_lexicon().is_body_word(t.lower_) for t in run)
    )


def _is_body(head: Token) -> bool:
    return head.tag_ == "NN" and role_lexicon().is_body_word(head.lower_)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return _lowered(rest if rest and first.lower() in _DETERMINERS else text)


def _lowered(text: str) -> str:
    """Return the words with a sentence's capital taken off a common noun."""
    first = text.split(" ", 1)[0]
    plain_word = first[1:].islower() and role_lexicon().is_common(first)
    return text[:1].lower() + text[1:] if plain_word else text


def title_in(text: str, head: Token) -> str:
    """Return the last title among the words: "president", "prime minister"."""
    return role_lexicon().last_title(text)


def described(head: Token) -> str:
    """Return the words that describe a speaker: the noun phrase, appositions, the noun it is joined to."""
    doc = head.doc
    parts = [doc[head.left_edge.i : head.i + 1].text]
    parts += [
        doc[c.left_edge.i : min(c.right_edge.i + 1, c.left_edge.i + 25)].text
        for c in head.rights
        if c.dep_ in {"appos", "prep", "relcl"} or (c.dep_ == "acl" and c.tag_ == "VBN")
    ]
    if head.dep_ == "appos":
        governor = head.head
        parts.insert(0, doc[governor.left_edge.i : head.left_edge.i].text)
    return " | ".join(parts)


def gender_of(text: str) -> str:
    """Return "f", "m" or "" from the titles and nouns in a description."""
    words = {w.strip(".,").lower() for w in text.split()}
    if words & FEMALE:
        return "f"
    return "m" if words & MALE else ""


def token_range(doc: Doc, offset: int, span: Span) -> tuple[int, int] | None:
    """Return the tokens of an article span inside a paragraph that starts at ``offset``."""
    found = doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
    return None if found is None else (found.start, found.end)
