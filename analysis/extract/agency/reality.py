"""A telling of harm -> whether it is told as having happened, and by somebody at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.agency.clauses import after
from analysis.extract.agency.phrases import is_natural, lemma
from analysis.harm import harm
from analysis.types import AgencyAside

if TYPE_CHECKING:
    from analysis.parsing import Token

_MODALS = frozenset("will would could may might can should must shall ought 'll 'd wo ca".split())
_CONDITIONS = frozenset({"if", "unless", "lest", "whether"})
_NOBODY = frozenset({"nobody", "none", "neither", "no-one", "noone"})
_UNREAL_PREPOSITIONS = frozenset({"without", "against", "from", "for", "instead"})
_FROM = frozenset(
    {"stop", "prevent", "keep", "refrain", "deter", "discourage", "ban", "bar", "escape"}
)
_NATURAL_PREPOSITIONS = ("from", "of", "in", "by", "to", "during", "after", "with")
_HAPPENING = frozenset(
    """
    be launch make carry commit conduct stage mount occur happen take erupt break see face cause
    report suffer have perpetrate unleash plan expect bring find
    """.split()
)
"""Verbs that bring a noun into being; under "not" or "will" there is no event."""

_SIGNS = frozenset("report sign evidence indication case instance record need mention".split())
"""Nouns whose "no" denies what they are of: "no reports of injuries", not "no suspects in"."""

MAX_CLIMB = 6
"""Clauses climbed; deeper chains are parser errors."""


def aside(event: Token, *, is_noun: bool) -> AgencyAside | None:
    """Return why the telling is not counted: it did not happen as told, or nobody did it."""
    if _noun_is_unreal(event) if is_noun else _verb_is_unreal(event, MAX_CLIMB):
        return AgencyAside.IRREALIS
    if _is_natural(event):
        return AgencyAside.NO_AGENT
    return None


def _is_natural(event: Token) -> bool:
    near = [c for c in event.children if c.dep_ in {"nsubj", "compound", "amod", "nmod"}]
    near += after([event], _NATURAL_PREPOSITIONS)
    falls = any(
        lemma(verb) in {"fall", "drown", "crash"}
        for prep in event.children
        if prep.dep_ in {"prep", "advcl"}
        for verb in (prep, *prep.children)
        if verb.pos_ == "VERB"
    )
    fell_to = event.dep_ == "pobj" and lemma(event.head.head) in {"fall", "slip", "plunge"}
    return falls or fell_to or any(is_natural(token) for token in near)


def _verb_is_unreal(verb: Token, climb: int) -> bool:
    if _is_denied(verb) or _is_modal(verb) or _is_conditional(verb):
        return True
    head = verb.head
    if not climb or head is verb:
        return False
    is_infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if is_infinitive and any(c.dep_ == "aux" and lemma(c) == "have" for c in verb.children):
        return _is_denied(head)  # "is said to have shot": told as past
    is_bare = verb.dep_ == "ccomp" and verb.tag_ == "VB"  # "helped them *seize*"
    if (
        verb.dep_ == "xcomp"
        or is_bare
        or (is_infinitive and verb.dep_ in {"ccomp", "advcl", "acl", "relcl"})
    ):
        return _governed(verb, head, climb, is_infinitive=is_infinitive)
    if verb.dep_ == "conj":
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
        return not own and head.pos_ in {"VERB", "AUX"} and _verb_is_unreal(head, climb - 1)
    if verb.dep_ == "pcomp":
        return _is_unreal_preposition(head)
    if verb.dep_ in {"advcl", "ccomp"} and head.pos_ == "VERB" and verb.tag_ == "VBG":
        return _governed(verb, head, climb, is_infinitive=False)
    return False


def _governed(verb: Token, head: Token, climb: int, *, is_infinitive: bool) -> bool:
    """Return whether the verb above leaves open what the verb says."""
    lists = harm().groups
    if lemma(head) == "go" and head.tag_ == "VBG":
        return True  # "going to": a future; "went on to": a past
    if head.pos_ == "VERB" and lemma(head) in lists["implicative_verbs"]:
        return _verb_is_unreal(head, climb - 1)
    if verb.dep_ in {"acl", "relcl"}:
        return not _is_singled_out(head)
    if is_infinitive:
        return True
    if lemma(head) in lists["unreal_governors"]:
        return True
    return head.pos_ == "VERB" and _verb_is_unreal(head, climb - 1)


def _is_singled_out(noun: Token) -> bool:
    """Return whether the infinitive tells who did it: "the *first* officer to die"."""
    return any(
        c.ent_type_ == "ORDINAL"
        or c.tag_ == "JJS"
        or c.lower_ in {"only", "last", "next", "latest"}
        for c in (noun, *noun.lefts)
    )


def _is_denied(token: Token) -> bool:
    for child in token.children:
        if child.dep_ == "neg":
            return True
        if child.dep_ in {"nsubj", "nsubjpass"}:
            words = {child.lower_, *(c.lower_ for c in child.children if c.dep_ == "det")}
            if words & _NOBODY or "no" in words:
                return True
    return False


def _is_modal(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children)


def _is_conditional(verb: Token) -> bool:
    return verb.dep_ in {"advcl", "ccomp"} and any(
        c.dep_ in {"mark", "advmod"} and c.lower_ in _CONDITIONS for c in verb.children
    )


def _is_unreal_preposition(preposition: Token) -> bool:
    governor = preposition.head
    if preposition.lower_ in {"without", "instead", "before", "against"}:
        return True
    if preposition.lower_ == "from" and lemma(governor) in _FROM:
        return True
    return lemma(governor) in harm().groups["unreal_governors"]


def _noun_is_unreal(noun: Token) -> bool:
    lists = harm().groups
    for child in noun.lefts:
        words = {lemma(child), child.lower_}
        if child.dep_ in {"det", "amod", "compound"} and words & lists["unreal_modifiers"]:
            return True
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"}:
        return _noun_is_unreal(head)
    if noun.dep_ == "pobj":
        return _is_unreal_place(head)
    if noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"} and head.pos_ in {"VERB", "AUX"}:
        if noun.dep_ == "dobj" and lemma(head) in lists["unreal_governors"]:
            return True
        return lemma(head) in _HAPPENING and _verb_is_unreal(head, 2)
    return noun.dep_ == "compound" and lemma(head) in lists["unreal_governors"]


def _is_unreal_place(preposition: Token) -> bool:
    """Return whether the noun after a preposition is feared, planned or missing."""
    governor = preposition.head
    if preposition.lower_ == "without":
        return True
    if governor.pos_ in {"NOUN", "PROPN"}:
        det = {c.lower_ for c in governor.children if c.dep_ == "det"}
        if lemma(governor) in harm().groups["unreal_governors"]:
            return True
        return "no" in det and lemma(governor) in _SIGNS
    if preposition.lower_ in _UNREAL_PREPOSITIONS and governor.pos_ == "VERB":
        return lemma(governor) in harm().groups["unreal_governors"]
    return False
