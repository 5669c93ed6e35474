"""A verb of harm -> active or passive, who acts, and who is harmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.agency.phrases import acting, is_agent, kind_of, lemma, measured
from analysis.extract.arguments import subjects
from analysis.harm import HarmRole, HarmWord, harm

if TYPE_CHECKING:
    from analysis.parsing import Token

_OBJECTS = frozenset({"dobj", "obj"})
_RELATIVES = frozenset({"who", "whom", "which", "that"})
_MEASURES = frozenset({"DATE", "TIME", "QUANTITY"})
_SMALL_CLAUSES = frozenset({"oprd", "ccomp", "xcomp"})
"""Where a participle says what became of somebody: "left two *injured*", "had him *arrested*"."""

MAX_CLIMB = 5
"""Joined verbs followed in search of what they share; deeper chains are parser errors."""


def is_passive(verb: Token, word: HarmWord) -> bool:
    """Return whether the verb is passive: finite, a participle, or a headline's short form."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for c in verb.children):
        return True
    if word.role in {HarmRole.INTRANSITIVE, HarmRole.RECIPROCAL} or has_object(verb):
        return False
    if any(c.dep_ == "aux" and lemma(c) in {"have", "do", "will"} for c in verb.children):
        return False
    if any(c.dep_ == "agent" for c in verb.children):
        return True
    if verb.tag_ in {"VBN", "JJ"} or verb.pos_ == "ADJ":
        return _is_passive_participle(verb, word)
    return verb.tag_ == "VBD" and _is_short_passive(verb, word)


def _is_passive_participle(verb: Token, word: HarmWord) -> bool:
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"} and not _own_subjects(verb):
        return head.tag_ != "VBD" and (is_passive(head, word) or not _is_perfect(head))
    if verb.dep_ in {"acl", "amod", "advcl", *_SMALL_CLAUSES}:
        return True
    return not _own_subjects(verb) or _is_short_passive(verb, word)


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and lemma(c) == "have" for c in verb.children)


def _is_short_passive(verb: Token, word: HarmWord) -> bool:
    """Return whether a past form without object leaves out "were": "Dozens killed in fire"."""
    if verb.dep_ == "relcl" and gap(verb):
        return False
    if verb.dep_ == "conj" and not _own_subjects(verb):
        head = verb.head
        return head.pos_ == "VERB" and is_passive(head, word) and not has_object(head)
    if shared_objects(verb) or not _own_subjects(verb):
        return False
    if word.role is HarmRole.TRANSITIVE and not word.tool:
        return True
    first = _own_subjects(verb)[0]
    goes_on = any(c.dep_ == "prep" and c.lower_ in (*word.to, "back") for c in verb.children)
    return not goes_on and kind_of(first) not in {"security", "combatants"} and not word.tool


def _own_subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]


def has_object(verb: Token) -> bool:
    """Return whether the verb has an object of its own; "50 miles away" is none."""
    return bool(_own_objects(verb))


def _own_objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in _OBJECTS and c.ent_type_ not in _MEASURES]


def shared_objects(verb: Token) -> list[Token]:
    """Return the object that two joined verbs share: "shot and killed *two men*"."""
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not _own_subjects(child):
            between = verb.doc[verb.i + 1 : child.i]
            if any(t.dep_ in {"pobj", *_OBJECTS} for t in between):
                return []
            return [c for c in child.children if c.dep_ in _OBJECTS] or shared_objects(child)
    return []


