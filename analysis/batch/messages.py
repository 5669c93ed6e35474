"""What crosses between processes and machines: plain JSON and Arrow, never pickled objects."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from analysis.types import Article, Basis

_FIELDS = tuple(field.name for field in fields(Article) if field.name != "layout")
"""Rows of tables have no layout: it is what the markup of a page says."""


def article_line(article: Article) -> str:
    """Return the article as one line of JSON, the same on every machine."""
    row = {name: getattr(article, name) for name in _FIELDS}
    return json.dumps(row, ensure_ascii=True)


def article_of(line: str) -> Article:
    """Return the article that ``article_line`` wrote."""
    row = json.loads(line)
    for basis in ("outlet_basis", "published_basis"):
        row[basis] = Basis(row[basis])
    return Article(**row)


@dataclass(frozen=True, slots=True)
class SetAside:
    """An article that could not be analysed, by its number in the partition, and why."""

    number: int
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one partition: written last, so it also says that the tables are whole."""

    key: str
    articles: int
    set_aside: tuple[SetAside, ...]
    rows: Mapping[str, int]
    """Rows written, by table."""

    def to_json(self) -> str:
        """Return the record as JSON, the same on every machine."""
        aside = [
            {name: getattr(each, name) for name in SetAside.__slots__} for each in self.set_aside
        ]
        row = {"key": self.key, "articles": self.articles, "set_aside": aside, "rows": self.rows}
        return json.dumps(row, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Record:
        """Return the record that ``to_json`` wrote."""
        row: dict[str, Any] = json.loads(text)
        aside = tuple(SetAside(**each) for each in row["set_aside"])
        return cls(row["key"], row["articles"], aside, row["rows"])
