"""Kinds of speakers: shares with ranges, how varied they are, who is first and who is missing."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

MAX_KINDS = 3
"""Kinds of speakers with a panel of their own; the table holds all."""

GIVEN = {
    "named": "Named speakers",
    "unnamed": "Unnamed speakers",
    "direct": "In the speaker's own words",
}
"""Ways of giving a quote -> heading of its panel."""

ALL_KINDS = "all of this kind"


def top_kinds(roles: pd.DataFrame) -> list[str]:
    """Return the kinds of speakers with most quotes over all outlets that have enough."""
    enough = roles[roles["status"].isin(["ok", "zero"]) & (roles["role"] != "unknown")]
    totals = enough.groupby("role")["quotes"].sum().sort_values(ascending=False, kind="stable")
    return [str(role) for role in totals.index[:MAX_KINDS]]


def role_dots(roles: pd.DataFrame, role: str, outlets: Sequence[str]) -> pd.DataFrame:
    """Return the share of one kind of speaker in each outlet, with its range."""
    totals = roles.groupby("outlet").agg(n=("n", "first"), enough=("status", "first"))
    rows = roles[roles["role"] == role].set_index("outlet")[["quotes", "low", "high"]]
    found = totals.join(rows.rename(columns={"quotes": "k"}))
    # A kind without a quote in an outlet has no row: its share there is a plain 0 of n.
    return _dots(found.fillna({"k": 0, "low": 0.0, "high": 0.0}), role, outlets)


def given_dots(diversity: pd.DataFrame, name: str, outlets: Sequence[str]) -> pd.DataFrame:
    """Return the share of quotes given in one way in each outlet, with its range."""
    columns = {
        name: "k",
        "quotes": "n",
        f"{name}_low": "low",
        f"{name}_high": "high",
        "status": "enough",
    }
    rows = diversity.set_index("outlet")[list(columns)].rename(columns=columns)
    return _dots(rows, name, outlets)


def _dots(found: pd.DataFrame, name: str, outlets: Sequence[str]) -> pd.DataFrame:
    """Return one row per outlet: position, range, counts in words; undefined below five quotes."""
    rows = found.reindex(list(outlets))
    enough = rows["enough"].isin(["ok", "zero"])
    return rows.assign(
        outlet=list(outlets),
        value=(rows["k"] / rows["n"]).where(enough),
        low=rows["low"].where(enough),
        high=rows["high"].where(enough),
        label=[_label(row) for row in rows.to_dict("records")],
        key=[f"{name}|{outlet}" for outlet in outlets],
    ).reset_index(drop=True)[["outlet", "value", "low", "high", "label", "key"]]


def _label(row: Mapping[Hashable, object]) -> str:
    if not isinstance(row["n"], (int, float)) or not row["n"] > 0:
        return words.STATUSES["not_applicable"]
    counts = f"{row['k']:.0f} of {row['n']:.0f}"
    return counts if row["enough"] in {"ok", "zero"} else f"{counts}, {words.STATUSES['too_few']}"


def role_points(kinds: Sequence[str], outlets: Sequence[str]) -> list[Point]:
    """Return one point per kind of speaker and outlet."""
    return [
        Point(
            key=f"{role}|{outlet}",
            labels=(outlet, words.ROLES[role]),
            query=Query(
                title=f"Quotes from: {words.ROLES[role]}, in {outlet}", outlet=outlet, role=role
            ),
        )
        for role in kinds
        for outlet in outlets
    ]


def given_points(outlets: Sequence[str]) -> list[Point]:
    """Return one point per way of giving a quote and outlet."""
    return [
        Point(
            key=f"{name}|{outlet}",
            labels=(outlet, label),
            query=Query(title=f"{label}, in {outlet}", outlet=outlet, quotes=True, given=name),
        )
        for name, label in GIVEN.items()
        for outlet in outlets
    ]


def shown_dots(by_name: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the numbers of all panels with the column names shown to readers."""
    import pandas as pd  # noqa: PLC0415 -- as in every frame that is put together here

    rows = pd.concat([rows.assign(what=name) for name, rows in by_name.items()])
    names = {"what": "What", "outlet": "Outlet", "label": "Quotes", "low": "From", "high": "To"}
    return rows[list(names)].round(2).rename(columns=names)


def given_takeaway(diversity: pd.DataFrame) -> str:
    """Return how many quotes of each outlet come from named speakers."""
    parts = [
        f"{row['outlet']} {row['named']} of {row['quotes']}"
        for row in diversity.to_dict("records")
        if row["quotes"]
    ]
    return f"Quotes from named speakers: {'; '.join(parts)}." if parts else "No quotes found."


