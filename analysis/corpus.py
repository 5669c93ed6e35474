"""The result folder of a batch, asked by outlet and time without loading it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import duckdb
import pandas as pd
from scipy.special import stdtrit

from analysis.batch.manifest import MANIFEST, Manifest
from analysis.compare.units import ARTICLE, MIN_ARTICLES, SENTENCE
from analysis.errors import InputError
from analysis.measures.statistics import LEVEL, Interval, wilson
from analysis.types import ARTICLE_KINDS

MEMORY = "500MB"
"""Most memory the engine takes for all questions together; beyond it, it works on disk."""

MAX_ROWS = 200
"""Sentences shown behind one number unless asked otherwise: as many as somebody reads."""

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
}
"""Columns of the sentences behind a number; ``words`` are the listed words in them."""


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
        try:
            text = (folder / MANIFEST).read_text(encoding="utf-8")
        except OSError as err:
            message = f"no {MANIFEST} in {folder.name}; choose the folder that a batch wrote"
            raise InputError(message) from err
        self.manifest = Manifest.from_json(text)
        if not self.manifest.is_finished:
            message = f"the batch in {folder.name} is not finished; run the same command again"
            raise InputError(message)
        self._folder = folder
        self._engine = duckdb.connect()
        self._engine.execute(f"SET memory_limit = '{MEMORY}'")
        self._engine.execute("SET parquet_metadata_cache = true")
        self._engine.execute("SET autoinstall_known_extensions = false")
        self._engine.execute(_DAYS)
        if self.manifest.parts:
            self._engine.execute(_FILL_DAYS, [self._files("articles")])

    def outlets(self) -> tuple[str, ...]:
        """Return the outlets, those with most articles first."""
        rows = self._asked("SELECT outlet FROM days GROUP BY ALL ORDER BY count(*) DESC, outlet")
        return tuple(outlet for (outlet,) in rows)

    def measures(self) -> tuple[str, ...]:
        """Return what ``series`` can follow: tone, and every side of every contrast."""
        if not self.manifest.parts:
            return ()
        rows = self._asked(
            "SELECT DISTINCT measure FROM read_parquet(?) "
            "WHERE starts_with(measure, ?) OR list_contains(?, measure) ORDER BY measure",
            [self._files("measures")[:1], SHARE, list(TONE)],
        )
        return tuple(measure for (measure,) in rows)

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
        rows = self._asked(_SERIES, [period.value, self._files("measures"), measure, voice])
        is_share = measure.startswith(SHARE)
        return _frame(SERIES, [_row(_Sums(*row), is_share=is_share) for row in rows])

    def sentences(
        self, cell: Cell, measure: str, *, voice: str = "all", limit: int = MAX_ROWS
    ) -> pd.DataFrame:
        """Return sentences behind a number, the newest articles first, at most ``limit``.

        For word choice they are the sentences with a word of this side; for tone, those whose
        words are on balance positive or negative.
        """
        self._check(measure)
        found = self._asked(_CELL, [cell.outlet, cell.period.value, cell.first])
        rows: list[tuple[object, ...]] = []
        for start in range(0, len(found), limit):
            some = found[start : start + limit]
            parts = sorted({int(part) for _, part in some})
            ids = [article for article, _ in some]
            rows += self._sentences_of(ids, parts, measure, voice, limit - len(rows))
            if len(rows) >= limit:
                break
        return _frame(BEHIND, [dict(zip(BEHIND, row, strict=True)) for row in rows])

    def close(self) -> None:
        """Let go of the files."""
        self._engine.close()

    def _sentences_of(
        self, ids: Sequence[str], parts: Sequence[int], measure: str, voice: str, limit: int
    ) -> list[tuple[object, ...]]:
        sentences = self._files("sentences", parts)
        kinds = [kind.value for kind in ARTICLE_KINDS]
        if measure in TONE:
            sign = 1 if measure == TONE[0] else -1
            return self._asked(_TONED, [sentences, ids, kinds, sign, voice, limit])
        contrast, side = measure.removeprefix(SHARE).split(".", 1)
        terms = self._files("terms", parts)
        hits = [terms, ids, kinds, contrast, side, voice]
        return self._asked(_FRAMED, [*hits, sentences, ids, limit])

    def _check(self, measure: str) -> None:
        if measure not in TONE and measure.removeprefix(SHARE).count(".") != 1:
            message = f"'{measure}' cannot be followed over time; there are: tone and framing"
            raise InputError(message)

    def _files(self, name: str, parts: Sequence[int] | None = None) -> list[str]:
        keys = self.manifest.parts if parts is None else [self.manifest.parts[i] for i in parts]
        return [str(self._folder / name / f"part-{key}.parquet") for key in keys]

    def _asked(self, question: str, given: Sequence[object] = ()) -> list[tuple]:
        # A cursor of its own: several sessions of the pages may ask at the same time.
        with self._engine.cursor() as cursor:
            return cursor.execute(question, list(given)).fetchall()


_DAYS = (
    "CREATE TABLE days "
    "(article_id VARCHAR, outlet VARCHAR, published VARCHAR, day DATE, part INTEGER)"
)

_FILL_DAYS = """
INSERT INTO days
SELECT article_id, outlet, published, try_cast(left(published, 10) AS DATE) AS day,
  file_index::INTEGER AS part
