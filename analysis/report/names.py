"""Names for the same thing: what each outlet calls it, how often, and every place it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.compare.labels import ALL_VOICES, label_counts, several_ways
from analysis.notes import LABEL_NOTE
from analysis.report.evidence import item
from analysis.report.parts import (
    Block,
    Group,
    Heading,
    Inline,
    Item,
    Line,
    Link,
    Paragraph,
    Part,
    Section,
    Table,
)
from analysis.report.source import Source
from analysis.schema import records
from analysis.types import ARTICLE_KINDS, Span, Voice
from analysis.vocabulary import VOICES, plural

if TYPE_CHECKING:
    import pandas as pd

SECTION = "names"

MAX_THINGS = 8
"""People and things shown, those named most often first; the page Framing has all."""

MAX_WAYS = 8
"""Ways of naming one of them shown, those used most often first."""

HIDDEN_NOTE = " Texts that may not be reprinted are left out."


def section(source: Source) -> Section | None:
    """Return the section about names; ``None`` where nothing is named in two ways."""
    labels = _labels(source)
    counts = label_counts(labels)
    named = records(several_ways(counts))
    if not named:
        return None
    blocks: list[Block] = [
        Paragraph(("What does each outlet call the same people and things?",), "question")
    ]
    groups: list[Group] = []
    for place, row in enumerate(named[:MAX_THINGS], 1):
        of_thing = counts[counts["referent"] == row["referent"]]
        ways = _ways(of_thing)
        blocks += [Heading(str(row["referent"])), _table(source, of_thing, ways, place)]
        if len(ways) > MAX_WAYS:
            left = plural(len(ways) - MAX_WAYS, "more way")
            blocks.append(Paragraph((f"{left} on the page Framing.",), "note"))
        uses = labels[labels["referent"] == row["referent"]]
        groups.append(_group(source, str(row["referent"]), uses, ways[:MAX_WAYS], place))
    blocks.append(Paragraph((_note(source, len(named) - MAX_THINGS),), "note"))
    return Section(SECTION, "Names for the same thing", tuple(blocks), tuple(groups))


def _labels(source: Source) -> pd.DataFrame:
    """Return the naming words that count, without texts of which no word may be printed."""
    labels = source.table("labels")
    hidden = [each for each in source.articles if source.is_link_only(each)]
    counted = labels["block"].isin(list(ARTICLE_KINDS)) & labels["referent"].notna()
    return labels[counted & ~labels["article_id"].isin(hidden)]


def _note(source: Source, left: int) -> str:
    hidden = HIDDEN_NOTE if any(map(source.is_link_only, source.articles)) else ""
    more = f" {left} more named in several ways are on the page Framing." if left > 0 else ""
    return f"k of n: of n times that the outlet names it at all. {LABEL_NOTE}{hidden}{more}"


def _ways(counts: pd.DataFrame) -> list[str]:
    """Return the ways of naming, those used most often first, then by name."""
    sums = counts[counts["voice"] == ALL_VOICES].groupby("label")["k"].sum().reset_index()
    ordered = sums.sort_values(["k", "label"], ascending=[False, True], kind="stable")
    return [str(label) for label in ordered["label"]]


def _table(source: Source, counts: pd.DataFrame, ways: Sequence[str], place: int) -> Table:
    rows = records(counts[counts["voice"] == ALL_VOICES])
    found = {(str(row["label"]), str(row["outlet"])): row["k"] for row in rows}
    totals = {str(row["outlet"]): row["n"] for row in rows}
    lines: list[tuple[Line, ...]] = []
    for number, way in enumerate(ways[:MAX_WAYS], 1):
        cells: list[Inline] = []
        for outlet in source.outlets:
            k, n = found.get((way, outlet)), totals.get(outlet)
            words = f"{k or 0} of {n}" if n else "not named"
            target = f"r{place}-{source.number(outlet)}-{number}"
            cells.append(Link(words, target) if k else words)
        lines.append(((way,), *((cell,) for cell in cells)))
    caption = f"Ways of naming: {counts['referent'].iloc[0]}"
    heads = ("Named as", *source.outlets)
    return Table(caption, heads, tuple(lines), numeric=True, headed=True)


def _group(
    source: Source, thing: str, uses: pd.DataFrame, ways: Sequence[str], place: int
) -> Group:
    """Return every use of the ways shown, outlet by outlet, those of one way together."""
    lower = uses["label"].str.lower()
    parts = []
    for outlet in source.outlets:
        target = f"r{place}-{source.number(outlet)}"
        found: list[Item] = []
        for number, way in enumerate(ways, 1):
            rows = records(uses[(uses["outlet"] == outlet) & (lower == way.lower())])
            items = [_item(source, row) for row in rows]
            found += [replace(each, id=f"{target}-{number}") for each in items[:1]] + items[1:]
        if found:
            parts.append(Part(target, outlet, plural(len(found), "time"), tuple(found)))
    return Group(f"r{place}", f"Named: {thing}", SECTION, tuple(parts))


def _item(source: Source, row: dict[str, object]) -> Item:
    span = Span(int(str(row["start"])), int(str(row["end"])))
    voice = VOICES[str(row["voice"])] if row["voice"] != Voice.OUTLET else ""
    who = f": {row['speaker']}" if voice and isinstance(row["speaker"], str) else ""
    article_id, sentence_id = str(row["article_id"]), str(row["sentence_id"])
    return item(source, article_id, sentence_id, [span], note=voice + who, brief=True)
