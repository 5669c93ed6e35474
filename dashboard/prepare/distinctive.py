"""Distinctive words: the rows to draw and to read, with the chance yardstick beside them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis import distinctive_words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

MAX_DRAWN = 8
"""Words drawn per outlet; the table holds all of them."""

AXIS_TITLE = "distance from the other outlets (z)"


def rows(table: pd.DataFrame) -> pd.DataFrame:
    """Return the words with the texts shown beside them and the key of each point."""
    return distinctive_words.named(table).assign(key=table["outlet"] + "|" + table["term"])


def by_outlet(table: pd.DataFrame, outlets: list[str]) -> dict[str, pd.DataFrame]:
    """Return, per outlet with any such word, its first words in the order of the table."""
    found = {outlet: table[table["outlet"] == outlet].head(MAX_DRAWN) for outlet in outlets}
    return {outlet: part for outlet, part in found.items() if len(part)}


def axis_end(table: pd.DataFrame) -> float:
    """Return the end of the axis that all panels share, beyond the yardstick."""
    return float(math.ceil(max(table["z"].max(), table["chance_z"].max()) + 0.25))


def chance(table: pd.DataFrame) -> float:
    """Return the yardstick: one for the whole story."""
    return float(table["chance_z"].iloc[0])


def takeaway(table: pd.DataFrame) -> str:
    """Return how many words lie beyond what chance alone reaches, and which."""
    return distinctive_words.takeaway(table)


def caveat(table: pd.DataFrame) -> str:
    """Return what marks and line stand for, and whether texts or outlets are spoken of."""
    return f"A filled mark lies beyond the dashed line. {distinctive_words.caveat(table)}"


def alt(part: pd.DataFrame) -> str:
    """Return the numbers of a panel as words, for readers who do not see it."""
    return "; ".join(
        f"{name} {label}, z {z:.1f}"
        for name, label, z in zip(part["name"], part["label"], part["z"], strict=True)
    )


def points(table: pd.DataFrame) -> list[Point]:
    """Return one point per word and outlet, for the chart and for the lists below it."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), str(row["name"])),
            query=Query(
                title=(
                    f"\u201c{row['term']}\u201d in {row['outlet']}, the outlet's own words: "
                    f"{row['label']} elsewhere"
                ),
                word=str(row["term"]),
                outlet=str(row["outlet"]),
            ),
        )
        for row in table.to_dict("records")
    ]


def shown(table: pd.DataFrame) -> pd.DataFrame:
    """Return the words with the column names shown to readers, the yardstick beside each."""
    names = {
        "outlet": "Outlet",
        "name": "Word",
        "label": "Uses here against elsewhere",
        "paragraphs": "Paragraphs",
        "log_odds": "Log-odds",
        "low": "From",
        "high": "To",
        "z": "z",
        "chance_z": "Chance alone reaches z",
    }
    if table["p_adjusted"].notna().any():
        names["p_adjusted"] = "p, adjusted for the number of words"
    return table[list(names)].round(2).rename(columns=names)
