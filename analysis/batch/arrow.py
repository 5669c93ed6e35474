"""Annotated articles -> Arrow tables with the columns of the data contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from analysis.schema import COLUMNS
from analysis.tables import TIDY
from analysis.types import AnnotatedArticle

_TYPES = {"str": pa.string(), "int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_()}

SCHEMAS: dict[str, pa.Schema] = {
    name: pa.schema([(column, _TYPES[dtype]) for column, dtype in COLUMNS[name].items()])
    for name in TIDY
}
"""Tidy table -> its columns and types; a missing value is null."""

ORDERS: dict[str, tuple[str, ...]] = {
    "measures": ("measure", "voice", "article_id"),
    "sentences": ("article_id", "start"),
}
"""Large tables -> what their rows are sorted by, so that those of one measure, or of one article,
stand together: a question reads only the groups of rows that they are in."""


def batches(articles: Sequence[AnnotatedArticle]) -> dict[str, pa.RecordBatch]:
    """Return the rows of every tidy table."""
    return {
        name: pa.RecordBatch.from_pylist(
            [
                {"article_id": each.article.id, "outlet": each.article.label, **row}
                for each in articles
                for row in rows(each)
            ],
            schema=SCHEMAS[name],
        )
        for name, rows in TIDY.items()
    }


def joined(parts: Sequence[Mapping[str, pa.RecordBatch]]) -> dict[str, pa.Table]:
    """Return the tables of several answers as one of each.

    Rows keep the order of the articles, except in the tables of ``ORDERS``.
    """
    return {
        name: ordered(name, pa.Table.from_batches([part[name] for part in parts], schema=schema))
        for name, schema in SCHEMAS.items()
    }


def ordered(name: str, table: pa.Table) -> pa.Table:
    """Return a table of this name with its rows in the order they are kept in."""
    columns = ORDERS.get(name)
    return table.sort_by([(column, "ascending") for column in columns]) if columns else table
