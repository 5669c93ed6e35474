"""Shared copy as rows: which two texts, how many words, whose credit, and the sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.schema import records
from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

MAX_PASSAGE = 300
"""Characters of a passage in the table; the sentences behind it are whole."""


def among(table: pd.DataFrame, outlets: Sequence[str]) -> pd.DataFrame:
    """Return the pairs of which both outlets are chosen."""
    chosen = list(outlets)
    return table[table["outlet"].isin(chosen) & table["other_outlet"].isin(chosen)]


def points(table: pd.DataFrame) -> list[Point]:
    """Return one point per pair and side, which opens the first shared sentence."""
    return [
        Point(
            key=f"{row['article_id']}|{row['other_article_id']}|{side}",
            labels=(f"{row['outlet']} and {row['other_outlet']}", str(row[f"{side}outlet"])),
            query=Query(
                title=f"Shared with another text: {row[f'{side}outlet']}",
                sentence=(
                    str(row[f"{side}article_id"]),
                    str(row[f"{side}sentence_ids"]).split(" ", 1)[0],
                ),
            ),
        )
        for row in records(table)
        for side in ("", "other_")
    ]


def shown(table: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs with the column names shown to readers."""
    names = {
        "outlet": "Outlet",
        "other_outlet": "and",
        "passages": "Passages",
        "words": "Words",
        "containment": "Share of the shorter text",
        "credit": "Agency named",
        "text": "The passage",
    }
    rows = table.assign(
        containment=[f"{share:.0%}" for share in table["containment"]],
        text=[words.shortened(str(each), MAX_PASSAGE) for each in table["text"]],
    )
    return rows[list(names)].rename(columns=names)
