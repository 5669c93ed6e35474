"""The questions put to the tables of a batch, in DuckDB's SQL."""

from __future__ import annotations

DAYS = (
    "CREATE TABLE days "
    "(article_id VARCHAR, outlet VARCHAR, published VARCHAR, day DATE, part INTEGER)"
)

FILL_DAYS = """
INSERT INTO days
SELECT article_id, outlet, published, try_cast(left(published, 10) AS DATE) AS day,
  file_index::INTEGER AS part
FROM read_parquet(?)
"""

SERIES = """
SELECT outlet, date_trunc(?, day)::DATE AS period, count(*), sum(n)::BIGINT, sum(value * n),
  sum(n * n)::DOUBLE, sum(value * n * n), sum((value * n) ** 2)
FROM (SELECT article_id, value, n FROM read_parquet(?) WHERE measure = ? AND voice = ? AND n > 0)
JOIN days USING (article_id)
GROUP BY ALL ORDER BY outlet, period NULLS LAST
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

FRAMED = """
WITH hits AS (
  SELECT article_id, sentence_id, string_agg(text, ', ' ORDER BY "start") AS words,
    list(["start", "end"] ORDER BY "start") AS marks
  FROM read_parquet(?)
  WHERE list_contains(?, article_id) AND list_contains(?, block) AND contrast = ? AND side = ?
    AND list_contains(['all', voice], ?)
  GROUP BY ALL)
SELECT article_id, s.outlet, published, sentence_id, "start", "end", voice, tone, words, text, marks
FROM read_parquet(?) s JOIN hits USING (article_id, sentence_id) JOIN days USING (article_id)
WHERE list_contains(?, article_id)
ORDER BY day DESC, article_id, "start" LIMIT ?
"""
