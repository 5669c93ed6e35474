"""The table of distinctive words -> the words that readers see, on pages and in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.compare.units import ARTICLE
from analysis.notes import DISTINCTIVE_NOTE
from analysis.vocabulary import listed

if TYPE_CHECKING:
    import pandas as pd

NONE = (
    "No word is used three times or more, in two paragraphs or more, by one outlet in its "
    "own words and less by the others."
)


def named(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with ``name``, the word as shown, and ``label``, its counts in words."""
    return table.assign(
        name=[
            f"{term} (name)" if is_name else term
            for term, is_name in zip(table["term"], table["is_name"], strict=True)
        ],
        label=[f"{k} against {rest}" for k, rest in zip(table["k"], table["k_rest"], strict=True)],
    )


def takeaway(table: pd.DataFrame) -> str:
    """Return how many words lie beyond what chance alone reaches, and which.

    ``table`` is as ``named`` returns it.
    """
    if len(table) == 0:
        return NONE
    beyond = table[table["above_chance"]]
    chance = float(table["chance_z"].iloc[0])
    text = f"Beyond what chance alone reaches (z = {chance:.1f}): {len(beyond)} of {len(table)}."
    found = [
        f"\u201c{term}\u201d {label} ({outlet})"
        for term, label, outlet in zip(
            beyond["term"], beyond["label"], beyond["outlet"], strict=True
        )
    ]
    return f"{text} {listed(found)}." if found else text


def caveat(table: pd.DataFrame) -> str:
    """Return what the yardstick rests on and whether the numbers speak of texts or outlets."""
    is_by_article = len(table) > 0 and table["unit"].iloc[0] == ARTICLE
    note = DISTINCTIVE_NOTE.format(units="articles" if is_by_article else "paragraphs")
    return note if is_by_article else f"{note} Fewer than five articles an outlet: texts only."