def gap(verb: Token) -> list[Token]:
    """Return the noun that a relative clause leaves out as object: "the men *they arrested*"."""
    if verb.dep_ != "relcl" or has_object(verb):
        return []
    own = _own_subjects(verb)
    if own and own[0].lower_ not in _RELATIVES:
        return [verb.head]
    return []


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the token: "some of *whom*"."""
    clause = token.head
    climbed = 0
    while measured(token).lower_ in _RELATIVES and climbed < MAX_CLIMB:
        if clause.dep_ in {"relcl", "acl"}:
            return clause.head
        clause, climbed = clause.head, climbed + 1
    return token


def victims(verb: Token, word: HarmWord, *, passive: bool, climb: int = MAX_CLIMB) -> list[Token]:
    """Return who or what is harmed by the verb, relative pronouns resolved."""
    if word.role is HarmRole.INTRANSITIVE:
        return [antecedent(t) for t in _experiencers(verb)]
    found = _patients(verb, word, climb) if passive else _done_to(verb, word)
    return [antecedent(t) for t in found]


def _done_to(verb: Token, word: HarmWord) -> list[Token]:
    """Return the object of an active verb; a weapon is none, its target stands after "at"."""
    if not word.tool:
        found = _own_objects(verb)
        found = found or shared_objects(verb) or gap(verb)
        if found:
            return found
    places = [verb]
    tools = [c for c in verb.children if c.dep_ in _OBJECTS]
    if word.tool:
        places += tools
    preps = ("of",) if word.of else word.to
    return after(places, preps)


def after(heads: list[Token], prepositions: tuple[str, ...]) -> list[Token]:
    """Return the nouns that one of the prepositions joins to one of the heads."""
    return [
        noun
        for head in heads
        for prep in head.children
        if prep.lower_ in prepositions and prep.dep_ in {"prep", "agent", "dative", "prt"}
        for noun in prep.children
        if noun.dep_ in {"pobj", "pcomp"} and noun.pos_ != "VERB"
    ]


def _patients(verb: Token, word: HarmWord, climb: int) -> list[Token]:
    """Return the grammatical subject of a passive, wherever it is shared from."""
    own = [c for c in verb.children if c.dep_ in {"nsubjpass", "nsubj"}]
    head = verb.head
    if word.tool:
        return after([verb, *own], word.to)
    if own:
        return own
    if verb.dep_ in {"acl", "amod", "relcl"}:
        return [head]
    return _shared_patients(verb, word, climb) if climb and head is not verb else []


def _shared_patients(verb: Token, word: HarmWord, climb: int) -> list[Token]:
    """Return who is harmed in a participle that takes it from the clause above."""
    head = verb.head
    if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and head.tag_ in {"VBN", "VBD"}:
        return _patients(head, word, climb - 1)
    if verb.dep_ in _SMALL_CLAUSES:
        return [c for c in head.children if c.dep_ in _OBJECTS] or _experiencers(head)
    governor = head.head if verb.dep_ == "pcomp" else head
    return _experiencers(governor) if governor.pos_ in {"VERB", "AUX"} else []


def _experiencers(verb: Token) -> list[Token]:
    """Return the grammatical subject of a clause, passive or not, shared ones followed."""
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return passive or subjects(verb)[:1]


def agents(verb: Token, word: HarmWord, *, passive: bool) -> list[Token]:
    """Return who acts, the first first; instruments and causes are none."""
    things = harm().events[word.event].causes
    found = [antecedent(t) for t in (by_phrases(verb) if passive else subjects(verb))]
    if things and verb.dep_ == "relcl":
        # "the blast in Paris, which killed two": a place before "which" is where, not who.
        found = [t for t in found if t.ent_type_ not in {"GPE", "LOC", "FAC"}]
    return acting(found, things=things)


def by_phrases(verb: Token, climb: int = MAX_CLIMB) -> list[Token]:
    """Return the by-phrase of a passive, or the one it shares with a verb joined to it."""
    found = [noun for noun in after([verb], ("by",)) if is_agent(noun) or noun.pos_ == "NOUN"]
    for at in verb.children:
        # "at the hands of the guards"
        if at.lower_ == "at":
            found += after([c for c in at.children if lemma(c) == "hand"], ("of",))
    if found or not climb:
        return found
    for child in verb.rights:
        if child.dep_ == "conj" and child.tag_ in {"VBN", "VBD"} and not _own_subjects(child):
            between = verb.doc[verb.i + 1 : child.i]
            if not any(t.dep_ in {"pobj", *_OBJECTS} for t in between):
                return by_phrases(child, climb - 1)
    return []
