"""A noun in its parse -> the phrase that names: without articles, numbers, relative clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.labels.kinds import kinds
from analysis.extract.roles import role_lexicon
from analysis.extract.speakers.mentions import is_person
from analysis.extract.speakers.naming import HONORIFICS, name_of, name_tokens
from analysis.extract.speakers.places import places

if TYPE_CHECKING:
    from analysis.parsing import Doc, Token

MAX_TAIL = 6
"""Longest of-phrase with a name kept in a label, in tokens: "Minister of Internal Affairs"."""

_NOUNS = frozenset({"NOUN", "PROPN"})
_PHRASES = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "pcomp",
        "dative",
        "appos",
        "attr",
        "oprd",
        "conj",
        "ROOT",
    }
)
"""Relations of a noun that make it the head of a phrase, not a part of one."""

_NOT_NAMES = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"}
)
_SKIPPED_TAGS = frozenset({"DT", "PDT", "PRP$", "CD", "WP$", "WDT", "RB", "CC"})
_LOOSE_DEPS = frozenset({"det", "predet", "nummod", "quantmod", "advmod", "cc", "preconj"})
_SAME = frozenset(
    {"such", "many", "few", "several", "other", "more", "most", "much", "own", "same"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_EDGES = frozenset({"HYPH", "POS", ",", ":", "``", "''", "-LRB-", "-RRB-", "."})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens of a naming phrase in text order, and the noun that names."""

    tokens: tuple[Token, ...]
    head: Token


def heads(doc: Doc) -> Iterator[Token]:
    """Yield the head noun of every phrase that may name somebody or something, in order."""
    seen: set[int] = set()
    for token in doc:
        if token.pos_ not in _NOUNS or token.dep_ not in _PHRASES:
            continue
        head = measured(token)
        if head.i not in seen and _can_name(head):
            seen.add(head.i)
            yield head


def measured(noun: Token) -> Token:
    """Return what a word of measure counts: in "thousands of protesters" the protesters."""
    if lemma(noun) not in kinds().measures:
        return noun
    for of in noun.rights:
        if of.lower_ == "of":
            return next((c for c in of.rights if c.dep_ == "pobj"), noun)
    return noun


def lemma(token: Token) -> str:
    """Return the lemma in lower case."""
    return token.lemma_.lower()


def is_name(token: Token) -> bool:
    """Return whether the noun is a proper name or an acronym."""
    if token.is_upper and len(token) > 1:
        return True
    alone = token.pos_ == "PROPN" and not any(c.pos_ == "PROPN" for c in token.lefts)
    return token.pos_ == "PROPN" and not (alone and _is_listed(token))


def _is_listed(token: Token) -> bool:
    """Return whether a capitalised word is a common noun: "Authorities", "President"."""
    word = token.lower_
    listed = kinds().listed
    return word in listed or word.removesuffix("s") in listed or role_lexicon().is_common(word)


def _can_name(token: Token) -> bool:
    if token.pos_ not in _NOUNS or not token.text[0].isalpha() or len(token) < 2:
        return False
    if token.ent_type_ in _NOT_NAMES:
        return False
    word = lemma(token)
    is_light = word in kinds().light or word in kinds().measures
    return is_name(token) or not is_light or _has_specific_modifier(token)


def _has_specific_modifier(token: Token) -> bool:
    """Return whether a name or a noun before a light noun says what it is: "coup attempt"."""
    return any(c.pos_ in {"NOUN", "PROPN"} and c.dep_ == "compound" for c in token.lefts)


def split(head: Token) -> tuple[Phrase | None, Phrase]:
    """Return the title before a personal name, if any, and the phrase that names."""
    whole = _phrase(head)
    if not is_name(head) or not is_person(head):
        return None, whole
    name = name_tokens(head)
    if not name:
        return None, whole
    before = [t for t in whole.tokens if t.i < name[0].i]
    if before and before[-1].lower_.strip(".") in HONORIFICS:
        return None, Phrase((before[-1], *name), head)
    before = _stripped(before)
    if not before or before[-1].pos_ not in {"NOUN", "PROPN"} or before[-1].text in places().codes:
        return None, Phrase(tuple(_stripped([*before, *name])) or (head,), head)
    return Phrase(tuple(before), before[-1]), Phrase(tuple(name), head)


def _phrase(head: Token) -> Phrase:
    """Return the naming words around a noun: what stands before it, and a short of-phrase."""
    doc = head.doc
    start = min(
        (c.left_edge.i for c in head.lefts if c.dep_ not in {"appos", "punct"}), default=head.i
    )
    tokens = _stripped([doc[i] for i in range(start, head.i + 1)])
    return Phrase((*(tokens or [head]), *_tail(head)), head)


def _stripped(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without articles, numbers and marks at the beginning."""
    kept = list(tokens)
    # Not "17-year-old": the number is part of the word.
    while kept[:-1] and _is_loose(kept[0]) and kept[1].tag_ != "HYPH":
        kept.pop(0)
    while kept and kept[-1].tag_ in _EDGES:
        kept.pop()
    return kept


def _is_loose(token: Token) -> bool:
    if token.tag_ in _SKIPPED_TAGS or token.tag_ in _EDGES or token.is_punct:
        return True
    return token.lower_ in _SAME or (token.dep_ in _LOOSE_DEPS and token.pos_ != "PROPN")


def _tail(head: Token) -> tuple[Token, ...]:
    """Return a short "of" with a name after the noun: "Ministry of Defence", "coup of May"."""
    for of in head.rights:
        if of.lower_ == "of" and of.i == head.i + 1:
            names = [c for c in of.rights if c.dep_ == "pobj" and is_name(c)]
            tokens = head.doc[of.i : names[0].i + 1] if names else ()
            if len(tokens) <= MAX_TAIL and not any(t.is_punct for t in tokens):
                return tuple(tokens)
    return ()


def personal_name(head: Token) -> tuple[str, ...]:
    """Return the words of a personal name, nothing where the head names no person."""
    return name_of(head) if is_name(head) and is_person(head) else ()


def owners(inside: Sequence[Token], head: Token) -> tuple[str, ...]:
    """Return the names inside a phrase that say whose it is, in lower case, no countries."""
    if is_name(head):
        return ()
    found = [t for t in inside if t.pos_ == "PROPN" and t.text not in places().codes]
    last = [t for t in found if not (t.i + 1 < len(t.doc) and t.nbor().pos_ == "PROPN")]
    return tuple(dict.fromkeys(t.lower_ for t in last if t.text[0].isupper()))


def is_definite(phrase: Phrase) -> bool:
    """Return whether the phrase takes up something known: "the", "this", "their"."""
    first = phrase.tokens[0]
    if any(t.dep_ == "poss" for t in phrase.head.lefts):
        return True
    determiners = (t for t in phrase.head.lefts if t.tag_ == "DT")
    before = first.nbor(-1) if first.i > 0 else None
    words = {t.lower_ for t in determiners} | ({before.lower_} if before is not None else set())
    return not words.isdisjoint(_DEFINITE)
