"""Voices: who speaks in which outlet, the mix of roles, the verbs, and takeaways from counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

UNNAMED = "Speaker not found"

MAX_SPEAKERS = 14
"""Rows of the matrix; the table below it has everyone."""

MAX_KINDS = 4
"""Kinds of speakers drawn apart in a stacked bar; the others are put together."""

MIN_QUOTES = 5
"""Quotes below which shares are not drawn: 2 of 4 is anything from 15 to 85 % (Wilson)."""

REST = "all other kinds"


def speakers(voices: pd.DataFrame) -> pd.DataFrame:
    """Return one row per speaker and outlet: name, quotes, quoted words, key, hover words."""
    found = voices["speaker_id"].notna()
    name = voices["speaker"].where(found, UNNAMED)
    return voices.assign(
        name=name,
        role=voices["role"].map(words.ROLES).where(found, words.ROLES["unknown"]),
        key=voices["outlet"] + "|" + voices["speaker_id"].where(found, ""),
        hover=[
            f"{outlet}: {who}, {words.plural(int(n), 'quote')}, {words.plural(int(w), 'word')}"
            for outlet, who, n, w in zip(
                voices["outlet"], name, voices["quotes"], voices["words"], strict=True
            )
        ],
    )


def rows(table: pd.DataFrame) -> list[str]:
    """Return the speakers for the matrix: those in most outlets and quotes first.

    The speaker who was not found stands last, because it is several people or none.
    """
    known = table[table["name"] != UNNAMED]
    ordered = (
        known.groupby("name", sort=False)
        .agg(outlets=("outlet", "nunique"), quotes=("quotes", "sum"))
        .sort_values(["outlets", "quotes"], ascending=False, kind="stable")
    )
    names = list(ordered.index[:MAX_SPEAKERS])
    return [*names, UNNAMED] if len(known) < len(table) else names


def speaker_points(table: pd.DataFrame) -> list[Point]:
    """Return one point per cell of the matrix."""
    last = table["name"] == UNNAMED
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), str(row["name"])),
            query=Query(
                title=f"{row['name']} in {row['outlet']}",
                outlet=str(row["outlet"]),
                speaker_id=None if row["name"] == UNNAMED else str(row["speaker_id"]),
                unnamed=row["name"] == UNNAMED,
            ),
        )
        for row in [*table[~last].to_dict("records"), *table[last].to_dict("records")]
    ]


def takeaway(table: pd.DataFrame, outlets: Sequence[str]) -> str:
    """Return how many speakers are shared, and who quotes nobody."""
    known = table[table["name"] != UNNAMED]
    spread = known.groupby("name")["outlet"].nunique()
    shared = int((spread > 1).sum())
    silent = [name for name in outlets if name not in set(table["outlet"])]
    text = (
        f"{words.plural(len(spread), 'speaker')} found in {words.plural(len(outlets), 'outlet')}; "
        f"{shared} of them in more than one."
    )
    if silent:
        text += f" No quotes found in {words.listed(silent)}."
    return text


def parts(roles: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Return the parts of the stacked bars and the kinds in the order of their colours.

    Only outlets with enough quotes; the kinds with most quotes over all outlets stand
    apart, the others are one part.
    """
    enough = roles[roles["n"] >= MIN_QUOTES]
    totals = enough.groupby("role")["quotes"].sum().sort_values(ascending=False, kind="stable")
    apart = [str(role) for role in totals.index if role != "unknown"][:MAX_KINDS]
    kind = enough["role"].map(lambda role: words.ROLES[str(role)] if role in apart else REST)
    grouped = (
        enough.assign(kind=kind)
        .groupby(["outlet", "kind"], sort=False)
        .agg(quotes=("quotes", "sum"), n=("n", "first"))
        .reset_index()
    )
    grouped = grouped.assign(
        share=grouped["quotes"] / grouped["n"], key=grouped["outlet"] + "|" + grouped["kind"]
    )
    kinds = [words.ROLES[str(role)] for role in apart]
    return grouped, [*kinds, REST] if REST in set(kind) else kinds


def part_points(table: pd.DataFrame) -> list[Point]:
    """Return one point per part of a bar."""
    roles = {label: role for role, label in words.ROLES.items()}
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), str(row["kind"])),
            query=Query(
                title=f"Quotes from: {row['kind']}, in {row['outlet']}",
                outlet=str(row["outlet"]),
                role=roles[str(row["kind"])],
            ),
        )
        for row in table.to_dict("records")
        if row["kind"] != REST
    ]


