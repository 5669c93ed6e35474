"""Counts of a text in, the classic readability indices out, as textstat 0.7.8 writes them.

Each formula takes plain numbers, or arrays of them for many resampled texts at once; the order
of the operations is textstat's, so that plain numbers give its value to the last digit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Counts(NamedTuple):
    """What the formulas need of a text; each field is a number, or an array of them."""

    words: float
    tokens: float
    """Runs without white space, punctuation standing alone included."""
    sentences: float
    syllables: float
    letters: float
    chars: float
    polysyllables: float
    """Words of three or more syllables."""
    complex: float
    """Words of three or more syllables that are not on the Dale-Chall list (textstat's Fog)."""
    unfamiliar: float
    """Words that are not on the Dale-Chall list."""


def flesch_reading_ease(c: Counts) -> float:
    """Return Flesch (1948): about 0 to 100; higher = easier to read."""
    return 206.835 - 1.015 * (c.words / c.sentences) - 84.6 * (c.syllables / c.words)


def flesch_kincaid_grade(c: Counts) -> float:
    """Return Kincaid et al. (1975), in US school grades; higher = harder to read."""
    return (0.39 * (c.words / c.sentences)) + (11.8 * (c.syllables / c.words)) - 15.59


def gunning_fog(c: Counts) -> float:
    """Return Gunning (1952), in years of schooling; higher = harder to read."""
    return 0.4 * ((c.words / c.sentences) + 100 * c.complex / c.words)


def smog_index(c: Counts) -> float:
    """Return McLaughlin (1969), in US school grades; higher = harder to read."""
    return (1.043 * (30 * (c.polysyllables / c.sentences)) ** 0.5) + 3.1291


def coleman_liau_index(c: Counts) -> float:
    """Return Coleman & Liau (1975), in US school grades; higher = harder to read."""
    letters, sentences = c.letters / c.words * 100, c.sentences / c.words * 100
    return (0.058 * letters) - (0.296 * sentences) - 15.8


def automated_readability_index(c: Counts) -> float:
    """Return Smith & Senter (1967), in US school grades; higher = harder to read."""
    return (4.71 * (c.chars / c.tokens)) + (0.5 * (c.words / c.sentences)) - 21.43


def dale_chall(c: Counts) -> float:
    """Return Dale & Chall (1948): 4.9 = grade 4, 10 = college graduate; higher = harder to read."""
    unfamiliar = 100 * c.unfamiliar / c.words
    score = (0.1579 * unfamiliar) + (0.0496 * (c.words / c.sentences))
    # Dale and Chall add a constant to texts with more than 5 % unfamiliar words.
    return score + 3.6365 * (unfamiliar > 5)


FORMULAS: dict[str, Callable[[Counts], float]] = {
    "flesch_reading_ease": flesch_reading_ease,
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "gunning_fog": gunning_fog,
    "smog_index": smog_index,
    "coleman_liau_index": coleman_liau_index,
    "automated_readability_index": automated_readability_index,
    "dale_chall": dale_chall,
}
