"""The counter-check: the same articles with names swapped or masked, and all that then changed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.errors import InputError
from analysis.pipeline import Options, analyse_articles
from analysis.schema import table
from analysis.spans import word_spans
from analysis.tables import sentence_at
from analysis.types import AnnotatedArticle, Article, Progress, TermHit

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, object]

SAME = 1e-9
"""Two values nearer than this are the same number, computed in another order."""

_CALENDAR = frozenset(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""Capitalised words that name nobody."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """A text with other names, and where each piece of it stood before."""

    text: str
    ends: tuple[int, ...]
    """End of each replaced name in the new text, in order."""
    shifts: tuple[int, ...]
    """What to add to a place in the new text after 0, 1, 2, ... names to find the old one."""

    def before(self, offset: int) -> int:
        """Return where a place in the new text, outside the names, stood in the old one."""
        return offset + self.shifts[bisect_right(self.ends, offset)]


def counter_check(
    articles: Sequence[Article],
    names: Mapping[str, str] | None = None,
    *,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Return every measure and every hit that changed when names were replaced.

    A measure must not depend on a name. One row per change: ``before`` and ``after`` are the
    value of a measure, or how often a word was counted in that sentence and voice. A hit is
    compared by its sentence, list, side, term and voice.

    Parameters
    ----------
    names
        What to write for each name; without it every proper name of the story becomes X1,
        X2, ... Reading levels do change then, because they count letters and syllables.
    """
    first = tuple(analyse_articles(articles, Options(), progress=progress))
    names = masks(first) if names is None else names
    swapped = [swap(article.text, names) for article in articles]
    others = [
        replace(article, text=new.text, title=_swapped(article.title, names))
        for article, new in zip(articles, swapped, strict=True)
    ]
    second = analyse_articles(others, Options(), progress=progress)
    rows = [
        {"article_id": one.article.id, "outlet": one.article.label, **row}
        for one, other, new in zip(first, second, swapped, strict=True)
        for row in (*_hits(one, other, new), *_measures(one, other))
    ]
    return table("countercheck", rows)


def pairs(chosen: Iterable[str]) -> dict[str, str]:
    """Return what to write for each name when the names of each "X,Y" change places.

    Raises
    ------
    InputError
        If a pair is not two different names, or a name is in two pairs.
    """
    found: dict[str, str] = {}
    for each in chosen:
        names = [name.strip() for name in each.split(",")]
        if len(names) != 2 or not all(names) or names[0] == names[1]:
            message = f"'{each}' is not a pair; write two different names with a comma between"
            raise InputError(message)
        if taken := [name for name in names if name in found]:
            message = f"'{taken[0]}' is in two pairs; name it once"
            raise InputError(message)
        found |= {names[0]: names[1], names[1]: names[0]}
    return found


def masks(articles: Iterable[AnnotatedArticle]) -> dict[str, str]:
    """Return X1, X2, ... for each word of the proper names in the articles, in text order.

    A word that also stands in small letters ("President", "president") is a title or a
    common word and stays, as do days and months.
    """
    articles = tuple(articles)
    small: set[str] = set()
    for each in articles:
        words = (span.of(each.text) for span in word_spans(each.text))
        small.update(word for word in words if word == word.lower())
    named = dict.fromkeys(
        word.removesuffix("'s").removesuffix("’s")
        for each in articles
        for name in each.names
        for span in word_spans(each.text, *name)
        if (word := span.of(each.text))[0].isupper()
    )
    kept = [word for word in named if word.lower() not in small | _CALENDAR]
    return {word: f"X{number}" for number, word in enumerate(kept, start=1)}


def swap(text: str, names: Mapping[str, str]) -> Swapped:
    """Return the text with each name, as a whole word, replaced; longer names first."""
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    pieces: list[str] = []
    ends, shifts, done = [], [0], 0
    for match in pattern.finditer(text) if names else ():
        new = names[match.group()]
        pieces += [text[done : match.start()], new]
        shifts.append(shifts[-1] + len(match.group()) - len(new))
        ends.append(match.end() - shifts[-1])
        done = match.end()
    return Swapped("".join([*pieces, text[done:]]), tuple(ends), tuple(shifts))


def summary(changes: pd.DataFrame) -> str:
    """Return in one sentence how much changed."""
    measures = int((changes["kind"] == "measure").sum())
    hits = len(changes) - measures
    if not len(changes):
        return "Nothing changed: no measure and no hit depends on these names."
    return f"{measures} measured values and {hits} hits changed with the names."


def _swapped(title: str | None, names: Mapping[str, str]) -> str | None:
    return title and swap(title, names).text


def _measures(one: AnnotatedArticle, other: AnnotatedArticle) -> Iterator[Row]:
    after = {(row.measure, row.voice): row.value for row in other.measures}
    for row in one.measures:
        value = after.get((row.measure, row.voice))
        if not _is_same(row.value, value):
            yield {
                "kind": "measure",
                "what": row.measure,
                "voice": row.voice or "all",
                "before": row.value,
                "after": value,
            }


def _is_same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SAME


def _hits(one: AnnotatedArticle, other: AnnotatedArticle, new: Swapped) -> Iterator[Row]:
    for kind in ("terms", "wordings"):
        before = Counter(_key(one, hit, hit.start) for hit in getattr(one, kind))
        after = Counter(_key(one, hit, new.before(hit.start)) for hit in getattr(other, kind))
        for key in sorted(set(before) | set(after)):
            if before[key] != after[key]:
                sentence_id, what, voice = key
                yield {
                    "kind": kind.removesuffix("s"),
                    "what": what,
                    "voice": voice,
                    "sentence_id": sentence_id or None,
                    "before": before[key],
                    "after": after[key],
                }


def _key(original: AnnotatedArticle, hit: TermHit, start: int) -> tuple[str, str, str]:
    sentence = sentence_at(original, start)
    return sentence.id if sentence else "", f"{hit.contrast}.{hit.side}: {hit.term}", hit.voice
