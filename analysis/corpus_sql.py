"""The questions put to the tables of a batch, in DuckDB's SQL."""

from __future__ import annotations

from collections.abc import Sequence

DAYS = (
    "CREATE TABLE days "
    "(article_id VARCHAR, outlet VARCHAR, published VARCHAR, day DATE, part INTEGER)"
)

FILL_DAYS = """
INSERT INTO days
SELECT article_id, outlet, published, if(year(day) BETWEEN 1600 AND 2200, day, NULL), part
FROM (SELECT article_id, outlet, published, try_cast(left(published, 10) AS DATE) AS day,
    file_index::INTEGER AS part
  FROM read_parquet(?))
"""
"""A day before the first newspapers or far ahead is a slip in the table: it counts as unknown."""

SERIES = """
SELECT outlet, date_trunc(?, day)::DATE AS period, count(*), sum(n)::BIGINT, sum(value * n),
  sum(n * n)::DOUBLE, sum(value * n * n), sum((value * n) ** 2)
FROM (SELECT article_id, value, n FROM read_parquet(?) WHERE measure = ? AND voice = ? AND n > 0)
JOIN days USING (article_id)
GROUP BY ALL ORDER BY outlet, period NULLS LAST
"""

MEASURES = """
SELECT DISTINCT measure FROM read_parquet(?)
WHERE starts_with(measure, ?) OR list_contains(?, measure) ORDER BY measure
"""

USES = """
SELECT contrast, side, count(*) FROM read_parquet(?) WHERE list_contains(?, block) GROUP BY ALL
"""

CELL = """
SELECT article_id, part FROM days
WHERE outlet = ? AND date_trunc(?, day)::DATE IS NOT DISTINCT FROM ?::DATE
ORDER BY day DESC, article_id
"""

TONED = """
SELECT article_id, s.outlet, published, sentence_id, "start", "end", voice, tone, NULL, text, NULL
FROM read_parquet(?) s JOIN days USING (article_id)
WHERE list_contains(?, article_id) AND list_contains(?, block) AND tone * ? > 0
  AND list_contains(['all', voice, if(voice = 'mixed', 'all', voice)], ?)
ORDER BY day DESC, article_id, "start" LIMIT ?
"""

HITS = """
SELECT article_id, sentence_id, any_value(part), string_agg(text, ', ' ORDER BY "start"),
  list(["start", "end"] ORDER BY "start")
FROM read_parquet(?)
JOIN (SELECT article_id, day, part FROM days
  WHERE outlet = ? AND date_trunc(?, day)::DATE IS NOT DISTINCT FROM ?::DATE) USING (article_id)
WHERE contrast = ? AND side = ? AND list_contains(?, block) AND list_contains(['all', voice], ?)
GROUP BY article_id, day, sentence_id ORDER BY day DESC, article_id, min("start") LIMIT ?
"""

_TEXTS = """
SELECT article_id, s.outlet, published, sentence_id, s."start", s."end", voice, tone, text
FROM ({parts}) s
JOIN (SELECT unnest(?) AS article_id, unnest(?) AS sentence_id) USING (article_id, sentence_id)
JOIN days USING (article_id)
ORDER BY day DESC, article_id, s."start"
"""

_PART = "SELECT * FROM read_parquet(?) WHERE article_id IN ({ids})"


def texts(articles: Sequence[int]) -> str:
    """Return the question for given sentences, with so many articles in each of the parts.

    Every part is asked for its own articles, named one by one: the engine skips groups of rows in
    which none of the named can be. Those of all parts together could be in almost every group.
    """
    parts = (_PART.format(ids=", ".join("?" * n)) for n in articles)
    return _TEXTS.format(parts=" UNION ALL ".join(parts))
