"""The tidy tables of the data contract as schemas: column names, types and nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from pandera.pandas import DataFrameSchema

COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "article_id": "str",
        "outlet": "str",
        "outlet_basis": "str",
        "story": "str",
        "title": "str",
        "byline": "str",
        "published": "str",
        "published_basis": "str",
        "url": "str",
        "language": "str",
        "genre": "str",
        "rights": "str",
        "n_words": "int64",
        "n_sentences": "int64",
        "n_quotes": "int64",
        "notices": "str",
    },
    "blocks": {
        "article_id": "str",
        "outlet": "str",
        "start": "int64",
        "end": "int64",
        "kind": "str",
        "rule": "str",
        "why": "str",
        "set_aside": "bool",
        "text": "str",
    },
    "sentences": {
        "article_id": "str",
        "outlet": "str",
        "sentence_id": "str",
        "start": "int64",
        "end": "int64",
        "n_words": "int64",
        "block": "str",
        "voice": "str",
        "tone": "float64",
        "text": "str",
    },
    "quotes": {
        "article_id": "str",
        "outlet": "str",
        "quote_id": "str",
        "sentence_id": "str",
        "block": "str",
        "kind": "str",
        "start": "int64",
        "end": "int64",
        "cue_lemma": "str",
        "cue_class": "str",
        "speaker": "str",
        "speaker_id": "str",
        "role": "str",
        "role_basis": "str",
        "named": "bool",
        "rule": "str",
        "confidence": "float64",
        "n_words": "int64",
        "source_text": "str",
        "text": "str",
    },
    "terms": {
        "article_id": "str",
        "outlet": "str",
        "sentence_id": "str",
        "block": "str",
        "start": "int64",
        "end": "int64",
        "term": "str",
        "lemma": "str",
        "lexicon": "str",
        "contrast": "str",
        "side": "str",
        "voice": "str",
        "use": "str",
        "quote_id": "str",
        "speaker": "str",
        "text": "str",
    },
    "measures": {
        "article_id": "str",
        "outlet": "str",
        "story": "str",
        "measure": "str",
        "voice": "str",
        "value": "float64",
        "n": "int64",
        "low": "float64",
        "high": "float64",
        "status": "str",
    },
    "framing": {
        "outlet": "str",
        "articles": "int64",
        "contrast": "str",
        "side": "str",
        "voice": "str",
        "k": "int64",
        "n": "int64",
        "share": "float64",
        "low": "float64",
        "high": "float64",
        "status": "str",
        "hits": "int64",
        "words": "int64",
        "rate": "float64",
        "rate_low": "float64",
        "rate_high": "float64",
    },
    "voices": {
        "outlet": "str",
        "speaker": "str",
        "speaker_id": "str",
        "role": "str",
        "named": "bool",
        "quotes": "int64",
        "words": "int64",
        "first": "float64",
    },
    "roles": {
        "outlet": "str",
        "role": "str",
        "quotes": "int64",
        "n": "int64",
        "share": "float64",
        "low": "float64",
        "high": "float64",
        "status": "str",
    },
    "verbs": {
        "outlet": "str",
        "cue_lemma": "str",
        "cue_class": "str",
        "role": "str",
        "k": "int64",
    },
    "tone": {
        "outlet": "str",
        "article_id": "str",
        "measure": "str",
        "voice": "str",
        "value": "float64",
        "n": "int64",
        "low": "float64",
        "high": "float64",
        "status": "str",
    },
    "readability": {
        "outlet": "str",
        "article_id": "str",
        "measure": "str",
        "value": "float64",
        "n": "int64",
        "low": "float64",
        "high": "float64",
        "status": "str",
    },
    "evidence": {
        "article_id": "str",
        "outlet": "str",
        "sentence_id": "str",
        "left": "str",
        "node": "str",
        "right": "str",
        "start": "int64",
        "end": "int64",
        "voice": "str",
        "use": "str",
        "rule": "str",
        "block": "str",
        "counted": "bool",
        "quote_id": "str",
        "speaker": "str",
    },
}
"""Table name -> column name -> dtype. Missing text is ``nan``, a missing number ``nan``."""


def table(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    """Return the rows as a checked table, with every column even when there is no row."""
    frame = pd.DataFrame(rows, columns=pd.Index(COLUMNS[name]))
    return _schema(name).validate(frame)


def records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Return the rows of a table as dictionaries by column name."""
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


@cache
def _schema(name: str) -> DataFrameSchema:
    import pandera.pandas as pa  # noqa: PLC0415 -- a second of import, paid only when tables are made

    columns = {
        column: pa.Column(dtype, nullable=dtype in {"str", "float64"}, coerce=True)
        for column, dtype in COLUMNS[name].items()
    }
    return pa.DataFrameSchema(columns, strict=True, ordered=True)
