"""Cue word -> the words that name its speaker, by grammar alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj", "nsubjpass")
RELATIVE = frozenset({"who", "which", "that", "whom"})
SOURCE_PREPS = frozenset({"by", "from", "of", "among", "with"})
CLIMBS = frozenset(
    {
        "conj",
        "xcomp",
        "advcl",
        "acl",
        "pcomp",
        "prep",
        "dep",
        "ccomp",
        "pobj",
        "dobj",
        "attr",
        "oprd",
        "parataxis",
    }
)
NOUN_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})

MAX_CLIMB = 4
"""Steps up the tree after which a subject belongs to another statement."""


def source_head(cue: Token) -> Token | None:
    """Return the head word of the speaker of ``cue``, or None where grammar names none."""
    token = cue
    for step in range(MAX_CLIMB):
        found = _own_source(token, first=step == 0)
        if found is not None:
            return _antecedent(found)
        if (
            token.dep_ == "relcl"
            and token.head.pos_ in NOUN_POS
            and step == 0
            and not _has_subject(token)
        ):
            return token.head
        if (
            token.dep_ == "acl"
            and token.head.pos_ in NOUN_POS
            and step == 0
            and token.tag_ == "VBG"
            and token.head.ent_type_
        ):
            return token.head
        if token.dep_ not in CLIMBS or token.head.i == token.i:
            return None
        if token.dep_ == "ccomp" and token.tag_ not in {"VBG", "VB"}:
            return None
        token = token.head
    return None


def _own_source(token: Token, *, first: bool) -> Token | None:
    """Return the speaker that hangs directly below a word."""
    if token.lower_ == "according" or token.lower_ in {"per"}:
        return _object_of(token)
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children)
    for child in token.children:
        if passive and first and child.dep_ == "agent":
            return _pobj(child)
    if passive and first and token.tag_ == "VBN":
        return None
    for child in token.children:
        if child.dep_ == "nsubj" or (child.dep_ == "nsubjpass" and not first):
            return child
    if token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.tag_ == "VBN":
        return _noun_source(token)
    return None


def _noun_source(noun: Token) -> Token | None:
    """Return whose statement it is: "X's claim", "a statement by X", "criticism from X"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "among"}:
            return _pobj(child)
    return None


def _object_of(token: Token) -> Token | None:
    found = _pobj(token)
    if found is not None:
        return found
    for child in token.children:
        if child.dep_ == "prep":
            return _pobj(child)
    return None


def _pobj(prep: Token) -> Token | None:
    return next((c for c in prep.children if c.dep_ == "pobj"), None)


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in token.children)


def _antecedent(found: Token) -> Token:
    """Return what a relative pronoun stands for, else the word itself."""
    if found.lower_ in RELATIVE and found.tag_ in {"WP", "WDT"}:
        clause = found.head
        for _ in range(3):
            if clause.dep_ == "relcl":
                return clause.head
            if clause.head.i == clause.i:
                break
            clause = clause.head
    return found


def source_tokens(head: Token) -> tuple[int, int]:
    """Return the token range of a speaker: the noun phrase up to its first comma or clause."""
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if child.dep_ in {
            "relcl",
            "appos",
            "punct",
            "acl",
            "cc",
            "conj",
            "advcl",
            "parataxis",
        } and not _joins(child, head):
            break
        end = child.right_edge.i + 1
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end


def _joins(child: Token, head: Token) -> bool:
    """Return whether a second speaker is joined directly: "Obama and Clinton"."""
    return child.dep_ in {"cc", "conj"} and child.i - head.i <= 4
