"""Where the counted are: the place named beside the noun or with its verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.parsing import Token

_WHERE = frozenset({"in", "at", "across", "near", "throughout", "around", "outside", "inside"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})

MAX_REACH = 12
"""Words from a preposition to the name of its place: "in the country's largest city, Almaty"."""


def place_of(*anchors: Token | None) -> str | None:
    """Return "in Almaty" where a preposition of place hangs on one of the anchors."""
    for anchor in anchors:
        if anchor is None:
            continue
        for prep in anchor.children:
            if prep.dep_ == "prep" and prep.lower_ in _WHERE:
                name = next(_names(prep), None)
                if name:
                    return name
    return None


def _names(prep: Token) -> Iterator[str]:
    """Yield the names of places under a preposition, each with the preposition nearest to it."""
    for token in prep.subtree:
        if token.i - prep.i > MAX_REACH:
            return
        if token.i <= prep.i or token.ent_type_ not in _PLACES or token.ent_iob_ == "I":
            continue
        end = token.i + 1
        while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
            end += 1
        nearest = next((above for above in token.ancestors if above.pos_ == "ADP"), prep)
        if nearest.lower_ in _WHERE:
            yield f"{nearest.lower_} {token.doc[token.i : end].text}"
