"""The result folder of a batch, asked by outlet and time without loading it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import corpus_sql
from analysis.corpus_engine import Engine
from analysis.corpus_sums import Sums, row_of
from analysis.errors import InputError
from analysis.types import ARTICLE_KINDS

MAX_ROWS = 200
"""Sentences shown behind one number unless asked otherwise: as many as somebody reads."""

FIRST_ARTICLES = 25
"""Articles searched at first for toned sentences, newest first; then twice as many."""

SHARE, TONE = "framing.", ("tone_positive", "tone_negative")


SERIES = {
    "outlet": "str",
    "period": "str",
    "articles": "int64",
    "n": "int64",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "unit": "str",
}
"""Columns of a series; a missing period or interval is ``nan``."""

BEHIND = {
    "article_id": "str",
    "outlet": "str",
    "published": "str",
    "sentence_id": "str",
    "start": "int64",
    "end": "int64",
    "voice": "str",
    "tone": "float64",
    "words": "str",
    "text": "str",
    "marks": "object",
}
"""Columns of the sentences behind a number; ``words`` are the listed words in them, ``marks``
their (start, end) in ``text``."""


class Period(StrEnum):
    """How long a step in time is; a week begins on Monday."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a series: an outlet in a stretch of time."""

    outlet: str
    first: date | None
    """First day; ``None`` for the articles whose date is not known."""
    period: Period = Period.WEEK


