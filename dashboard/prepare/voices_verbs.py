"""Verbs of saying by kind of speaker: rows, points, and one line a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd

PLAIN = frozenset({"neutral", "none"})
"""Classes of verbs that add nothing of their own."""


def points(verbs: pd.DataFrame) -> list[Point]:
    """Return one point per kind of speaker, verb and outlet."""
    return [
        Point(
            key=f"{row['role']}|{row['cue_lemma']}|{row['outlet']}",
            labels=(words.ROLES[row["role"]], str(row["cue_lemma"]), str(row["outlet"])),
            query=Query(
                title=f"\u201c{row['cue_lemma']}\u201d, speaker: {words.ROLES[row['role']]}, "
                f"in {row['outlet']}",
                outlet=str(row["outlet"]),
                role=str(row["role"]),
                cue_lemma=str(row["cue_lemma"]),
            ),
        )
        for row in _ordered(verbs).to_dict("records")
    ]


def takeaway(verbs: pd.DataFrame) -> str:
    """Return, for each kind of speaker, how many uses are other than plain verbs."""
    rows = verbs[verbs["role"] != "unknown"]
    parts = []
    for role, part in _ordered(rows).groupby("role", sort=False):
        other = int(part.loc[~part["cue_class"].isin(PLAIN), "k"].sum())
        parts.append(f"{words.ROLES[str(role)]} {other} of {int(part['k'].sum())}")
    return f"Uses of verbs that add something: {'; '.join(parts)}." if parts else ""


def lines(verbs: pd.DataFrame) -> list[tuple[str, str]]:
    """Return each kind of speaker with its verbs, how often, and what they add."""
    found = []
    for role, part in _ordered(verbs).groupby("role", sort=False):
        totals = part.groupby(["cue_lemma", "cue_class"], sort=False)["k"].sum()
        ordered = totals.sort_values(ascending=False, kind="stable")
        texts = [
            f"{row['cue_lemma']} {row['k']}"
            + ("" if row["cue_class"] in PLAIN else f" ({words.CUES[row['cue_class']]})")
            for row in ordered.reset_index().to_dict("records")
        ]
        found.append((words.ROLES[str(role)], ", ".join(texts)))
    return found


def shown(verbs: pd.DataFrame) -> pd.DataFrame:
    """Return the verbs by kind of speaker with the column names shown to readers."""
    names = {
        "role": "Kind of speaker",
        "cue_lemma": "Verb",
        "cue_class": "What it adds",
        "outlet": "Outlet",
        "k": "Uses",
    }
    rows = _ordered(verbs)
    plain = rows.assign(
        role=rows["role"].map(words.ROLES), cue_class=rows["cue_class"].map(words.CUES)
    )
    return plain[list(names)].rename(columns=names)


def _ordered(verbs: pd.DataFrame) -> pd.DataFrame:
    """Return the rows, kinds of speakers in their fixed order, frequent verbs first."""
    place = {role: number for number, role in enumerate(words.ROLES)}
    by_count = verbs.sort_values("k", ascending=False, kind="stable")
    return by_count.sort_values("role", key=lambda column: column.map(place), kind="stable")
