"""A noun or adjective of harm -> who acts and who is harmed, and the verb that carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.agency.clauses import after, antecedent, by_phrases
from analysis.extract.agency.phrases import acting, can_hold, is_agent, is_natural, kind_of, lemma
from analysis.extract.arguments import subjects
from analysis.harm import HarmRole, HarmWord, harm

if TYPE_CHECKING:
    from analysis.parsing import Token

_BEFORE = frozenset({"compound", "amod", "nmod"})
_SUFFERING = frozenset({"suffer", "sustain", "receive", "incur"})
_PEOPLE = frozenset(
    {
        "children",
        "journalists",
        "protesters",
        "officials",
        "suspects",
        "civilians",
        "security",
        "combatants",
    }
)
_BLAMING = frozenset({"blame", "pin"})
_TARGETS = ("on", "against", "upon")
_UNDER = frozenset({"come", "be", "remain", "stay"})
_STATES = frozenset({"lie", "find", "pronounce", "declare", "fear", "presume", "believe", "drop"})


def noun_agents(noun: Token, word: HarmWord) -> list[Token]:
    """Return who acts: by-phrase, possessor, or a body before the noun ("police violence")."""
    things = harm().events[word.event].causes
    if word.role is HarmRole.RECIPROCAL_NOUN:
        return acting(after([noun, noun.head], ("between", "among")))
    found = acting(_by(noun), things=things)
    if not found and word.role is HarmRole.DONE_BY and not word.object:
        found = [t for t in after([noun], ("of",)) if can_hold(t)]
    if not found and word.role is not HarmRole.SUFFERED:
        owners = _possessors(noun) if _possessor_acts(noun, word) else []
        found = acting(owners, things=True) or [
            c for c in noun.lefts if c.dep_ in _BEFORE and _body_acts(c, word)
        ]
    return found or _carriers(noun)


def _by(noun: Token) -> list[Token]:
    # In "the murder of a man by a guard" parsers may hang the by-phrase on the man.
    found = after([noun, *after([noun], ("of",))], ("by",))
    if not found and noun.dep_ in {"pobj", "dobj", "nsubj", "attr"}:
        found = after([noun], ("from",)) if noun.head.lower_ == "under" else []
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            found += by_phrases(clause)
    return found


def _carriers(noun: Token) -> list[Token]:
    """Return who carries the harm out in a clause that hangs on the noun."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and lemma(clause) in harm().groups["light_verbs"]:
            return acting(antecedent(t) for t in subjects(clause) if t is not noun)
    return []


def _possessors(noun: Token) -> list[Token]:
    return [c for c in noun.lefts if c.dep_ == "poss" and c.ent_type_ not in {"DATE", "TIME"}]


def _possessor_acts(noun: Token, word: HarmWord) -> bool:
    """Return whether "X's" says who acts: "the army's attack", "his murder of a guard"."""
    if word.role is HarmRole.DONE_BY or word.possessor == "agent":
        return True
    return word.role is HarmRole.DONE_TO and bool(after([noun], ("of", *word.to)))


def _body_acts(token: Token, word: HarmWord) -> bool:
    if not can_hold(token):
        return False
    if token.ent_type_ == "NORP" and word.role is HarmRole.DONE_TO:
        return word.possessor == "agent"
    return True


def noun_victims(noun: Token, word: HarmWord) -> list[Token]:
    """Return who is harmed: of- and on-phrases, possessor, or people before the noun."""
    preps = word.to if word.role is not HarmRole.SUFFERED else ("of",)
    # "the attack by militants on a base", "the use of force against workers"
    brought = after([noun], ("by", "of")) if word.role is HarmRole.DONE_BY else []
    found = [t for t in after([noun], preps) + after(brought, _TARGETS) if _can_suffer(t)]
    if word.role is HarmRole.DONE_BY:
        acts = after([noun], ("of",))  # "the attacks of the rebels"
        found = [t for t in found if not (t in acts and can_hold(t))]
        found = [] if lemma(noun.head) in _BLAMING else found  # "blamed it on the rebels"
    if found or word.role is HarmRole.RECIPROCAL_NOUN:
        return found
    if word.role is not HarmRole.DONE_BY and word.possessor != "agent":
        found = _possessors(noun) or [
            c
            for c in noun.lefts
            if c.dep_ in _BEFORE
            and kind_of(c) in _PEOPLE
            and not (word.role is HarmRole.DONE_TO and can_hold(c))
        ]
    return found or _bearers(noun)


