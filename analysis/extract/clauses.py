"""The tokens of a sentence in, its clauses that can stand by themselves out."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.parsing import Token

MIN_CONTENT = 3
"""Content words from which a clause reports something by itself, its subject's included."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
VERBS = frozenset({"VERB", "AUX"})

_REST = -1
"""Key of what no clause of its own claims: the sentence's main clause."""

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_EMPTY = frozenset({"be", "have", "do", "get", "s", "also", "so", "then", "there", "here", "as"})
"""Lemmas that say nothing of what a clause is about."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and the words that belong to it and to no other clause."""

    verb: Token
    own: tuple[Token, ...]
    about: tuple[Token, ...] = ()
    """The noun that the clause tells of, where it stands outside."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return all words that say what the clause reports."""
        return (*self.about, *self.own)


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Return the clauses that stand by themselves, in text order."""
    heads = {token.i: token for token in tokens if _is_clause(token)}
    while True:
        parts = _owned(tokens, heads)
        small = [head for head, part in parts.items() if _is_small(heads.get(head), part)]
        if not heads or not small:
            break
        # What remains of the main clause cannot be given up: its first part comes back to it.
        for head in [min(heads)] if small == [_REST] else small:
            heads.pop(head, None)
    found = [
        Clause(heads[head], tuple(part), _antecedent(heads[head]))
        if head != _REST
        else Clause(_top(part), tuple(part))
        for head, part in parts.items()
    ]
    return sorted(found, key=lambda clause: clause.own[0].i)


def _is_small(verb: Token | None, part: Sequence[Token]) -> bool:
    """Return whether a clause says too little, with the noun that it tells of."""
    own = _n_content(part)
    about = _n_content(_antecedent(verb)) if verb else 0
    return own < MIN_CONTENT - 1 or own + about < MIN_CONTENT


def _antecedent(verb: Token) -> tuple[Token, ...]:
    """Return the noun that a clause tells of and does not repeat, with the words before it.

    That is the noun before a relative clause, or the subject shared with the verb before.
    """
    noun = verb.head if verb.dep_ == "relcl" else _shared_subject(verb)
    if noun is None or noun.i > verb.i:
        return ()
    return tuple(token for token in noun.doc[noun.left_edge.i : noun.i + 1])


def _shared_subject(verb: Token) -> Token | None:
    while verb.dep_ == "conj" and _subject(verb) is None:
        verb = verb.head
        if subject := _subject(verb):
            return subject
    return None


def _top(part: Sequence[Token]) -> Token:
    inside = {token.i for token in part}
    return next(t for t in part if t.head.i == t.i or t.head.i not in inside)


def _owned(tokens: Sequence[Token], heads: Container[int]) -> dict[int, list[Token]]:
    """Return the tokens below each head and below no nearer one."""
    parts: dict[int, list[Token]] = {}
    for token in tokens:
        above = (each.i for each in (token, *token.ancestors) if each.i in heads)
        parts.setdefault(next(above, _REST), []).append(token)
    return parts


def _is_clause(token: Token) -> bool:
    """Return whether a token heads a clause that can be a statement of its own."""
    if token.dep_ == "ROOT":
        return False  # what no other clause owns is the sentence's first statement
    if token.pos_ not in VERBS or not _is_finite(token):
        return False
    subject = _subject(token)
    if subject is None:
        return token.dep_ == "conj" and token.head.pos_ in VERBS and _is_finite(token.head)
    if token.dep_ == "relcl":
        return subject.tag_ in _RELATIVE and _follows_comma(token)
    return token.dep_ in {"conj", "advcl", "parataxis"}


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(
        child.tag_ in _FINITE for child in verb.children if child.dep_ in {"aux", "auxpass"}
    )


def _follows_comma(verb: Token) -> bool:
    first = verb.left_edge
    return first.i > 0 and first.nbor(-1).text in {",", "—", "–", "-"}


def is_content(token: Token) -> bool:
    """Return whether a word says what a clause is about."""
    return (
        token.pos_ in _CONTENT
        and any(char.isalnum() for char in token.text)
        and token.lemma_.lower() not in _EMPTY
        and not (token.pos_ == "ADV" and token.is_stop)
    )


def _n_content(clause: Sequence[Token]) -> int:
    return sum(map(is_content, clause))
