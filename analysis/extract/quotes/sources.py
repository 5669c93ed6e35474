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

STOPS = frozenset({",", "(", "[", "—", "–", "--", ";", ":", "“", '"', "‘"})
"""Marks that end a speaker's words."""

LIGHT_VERBS = frozenset(
    "make issue express voice give have deliver release offer raise reiterate repeat publish post send write "
    "take hold share state file lodge launch level register sign add hear".split()
)
"""Verbs whose object is the statement of their subject: "issued a warning"."""

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
        if not _may_climb(token):
            return None
        token = token.head
    return None


def _may_climb(token: Token) -> bool:
    """Return whether the speaker of the governing word is the speaker of this one."""
    if token.dep_ == "ccomp":
        return token.tag_ in {"VBG", "VB"}
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in LIGHT_VERBS
    return True


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
        if child.dep_ == "nsubj":
            return child
    if not first and any(c.dep_ == "nsubjpass" for c in token.children):
        return _passive_sharer(token)
    if token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.tag_ == "VBN":
        return _noun_source(token)
    return None


def _passive_sharer(token: Token) -> Token | None:
    """Return the speaker a verb joined to a passive clause belongs to.

    "X said that the unrest had been exploited and insisted ...": it is X who
    insisted, not the unrest; where nobody reports the passive clause, its
    subject ("he was asked and said").
    """
    governor = token.head
    if token.dep_ == "ccomp" and governor.i != token.i:
        return next((c for c in governor.children if c.dep_ == "nsubj"), None)
    return next(c for c in token.children if c.dep_ == "nsubjpass")


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
    """Return the token range of a speaker: the noun phrase up to its first comma, clause or date."""
    doc = head.doc
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if not (_belongs(child) or _joins(child, head)):
            break
        end = child.right_edge.i + 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    stop = next((i for i in range(head.i + 1, end) if doc[i].text in STOPS), end)
    return start, stop


def _belongs(child: Token) -> bool:
    """Return whether a word after a noun is part of its name: "Joel of California", not a date."""
    return child.dep_ in {"prep", "compound", "flat", "case", "nmod", "amod"} or child.text == "-"


def _joins(child: Token, head: Token) -> bool:
    """Return whether a second speaker is joined directly: "Obama and Clinton"."""
    return child.dep_ in {"cc", "conj"} and child.i - head.i <= 4