def varied(diversity: pd.DataFrame) -> list[tuple[str, str]]:
    """Return, per outlet, over how many kinds of speakers its quotes are spread."""
    return [(str(row["outlet"]), _spread(row)) for row in diversity.to_dict("records")]


def _spread(row: dict) -> str:
    seen = f"{words.plural(int(row['seen']), 'kind')} in {words.plural(int(row['n']), 'quote')}"
    if row["roles"] != row["roles"]:
        return f"{seen}, too few to compare"
    return (
        f"{row['rarefied']:.1f} expected in {row['drawn']} quotes; effective number "
        f"{row['roles']:.1f} ({row['low']:.1f} to {row['high']:.1f}); {seen}"
    )


def shown_varied(diversity: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers of kinds with the column names shown to readers."""
    names = {
        "outlet": "Outlet",
        "n": "Quotes with a known kind",
        "seen": "Kinds seen",
        "roles": "Effective number of kinds",
        "low": "From",
        "high": "To",
        "rarefied": "Kinds expected in equally many quotes",
        "drawn": "Quotes drawn",
    }
    return diversity[list(names)].round(2).rename(columns=names)


def varied_takeaway(diversity: pd.DataFrame) -> str:
    """Return at how many quotes the outlets are compared."""
    enough = diversity[diversity["roles"].notna()]
    if not len(enough):
        return "No chosen outlet has five quotes whose speaker's kind is known."
    drawn = int(enough["drawn"].iloc[0])
    parts = [f"{r['outlet']} {r['rarefied']:.1f}" for r in enough.to_dict("records")]
    return f"Kinds of speakers expected in {drawn} quotes: {'; '.join(parts)}."


def first(diversity: pd.DataFrame) -> list[tuple[str, str]]:
    """Return who is heard first in each outlet, of what kind, and where."""
    return [
        (
            str(row["outlet"]),
            f"{row['first']} ({words.ROLES[row['first_role']]}), "
            f"{round(100 * row['first_at'])} % into the text",
        )
        for row in diversity.to_dict("records")
        if isinstance(row["first"], str)
    ]


def unheard(table: pd.DataFrame, outlets: Sequence[str]) -> pd.DataFrame:
    """Return who is missing in an outlet and heard in another chosen one, named in words."""
    rows = table[table["heard_in"].isin(outlets)]
    speaker = rows["what"] == "speaker"
    role = rows["role"].map(words.ROLES)
    return rows.assign(
        name=rows["speaker"].where(speaker, ALL_KINDS),
        kind=role,
        key=rows["outlet"]
        + "|"
        + rows["speaker_id"].where(speaker, rows["role"])
        + "|"
        + rows["heard_in"],
    )


def unheard_points(table: pd.DataFrame) -> list[Point]:
    """Return one point per outlet, missing speaker and place where the speaker is heard."""
    return [
        Point(
            key=str(row["key"]),
            labels=(
                str(row["outlet"]),
                str(row["name"] if row["what"] == "speaker" else row["kind"]),
                str(row["heard_in"]),
            ),
            query=Query(
                title=f"Not in {row['outlet']}, but in {row['heard_in']}: "
                f"{row['name'] if row['what'] == 'speaker' else row['kind']}",
                outlet=str(row["heard_in"]),
                speaker_id=str(row["speaker_id"]) if row["what"] == "speaker" else None,
                role=None if row["what"] == "speaker" else str(row["role"]),
            ),
        )
        for row in table.to_dict("records")
    ]


def unheard_takeaway(table: pd.DataFrame, outlets: Sequence[str]) -> str:
    """Return how many speakers and kinds each outlet lacks that another one has."""
    parts = []
    for outlet in outlets:
        rows = table[table["outlet"] == outlet]
        missing = rows[rows["what"] == "speaker"]["speaker_id"].nunique()
        kinds = sorted(set(rows[rows["what"] == "role"]["kind"]))
        text = f"{outlet} {words.plural(missing, 'speaker')}"
        parts.append(f"{text} and no one of: {words.listed(kinds)}" if kinds else text)
    return f"Heard elsewhere but not here: {'; '.join(parts)}." if parts else ""


def shown_unheard(table: pd.DataFrame) -> pd.DataFrame:
    """Return who is missing where, with the column names shown to readers."""
    names = {
        "outlet": "Not heard in",
        "name": "Speaker",
        "kind": "Kind of speaker",
        "heard_in": "Heard in",
        "quotes": "Quotes there",
    }
    return table[list(names)].rename(columns=names)
