"""Overview: the widest gaps in the counts as sentences, each with the questions behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.lexicons import Contrast
from dashboard import words
from dashboard.prepare.framing import Usage, gap_size, sentence, widest
from dashboard.query import Query

if TYPE_CHECKING:
    import pandas as pd

MAX_FRAMING = 2
"""Framing gaps shown first, each from another contrast."""

OFFICIAL = ("government", "security", "foreign_government", "intergovernmental")
"""Roles that speak for a state or a body of states (as in the measures)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of counts and the numbers in it, each with its question."""

    text: str
    numbers: tuple[tuple[str, Query], ...]


def findings(
    framing: pd.DataFrame, roles: pd.DataFrame, contrasts: Sequence[Contrast], outlets: list[str]
) -> list[Finding]:
    """Return what to look at first: framing gaps in the outlets' own words, then voices."""
    gaps = [gap for each in contrasts if (gap := _gap(framing, each))]
    gaps.sort(key=lambda gap: gap_size(gap[2], gap[3]), reverse=True)
    found = [_framing_finding(*gap) for gap in gaps[:MAX_FRAMING]]
    official = _official(roles, outlets)
    return [*found, official] if official else found


def _gap(framing: pd.DataFrame, contrast: Contrast) -> tuple[Contrast, str, Usage, Usage] | None:
    rows = framing[(framing["contrast"] == contrast.id) & (framing["voice"] == "outlet")]
    telling = [side for side in contrast.sides if not side.plain]
    gaps = [gap for side in telling if (gap := widest(rows[rows["side"] == side.id]))]
    gaps = [gap for gap in gaps if gap[1].share > gap[2].share]
    if not gaps:
        return None
    return (contrast, *max(gaps, key=lambda gap: gap_size(gap[1], gap[2])))


def _framing_finding(contrast: Contrast, side: str, most: Usage, least: Usage) -> Finding:
    label = next(each.label for each in contrast.sides if each.id == side)
    numbers = tuple(
        (
            f"{usage.outlet}: {usage.k}",
            Query(
                title=f"{words.capital(label)}: {usage.outlet}, {words.VOICES['outlet']}",
                contrast=contrast.id,
                side=side,
                voice="outlet",
                outlet=usage.outlet,
            ),
        )
        for usage in (most, least)
    )
    return Finding(sentence(label, most, least, "outlet"), numbers)


def _official(roles: pd.DataFrame, outlets: Sequence[str]) -> Finding | None:
    """Return how many quotes come from states and their bodies, outlet by outlet."""
    texts, numbers = [], []
    for outlet in outlets:
        part = roles[roles["outlet"] == outlet]
        n = int(part["quotes"].sum())
        k = int(part.loc[part["role"].isin(OFFICIAL), "quotes"].sum())
        texts.append(f"{outlet} {k} of {n}" if n else f"{outlet} has no quotes")
        if n:
            numbers.append(
                (f"{outlet}: {n}", Query(f"All quotes in {outlet}", outlet=outlet, quotes=True))
            )
    if not numbers:
        return None
    return Finding(
        f"Quotes from governments, forces and international bodies: {'; '.join(texts)}.",
        tuple(numbers),
    )
