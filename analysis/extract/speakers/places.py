"""data/lexicons/places.toml -> which country a word stands for, and where a story takes place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from analysis import paths
from analysis.extract.word_patterns import any_of
from analysis.lexicons import read_toml
from analysis.nlp import ParsedArticle
from analysis.types import BlockKind

NAME_WEIGHT, DEMONYM_WEIGHT, HEADLINE_FACTOR = 1.0, 0.25, 3.0
"""Weights of a country's name, its adjective, and a headline in the count for a story's place.

A name says where, an adjective only whose; so the foreign troops of the headline
do not move the story to their country.
"""

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD})


@dataclass(frozen=True, slots=True)
class Places:
    """Country codes by the words that stand for a country."""

    codes: Mapping[str, str]
    kinds: Mapping[str, str]
    pattern: re.Pattern[str]

    def countries(self, text: str) -> list[str]:
        """Return the country codes named in ``text``, in order."""
        return list(_countries(text))

    def word(self, text: str) -> str | None:
        """Return the first word of ``text`` that names a country."""
        found = self.pattern.search(text)
        return found.group() if found else None


@lru_cache(maxsize=4_096)
def _countries(text: str) -> tuple[str, ...]:
    """Return the codes in a text; remembered, as the same phrases are asked for several times."""
    table = places()
    return tuple(table.codes[m.group().replace("’", "'")] for m in table.pattern.finditer(text))


@lru_cache(maxsize=1)
def places() -> Places:
    """Return the table of countries, their adjectives and their seats of government."""
    codes: dict[str, str] = {}
    kinds: dict[str, str] = {}
    table = read_toml(paths.LEXICONS / "places.toml")
    for code, row in table.items():
        if isinstance(row, dict):
            for kind in ("names", "demonyms", "seats"):
                for word in row.get(kind, ()):
                    codes.setdefault(word, code)
                    kinds.setdefault(word, kind)
    body = any_of(codes, lambda part: re.escape(part).replace("'", "['’]"))
    # The first letters alone rule out most places at once: four times as fast.
    first = "".join(sorted({re.escape(word[0]) for word in codes}))
    return Places(codes, kinds, re.compile(rf"(?=[{first}])(?<![\w.])(?:{body})(?!\w)"))


def home_country(articles: Iterable[ParsedArticle]) -> str | None:
    """Return the country a story takes place in: the one its articles name most.

    Names count 1, adjectives 0.25, seats of government 0.25, headlines threefold.
    None where no country is named.
    """
    table = places()
    counts: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        for paragraph in article.paragraphs:
            factor = HEADLINE_FACTOR if paragraph.block.kind in _HEADS else 1.0
            for match in table.pattern.finditer(paragraph.doc.text):
                word = match.group().replace("’", "'")
                weight = NAME_WEIGHT if table.kinds[word] == "names" else DEMONYM_WEIGHT
                counts[table.codes[word]] += factor * weight
    return max(sorted(counts), key=lambda code: counts[code]) if counts else None
