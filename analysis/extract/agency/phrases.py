"""A noun in its parse -> its phrase in words, the kind of whoever it names, and whether it acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.harm import NOUN_ROLES, harm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analysis.parsing import DocSpan, Token

_LEFT_DEPS = frozenset(
    {"amod", "compound", "nmod", "nummod", "quantmod", "poss", "det", "predet", "advmod"}
)
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "X"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_ACTION_ENDINGS = ("tion", "sion", "ment", "ness", "ance", "ence", "ism")
"""Endings of nouns for acts and states, which do not act themselves."""

_THINGS = frozenset(
    {"it", "this", "that", "which", "what", "there", "these", "whatever", "nothing", "something"}
)
"""Pronouns for things as well as for bodies of people."""

_ARTICLES = frozenset({"a", "an", "the", '"', "“", "”", "'", "‘", "’"})

_MEASURES = frozenset(
    """
    number hundred thousand million dozen score couple handful majority minority half third
    quarter rest most some many all group crowd wave lot bulk part none several any few total
    each both one two three four five six seven eight nine ten member contingent team unit
    series dozens hundreds thousands rest remainder percent half pair trio band
    """.split()
)
"""Words that measure or gather others: in "dozens of protesters" the protesters are meant."""


def lemma(token: Token) -> str:
    """Return the lemma in lower case."""
    return token.lemma_.lower()


def measured(token: Token) -> Token:
    """Return what a word of measure counts, else the token: "thousands *of protesters*"."""
    if lemma(token) in _MEASURES or token.like_num:
        for of in token.rights:
            if of.lower_ in {"of", "among"}:
                return next((c for c in of.rights if c.dep_ == "pobj"), token)
    return token


def phrase(head: Token) -> DocSpan:
    """Return the noun phrase without article, relative clause, apposition or loose modifiers.

    Of-phrases and what "and" joins stay: "dozens of protesters", "police and soldiers".
    """
    start = min((t.i for t in _left_words(head)), default=head.i)
    end = head.i
    for child in head.rights:
        last = _right_end(child)
        if last is not None and last > end and _is_unbroken(head, end, child):
            end = last
    doc = head.doc
    while end + 2 < len(doc) and doc[end + 1].text == "-" and not doc[end].whitespace_:
        end += 2  # "co-workers" in three tokens
    while start < head.i and doc[start].lower_ in _ARTICLES:
        start += 1
    return doc[start : end + 1]


def _is_unbroken(head: Token, end: int, child: Token) -> bool:
    """Return whether only commas and "and" stand between what is in the phrase and the child."""
    gap = head.doc[end + 1 : child.left_edge.i]
    return all(t.is_punct or t.dep_ == "cc" or t.dep_ == "det" for t in gap)


def _left_words(head: Token) -> Iterator[Token]:
    for child in head.lefts:
        if child.dep_ in _LEFT_DEPS:
            yield child.left_edge


def _right_end(child: Token) -> int | None:
    if child.dep_ == "prep" and child.lower_ == "of":
        noun = next((c for c in child.rights if c.dep_ == "pobj"), None)
        return phrase(noun)[-1].i if noun is not None else None
    if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return phrase(child)[-1].i
    return None


def kind_of(head: Token) -> str:
    """Return the kind of whoever the phrase names: that of its noun, else of a noun beside it."""
    kinds = harm().kind_of
    noun = measured(head)
    beside = (
        []
        if _is_event(noun)
        else [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod", "appos"}]
    )
    for token in (noun, head, *beside):
        for form in (lemma(token), token.lower_):
            if form in kinds:
                return kinds[form]
    if noun.ent_type_ == "NORP":
        return "civilians"
    return "property" if noun.ent_type_ in {"GPE", "FAC", "LOC"} else "unknown"


def names_of(token: Token) -> set[str]:
    """Return what guards may call a noun: lemma, form, ``#kind`` and ``%LABEL``."""
    found = {lemma(token), token.lower_, f"#{kind_of(token)}"}
    if token.ent_type_:
        found.add(f"%{token.ent_type_}")
    return found


def is_natural(token: Token) -> bool:
    """Return whether the noun is a force of nature, an illness or an accident."""
    natural = harm().groups["natural"]
    words = {lemma(token)} | {lemma(c) for c in token.children if c.dep_ == "compound"}
    return not natural.isdisjoint(words)


def is_agent(token: Token, *, things: bool = False) -> bool:
    """Return whether the noun stands for someone who can act: a person, a body, a state.

    ``things``: the event is one that things can bring about too, so that "it" decides nothing.
    """
    noun = measured(token)
    if noun.lower_ in _THINGS:
        return not things and noun.lower_ == "it" and lemma(noun.head) != "be"
    if noun.ent_type_ in _TIMES or _is_event(noun):
        return False
    if kind_of(token) not in {"unknown", "property"}:
        return True
    return noun.pos_ in _NOMINALS and not is_natural(noun) and _is_someone(noun)


def _is_event(noun: Token) -> bool:
    """Return whether the noun names an instrument or an event, whoever stands before it."""
    words = harm().words.get(lemma(noun), ())
    return lemma(noun) in harm().groups["causes"] or any(w.role in NOUN_ROLES for w in words)


def _is_someone(noun: Token) -> bool:
    word, lists = lemma(noun), harm().groups
    if word in lists["bodies"]:
        return True
    if noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or noun.pos_ in {"PRON", "NUM"}:
        return True
    if harm().kind_of.get(word) == "property":
        return noun.pos_ == "PROPN"
    acts = word.endswith(_ACTION_ENDINGS) or noun.tag_ == "VBG" or word.endswith("ing")
    return not acts or noun.pos_ == "PROPN"


def acting(tokens: Iterable[Token], *, things: bool = False) -> list[Token]:
    """Return those of the nouns that can be agents, in order.

    An instrument or an event hands on to whoever holds it: "police fire", "bullets of the
    guards", "an Israeli air strike".
    """
    found = []
    for token in tokens:
        if is_agent(token, things=things):
            found.append(token)
        elif not found and not is_natural(token):
            found += holders(token)
    return found


def holders(noun: Token) -> list[Token]:
    """Return who holds an instrument or stands behind an event, if the phrase says so."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return []
    found = [
        c
        for c in noun.lefts
        if (c.dep_ == "poss" and is_agent(c, things=True) and c.lower_ != "its")
        or (c.dep_ in {"compound", "amod", "nmod"} and can_hold(c))
    ]
    for prep in noun.rights:
        if prep.lower_ in {"by", "from", "of"} and prep.dep_ in {"prep", "agent"}:
            found += [
                c
                for c in prep.rights
                if c.dep_ == "pobj" and (can_hold(c) or c.ent_type_ == "NORP")
            ]
    return found[:1]


def can_hold(token: Token) -> bool:
    """Return whether a word before a noun for force says whose force it is."""
    return kind_of(token) in {"security", "combatants"} or (
        token.ent_type_ == "NORP" and token.pos_ in {"ADJ", "PROPN", "NOUN"}
    )
