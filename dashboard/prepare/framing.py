"""Framing: rows for the dots, the words found, where they stand, and one-sentence takeaways."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.lexicons import Contrast
from dashboard import words
from dashboard.query import Point, Query
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


def alt(side: str, rows: pd.DataFrame, whose: str) -> str:
    """Return the numbers of a panel as words, for readers who do not see it."""
    counts = "; ".join(f"{o} {t}" for o, t in zip(rows["outlet"], rows["label"], strict=True))
    return f"{side}, {whose}: {counts}"


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


def axis_end(frames: Sequence[pd.DataFrame], unit: Unit) -> float:
    """Return the end of the axis that all panels of a contrast share."""
    highest = max((float(h) for f in frames for h in f["high"] if not math.isnan(h)), default=0.0)
    if unit is Unit.SHARE:
        return min(1.0, max(SHARE_STEP, math.ceil(highest / SHARE_STEP) * SHARE_STEP))
    return max(1.0, float(math.ceil(highest)))


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


def takeaway(framing: pd.DataFrame, contrast: Contrast, voice: str) -> str:
    """Return the widest gap of a contrast as one sentence of counts."""
    labels = {side.id: side.label for side in contrast.sides}
    gaps = [gap for gap in (widest(rows) for rows in _by_side(framing, labels).values()) if gap]
    if not gaps:
        return "None of these words is used in the chosen texts, or there is too little text."
    side, most, least = max(gaps, key=lambda gap: gap[1].share - gap[2].share)
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


def found(terms: pd.DataFrame, contrast: Contrast, voice: str) -> pd.DataFrame:
    """Return the uses of a contrast's words in the article text, in one voice or all."""
    rows = terms[(terms["contrast"] == contrast.id) & ~terms["block"].isin(["caption", "gallery"])]
    return rows if voice == "all" else rows[rows["voice"] == voice]


def cells(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one line per word and outlet with the number of uses."""
    counts = rows.groupby(["side", "term", "outlet"], sort=False).size().rename("uses")
    result = counts.reset_index()
    return result.assign(
        key=[f"{t}|{o}" for t, o in zip(result["term"], result["outlet"], strict=True)],
        hover=[
            f"{o}: \u201c{t}\u201d {words.plural(k, 'time')} ({s})"
            for s, t, o, k in result.itertuples(index=False)
        ],
    )


def placed(rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the uses with their place in the article: 0 = first sentence, 1 = last."""
    body = sentences[~sentences["block"].isin(["caption", "gallery"])]
    last = (body.groupby("article_id")["article_id"].transform("size") - 1).clip(lower=1)
    place = body.assign(place=body.groupby("article_id").cumcount() / last)
    place = place[["article_id", "sentence_id", "place", "text"]]
    result = rows.merge(place, on=["article_id", "sentence_id"], suffixes=("", "_of_sentence"))
    return result.assign(
        key=result["article_id"] + "|" + result["sentence_id"],
        quoted=result["voice"] != "outlet",
        hover=result["text"] + " \u2013 " + result["voice"].map(words.VOICES),
    )


def rows_of(cells: pd.DataFrame, contrast: Contrast) -> list[str]:
    """Return the words found, side by side of the contrast."""
    order = [side.id for side in contrast.sides]
    ordered = cells.sort_values("side", key=lambda c: c.map(order.index), kind="stable")
    return list(dict.fromkeys(ordered["term"]))


def words_takeaway(cells: pd.DataFrame, contrast: Contrast) -> str:
    """Return how many of the listed words were found, and how often in all."""
    listed = len({term.lemma for term in contrast.terms})
    found = cells["term"].nunique()
    uses = words.plural(int(cells["uses"].sum()), "time")
    return f"{found} of {listed} listed words are found, {uses} in all."


def cell_points(cells: pd.DataFrame, contrast: Contrast, voice: str) -> list[Point]:
    """Return one point per word and outlet."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), str(row["term"])),
            query=Query(
                title=f"\u201c{row['term']}\u201d in {row['outlet']}, {words.VOICES[voice]}",
                contrast=contrast.id,
                term=str(row["term"]),
                outlet=str(row["outlet"]),
                voice=None if voice == "all" else voice,
            ),
        )
        for row in cells.to_dict("records")
    ]


def shown_cells(cells: pd.DataFrame, contrast: Contrast) -> pd.DataFrame:
    """Return the words and their uses with the column names shown to readers."""
    labels = {side.id: side.label for side in contrast.sides}
    names = {"side": "Words for", "term": "Word", "outlet": "Outlet", "uses": "Uses"}
    return cells.assign(side=cells["side"].map(labels))[list(names)].rename(columns=names)


def where_takeaway(ticks: pd.DataFrame) -> str:
    """Return where the first use stands in each article, in tenths of the text."""
    first = ticks.groupby("outlet", sort=False)["place"].min()
    if len(first) == 0:
        return "None of these words is used in the chosen texts."
    places = "; ".join(f"{outlet} {place:.0%}" for outlet, place in first.items())
    return f"First use, as a share of the way through the article: {places}."


def tick_points(ticks: pd.DataFrame) -> list[Point]:
    """Return one point per use, for its sentence."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), f"{number}: {row['text']} ({row['place']:.0%})"),
            query=Query(
                title=f"\u201c{row['text']}\u201d in {row['outlet']}",
                sentence=(str(row["article_id"]), str(row["sentence_id"])),
            ),
        )
        for number, row in enumerate(ticks.to_dict("records"), start=1)
    ]


def shown_ticks(ticks: pd.DataFrame, contrast: Contrast) -> pd.DataFrame:
    """Return the uses in text order with the column names shown to readers."""
    labels = {side.id: side.label for side in contrast.sides}
    names = {
        "outlet": "Outlet",
        "place": "Place (0 = start)",
        "text": "Words",
        "side": "Words for",
        "voice": "Whose words",
    }
    shown = ticks.assign(
        side=ticks["side"].map(labels),
        voice=ticks["voice"].map(words.VOICES),
        place=ticks["place"].round(2),
    )
    return shown[list(names)].rename(columns=names)


def _by_side(framing: pd.DataFrame, sides: dict[str, str]) -> dict[str, pd.DataFrame]:
    return {side: framing[framing["side"] == side] for side in sides}


def _label(row: dict[str, object], unit: Unit) -> str:
    status = row["status"]
    if status not in {"ok", "zero", "too_few"}:
        return words.STATUSES["not_measured" if status != "not_applicable" else "not_applicable"]
    counts = {
        Unit.SHARE: "{k:.0f} of {n:.0f}",
        Unit.COUNT: "{hits:.0f}",
        Unit.RATE: "{hits:.0f} in {words:,.0f} words",
    }[unit].format(**row)
    return f"{counts}, too few to compare" if status not in _USABLE[unit] else counts
