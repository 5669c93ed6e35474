"""A token of a personal name -> the whole name; a phrase -> what it says of gender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.roles import role_lexicon
from analysis.extract.speakers.places import places

if TYPE_CHECKING:
    from analysis.parsing import Doc, Token

HONORIFICS = frozenset("mr mrs ms miss sir dame lord lady dr madam".split())
FEMALE = frozenset(
    "she mrs ms miss dame lady madam queen princess spokeswoman chairwoman congresswoman mother "
    "daughter wife widow sister actress waitress".split()
)
MALE = frozenset(
    "he mr sir lord king prince spokesman chairman congressman father son husband widower brother "
    "actor waiter".split()
)
PARTICLES = frozenset("al bin bint da de del der di du el ibn la le ten van von".split())
"""Small words inside surnames."""


def name_tokens(head: Token) -> list[Token]:
    """Return the run of proper nouns that ends in ``head``, titles and adjectives cut off."""
    doc = head.doc
    start = head.i
    while start > 0 and (_is_name_part(doc[start - 1]) or is_hyphen(doc, start - 1)):
        start -= 1
    entity = head.i
    while doc[entity].ent_iob_ == "I":
        entity -= 1
    if head.ent_type_ == "PERSON" and not is_hyphen(doc, entity - 1):
        start = max(start, entity)
    run = list(doc[start : head.i + 1])
    cut = max((n + 1 for n, token in enumerate(run[:-1]) if is_title_word(token)), default=0)
    return run[cut:]


def name_of(head: Token) -> tuple[str, ...]:
    """Return the words of a personal name, hyphenated parts as one word, no possessive ending."""
    tokens = name_tokens(head)
    if not tokens:
        return ()
    words = head.doc[tokens[0].i : tokens[-1].i + 1].text.split()
    return tuple(_bare(word) for word in words if any(c.isalpha() for c in _bare(word)))


def is_title_word(token: Token) -> bool:
    """Return whether a word before a name is a title, an honorific or a country's adjective."""
    word = token.lower_.strip(".")
    return word in role_lexicon().title_words or word in HONORIFICS or token.text in places().codes


def is_hyphen(doc: Doc, i: int) -> bool:
    """Return whether token ``i`` is a hyphen inside a name: Jean-Marie."""
    if not 0 < i < len(doc) - 1 or doc[i].text != "-":
        return False
    return not doc[i - 1].whitespace_ and not doc[i].whitespace_


def gender_of(text: str) -> str:
    """Return "f", "m" or "" from the titles and nouns in a description."""
    words = {word.strip(".,").lower() for word in text.split()}
    if words & FEMALE:
        return "f"
    return "m" if words & MALE else ""


def _is_name_part(token: Token) -> bool:
    return token.pos_ == "PROPN" and (token.text[:1].isupper() or token.lower_ in PARTICLES)


def _bare(word: str) -> str:
    for ending in ("'s", "’s", "'", "’"):
        word = word.removesuffix(ending)
    return word
