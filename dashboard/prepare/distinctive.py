"""Distinctive words: the rows to draw and to read, with the chance yardstick beside them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

MAX_DRAWN = 8
"""Words drawn per outlet; the table holds all of them."""

AXIS_TITLE = "distance from the other outlets (z)"


def rows(table: pd.DataFrame) -> pd.DataFrame:
    """Return the words with the texts shown beside them and the key of each point."""
    return table.assign(
        name=[
            f"{term} (name)" if is_name else term
            for term, is_name in zip(table["term"], table["is_name"], strict=True)
        ],
        label=[f"{k} against {rest}" for k, rest in zip(table["k"], table["k_rest"], strict=True)],
        key=table["outlet"] + "|" + table["term"],
    )


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
    if len(table) == 0:
        return (
            "No word is used three times or more, in two paragraphs or more, by one outlet in its "
            "own words and less by the others."
        )
    beyond = table[table["above_chance"]]
    counts = f"{len(beyond)} of {len(table)}"
    text = f"Beyond what chance alone reaches (z = {chance(table):.1f}): {counts}."
    named = [
        f"\u201c{term}\u201d {label} ({outlet})"
        for term, label, outlet in zip(
            beyond["term"], beyond["label"], beyond["outlet"], strict=True
        )
    ]
    return f"{text} {words.listed(named)}." if named else text


def caveat(table: pd.DataFrame) -> str:
    """Return what the yardstick rests on and whether the numbers speak of texts or outlets."""
    is_by_article = len(table) > 0 and table["unit"].iloc[0] == "article"
    note = words.DISTINCTIVE_NOTE.format(units="articles" if is_by_article else "paragraphs")
    return note if is_by_article else f"{note} Fewer than five articles an outlet: texts only."


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
