"""Certainty and loaded words: rates for the dots, the words found, and one-sentence takeaways."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence

import pandas as pd

from analysis.lexicons import Contrast
from dashboard import words

_USABLE = ("ok", "zero")

AXIS_TITLE = "uses per 1,000 words"

AXIS_STEP = 5
"""The axis ends at a whole five per 1,000 words, so that panels of one list compare."""


def of_list(rates: pd.DataFrame, wording: Contrast, voice: str) -> pd.DataFrame:
    """Return the rates of one list, counted in one voice or in all words."""
    return rates[(rates["list"] == wording.id) & (rates["voice"] == voice)]


def dots_by_kind(
    rates: pd.DataFrame, wording: Contrast, outlets: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """Return, per kind, one row per outlet: rate, range, counts in words, key of its point.

    Too few words, or none, leave the position undefined; the label says so.
    """
    return {
        side.id: _dots(rates[rates["kind"] == side.id], outlets).assign(
            key=[f"{side.id}|{outlet}" for outlet in outlets]
        )
        for side in wording.sides
    }


def _dots(rates: pd.DataFrame, outlets: Sequence[str]) -> pd.DataFrame:
    rows = rates.set_index("outlet").reindex(list(outlets))
    usable = rows["status"].isin(_USABLE)
    result = rows.assign(
        outlet=rows.index,
        value=rows["rate"].where(usable),
        low=rows["low"].where(usable),
        high=rows["high"].where(usable),
        label=[_label(row) for row in rows.to_dict("records")],
    )
    return result.reset_index(drop=True)[["outlet", "value", "low", "high", "label"]]


def _label(row: Mapping[Hashable, object]) -> str:
    status = row["status"]
    if status not in {*_USABLE, "too_few"}:
        return words.STATUSES["not_applicable" if status == "not_applicable" else "not_measured"]
    counts = f"{row['k']:.0f} in {row['n']:,.0f} words"
    return f"{counts}, too few to compare" if status == "too_few" else counts


def axis_end(frames: Sequence[pd.DataFrame]) -> float:
    """Return the end of the axis that all panels of a list share."""
    highest = max((float(h) for f in frames for h in f["high"] if not math.isnan(h)), default=0.0)
    return max(float(AXIS_STEP), math.ceil(highest / AXIS_STEP) * float(AXIS_STEP))


def takeaway(rates: pd.DataFrame, wording: Contrast, voice: str) -> str:
    """Return the two outlets furthest apart in one kind, as counts, and whether ranges overlap."""
    labels = {side.id: side.label for side in wording.sides}
    usable = rates[rates["status"].isin(_USABLE)]
    used = [rows for _, rows in usable.groupby("kind", sort=False) if rows["k"].any()]
    if not used:
        return "None of these words is used in the chosen texts, or there is too little text."
    most, least = max((_ends(rows) for rows in used), key=_gap)
    label = words.capital(labels[str(most["kind"])])
    text = f"{label}. {_counts(most)}"
    if most["outlet"] != least["outlet"]:
        text += f"; {_counts(least)}."
        text += " The ranges overlap: similar in these texts." if _overlap(most, least) else ""
    else:
        text += "."
    return text if voice == "all" else f"{text} Counted: {words.VOICES[voice]}."


_Row = dict[Hashable, object]


def _ends(rows: pd.DataFrame) -> tuple[_Row, _Row]:
    ordered = rows.sort_values("rate", kind="stable").to_dict("records")
    return ordered[-1], ordered[0]


def _gap(ends: tuple[_Row, _Row]) -> tuple[bool, float]:
    """Return what gaps are compared by: ranges apart first, then the distance in rates."""
    most, least = ends
    return not _overlap(most, least), float(str(most["rate"])) - float(str(least["rate"]))


def _overlap(most: _Row, least: _Row) -> bool:
    return float(str(least["high"])) >= float(str(most["low"]))


def _counts(row: _Row) -> str:
    return f"{row['outlet']} {row['k']} in {row['n']:,} words"


def shown(by_kind: Mapping[str, pd.DataFrame], wording: Contrast) -> pd.DataFrame:
    """Return the numbers of all panels with the column names shown to readers."""
    labels = {side.id: side.label for side in wording.sides}
    names = {"kind": "Kind", "outlet": "Outlet", "label": "Counts", "low": "From", "high": "To"}
    rows = pd.concat([rows.assign(kind=labels[kind]) for kind, rows in by_kind.items()])
    return rows[list(names)].round(1).rename(columns=names)


def as_terms(wordings: pd.DataFrame) -> pd.DataFrame:
    """Return the uses with the column names of the table ``terms``: a kind is a side."""
    return wordings.rename(columns={"list": "contrast", "kind": "side"})
