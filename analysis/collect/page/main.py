"""Lines of a page -> which of them are the article, by trafilatura and by what the page states."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

import trafilatura

from analysis.collect.page.lines import PageLine

# What it could not read is no news to a reader: without a handler it would go to the screen.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

MAX_EXTRACTED = 12_000
"""Most elements given to the extraction library: its time grows with their square, to 4 seconds."""

SHINGLE = 4
"""Words in a row that show that two texts are one."""

MIN_SHARE = 0.7
"""Least share of a line's shingles that the article holds for the line to be of it."""

FAR_LINES = 15
"""So many other lines set two parts of a page apart."""

MIN_GROUP_SHARE = 0.2
"""A part far from the others with less of the article's words is a quotation of it elsewhere."""

LONG_WORDS = 8
"""A line of so many words is found by its wording alone; a shorter one needs such neighbours."""

_WORD = re.compile(r"\w+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a line as they are compared."""
    return tuple(_WORD.findall(text.casefold()))


def extracted(markup: str, n_elements: int) -> str:
    """Return the article's text as the extraction library finds it; empty if it finds none."""
    if n_elements > MAX_EXTRACTED:
        return ""
    found = trafilatura.extract(markup, include_comments=False, favor_precision=True)
    return found or ""


def main_lines(
    lines: Sequence[PageLine], article: str, doubtful: Collection[int] = ()
) -> frozenset[int]:
    """Return the numbers of the lines that the article's text holds.

    Each run of words of the article is found once: of two lines with the same words, the one
    that is not ``doubtful``, and then the first.
    """
    texts = [words_of(line) for line in article.splitlines()]
    whole = Counter(texts)
    runs = Counter(run for text in texts for run in _shingles(text))
    keys = [words_of(line.text) for line in lines]
    found: set[int] = set()
    for i in sorted(range(len(lines)), key=lambda i: (i in doubtful, i)):
        own = Counter(_shingles(keys[i]))
        if not keys[i] or not (whole[keys[i]] > 0 or _holds(own, runs)):
            continue
        found.add(i)
        whole[keys[i]] -= 1
        for run, count in own.items():
            runs[run] -= count
    return frozenset(_connected(keys, found))


def _holds(own: Counter[tuple[str, ...]], runs: Counter[tuple[str, ...]]) -> bool:
    """Return whether the article has enough of the line's runs of words left."""
    shared = sum(min(count, max(0, runs[run])) for run, count in own.items())
    return shared > 0 and shared >= MIN_SHARE * own.total()


def _shingles(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1))


def _connected(keys: Sequence[tuple[str, ...]], found: set[int]) -> set[int]:
    """Return the long lines found near each other, and the short ones between or beside them."""
    long = sorted(i for i in found if len(keys[i]) >= LONG_WORDS)
    if not long:
        return found
    groups = [[long[0]]]
    for before, i in pairwise(long):
        if i - before > FAR_LINES:
            groups.append([])
        groups[-1].append(i)
    sizes = [sum(len(keys[i]) for i in group) for group in groups]
    kept = [
        g for g, size in zip(groups, sizes, strict=True) if size >= MIN_GROUP_SHARE * sum(sizes)
    ]
    low, high = kept[0][0], kept[-1][-1]
    while low - 1 in found:
        low -= 1
    while high + 1 in found:
        high += 1
    return {i for i in found if low <= i <= high}
