"""Tone and reading level: sentences as ticks, means per voice, formulas with their ranges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

MIN_SENTENCES = 10
"""Sentences below which no strip is drawn: most news sentences hold no scored word at all."""

CUT = 0.05
"""VADER's documented cut-off on its compound score: nearer to 0 counts as without tone."""


MAX_HOVER = 90
"""Characters of a sentence shown on hover."""


def ticks(sentences: pd.DataFrame, voice: str) -> pd.DataFrame:
    """Return the scored sentences of the article text, in one voice or all."""
    rows = sentences[sentences["tone"].notna() & ~sentences["block"].isin(["caption", "gallery"])]
    if voice != "all":
        rows = rows[rows["voice"] == voice]
    return rows.assign(
        key=rows["article_id"] + "|" + rows["sentence_id"],
        quoted=rows["voice"].isin(["quote", "mixed"]),
        hover=[
            f"{tone:+.2f}: {words.shortened(text, MAX_HOVER)}"
            for tone, text in zip(rows["tone"], rows["text"], strict=True)
        ],
    )


def drawn(rows: pd.DataFrame, outlets: Sequence[str]) -> tuple[pd.DataFrame, list[str], list[str]]:
    """Return the ticks to draw, the words at the end of each row, and the rows left out."""
    counts = {name: int((rows["outlet"] == name).sum()) for name in outlets}
    short = [name for name in outlets if counts[name] < MIN_SENTENCES]
    ends = [
        words.plural(counts[name], "sentence") + (", too few to draw" if name in short else "")
        for name in outlets
    ]
    return rows[~rows["outlet"].isin(short)], ends, short


def tick_points(rows: pd.DataFrame) -> list[Point]:
    """Return one point per sentence; its list entry is the score and the first words."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), f"{row['sentence_id']}  {row['hover'][:70]}"),
            query=Query(
                title=f"One sentence of {row['outlet']}, tone {row['tone']:+.2f}",
                sentence=(str(row["article_id"]), str(row["sentence_id"])),
            ),
        )
        for row in rows.to_dict("records")
    ]


def takeaway(rows: pd.DataFrame, outlets: Sequence[str]) -> str:
    """Return, per outlet, how many sentences hold more positive or more negative words."""
    texts = []
    for outlet in outlets:
        tones = rows.loc[rows["outlet"] == outlet, "tone"]
        if len(tones):
            plus, minus = int((tones >= CUT).sum()), int((tones <= -CUT).sum())
            texts.append(f"{outlet} {minus} negative and {plus} positive of {len(tones)}")
    return "Sentences by their vocabulary. " + "; ".join(texts) + "." if texts else "No sentences."


def by_voice(tone: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Return one row per article, measure and voice, the value written with range and n."""
    rows = tone[tone["measure"].isin(list(names))]
    return rows.assign(
        label=rows["measure"].map(names),
        whose=rows["voice"].map(words.VOICES),
        shown=[written(row, 3) for row in rows.to_dict("records")],
    )


def written(row: dict[str, float | str], digits: int) -> str:
    """Return a value with its range and n, or in words why there is none."""
    value, low, high = (float(row[key]) for key in ("value", "low", "high"))
    status = str(row["status"])
    if status not in {"ok", "zero"} or math.isnan(value):
        return f"{words.STATUSES[status]} (n = {row['n']})" if row["n"] else words.STATUSES[status]
    between = "" if math.isnan(low) else f" ({low:.{digits}f} to {high:.{digits}f})"
    return f"{value:.{digits}f}{between}"


def level_range(readability: pd.DataFrame, grades: Sequence[str]) -> str:
    """Return the span of the grade formulas per outlet as one sentence."""
    rows = readability[readability["measure"].isin(list(grades)) & (readability["status"] == "ok")]
    texts = [
        f"{outlet} {part['value'].min():.0f} to {part['value'].max():.0f}"
        for outlet, part in rows.groupby("outlet", sort=False)
    ]
    if not texts:
        return "Too little text for a reading level."
    return "Years of schooling, from the lowest to the highest formula: " + "; ".join(texts) + "."
