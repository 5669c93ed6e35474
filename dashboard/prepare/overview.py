"""Overview: the widest differences in the counts as sentences, each number with its question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

from analysis.compare.differences import Difference, Number, differences
from analysis.lexicons import Contrast
from analysis.result import StoryAnalysis
from dashboard.query import Query

MOST = 3
"""Differences shown: the page leads to the texts, it does not sum them up."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of counts, what limits it, and the numbers in it, each with its question."""

    text: str
    note: str
    numbers: tuple[tuple[str, Query], ...]


def findings(
    analysis: StoryAnalysis,
    lists: Sequence[Contrast],
    outlets: Collection[str],
    *,
    shared_copy: bool = False,
) -> list[Finding]:
    """Return what to look at first among the chosen outlets, chosen as in the report."""
    chosen = differences(
        analysis, lists=lists, outlets=outlets, shared_copy=shared_copy, at_most=MOST
    )
    return [
        Finding(each.text, each.note, tuple(_number(each, number) for number in each.numbers))
        for each in chosen
    ]


def _number(difference: Difference, number: Number) -> tuple[str, Query]:
    asked = number.asked
    label = f"{asked.outlet}: {number.text}" if asked.outlet else number.text
    return label, Query(title=f"{label}. In: \u201c{difference.text}\u201d", **asdict(asked))
