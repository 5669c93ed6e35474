"""Tone and reading level: sentences as ticks, means per voice, formulas with their ranges."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

MIN_SENTENCES = 10
"""Sentences below which no strip is drawn: most news sentences hold no scored word at all."""

CUT = 0.05
"""VADER's documented cut-off on its compound score: nearer to 0 counts as without tone."""


GRADES = (
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
)
"""Formulas on the scale of years of schooling; the two others have scales of their own."""

MAX_HOVER = 90
"""Characters of a sentence shown on hover."""


def ticks(sentences: pd.DataFrame, voice: str) -> pd.DataFrame:
    """Return the scored sentences of the article text, in one voice or all."""
    rows = sentences[sentences["tone"].notna() & ~sentences["block"].isin(["caption", "gallery"])]
    if voice != "all":
        rows = rows[rows["voice"] == voice]
    return rows.assign(
        key=rows["article_id"] + "|" + rows["sentence_id"],
        quoted=rows["voice"] != "outlet",
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


def shown_ticks(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences with the column names shown to readers."""
    names = {"outlet": "Outlet", "text": "Sentence", "voice": "Whose words", "tone": "Tone"}
    return rows.assign(voice=rows["voice"].map(words.VOICES))[list(names)].rename(columns=names)


def shown_by_voice(tone: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row per outlet and voice, a column per measure, each value with its range."""
    rows = tone[tone["measure"].isin(list(labels))]
    rows = rows.assign(
        Outlet=rows["outlet"],
        whose=rows["voice"].map(words.VOICES),
        label=rows["measure"].map(labels),
        shown=[written(row, 3) for row in rows.to_dict("records")],
        n=rows["n"].astype(str),
    )
    table = rows.pivot_table(
        index=["Outlet", "whose", "n"], columns="label", values="shown", aggfunc="first", sort=False
    )
    return table.reset_index().rename(columns={"whose": "Whose words", "n": "Sentences"})


def shown_readability(readability: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row per formula, a column per outlet, each value with its range."""
    rows = readability[readability["measure"].isin(list(labels))]
    rows = rows.assign(
        Formula=rows["measure"].map(labels),
        shown=[written(row, 1) for row in rows.to_dict("records")],
    )
    table = rows.pivot_table(
        index="Formula", columns="outlet", values="shown", aggfunc="first", sort=False
    )
    order = list(dict.fromkeys(rows["outlet"]))
    return table[order].reset_index().rename_axis(columns=None)


def written(row: dict[str, float | str], digits: int) -> str:
    """Return a value with its range and n, or in words why there is none."""
    value, low, high = (float(row[key]) for key in ("value", "low", "high"))
    status = str(row["status"])
    if status not in {"ok", "zero"} or math.isnan(value):
        return f"{words.STATUSES[status]} (n = {row['n']})" if row["n"] else words.STATUSES[status]
    between = "" if math.isnan(low) else f" ({low:.{digits}f} to {high:.{digits}f})"
    return f"{value:.{digits}f}{between}"


def level_range(readability: pd.DataFrame) -> str:
    """Return the span of the grade formulas per outlet as one sentence."""
    rows = readability[readability["measure"].isin(GRADES) & (readability["status"] == "ok")]
    texts = [
        f"{outlet} {part['value'].min():.0f} to {part['value'].max():.0f}"
        for outlet, part in rows.groupby("outlet", sort=False)
    ]
    if not texts:
        return "Too little text for a reading level."
    return "School grade, from the lowest to the highest formula: " + "; ".join(texts) + "."