def _can_suffer(token: Token) -> bool:
    return token.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT"}


def _bearers(noun: Token) -> list[Token]:
    """Return who suffers it in the clause: "suffered injuries", "came under attack"."""
    head = noun.head
    if noun.dep_ == "dobj" and lemma(head) in _SUFFERING:
        return [antecedent(t) for t in subjects(head)[:1]]
    if noun.dep_ == "pobj" and head.lower_ == "under" and lemma(head.head) in _UNDER:
        return [antecedent(t) for t in subjects(head.head)[:1]]
    return []


def is_result(noun: Token) -> bool:
    """Return whether the noun only ends the phrase of another harm: "was beaten *to death*"."""
    to = noun.head
    return to.lower_ == "to" and lemma(to.head) in harm().words and to.head.pos_ == "VERB"


def light_verb(noun: Token) -> Token | None:
    """Return the verb that only carries the noun: "*launched* an attack", "*made* arrests"."""
    lights = harm().groups["light_verbs"]
    head = noun.head
    while noun.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"}:
        noun, head = head, head.head
    is_carried = (
        noun.dep_ in {"dobj", "nsubjpass"} and head.pos_ == "VERB" and lemma(head) in lights
    )
    if not is_carried:
        return None
    if lemma(head) == "carry" and not any(c.lower_ == "out" for c in head.children):
        return None
    return head


def dead_subject(adjective: Token) -> Token | None:
    """Return who is said to be dead or hurt, or ``None`` if the word only names people.

    "Twelve were left dead", "twelve dead", "is dead"; but not "dead bodies", "the dead".
    """
    head = adjective.head
    own = [c for c in adjective.children if c.dep_ == "nsubj"]
    if own:
        return antecedent(own[0])
    if adjective.dep_ == "amod":
        return head if head.i < adjective.i else None
    if adjective.dep_ == "conj" and head.pos_ in {"ADJ", "VERB", "NUM", "NOUN"}:
        counted = [c for c in adjective.children if c.dep_ in {"nummod", "nsubj", "npadvmod"}]
        return counted[0] if counted else None
    if adjective.dep_ in {"acomp", "oprd", "xcomp", "ccomp", "advcl", "acl", "dobj", "attr"}:
        return _bearer_of_state(adjective, head)
    counted = [c for c in adjective.children if c.dep_ in {"nummod", "npadvmod"}]
    return counted[0] if counted else None


def _bearer_of_state(adjective: Token, verb: Token) -> Token | None:
    counted = [c for c in adjective.children if c.dep_ == "nummod"]
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c is not adjective]
    if lemma(verb) in {"shoot", "beat", "stab", "gun"}:
        return None  # "shot dead" is part of the shooting
    if adjective.dep_ == "dobj" and not counted:
        return None
    found = objects or counted or subjects(verb)[:1]
    return antecedent(found[0]) if found else None


def leaver(adjective: Token) -> Token | None:
    """Return the verb "leave" whose clause says that somebody was left dead or hurt."""
    token = adjective
    for _ in range(3):
        token = token.head
        if lemma(token) == "leave" and token.pos_ == "VERB":
            harmed = any(c.dep_ in {"dobj", "nsubjpass", "ccomp"} for c in token.children)
            return token if harmed else None
        if token.dep_ in {"ROOT", "relcl", "acl"}:
            return None
    return None


def is_suffered_naturally(noun: Token) -> bool:
    """Return whether the noun speaks of illness, accident or nature: "cancer deaths"."""
    beside = [c for c in noun.children if c.dep_ in _BEFORE]
    beside += after([noun], ("from", "in", "by", "during", "due", "to"))
    return any(is_natural(t) for t in beside) or (is_natural(noun) and not is_agent(noun))