def few(roles: pd.DataFrame, outlets: Sequence[str]) -> list[tuple[str, str]]:
    """Return the outlets with too few quotes for shares, each with its speakers in words."""
    result = []
    for outlet in outlets:
        part = roles[roles["outlet"] == outlet]
        total = int(part["quotes"].sum())
        if total < MIN_QUOTES:
            listed = [
                f"{words.ROLES[role]} {quotes}"
                for role, quotes in zip(part["role"], part["quotes"], strict=True)
            ]
            text = f"{words.plural(total, 'quote')}: {', '.join(listed)}" if listed else "no quotes"
            result.append((outlet, text))
    return result


def mix_takeaway(roles: pd.DataFrame) -> str:
    """Return the most frequent kind of speaker in each outlet, as counts."""
    sentences = []
    for outlet, part in roles[roles["role"] != "unknown"].groupby("outlet", sort=False):
        top = part.sort_values("quotes", ascending=False, kind="stable").iloc[0]
        sentences.append(f"{outlet}: {words.ROLES[top['role']]} {top['quotes']} of {top['n']}")
    return "Most frequent kind of speaker. " + "; ".join(sentences) + "." if sentences else ""


def verbs(table: pd.DataFrame) -> pd.DataFrame:
    """Return one row per outlet and verb of saying, with its class in words."""
    grouped = table.groupby(["outlet", "cue_lemma", "cue_class"], sort=False)["k"].sum()
    result = grouped.reset_index().assign(kind=lambda df: df["cue_class"].map(words.CUES))
    return result.sort_values("k", ascending=False, kind="stable").pipe(
        lambda df: _by_first(df, list(dict.fromkeys(table["outlet"])))
    )


def _by_first(table: pd.DataFrame, order: Sequence[Hashable]) -> pd.DataFrame:
    place = {name: number for number, name in enumerate(order)}
    return table.sort_values("outlet", key=lambda c: c.map(place), kind="stable")


def verb_points(table: pd.DataFrame) -> list[Point]:
    """Return one point per outlet and verb."""
    return [
        Point(
            key=f"{row['outlet']}|{row['cue_lemma']}",
            labels=(str(row["outlet"]), str(row["cue_lemma"])),
            query=Query(
                title=f"\u201c{row['cue_lemma']}\u201d in {row['outlet']}",
                outlet=str(row["outlet"]),
                cue_lemma=str(row["cue_lemma"]),
            ),
        )
        for row in table.to_dict("records")
    ]


def verb_takeaway(table: pd.DataFrame) -> str:
    """Return how many verbs there are and which class, plain verbs aside, is most frequent."""
    if len(table) == 0:
        return "No verbs of saying were found in the chosen texts."
    plain = int(table.loc[table["cue_class"] == "neutral", "k"].sum())
    return (
        f"{words.plural(table['cue_lemma'].nunique(), 'verb')} of saying; "
        f"{plain} of {int(table['k'].sum())} uses are plain verbs such as \u201csay\u201d."
    )


def verb_lines(table: pd.DataFrame) -> list[tuple[str, str]]:
    """Return each outlet with its verbs in words: the verb, how often, what it adds."""
    lines = []
    for outlet, part in table.groupby("outlet", sort=False):
        texts = [
            f"{row['cue_lemma']} {row['k']}"
            + ("" if row["cue_class"] in {"neutral", "none"} else f" ({row['kind']})")
            for row in part.to_dict("records")
        ]
        lines.append((str(outlet), ", ".join(texts)))
    return lines


def shown_speakers(table: pd.DataFrame) -> pd.DataFrame:
    """Return the speakers with the column names shown to readers."""
    names = {
        "outlet": "Outlet",
        "name": "Speaker",
        "role": "Kind of speaker",
        "quotes": "Quotes",
        "words": "Quoted words",
        "first": "First heard at (0 = start)",
    }
    return table[list(names)].round({"first": 2}).rename(columns=names)


def shown_roles(table: pd.DataFrame) -> pd.DataFrame:
    """Return the kinds of speakers with the column names shown to readers."""
    names = {
        "outlet": "Outlet",
        "role": "Kind of speaker",
        "quotes": "Quotes",
        "n": "of",
        "low": "Share from",
        "high": "to",
        "status": "Note",
    }
    shown = table.assign(
        role=table["role"].map(words.ROLES), status=table["status"].map(words.STATUSES)
    )
    return shown[list(names)].round(2).rename(columns=names)


def shown_verbs(table: pd.DataFrame) -> pd.DataFrame:
    """Return the verbs of saying with the column names shown to readers."""
    names = {"outlet": "Outlet", "cue_lemma": "Verb", "kind": "What it adds", "k": "Uses"}
    return table[list(names)].rename(columns=names)
