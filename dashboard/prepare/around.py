"""One article, sentence by sentence, with what all others report of the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FocusRow:
    """Sentences of the article in focus, and those of others that report the same.

    ``others`` are (article id, sentence ids) in the order of the articles; it is empty where
    nobody else reports it.
    """

    sentences: tuple[str, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]


def around(
    focus: Sequence[str],
    others: Mapping[str, Sequence[str]],
    pairs: Mapping[str, Iterable[tuple[str, str]]],
) -> list[FocusRow]:
    """Return the focus article in its own order, every sentence of it exactly once.

    ``others`` holds the sentences of each other article in text order, ``pairs`` those that
    report the same: (of the focus, of that article). A sentence of another article stands
    once, beside the first of its partners.
    """
    partners = {article: _partners(ids, pairs.get(article, ())) for article, ids in others.items()}
    shown: set[tuple[str, str]] = set()
    rows: list[FocusRow] = []
    for sentence in focus:
        told = []
        for article, found in partners.items():
            ids = tuple(s for s in found.get(sentence, ()) if (article, s) not in shown)
            shown.update((article, each) for each in ids)
            if ids:
                told.append((article, ids))
        if rows and not told and not rows[-1].others:
            rows[-1] = FocusRow((*rows[-1].sentences, sentence), ())
        else:
            rows.append(FocusRow((sentence,), tuple(told)))
    return rows


def _partners(order: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the partners of each sentence of the focus, in the order of their own text."""
    place = {each: number for number, each in enumerate(order)}
    found: dict[str, list[str]] = {}
    for one, other in sorted(set(pairs), key=lambda pair: place.get(pair[1], -1)):
        if other in place:
            found.setdefault(one, []).append(other)
    return found
