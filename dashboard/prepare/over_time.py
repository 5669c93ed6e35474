"""A series of outlets over time -> marks, points, the table shown, and the words beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.units import ARTICLE
from analysis.corpus import Period
from analysis.vocabulary import day_words
from dashboard import words
from dashboard import words_corpus as said
from dashboard.prepare.followed import Followed
from dashboard.query import Point, Query

if TYPE_CHECKING:
    from collections.abc import Hashable

MAX_STEPS = 260
"""Steps in time shown at once: five years of weeks."""

USUAL_STEPS = 120
"""Steps above which a page opens with a longer step: more run into one another."""

RANGES_SHOWN = 0.95
"""Share of the ranges resting on articles that the value axis holds whole."""

_DAYS = {Period.WEEK: 7, Period.MONTH: 31, Period.YEAR: 366}
"""Most days from one step to the next."""


def usual_step(span: tuple[date, date] | None) -> Period:
    """Return the shortest step in which the days of a batch are few enough to be told apart."""
    days = (span[1] - span[0]).days if span else 0
    return next((p for p in Period if days / _DAYS[p] <= USUAL_STEPS), Period.YEAR)


def step_name(first: object, period: Period) -> str:
    """Return "week of 11 March 2024", "March 2024" or "2024"; unknown dates say so."""
    if not isinstance(first, str):
        return said.UNDATED
    day = date.fromisoformat(first)
    return {
        Period.WEEK: f"week of {day_words(day)}",
        Period.MONTH: f"{day:%B} {day.year}",
        Period.YEAR: str(day.year),
    }[period]


def of_outlets(series: pd.DataFrame, outlets: Sequence[str], period: Period) -> pd.DataFrame:
    """Return the rows of the outlets, in their order, with names, counts in words and keys.

    Only the newest ``MAX_STEPS`` steps are kept; rows without a date come last in an outlet.
    """
    rows = series[series["outlet"].isin(outlets)]
    newest = sorted(set(rows["period"].dropna()))[-MAX_STEPS:]
    rows = rows[rows["period"].isna() | rows["period"].isin(newest)]
    place = {name: number for number, name in enumerate(outlets)}
    rows = rows.sort_values("outlet", key=lambda names: names.map(place), kind="stable")
    return rows.assign(
        k=(rows["value"] * rows["n"]).round().astype("int64"),
        step=[step_name(first, period) for first in rows["period"]],
        few=rows["unit"] != ARTICLE,
        key=rows["outlet"] + "|" + rows["period"].fillna(""),
    )


def is_older(series: pd.DataFrame, outlets: Sequence[str]) -> bool:
    """Return whether the outlets have more steps than are shown."""
    return series.loc[series["outlet"].isin(outlets), "period"].nunique() > MAX_STEPS


def drawn(rows: pd.DataFrame, followed: Followed, period: Period) -> pd.DataFrame:
    """Return the dated rows with what is said on hover, and a gap where steps are left out."""
    dated = rows[rows["period"].notna()]
    dated = dated.assign(
        hover=[
            f"{row['outlet']}, {row['step']}: {counts(row, followed)}"
            for row in dated.to_dict("records")
        ]
    )
    days = pd.Series(
        [date.fromisoformat(first).toordinal() for first in dated["period"]], dated.index, int
    )
    is_gap = days.groupby(dated["outlet"]).diff() > _DAYS[period]
    gaps = dated[is_gap].assign(
        # The day before: it has no value, so it only breaks the line.
        period=[date.fromordinal(int(day) - 1).isoformat() for day in days[is_gap]],
        **dict.fromkeys(("value", "low", "high"), float("nan")),
        key="",
        hover="",
    )
    whole = pd.concat([dated, gaps]) if len(gaps) else dated
    return whole.sort_values("period", kind="stable")


def counts(row: Mapping[Hashable, object], followed: Followed) -> str:
    """Return the number of a row with what it rests on, in words."""
    n, articles = int(str(row["n"])), words.plural(int(str(row["articles"])), "article")
    value = float(str(row["value"]))
    if followed.is_share:
        return f"{row['k']:,} of {words.plural(n, 'sentence')} ({value:.1%}), {articles}"
    return f"{value:.1%} of a sentence on average, {words.plural(n, 'sentence')}, {articles}"


def points(rows: pd.DataFrame, followed: Followed, whose: str) -> list[Point]:
    """Return one point per number, those without a date too."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), words.capital(str(row["step"]))),
            query=Query(
                title=f"{followed.label}, {whose}. {row['outlet']}, {row['step']}: "
                f"{counts(row, followed)}",
                outlet=str(row["outlet"]),
                since=str(row["period"]) if isinstance(row["period"], str) else "",
            ),
        )
        for row in rows.to_dict("records")
    ]


