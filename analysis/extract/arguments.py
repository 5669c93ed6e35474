"""Who does what to what: the logical subjects, objects and modifiers of a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.parsing import Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_MODIFIER_DEPS = frozenset({"amod", "compound", "nmod", "poss", "nummod", "npadvmod"})
_DIRECTION_DEPS = frozenset({"prt", "advmod", "prep"})
"""What says where a verb goes: "pull the troops *out*", "send them *home*"."""

_QUANTITIES = frozenset(
    """
    number hundred thousand million dozen score ten couple handful majority minority half third
    quarter rest most some many all group crowd wave lot bulk part unit convoy column
    """.split()
)
"""Nouns that measure others: in "thousands of troops" it is the troops that act."""

_OBJECT_CONTROL = frozenset(
    """
    advise allow appeal ask authorise authorize beg call cause command compel convince deploy
    dispatch enable
    encourage expect force get help instruct invite lead let make order permit persuade press
    prompt push request require send tell urge want warn
    """.split()
)
"""Verbs whose object does what the infinitive says (Sag & Pollard 1991, "influence" verbs)."""

_CONTROL_PREPOSITIONS = frozenset(
    {("call", "on"), ("call", "upon"), ("call", "for"), ("appeal", "to"), ("rely", "on")}
)
"""The same with a preposition: "called *on* the troops to withdraw"."""

_BLAMED = frozenset(
    """
    accuse absolve acquit arrest ban bar blame charge clear condemn convict criticise criticize
    deter discourage dissuade fine forgive imprison indict jail keep praise prevent prohibit
    prosecute punish sentence stop suspect thank try
    """.split()
)
"""Verbs whose object does what "of", "for", "from" or "with" brings in: "accused him of lying"."""

_BLAMING_PREPOSITIONS = frozenset({"of", "for", "from", "with", "over"})

MAX_CLIMB = 6
"""Clauses climbed in search of a shared subject; deeper chains are parser errors."""


def subjects(token: Token) -> list[Token]:
    """Return who performs ``token``, a verb or an event noun, shared subjects followed.

    Covers the active subject, the by-agent of a passive, the antecedent of a relative
    clause, subjects shared through "began to", "and" and participles, and for nouns
    the possessor, compound or of-phrase ("the troops' withdrawal").
    """
    if token.pos_ not in {"VERB", "AUX"}:
        return _with_conjuncts(_noun_arguments(token, {"of", "by"}))
    return _with_conjuncts(_verb_subjects(token, MAX_CLIMB))


def objects(token: Token) -> list[Token]:
    """Return what ``token`` is done to: direct object, passive subject, of-phrase of a noun."""
    if token.pos_ not in {"VERB", "AUX"}:
        return _with_conjuncts(_noun_arguments(token, {"of"}))
    found = [_antecedent(c) for c in token.children if c.dep_ in {"dobj", "obj", "nsubjpass"}]
    if not found and token.dep_ == "acl" and token.tag_ == "VBN":
        found = [token.head]
    for particle in token.children:
        if not found and particle.dep_ == "prt":
            found = [c for c in particle.children if c.dep_ == "pobj"]
    return _with_conjuncts(found)


def modifiers(token: Token) -> list[Token]:
    """Return the words that modify ``token``, and the noun that it modifies itself.

    For a verb these include its particles, adverbs and prepositions.
    """
    deps = _MODIFIER_DEPS | _DIRECTION_DEPS if token.pos_ == "VERB" else _MODIFIER_DEPS
    found = [child for child in token.children if child.dep_ in deps]
    if token.dep_ in _MODIFIER_DEPS:
        found.append(token.head)
    return _with_conjuncts(found)


def _verb_subjects(verb: Token, climb: int) -> list[Token]:
    own = [_antecedent(child) for child in verb.children if child.dep_ == "nsubj"]
    for clause in verb.children:
        if not own and clause.dep_ == "csubj":
            # A noun with a participle ("troops deployed there have left") read as a clause.
            own = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    if own:
        return own
    if passive or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return _agents(verb)
    return _shared_subjects(verb, climb) if climb else []


def _shared_subjects(verb: Token, climb: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "acl" and any(child.lower_ == "to" for child in verb.lefts):
        # "The troops started preparations to leave": who prepares is who leaves.
        governor = head.head if head.head.pos_ == "VERB" else head.head.head
        shared = _experiencers(governor, climb - 1) if governor.pos_ == "VERB" else []
        return shared or [head]
    if verb.dep_ in {"acl", "relcl"}:
        return [head]
    if verb.dep_ == "xcomp":
        controlled = _addressed(head)
        is_controlled = controlled and head.lemma_ in _OBJECT_CONTROL
        return controlled if is_controlled else _experiencers(head, climb - 1) or controlled
    if verb.dep_ == "pcomp" and head.pos_ in {"ADP", "SCONJ"}:
        return _governed_subjects(head, climb - 1)
    if verb.dep_ in {"conj", "advcl", "pcomp"} and head is not verb:
        return _experiencers(head, climb - 1)
    if verb.dep_ == "aux" or head.pos_ in {"ADP", "SCONJ"}:
        return _experiencers(head.head if head.pos_ in {"ADP", "SCONJ"} else head, climb - 1)
    return []


def _governed_subjects(preposition: Token, climb: int) -> list[Token]:
    """Return who does what a preposition with a participle says: "praised *them* for leaving".

    As a rule the subject of the clause ("left after *leaving*"); the object of a verb that
    blames, stops or praises; the subject of a predicate ("is guilty of killing").
    """
    governor = preposition.head
    if governor.pos_ == "ADJ" or governor.dep_ in {"acomp", "attr"}:
        governor = governor.head
    if governor.pos_ not in {"VERB", "AUX"} or not climb:
        return []
    if governor.lemma_ in _BLAMED and preposition.lower_ in _BLAMING_PREPOSITIONS:
        blamed = [child for child in governor.children if child.dep_ in {"dobj", "nsubjpass"}]
        if blamed:
            return [_antecedent(child) for child in blamed]
        if governor.dep_ in {"acl", "relcl"}:
            return [governor.head]
    return _experiencers(governor, climb)


def _addressed(verb: Token) -> list[Token]:
    """Return whom a verb is put to: its object, or that of "call on" and "appeal to"."""
    found = [child for child in verb.children if child.dep_ == "dobj"]
    for child in verb.children:
        if not found and (verb.lemma_, child.lower_) in _CONTROL_PREPOSITIONS:
            found = [c for c in child.children if c.dep_ == "pobj"]
    return found


def _experiencers(verb: Token, climb: int) -> list[Token]:
    """Return the grammatical subject of a higher verb, passive or not ("were sent to quell")."""
    passive = [_antecedent(child) for child in verb.children if child.dep_ == "nsubjpass"]
    return passive or _verb_subjects(verb, climb)


def _agents(verb: Token) -> list[Token]:
    return [
        noun
        for by in verb.children
        if by.dep_ == "agent"
        for noun in by.children
        if noun.dep_ == "pobj"
    ]


def _noun_arguments(noun: Token, prepositions: set[str]) -> list[Token]:
    found = [child for child in noun.children if child.dep_ in {"poss", "compound", "nmod"}]
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            found += [c for c in child.children if c.dep_ == "pobj"]
    return found


def _antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the token itself."""
    clause = token.head
    if token.lower_ in _RELATIVE and clause.dep_ in {"relcl", "acl"}:
        return clause.head
    return token


def _with_conjuncts(tokens: Iterable[Token]) -> list[Token]:
    """Return the tokens, what is joined to them by "and", and what quantities measure."""
    joined = [each for token in tokens for each in (token, *token.conjuncts)]
    measured = [
        noun
        for token in joined
        if token.lemma_.lower() in _QUANTITIES
        for of in token.children
        if of.lower_ == "of"
        for noun in of.children
        if noun.dep_ == "pobj"
    ]
    return joined + measured
