"""Parsed paragraphs in, words of certainty and loaded words out, each with its voice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis import paths
from analysis.extract.terms import find_terms
from analysis.lexicons import Contrast, load_contrast
from analysis.nlp import ParsedArticle
from analysis.types import WORDINGS, Quote, Searched, TermHit, VoiceSpan

if TYPE_CHECKING:
    from analysis.parsing import Token

EXEMPT = "exempt"
"""The kind that holds phrases in which a listed word does not count."""

_OPINIONS = frozenset("think believe guess suppose suspect assume suggest indicate".split())
"""Verbs that hedge the clause they govern; without one they speak of something else."""

_CHECKED = frozenset({"VERB", "ADJ", "ADV", "AUX"})
"""Word classes whose surroundings decide; a noun phrase such as "the fact that" needs none."""

_CONDITION = frozenset({"if", "unless", "whether"})
"""Words that open a clause about what may or may not come."""

_OPEN_QUESTION = frozenset({"whether", "if"})
"""Words that open a clause nobody takes for true ("revealed *whether* ...")."""


@lru_cache(maxsize=1)
def wordings() -> tuple[Contrast, ...]:
    """Return the lists of certainty and of loaded words; the sides of a list are its kinds."""
    return tuple(
        replace(load_contrast(path), lexicon=f"{folder}/{path.stem}")
        for folder in WORDINGS
        for path in sorted((paths.LEXICONS / folder).glob("*.toml"))
    )


def searched_wordings() -> tuple[Searched, ...]:
    """Return the kinds that were looked for, so that finding nothing is a finding."""
    return tuple(
        Searched(each.lexicon, each.version, each.id, side.id)
        for each in wordings()
        for side in each.sides
        if side.id != EXEMPT
    )


def find_wordings(
    parsed: ParsedArticle, voices: Sequence[VoiceSpan], quotes: Sequence[Quote]
) -> tuple[TermHit, ...]:
    """Return every use of a listed wording in the analysed blocks, in text order.

    A verb or adjective that takes a clause for true, or says that a thing was done, counts
    only where that clause is there: "revealed that", "failed to", not "revealed the plan".
    """
    hits = find_terms(parsed, voices, quotes, wordings())
    return tuple(hit for hit in hits if hit.side != EXEMPT and _is_meant(parsed, hit))


def _is_meant(parsed: ParsedArticle, hit: TermHit) -> bool:
    """Return whether the grammar around the words is that of the kind they are listed under."""
    if hit.side not in _CHECKS:
        return True
    tokens = _tokens(parsed, hit)
    return tokens[0].pos_ not in _CHECKED or _CHECKS[hit.side](tokens)


def _tokens(parsed: ParsedArticle, hit: TermHit) -> list[Token]:
    starts = [paragraph.start for paragraph in parsed.paragraphs]
    paragraph = parsed.paragraphs[bisect_right(starts, hit.start) - 1]
    begin, end = hit.start - paragraph.start, hit.end - paragraph.start
    first, last = (bisect_left(paragraph.doc.starts, char) for char in (begin, end))
    return paragraph.doc.tokens[first:last]


def _is_passive(tokens: list[Token]) -> bool:
    """Return whether a report is in the passive ("is said to"), not going on ("is saying")."""
    return tokens[0].pos_ in {"ADJ", "ADV"} or any(token.tag_ == "VBN" for token in tokens)


def _is_carried_out(tokens: list[Token]) -> bool:
    """Return whether a verb says that something was done or not ("failed to"), not might be.

    Under "may", "would" or "to" nothing is said to have happened (Karttunen 1971).
    """
    verb = tokens[0]
    is_open = any(
        (child.dep_ == "aux" and child.tag_ in {"MD", "TO"})
        or (child.dep_ == "mark" and child.lower_ in _CONDITION)
        for child in verb.children
    )
    return not is_open and _has_infinitive(verb)


def _has_infinitive(verb: Token) -> bool:
    """Return whether the verb governs "to do", or "in doing" after a preposition."""
    for child in verb.children:
        if child.dep_ == "prep" and any(c.dep_ == "pcomp" for c in child.children):
            return True
        is_clause = child.dep_ in {"xcomp", "ccomp", "advcl"}
        if is_clause and any(c.tag_ == "TO" for c in child.children):
            return True
    return False


def _has_declared_clause(tokens: list[Token]) -> bool:
    """Return whether a finite clause depends on the word: "revealed that", "aware that".

    The clause of "it is tragic that" hangs on "is", and there needs its "that".
    """
    word = tokens[0]
    own = [clause for clause in word.children if clause.dep_ == "ccomp"]
    if word.dep_ == "acomp":
        above = (clause for clause in word.head.children if clause.dep_ in {"ccomp", "csubj"})
        own += [clause for clause in above if "that" in _marks(clause)]
    return any(_OPEN_QUESTION.isdisjoint(_marks(clause)) for clause in own)


def _marks(clause: Token) -> set[str]:
    return {child.lower_ for child in clause.children if child.dep_ == "mark"}


def _is_open(tokens: list[Token]) -> bool:
    """Return whether a hedge is about a fact: "I think that", "a possible raid".

    "Got us thinking" and "what is possible" say nothing about how sure a fact is.
    """
    word = tokens[0]
    if word.lower_ == "possible":
        is_before_noun = word.dep_ == "amod" and word.i < word.head.i
        return (is_before_noun and word.head.pos_ != "NUM") or _has_declared_clause(tokens)
    if word.pos_ == "AUX":
        return word.lower_ != "could" or "if" not in _marks(word.head)
    is_opinion = len(tokens) == 1 and word.pos_ == "VERB" and word.lemma_ in _OPINIONS
    return not is_opinion or _has_declared_clause(tokens)


def _is_asserted(tokens: list[Token]) -> bool:
    """Return whether a booster stands by its clause: not "nor is it clear", "to prove that"."""
    word = tokens[0]
    verb = word.head if word.pos_ == "ADJ" else word
    return not any(
        child.dep_ == "neg" or child.lower_ in {"nor", "neither", "to"} for child in verb.children
    )


def _is_stressing(tokens: list[Token]) -> bool:
    """Return whether a word stresses another: "deeper" is a plain comparison."""
    return tokens[0].tag_ not in {"RBR", "JJR"}


_CHECKS = {
    "intensifier": _is_stressing,
    "booster": _is_asserted,
    "hedge": _is_open,
    "evidential": _is_passive,
    "presupposing": _has_declared_clause,
    "implicative": _is_carried_out,
}
"""Kind -> what must hold where its words begin with a verb, an auxiliary or an adjective."""