def shown(rows: pd.DataFrame, followed: Followed, period: Period) -> pd.DataFrame:
    """Return every number with the column names shown to readers."""
    table = pd.DataFrame(
        {
            "Outlet": rows["outlet"],
            period.value.capitalize(): rows["step"].map(words.capital),
            "Articles": rows["articles"],
            "Sentences": rows["n"],
            **({"With a word": rows["k"]} if followed.is_share else {}),
            "Share": rows["value"].map(_percent),
            "From": rows["low"].map(_percent),
            "To": rows["high"].map(_percent),
            "Unit of the range": rows["unit"].where(rows["low"].notna(), "none"),
        }
    )
    return table.reset_index(drop=True)


def _percent(value: float) -> str | None:
    return None if pd.isna(value) else f"{value:.2%}"


def top(rows: pd.DataFrame) -> float:
    """Return the end of the value axis: above all values, and above nearly every range.

    The ranges of few articles are wide: with all of them in the picture, the rest is flat.
    """
    dated = rows[rows["period"].notna()]
    ranges = dated.loc[~dated["few"], "high"].quantile(RANGES_SHOWN)
    highest = pd.Series([dated["value"].max(), ranges, 0.0]).max()
    return min(1.0, max(0.01, float(highest) * 1.05))


def cut(rows: pd.DataFrame, end: float) -> int:
    """Return how many ranges leave the picture at the top."""
    return int((rows.loc[rows["period"].notna(), "high"] > end).sum())


def totals(rows: pd.DataFrame, outlets: Sequence[str]) -> dict[str, tuple[int, int, int]]:
    """Return (k, sentences, articles) of each outlet over all steps that are shown."""
    found = {name: rows[rows["outlet"] == name] for name in outlets}
    return {
        name: (int(part["k"].sum()), int(part["n"].sum()), int(part["articles"].sum()))
        for name, part in found.items()
        if len(part)
    }


def ends(rows: pd.DataFrame, outlets: Sequence[str]) -> list[str]:
    """Return the words at the right end of each panel."""
    found = totals(rows, outlets)
    return [words.plural(found.get(name, (0, 0, 0))[2], "article") for name in outlets]


def takeaway(rows: pd.DataFrame, outlets: Sequence[str], followed: Followed, whose: str) -> str:
    """Return the sentence above the figure: counts of all steps together, nothing else."""
    told = [
        f"{name}: {f'{k:,} of ' if followed.is_share else ''}{words.plural(n, 'sentence')} "
        f"in {words.plural(articles, 'article')}"
        for name, (k, n, articles) in totals(rows, outlets).items()
    ]
    what = f"Sentences with {followed.words}" if followed.is_share else followed.label
    return f"{what}, {whose}, all dates together: {'; '.join(told)}."


def alt(rows: pd.DataFrame, outlets: Sequence[str], followed: Followed) -> str:
    """Return what the figure says, outlet by outlet: how many steps, lowest and highest."""
    dated = rows[rows["period"].notna()]
    told = [_told(name, dated[dated["outlet"] == name], followed) for name in outlets]
    return f"{followed.label}, one panel per outlet. {' '.join(told)}"


def _told(name: str, rows: pd.DataFrame, followed: Followed) -> str:
    if not len(rows):
        return f"{name}: no number."
    steps = sorted(rows.to_dict("records"), key=lambda row: row["value"])
    low, high = steps[0], steps[-1]
    marks = words.plural(len(rows), "mark")
    few = int(rows["few"].sum())
    hollow = f", {few} of them from fewer than five articles" if few else ""
    return (
        f"{name}: {marks}{hollow}; lowest {low['step']}, {counts(low, followed)}; "
        f"highest {high['step']}, {counts(high, followed)}."
    )


def undated(rows: pd.DataFrame) -> str:
    """Return which articles have no known date, outlet by outlet; empty if all have one."""
    told = [
        f"{row['outlet']} {words.plural(row['articles'], 'article')} "
        f"({words.plural(row['n'], 'sentence')})"
        for row in rows[rows["period"].isna()].to_dict("records")
    ]
    return said.NOT_DRAWN.format(which="; ".join(told)) if told else ""


def axis_title(followed: Followed) -> str:
    """Return what the value axis measures."""
    return said.SHARE if followed.is_share else said.MEAN


def caveat(
    rows: pd.DataFrame, followed: Followed, period: Period, *, end: float, is_older: bool
) -> str:
    """Return what the picture cannot show, and what of these numbers is not in it."""
    n_cut = cut(rows, end)
    parts = (
        said.RANGE + ("." if followed.is_share else said.TONE_RANGE),
        said.CUT.format(n=n_cut) if n_cut else "",
        said.GAPS,
        said.OLDER.format(most=MAX_STEPS, steps=f"{period}s") if is_older else "",
        undated(rows),
        said.LISTS if followed.is_share else words.TONE_NOTE,
        said.AS_STATED,
    )
    return " ".join(filter(None, parts))