class Corpus:
    """A finished batch; every question reads the few columns and rows that it needs."""

    def __init__(self, folder: Path) -> None:
        self._engine = Engine(folder)
        self.manifest = self._engine.manifest
        self._engine.asked(corpus_sql.DAYS)
        if self.manifest.parts:
            self._engine.asked(corpus_sql.FILL_DAYS, [self._engine.files("articles")])

    def outlets(self) -> tuple[str, ...]:
        """Return the outlets, those with most articles first."""
        rows = self._engine.asked(
            "SELECT outlet FROM days GROUP BY ALL ORDER BY count(*) DESC, outlet"
        )
        return tuple(outlet for (outlet,) in rows)

    def span(self) -> tuple[date, date] | None:
        """Return the first and the last day of the articles, if any day is known."""
        first, last = self._engine.asked("SELECT min(day), max(day) FROM days")[0]
        return (first, last) if first else None

    def measures(self) -> tuple[str, ...]:
        """Return what ``series`` can follow: tone, and every side of every contrast."""
        # Every measured article has them all; a part may have none that could be measured.
        for part in range(len(self.manifest.parts)):
            given = [self._engine.files("measures", [part]), SHARE, list(TONE)]
            if rows := self._engine.asked(corpus_sql.MEASURES, given):
                return tuple(measure for (measure,) in rows)
        return ()

    def uses(self) -> dict[str, int]:
        """Return how many listed words were found in the article texts, by measure."""
        if not self.manifest.parts:
            return {}
        kinds = [kind.value for kind in ARTICLE_KINDS]
        rows = self._engine.asked(corpus_sql.USES, [self._engine.files("terms"), kinds])
        return {f"{SHARE}{contrast}.{side}": n for contrast, side, n in rows}

    def series(
        self, measure: str, *, voice: str = "all", period: Period = Period.WEEK
    ) -> pd.DataFrame:
        """Return one measure of every outlet over time.

        One row per outlet and period with an article that can be measured. ``value`` is the
        share of sentences with a word of this side (``framing.<contrast>.<side>``) or the mean
        share of positive or negative vocabulary of a sentence (``tone_positive``,
        ``tone_negative``), over all ``n`` sentences of the ``articles``; higher = more.

        From five articles in a row on, ``unit`` is the article: the interval allows for
        sentences of one article being alike. Below, it is the sentence, and the number speaks
        of these texts alone; tone has no interval then. ``period`` is the first day; it is
        missing for articles whose date is not known.

        References
        ----------
        Cochran (1977), *Sampling Techniques*, section 6.3 (the variance of a ratio of sums).
        """
        self._check(measure)
        if not self.manifest.parts:
            return _frame(SERIES, [])
        given = [period.value, self._engine.files("measures"), measure, voice]
        rows = self._engine.asked(corpus_sql.SERIES, given)
        is_share = measure.startswith(SHARE)
        return _frame(SERIES, [row_of(Sums(*row), is_share=is_share) for row in rows])

    def sentences(
        self, cell: Cell, measure: str, *, voice: str = "all", limit: int = MAX_ROWS
    ) -> pd.DataFrame:
        """Return sentences behind a number, the newest articles first, at most ``limit``.

        For word choice they are the sentences with a word of this side; for tone, those whose
        words are on balance positive or negative.
        """
        self._check(measure)
        find = self._toned if measure in TONE else self._framed
        rows = find(cell, measure, voice, limit)
        return _frame(BEHIND, [_behind(row) for row in rows])

    def close(self) -> None:
        """Let go of the files."""
        self._engine.close()

    def _toned(self, cell: Cell, measure: str, voice: str, limit: int) -> list[tuple]:
        """Return toned sentences, from a few articles at a time: most articles have some."""
        found = self._engine.asked(corpus_sql.CELL, [cell.outlet, cell.period.value, cell.first])
        kinds = [kind.value for kind in ARTICLE_KINDS]
        sign = 1 if measure == TONE[0] else -1
        rows: list[tuple] = []
        start, size = 0, FIRST_ARTICLES
        while start < len(found) and len(rows) < limit:
            some = found[start : start + size]
            files = self._engine.files("sentences", sorted({part for _, part in some}))
            ids = [article for article, _ in some]
            given = [files, ids, kinds, sign, voice, limit - len(rows)]
            rows += self._engine.asked(corpus_sql.TONED, given)
            start, size = start + size, size * 2
        return rows

    def _framed(self, cell: Cell, measure: str, voice: str, limit: int) -> list[tuple]:
        """Return sentences with a word: the words are found first, then only their texts read."""
        contrast, side = measure.removeprefix(SHARE).split(".", 1)
        place = [cell.outlet, cell.period.value, cell.first]
        parts = sorted({part for _, part in self._engine.asked(corpus_sql.CELL, place)})
        if not parts:
            return []
        kinds = [kind.value for kind in ARTICLE_KINDS]
        given = [self._engine.files("terms", parts), *place, contrast, side, kinds, voice, limit]
        hits = {(row[0], row[1]): row[2:] for row in self._engine.asked(corpus_sql.HITS, given)}
        if not hits:
            return []
        rows = self._texts({sentence: part for sentence, (part, _, _) in hits.items()})
        return [
            (*row[:-1], hits[row[0], row[3]][1], row[-1], hits[row[0], row[3]][2]) for row in rows
        ]

    def _texts(self, part_of: Mapping[tuple[str, str], int]) -> list[tuple]:
        """Return the rows of sentences, named by article and own id, each from its part."""
        articles, sentences = zip(*part_of, strict=True)
        ids: dict[int, set[str]] = {}
        for article, part in zip(articles, part_of.values(), strict=True):
            ids.setdefault(part, set()).add(article)
        of_parts = [(*self._engine.files("sentences", [part]), *ids[part]) for part in ids]
        question = corpus_sql.texts([len(some) for some in ids.values()])
        return self._engine.asked(question, [*chain(*of_parts), list(articles), list(sentences)])

    def _check(self, measure: str) -> None:
        if measure not in TONE and measure.removeprefix(SHARE).count(".") != 1:
            message = f"'{measure}' cannot be followed over time; there are: tone and framing"
            raise InputError(message)


def _frame(columns: dict[str, str], rows: list[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=pd.Index(list(columns))).astype(columns)


def _behind(row: Sequence[Any]) -> dict[str, object]:
    """Return a row of ``BEHIND`` from one whose marks are places in the article."""
    found = dict(zip(BEHIND, row, strict=True))
    start = found["start"]
    return {**found, "marks": tuple((a - start, b - start) for a, b in found["marks"] or ())}
