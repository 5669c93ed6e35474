"""The sides of a word list by outlet: the points of their charts and their numbers as words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.lexicons import Contrast
from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd


def alt(side: str, rows: pd.DataFrame, whose: str) -> str:
    """Return the numbers of a panel as words, for readers who do not see it."""
    counts = "; ".join(f"{o} {t}" for o, t in zip(rows["outlet"], rows["label"], strict=True))
    return f"{side}, {whose}: {counts}"


def points(contrast: Contrast, outlets: Sequence[str], voice: str) -> list[Point]:
    """Return one point per outlet and side, for the chart and for the lists below it."""
    return [
        Point(
            key=f"{side.id}|{outlet}",
            labels=(outlet, side.label),
            query=Query(
                title=f"{words.capital(side.label)}: {outlet}, {words.VOICES[voice]}",
                contrast=contrast.id,
                side=side.id,
                outlet=outlet,
                voice=None if voice == "all" else voice,
            ),
        )
        for side in contrast.sides
        for outlet in outlets
    ]
