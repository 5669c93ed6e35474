"""A token -> the entry of the harm list that it is a use of, other senses kept out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.agency.clauses import after, gap, has_object, shared_objects
from analysis.extract.agency.phrases import lemma, names_of
from analysis.extract.arguments import modifiers, objects, subjects
from analysis.harm import NOUN_ROLES, HarmRole, HarmWord, harm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.parsing import Token

_POS: dict[HarmRole, frozenset[str]] = {
    **dict.fromkeys(HarmRole, frozenset({"VERB"})),
    **dict.fromkeys(NOUN_ROLES, frozenset({"NOUN", "PROPN"})),
    HarmRole.ADJECTIVE: frozenset({"ADJ", "VERB"}),
}
"""Word classes in which an entry counts; participles before nouns are tagged as adjectives."""

_NAMES = frozenset({"PERSON", "ORG", "GPE", "WORK_OF_ART", "PRODUCT", "FAC"})


_BEFORE_NOUNS = frozenset({"in", "during", "over", "after"})


def harm_word(token: Token) -> HarmWord | None:
    """Return the first entry whose lemma, word class and guards fit the token."""
    words = harm().words
    entries = words.get(harm().forms.get(token.lower_, lemma(token))) or words.get(token.lower_)
    if not entries:
        return None
    if token.pos_ == "PROPN" and token.ent_type_ in _NAMES:
        return None
    if _is_verbal_noun(token):
        entries = tuple(w for w in words.get(token.lower_, ()) if w.role in NOUN_ROLES) or entries
    return next((word for word in entries if _fits(token, word)), None)


def _is_verbal_noun(token: Token) -> bool:
    """Return whether an "-ing" read as a verb has nothing verbal about it: "killed in shooting"."""
    if token.tag_ != "VBG" or token.pos_ != "VERB":
        return False
    is_object = token.dep_ == "pcomp" and token.head.lower_ in _BEFORE_NOUNS
    if token.dep_ in {"amod", "compound"} and token.head.lemma_ in harm().words:
        return True  # "the shooting death"
    is_object = is_object or (token.dep_ in {"xcomp", "ROOT"} and token.head.lemma_ == "be")
    return is_object and not has_object(token)


def _fits(token: Token, word: HarmWord) -> bool:
    is_participle = token.tag_ in {"VBN", "VBD"} and token.pos_ == "ADJ"
    if not (
        token.pos_ in _POS[word.role]
        or (is_participle and word.role in {HarmRole.TRANSITIVE, HarmRole.LABILE})
        or (word.role in NOUN_ROLES and _is_verbal_noun(token))
    ):
        return False
    if word.bare and has_object(token):
        return False
    return _passes(token, word) and _context_allows(token, word)


def _passes(token: Token, word: HarmWord) -> bool:
    """Return whether the guards on subject, object and modifier hold."""
    found = _Arguments(token, word)
    checks = (
        (found.subjects, word.subject, word.not_subject),
        (found.objects, word.object, word.not_object),
        (found.modifiers, word.modifier, word.not_modifier),
    )
    for arguments, wanted, barred in checks:
        if wanted or barred:
            names = _names(arguments())
            if (wanted and names.isdisjoint(wanted)) or not names.isdisjoint(barred):
                return False
    if not word.near:
        return True
    everything = [t for arguments, _, _ in checks for t in arguments()]
    return not _names(everything).isdisjoint(word.near)


class _Arguments:
    """The subjects, objects and modifiers of a token as guards see them."""

    def __init__(self, token: Token, word: HarmWord) -> None:
        self._token, self._word = token, word

    def subjects(self) -> list[Token]:
        """Return who does it, as far as the grammar says."""
        return subjects(self._token)

    def objects(self) -> list[Token]:
        """Return what it is done to, shared and relative objects and targets included."""
        token = self._token
        found = objects(token) + after([token], self._word.to)
        if token.pos_ in {"VERB", "ADJ"}:
            found += shared_objects(token) + gap(token)
            if token.dep_ == "amod" or (token.dep_ == "acl" and token.tag_ == "VBN"):
                found.append(token.head)
            found += _patient_of_joined(token)
            if token.tag_ in {"VBN", "VBD"} and not found:
                found += subjects(token)
        return found

    def modifiers(self) -> list[Token]:
        """Return what stands beside it: particles, adverbs, nouns and what these bring in."""
        found = modifiers(self._token)
        small = [
            c
            for c in self._token.children
            if c.dep_ in {"oprd", "acomp", "advmod", "prt", "xcomp", "advcl"}
        ]
        # "set a shop on fire": the phrase may hang on the verb or on its object
        preps = [*found, *(c for t in objects(self._token) for c in t.rights)]
        brought = [n for prep in preps if prep.dep_ == "prep" for n in prep.children]
        return found + small + brought


def _patient_of_joined(verb: Token) -> list[Token]:
    """Return the subject of a passive that a joined participle shares: "were held and beaten"."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in {"VBN", "VBD"} or head.pos_ != "VERB":
        return []
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return []
    return [c for c in head.children if c.dep_ == "nsubjpass"]


def _names(tokens: Iterable[Token]) -> set[str]:
    return {name for token in tokens for name in names_of(token)}


def _context_allows(token: Token, word: HarmWord) -> bool:
    """Return whether the sentence holds none of the words that speak for another sense."""
    if not word.not_context:
        return True
    barred = set(word.not_context)
    if not any(lemma(t) in barred or t.lower_ in barred for t in token.sent):
        return True
    beside = {name for t in modifiers(token) for name in (lemma(t), t.lower_)}
    return not beside.isdisjoint(word.despite)
