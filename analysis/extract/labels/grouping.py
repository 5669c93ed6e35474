"""Naming phrases of all articles of a story -> which of them name the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from analysis.extract.labels.candidates import Candidate
from analysis.extract.labels.common import CommonNouns
from analysis.extract.labels.named import Named
from analysis.extract.speakers.people import People
from analysis.types import LabelForm

Keys = list[str | None]
"""Per candidate of one article: the key of what it names; ``None`` = not settled."""


def group(articles: Sequence[Sequence[Candidate]], people: People) -> list[Keys]:
    """Return a key for every candidate; candidates with one key name the same thing.

    In the order of certainty: names and offices, what the sentence says is the same
    thing, then common nouns of one kind.
    """
    named = Named(articles, people)
    keys = [[named.key(c, place) for c in found] for place, found in enumerate(articles)]
    for found, row in zip(articles, keys, strict=True):
        _follow_links(found, row)
    _spread(articles, keys)
    both = [zip(found, row, strict=True) for found, row in zip(articles, keys, strict=True)]
    nouns = CommonNouns([c for pairs in both for c, key in pairs if key is None], named)
    return [
        [key or nouns.key(c) for c, key in zip(found, row, strict=True)]
        for found, row in zip(articles, keys, strict=True)
    ]


def _follow_links(found: Sequence[Candidate], keys: Keys) -> None:
    """Give a phrase the key of the thing that its sentence says it is, and the other way.

    "The members, Ruritania and Erewhon" names no one country: a plural links no single name.
    """
    places = {c.span: at for at, c in enumerate(found)}
    for at, candidate in enumerate(found):
        other = places.get(candidate.same_as) if candidate.same_as else None
        if other is None or candidate.plural != found[other].plural:
            continue
        if not candidate.proper:
            # "The former mayor, Ann Lee": whom the sentence names wins over who holds the office.
            keys[at] = keys[other] or keys[at]
        keys[at] = keys[at] or keys[other]
        keys[other] = keys[other] or keys[at]


def _spread(articles: Sequence[Sequence[Candidate]], keys: Sequence[Keys]) -> None:
    """Give a description that was linked to one name the same key wherever it stands."""
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for found, row in zip(articles, keys, strict=True):
        for candidate, key in zip(found, row, strict=True):
            if key and candidate.form in _LINKED:
                linked[candidate.label.lower()].add(key)
    for found, row in zip(articles, keys, strict=True):
        for at, candidate in enumerate(found):
            known = linked.get(candidate.label.lower(), ())
            if row[at] is None and len(known) == 1:
                row[at] = next(iter(known))


_LINKED = frozenset({LabelForm.APPOSITION, LabelForm.PREDICATE})
