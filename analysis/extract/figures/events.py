"""What happened to the counted: killed, arrested, deployed, else the verb they go with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.extract.figures.event_words import (
    adjective_event,
    counting_event,
    event_where,
    listed,
    lost_lives,
    patient_event,
    rate_event,
)
from analysis.extract.figures.levels import level_object
from analysis.extract.figures.words import number_words

if TYPE_CHECKING:
    from analysis.parsing import Token

MAX_CLIMB = 6
"""Steps from a noun towards its verb; longer ways are parser errors."""

_PLAIN_NOUNS = frozenset({"total", "number", "group", "people", "estimate", "figure", "rest"})
"""Nouns that only carry a number: "a total of 12 officers were killed"."""

_INCLUDING = frozenset({"including", "include", "among", "of", "with"})
_PREDICATES = frozenset({"acomp", "oprd", "attr", "xcomp"})
_PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})
_VERBS = frozenset({"VERB", "AUX"})


def event_of(number: Token, noun: Token | None, unit: str | None) -> str | None:
    """Return what happened to the counted, by its key in the list or as a verb lemma.

    ``number`` is the syntactic head of the number words; ``noun`` is what is counted. A
    noun that names the event itself ("12 deaths") decides first, then the verb whose
    subject it is if that verb is listed, then the words beside the noun, then any verb.
    """
    named = _named(noun, unit)
    if named:
        return named
    top = noun if noun is not None and _is_above(noun, number) else number
    governing = _governing(top, unit)
    if top.dep_ in {"nsubj", "nsubjpass"} and governing in listed():
        return governing
    places = [number] if noun is None else [noun, number]
    return next((found for place in places if (found := _beside(place, unit))), governing)


def _is_above(noun: Token, number: Token) -> bool:
    """Return whether the number hangs on the noun, and not the noun on the number by "of"."""
    return number.head.i == noun.i or noun.is_ancestor(number)


def _named(noun: Token | None, unit: str | None) -> str | None:
    if noun is None:
        return None
    words = {noun.lemma_.lower(), noun.lower_}
    found = event_where(lambda each: not words.isdisjoint(each.nouns), unit)
    if found or unit != "life":
        return found
    verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
    return event_where(lambda each: verb.lemma_ in each.lives, unit)


def _beside(place: Token, unit: str | None) -> str | None:
    """Return the event said right beside the noun: "injured people", "164 dead", "30 arrested"."""
    beside = list(_following(place))
    around = [child for child in place.children if child.dep_ in {"amod", "acl", "relcl"}]
    for word in (*beside, *around):
        if _has_object(word):
            continue  # "soldiers killed 30 rebels"
        if word.dep_ == "relcl":
            found = _of_verb(word, place, unit) if _is_about(word) else None
        else:
            is_past = word.tag_ in _PARTICIPLES
            found = adjective_event(word, unit) or (patient_event(word, unit) if is_past else None)
        if found:
            return found
    # "... and more than 800 homes destroyed": the noun shares a verb that it does not go with.
    own = next((w.lemma_.lower() for w in beside if w.tag_ == "VBN" and w.pos_ == "VERB"), None)
    return own if place.dep_ == "conj" else None


def _following(place: Token) -> Iterator[Token]:
    """Yield the word after the noun, adverbs passed over."""
    for token in place.doc[place.i + 1 : place.i + 4]:
        if token.pos_ != "ADV" and token.lower_ != "others":
            yield token
            return


def _has_object(word: Token) -> bool:
    return any(child.dep_ in {"dobj", "obj"} for child in word.children)


def _is_about(clause: Token) -> bool:
    """Return whether the relative clause tells of its noun: "who died", not "ten of whom died"."""
    return any(
        child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"who", "that", "which"}
        for child in clause.children
    )


def _governing(place: Token, unit: str | None) -> str | None:
    """Return the event of the verb, or the noun, that the counted goes with."""
    for _ in range(MAX_CLIMB):
        head, dep = place.head, place.dep_
        if head.i == place.i:
            return None
        if dep == "npadvmod":  # "two years ago"; but shares rose "5 percent"
            return rate_event(head, unit) if head.pos_ in _VERBS else None
        if head.pos_ in _VERBS and dep not in {"pobj", "prep", "conj", "appos"}:
            return _of_verb(head, place, unit)
        if dep != "pobj":
            place = head
            continue
        owner = head.head
        if owner.pos_ == "ADP" or owner.lower_ in {"up", "down"}:
            owner = owner.head  # "rose from 10 to 20", "up from 38"
        found = _across(head, owner, unit)
        if found or owner.pos_ in _VERBS or not _carries(head, owner):
            return found
        place = owner
    return None


def _carries(prep: Token, owner: Token) -> bool:
    """Return whether the counted after a preposition are the same as, or among, its owner."""
    if prep.lower_ in {"including", "include", "among"}:
        return True
    is_number = owner.pos_ == "NUM" or owner.lemma_.lower() in _PLAIN_NOUNS
    return prep.lower_ == "of" and (is_number or owner.lower_ in number_words().groups)


def _across(prep: Token, owner: Token, unit: str | None) -> str | None:
    """Return the event across a preposition: "deaths of 12", "the toll rose to 35"."""
    if owner.pos_ in _VERBS:
        if prep.lower_ in {"including", "with"}:
            subject = next((c for c in owner.children if c.dep_.startswith("nsubj")), None)
            return _of_verb(owner, subject, unit) if subject is not None else None
        told = _of_subject(owner, unit) or _of_object(prep, unit)
        return told or (rate_event(owner, unit) if owner.pos_ == "VERB" else None)
    return counting_event(owner, unit) if prep.lower_ in _INCLUDING | {"at", "to"} else None


def _of_subject(verb: Token, unit: str | None) -> str | None:
    """Return the event named by the subject: "the death toll has reached 18"."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            found = counting_event(child, unit)
            inner = (n for p in child.children if p.lower_ == "of" for n in p.children)
            return found or next((e for n in inner if (e := _state(n, unit))), None)
    return None