FROM read_parquet(?)
"""

_SERIES = """
SELECT outlet, date_trunc(?, day)::DATE AS period, count(*), sum(n)::BIGINT, sum(value * n),
  sum(n * n)::DOUBLE, sum(value * n * n), sum((value * n) ** 2)
FROM (SELECT article_id, value, n FROM read_parquet(?) WHERE measure = ? AND voice = ? AND n > 0)
JOIN days USING (article_id)
GROUP BY ALL ORDER BY outlet, period NULLS LAST
"""

_CELL = """
SELECT article_id, part FROM days
WHERE outlet = ? AND date_trunc(?, day)::DATE IS NOT DISTINCT FROM ?::DATE
ORDER BY day DESC, article_id
"""

_TONED = """
SELECT article_id, s.outlet, published, sentence_id, "start", "end", voice, tone, NULL, text
FROM read_parquet(?) s JOIN days USING (article_id)
WHERE list_contains(?, article_id) AND list_contains(?, block) AND tone * ? > 0
  AND list_contains(['all', voice, if(voice = 'mixed', 'all', voice)], ?)
ORDER BY day DESC, article_id, "start" LIMIT ?
"""

_FRAMED = """
WITH hits AS (
  SELECT article_id, sentence_id, string_agg(text, ', ' ORDER BY "start") AS words
  FROM read_parquet(?)
  WHERE list_contains(?, article_id) AND list_contains(?, block) AND contrast = ? AND side = ?
    AND list_contains(['all', voice], ?)
  GROUP BY ALL)
SELECT article_id, s.outlet, published, sentence_id, "start", "end", voice, tone, words, text
FROM read_parquet(?) s JOIN hits USING (article_id, sentence_id) JOIN days USING (article_id)
WHERE list_contains(?, article_id)
ORDER BY day DESC, article_id, "start" LIMIT ?
"""


def _frame(columns: dict[str, str], rows: list[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=pd.Index(list(columns))).astype(columns)


@dataclass(frozen=True, slots=True)
class _Sums:
    """What a row of a series is reckoned from: sums over its articles."""

    outlet: str
    period: date | None
    articles: int
    n: int
    k: float
    nn: float
    kn: float
    kk: float


def _row(sums: _Sums, *, is_share: bool) -> dict[str, object]:
    is_by_article = sums.articles >= MIN_ARTICLES
    interval = wilson(round(sums.k), sums.n) if is_share else None
    if is_by_article:
        interval = _by_article(sums, interval)
    return {
        "outlet": sums.outlet,
        "period": sums.period.isoformat() if sums.period else None,
        "articles": sums.articles,
        "n": sums.n,
        "value": sums.k / sums.n,
        "low": interval and interval.low,
        "high": interval and interval.high,
        "unit": ARTICLE if is_by_article else SENTENCE,
    }


def _by_article(sums: _Sums, at_least: Interval | None) -> Interval:
    """Return the interval of ``k / n`` with the article as the unit, inside ``[0, 1]``.

    It is never narrower than ``at_least``, which comes from counting alone: where all articles
    agree, as in a zero, their differences would claim certainty.
    """
    m, share = sums.articles, sums.k / sums.n
    squares = max(0.0, sums.kk - 2 * share * sums.kn + share * share * sums.nn)
    error = math.sqrt(squares * m / (m - 1)) / sums.n
    margin = float(stdtrit(m - 1, (1 + LEVEL) / 2)) * error
    low, high = max(0.0, share - margin), min(1.0, share + margin)
    if at_least is None:
        return Interval(low, high)
    return Interval(min(low, at_least.low), max(high, at_least.high))
