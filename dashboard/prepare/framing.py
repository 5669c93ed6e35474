"""Framing: rows for the dots, the words found, where they stand, and one-sentence takeaways."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.lexicons import Contrast
from dashboard import words
from dashboard.state import Unit

SHARE_STEP = 0.1
"""Share axes end at a whole tenth, so that panels of one contrast compare."""

_UNITS = {
    Unit.SHARE: ("share", "low", "high"),
    Unit.COUNT: ("hits", None, None),
    Unit.RATE: ("rate", "rate_low", "rate_high"),
}

_USABLE = {
    Unit.SHARE: ("ok", "zero"),
    Unit.COUNT: ("ok", "zero", "too_few"),  # a count is a count, however short the text
    Unit.RATE: ("ok", "zero"),
}

AXIS_TITLES = {
    Unit.SHARE: "share of sentences (k of n)",
    Unit.COUNT: "number of uses",
    Unit.RATE: "uses per 1,000 words",
}


@dataclass(frozen=True, slots=True)
class Usage:
    """How often one outlet uses one side: the row behind one dot."""

    outlet: str
    k: int
    n: int
    low: float
    high: float
    status: str

    @property
    def share(self) -> float:
        """Return k of n as a share in [0, 1]."""
        return self.k / self.n if self.n else math.nan


def dots(framing: pd.DataFrame, outlets: Sequence[str], unit: Unit) -> pd.DataFrame:
    """Return one row per outlet: name, position, range and counts in words.

    ``framing`` holds the rows of one contrast, side and voice. Too few sentences, or
    none, leave the position undefined; the label says so.
    """
    value, low, high = _UNITS[unit]
    rows = framing.set_index("outlet").reindex(list(outlets))
    usable = rows["status"].isin(_USABLE[unit])
    result = rows.assign(
        outlet=rows.index,
        value=rows[value].astype("float64").where(usable),
        low=(rows[low] if low else rows[value].astype("float64")).where(usable),
        high=(rows[high] if high else rows[value].astype("float64")).where(usable),
        label=[_label(row, unit) for row in rows.to_dict("records")],
    )
    return result.reset_index(drop=True)[["outlet", "value", "low", "high", "label"]]


@dataclass(frozen=True, slots=True)
class Lists:
    """The contrasts to choose from, and those whose words the story does not hold."""

    found: tuple[Contrast, ...]
    missing: tuple[Contrast, ...]


def lists_of(
    framing: pd.DataFrame, contrasts: Iterable[Contrast], asked: Collection[str] = ()
) -> Lists:
    """Return the contrasts that were looked for in the story, most uses first.

    ``framing`` holds all outlets of the story, so that the choice does not change with the
    filters. A reader's own list is always there to choose, and so are ``asked``, the ids
    that a link names: that their words are not used is a finding.
    """
    rows = framing[framing["voice"] == "all"]
    uses = rows.groupby("contrast")["hits"].sum().to_dict()
    searched = [each for each in contrasts if each.id in uses]
    found = [e for e in searched if uses[e.id] or e.is_own or e.id in asked]
    found.sort(key=lambda each: -uses[each.id])
    return Lists(tuple(found), tuple(each for each in searched if each not in found))


def of_contrast(framing: pd.DataFrame, contrast: Contrast, voice: str) -> pd.DataFrame:
    """Return the rows of one contrast, counted in one voice or in all words."""
    return framing[(framing["contrast"] == contrast.id) & (framing["voice"] == voice)]


def dots_by_side(
    framing: pd.DataFrame, contrast: Contrast, outlets: Sequence[str], unit: Unit
) -> dict[str, pd.DataFrame]:
    """Return the dots of each side of a contrast, each with the key of its point."""
    return {
        side.id: dots(framing[framing["side"] == side.id], outlets, unit).assign(
            key=[f"{side.id}|{outlet}" for outlet in outlets]
        )
        for side in contrast.sides
    }


def shown(by_side: dict[str, pd.DataFrame], contrast: Contrast) -> pd.DataFrame:
    """Return the numbers of all panels with the column names shown to readers."""
    labels = {side.id: side.label for side in contrast.sides}
    rows = pd.concat([rows.assign(side=labels[side]) for side, rows in by_side.items()])
    names = {
        "side": "Words for",
        "outlet": "Outlet",
        "label": "Counts",
        "low": "From",
        "high": "To",
    }
    return rows[list(names)].round(3).rename(columns=names)


def own_account(
    framing: pd.DataFrame, contrast: Contrast, outlets: Sequence[str]
) -> list[list[str]]:
    """Return a line per outlet: its name, and per side how often its own words use it."""
    rows = of_contrast(framing, contrast, "outlet").to_dict("records")
    told = {(row["outlet"], row["side"]): _label(row, Unit.SHARE) for row in rows}
    missing = words.STATUSES["not_measured"]
    return [
        [outlet, *(told.get((outlet, side.id), missing) for side in contrast.sides)]
        for outlet in outlets
    ]


def axis_end(frames: Sequence[pd.DataFrame], unit: Unit) -> float:
    """Return the end of the axis that all panels of a contrast share."""
    highest = max((float(h) for f in frames for h in f["high"] if not math.isnan(h)), default=0.0)
    if unit is Unit.SHARE:
        return min(1.0, max(SHARE_STEP, math.ceil(highest / SHARE_STEP) * SHARE_STEP))
    return max(1.0, float(math.ceil(highest)))


def takeaway(framing: pd.DataFrame, contrast: Contrast, voice: str) -> str:
    """Return the widest gap of a contrast as one sentence of counts."""
    labels = {side.id: side.label for side in contrast.sides}
    gaps = [gap for gap in (widest(rows) for rows in _by_side(framing, labels).values()) if gap]
    if not gaps:
        return "None of these words is used in the chosen texts, or there is too little text."
    side, most, least = max(gaps, key=lambda gap: gap_size(*gap[1:]))
    return sentence(labels[side], most, least, voice)


def widest(framing: pd.DataFrame) -> tuple[str, Usage, Usage] | None:
    """Return the side of the rows and its two outlets furthest apart; ``None`` if all are 0."""
    rows = framing[framing["status"].isin(["ok", "zero"])]
    if len(rows) == 0 or not rows["k"].any():
        return None
    usages = [
        Usage(row["outlet"], row["k"], row["n"], row["low"], row["high"], row["status"])
        for row in rows.to_dict("records")
    ]
    return (
        str(rows["side"].iloc[0]),
        max(usages, key=lambda usage: usage.share),
        min(usages, key=lambda usage: usage.share),
    )


def gap_size(most: Usage, least: Usage) -> tuple[bool, float]:
    """Return what gaps are compared by: ranges apart first, then the distance in shares."""
    return least.high < most.low, most.share - least.share


def sentence(side: str, most: Usage, least: Usage, voice: str) -> str:
    """Return the counts of two outlets for one side, and whether their ranges overlap."""
    scope = "" if voice == "all" else f" Counted: {words.VOICES[voice]}."
    first = f"{most.outlet} uses {side} in {most.k} of {most.n} sentences"
    if most.outlet == least.outlet:
        return f"{first}.{scope}"
    text = f"{first}; {least.outlet} in {least.k} of {least.n}."
    if least.high >= most.low:
        text += " The ranges overlap: similar in these texts."
    return text + scope


def _by_side(framing: pd.DataFrame, sides: dict[str, str]) -> dict[str, pd.DataFrame]:
    return {side: framing[framing["side"] == side] for side in sides}


def _label(row: Mapping[Hashable, object], unit: Unit) -> str:
    status = row["status"]
    if status not in {"ok", "zero", "too_few"}:
        return words.STATUSES["not_measured" if status != "not_applicable" else "not_applicable"]
    counts = {
        Unit.SHARE: f"{row['k']:.0f} of {row['n']:.0f}",
        Unit.COUNT: f"{row['hits']:.0f}",
        Unit.RATE: f"{row['hits']:.0f} in {row['words']:,.0f} words",
    }[unit]
    return f"{counts}, too few to compare" if status not in _USABLE[unit] else counts
