"""Many words -> one regular expression that finds the longest of them quickly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

SHARED = 2
"""First letters that words are grouped by: Python's matcher tries every alternative in turn, and
with two letters a group of several hundred words has a dozen or so."""


def any_of(words: Iterable[str], spelled: Callable[[str], str] = re.escape) -> str:
    """Return an alternation of the words, a longer one before a shorter one it begins with.

    ``spelled`` turns a piece of a word into its pattern, letter by letter.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[:SHARED], []).append(word[SHARED:])
    return "|".join(
        f"{spelled(first)}(?:{'|'.join(map(spelled, rest))})" for first, rest in groups.items()
    )