def _of_object(prep: Token, unit: str | None) -> str | None:
    """Return the event named by the object that is brought to a number: "put the toll at 45"."""
    if unit is not None and unit not in number_words().unit_sets["people"]:
        return None  # "moved the dead to five morgues"
    number = next((child for child in prep.children if child.dep_ == "pobj"), None)
    noun = level_object(number) if number is not None else None
    return counting_event(noun, unit) if noun is not None else None


def _state(word: Token, unit: str | None) -> str | None:
    """Return the event of "the number of dead" or "the number of people arrested"."""
    return adjective_event(word, unit) or counting_event(word, unit) or _beside(word, unit)


def _of_verb(verb: Token, place: Token, unit: str | None) -> str | None:
    """Return what the verb says happened to the token that is its subject or object."""
    for child in verb.children:
        if child.dep_ in _PREDICATES and child.i != place.i:
            found = _predicate(child, unit)
            if found:
                return found
    lemma = verb.lemma_.lower()
    is_object = place.dep_ in {"dobj", "obj", "nsubjpass", "attr", "oprd"} or verb.i < place.i
    is_reduced = verb.tag_ == "VBN" and not _is_active_clause(verb)
    if is_object or is_reduced:
        found = patient_event(verb, unit)
        if found:
            return found
    else:
        found = event_where(lambda each: lemma in each.subject, unit) or lost_lives(verb, unit)
        if verb.tag_ == "VBG":
            found = found or adjective_event(verb, unit)  # "are missing"
        if found:
            return found
    found = _of_subject(verb, unit) if is_object else None
    is_support = lemma in number_words().words["support"] or len(lemma) == 1  # "that s"
    return found or (None if is_support else lemma)


def _is_active_clause(verb: Token) -> bool:
    return _has_object(verb) or any(
        child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children
    )


def _predicate(child: Token, unit: str | None) -> str | None:
    """Return the event of "left 12 dead", "believed to have been killed", "feared dead"."""
    found = adjective_event(child, unit)
    if found or child.pos_ not in _VERBS:
        return found
    is_passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in child.children)
    if is_passive or child.tag_ == "VBN":
        return patient_event(child, unit)
    lemma = child.lemma_.lower()
    return event_where(lambda each: lemma in each.subject, unit)
