"""Names for the same thing: label by outlet and voice, points, takeaway, and what was changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.compare.labels import several_ways
from analysis.library import Edit, EditKind
from analysis.schema import records
from dashboard import words, words_labels
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

ALL = "all"

MAX_ROWS = 20
"""Labels drawn; the table beside the picture holds all of them."""

_VOICES = ("outlet", "paraphrase", "quote")


def options(counts: pd.DataFrame) -> dict[str, str]:
    """Return referent -> what the list shows of it, those named most often first.

    Left out is what the chosen outlets name in one way only.
    """
    return {
        str(row["referent"]): (
            f"{row['referent']} \u2013 {row['labels']} ways, "
            f"{words.plural(int(str(row['outlets'])), 'outlet')}"
        )
        for row in records(several_ways(counts))
    }


def cells(counts: pd.DataFrame, referent: str, voice: str) -> pd.DataFrame:
    """Return one line per label and outlet of a referent, in one voice or all."""
    rows = counts[(counts["referent"] == referent) & (counts["voice"] == voice)]
    keys = [
        f"{label}|{outlet}" for label, outlet in zip(rows["label"], rows["outlet"], strict=True)
    ]
    hover = [
        f"{row['outlet']}: \u201c{row['label']}\u201d {words.plural(int(str(row['k'])), 'time')}"
        for row in records(rows)
    ]
    return rows.assign(key=keys, hover=hover)


def rows_of(cells: pd.DataFrame) -> list[str]:
    """Return the labels, those used most often first."""
    sums = cells.groupby("label")["k"].sum().reset_index()
    ordered = sums.sort_values(["k", "label"], ascending=[False, True], kind="stable")
    return [str(label) for label in ordered["label"]]


def takeaway(cells: pd.DataFrame, referent: str, outlets: Sequence[str], voice: str) -> str:
    """Return the widest difference between two outlets as one sentence of counts."""
    if len(cells) == 0:
        return f"Nothing names {referent} in {words.VOICES[voice]} of the chosen texts."
    scope = "" if voice == ALL else f" Counted: {words.VOICES[voice]}."
    found: dict[str, dict[str, int]] = {}
    for row in records(cells):
        times = found.setdefault(str(row["label"]), dict.fromkeys(outlets, 0))
        times[str(row["outlet"])] = int(str(row["k"]))
    label = max(sorted(found), key=lambda each: _gap(found[each]))
    times = found[label]
    most, least = max(times, key=times.__getitem__), min(times, key=times.__getitem__)
    first = f"{most} says \u201c{label}\u201d {words.plural(times[most], 'time')}"
    ways = f" Ways to name {referent}, in all: {len(found)}."
    if times[most] == times[least]:
        return f"{first}, as often as every chosen outlet.{ways}{scope}"
    second = words.plural(times[least], "time") if times[least] else "never"
    return f"{first}; {least} {second}.{ways}{scope}"


def _gap(times: Mapping[str, int]) -> int:
    return max(times.values()) - min(times.values())


def points(cells: pd.DataFrame, referent: str, voice: str) -> list[Point]:
    """Return one point per label and outlet."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), str(row["label"])),
            query=Query(
                title=f"\u201c{row['label']}\u201d for {referent}: {row['outlet']}, "
                f"{words.VOICES[voice]}",
                referent=referent,
                label=str(row["label"]),
                outlet=str(row["outlet"]),
                voice=None if voice == ALL else voice,
            ),
        )
        for row in records(cells)
    ]


def shown(counts: pd.DataFrame, referent: str) -> pd.DataFrame:
    """Return label by outlet, each voice in a column, with the names shown to readers."""
    rows = counts[(counts["referent"] == referent) & (counts["voice"] != ALL)]
    # A voice is called "outlet", as the column is: the readers' names keep them apart.
    heads = {voice: words.capital(words.VOICES[voice]) for voice in _VOICES}
    rows = rows.assign(voice=rows["voice"].map(heads), form=rows["form"].map(words_labels.FORMS))
    keys = ["label", "form", "outlet", "n"]
    wide = rows.pivot_table(index=keys, columns="voice", values="k", aggfunc="sum")
    wide = wide.reindex(columns=list(heads.values())).fillna(0).astype("int64").reset_index()
    wide = wide.assign(times=wide[list(heads.values())].sum(axis=1))
    wide = wide.sort_values(["times", "label", "outlet"], ascending=[False, True, True])
    names = {
        "label": "Named as",
        "outlet": "Outlet",
        "times": "Times",
        "n": "Of all its names",
        **{head: head for head in heads.values()},
        "form": "Form",
    }
    return wide[list(names)].rename(columns=names)


def loose(labels: pd.DataFrame) -> list[str]:
    """Return the phrases that are in no group, those used most often first, then by name."""
    lower = labels[labels["referent"].isna()]["label"].str.lower()
    counts = lower.value_counts().reset_index()
    ordered = counts.sort_values(["count", "label"], ascending=[False, True], kind="stable")
    return [str(label) for label in ordered["label"]]


def edit_lines(edits: Iterable[Edit]) -> list[tuple[int, str]]:
    """Return (id, what was decided in plain words) of readers' edits."""
    return [(each.id, _line(each)) for each in edits]


def _line(edit: Edit) -> str:
    what = json.loads(edit.key)[0]
    if edit.kind is EditKind.REFERENT_NAME:
        return f"\u201c{what}\u201d is now called \u201c{edit.value}\u201d"
    if not edit.value:
        return f"\u201c{what}\u201d names none of them"
    return f"\u201c{what}\u201d names {edit.value}"
