"""A spokesperson's mention -> the body spoken for: "the Kremlin's spokesman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.quotes.sources import source_tokens
from analysis.extract.roles import role_lexicon
from analysis.extract.speakers.mentions import Mention, mention_of
from analysis.extract.speakers.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.parsing import Doc, Token

SPOKESPEOPLE = frozenset(
    "spokesman spokesmen spokeswoman spokeswomen spokesperson spokespersons spokespeople".split()
)

PRESS = frozenset("press media communications".split())
"""Words that make a spokesperson of an officer: "press secretary"."""

OFFICERS = frozenset("secretary officer attaché attache director".split())

RANKS = PRESS | frozenset(
    "acting chief deputy former head interim lead longtime new official outgoing principal "
    "senior then top veteran".split()
)
"""Words before a spokesperson that say which one, not of what."""

_FOR = frozenset("at for of with".split())
_INSIDE = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
_JOINING = frozenset("of for and the".split())
_SINGULAR = frozenset({"NN", "NNP", "NNPS"})


def spoken_for(head: Token) -> Mention | None:
    """Return the body that the speaker headed by a word speaks for, or None.

    Read from the noun phrase itself ("Kremlin spokesman Ivan Orlov", "a police spokesman"),
    its apposition ("Ivan Orlov, a spokesman for the ministry") and its relative clause.
    Whoever speaks for a person, or for people in no body, has no institution.
    """
    for spokesperson in _spokespeople(head):
        for start, end in _bodies(spokesperson, head):
            mention = mention_of(head.doc, start, end)
            if _is_institution(mention, head.doc[start:end].root):
                return mention
    return None


def is_spokesperson(token: Token) -> bool:
    """Return whether a word names somebody who speaks for others by office."""
    if token.lower_ in SPOKESPEOPLE:
        return True
    return token.i > 0 and token.lower_ in OFFICERS and token.nbor(-1).lower_ in PRESS


def _spokespeople(head: Token) -> Iterator[Token]:
    """Yield the words for a spokesperson in a speaker's description, the nearest first."""
    if is_spokesperson(head):
        yield head
    yield from (t for t in head.doc[head.left_edge.i : head.i] if is_spokesperson(t))
    for child in head.rights:
        if child.dep_ == "appos" and is_spokesperson(child):
            yield child
        elif child.dep_ == "relcl":
            yield from (c for c in child.children if c.dep_ == "attr" and is_spokesperson(c))
    if head.dep_ == "appos" and is_spokesperson(head.head):
        yield head.head


def _bodies(spokesperson: Token, head: Token) -> Iterator[tuple[int, int]]:
    """Yield the token ranges before and behind a spokesperson that may name the body."""
    start = _left_edge(spokesperson)
    if start < spokesperson.i:
        yield start, _without_possessive(spokesperson.doc, start, spokesperson.i)
    for word in dict.fromkeys((spokesperson, head)):
        for prep in word.rights:
            if prep.dep_ == "prep" and prep.lower_ in _FOR:
                yield from (source_tokens(c) for c in prep.children if c.dep_ == "pobj")


def _left_edge(spokesperson: Token) -> int:
    """Return where the words begin that stand before a spokesperson, ranks left out."""
    doc, start = spokesperson.doc, spokesperson.i
    while start > 0 and doc[start - 1].sent == spokesperson.sent and _is_inside(doc, start - 1):
        start -= 1
    while start < spokesperson.i and _is_rank(doc[start]):
        start += 1
    return start


def _is_inside(doc: Doc, i: int) -> bool:
    """Return whether a word is part of the body's name: "Ministry of Defence", "UN's office"."""
    token = doc[i]
    if token.tag_ == "POS" or token.text == "-":
        return True
    if token.lower_ in _JOINING:
        before = doc[i - 1] if i else None
        return before is not None and (before.pos_ == "PROPN" or before.lower_ in _JOINING)
    return token.pos_ in _INSIDE or token.text in places().codes


def _is_rank(token: Token) -> bool:
    return token.lower_ in RANKS or token.is_punct or token.lower_ in _JOINING


def _without_possessive(doc: Doc, start: int, end: int) -> int:
    """Return the end of the body's name: ranks and the possessive ending before the office."""
    while end > start and (doc[end - 1].tag_ == "POS" or _is_rank(doc[end - 1])):
        end -= 1
    return end


def _is_institution(mention: Mention, root: Token) -> bool:
    """Return whether a mention is one body: by its kind, or a name that is nobody's own."""
    if mention.kind == "body":
        return True
    listed = role_lexicon().is_body_word(root.lower_)
    named = mention.words != mention.words.lower() and root.tag_ in _SINGULAR
    return mention.kind == "group" and (listed or named) and bool(mention.words)
