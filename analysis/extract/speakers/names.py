"""Personal names -> comparable keys: spelling variants and transliterations together."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

CLOSE_LONG, CLOSE_SHORT = 8, 5
"""Letters from which two, or one, differing letters still make the same surname."""

REMEMBERED = 4_096
"""Words whose letters are kept; a story repeats a few hundred names thousands of times."""

_SOUNDS = (
    ("x", "ks"),
    ("ph", "f"),
    ("kh", "h"),
    ("ck", "k"),
    ("q", "k"),
    ("w", "v"),
    ("tch", "ch"),
    ("tz", "c"),
    ("ts", "c"),
    ("yo", "e"),
    ("yu", "u"),
    ("ya", "a"),
    ("ii", "i"),
    ("iy", "i"),
    ("ij", "i"),
    ("j", "i"),
    ("y", "i"),
)
_VOWELS = re.compile("[aeiou]+")


@lru_cache(maxsize=REMEMBERED)
def plain(word: str) -> str:
    """Return a name in lower-case letters without accents, hyphens or a possessive ending."""
    word = re.sub(r"['’]s?$", "", word)
    split = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in split if c.isalpha())


@lru_cache(maxsize=REMEMBERED)
def skeleton(word: str) -> str:
    """Return the consonants of a name, common transliterations made equal."""
    letters = plain(word)
    for old, new in _SOUNDS:
        letters = letters.replace(old, new)
    bones = _VOWELS.sub("", letters)
    return re.sub(r"(.)\1+", r"\1", bones) or letters


def distance(one: str, other: str) -> int:
    """Return the number of single-letter edits between two words (Levenshtein 1966)."""
    return Levenshtein.distance(one, other)


@lru_cache(maxsize=REMEMBERED)
def same_surname(one: str, other: str) -> bool:
    """Return whether two surnames may be spellings of one name."""
    a, b = plain(one), plain(other)
    if a == b:
        return True
    if min(len(a), len(b)) < CLOSE_SHORT or a[0] != b[0]:
        return False
    if skeleton(a) == skeleton(b) and len(skeleton(a)) > 2:
        return True
    return distance(a, b) <= (2 if min(len(a), len(b)) >= CLOSE_LONG else 1)


def same_first(one: str, other: str) -> bool:
    """Return whether two first names may belong to one person: equal, an initial, a variant."""
    a, b = plain(one), plain(other)
    if not a or not b or a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if a.startswith(b) or b.startswith(a):
        return True
    return skeleton(a) == skeleton(b) or (
        min(len(a), len(b)) >= CLOSE_SHORT and distance(a, b) <= 1
    )


def slug(words: str) -> str:
    """Return an identifier made of the words of a name."""
    split = unicodedata.normalize("NFKD", words.lower())
    ascii_only = "".join(c for c in split if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", re.sub(r"['’]s\b", "", ascii_only)).strip("-_")
