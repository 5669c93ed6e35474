"""Words of certainty and loaded words: uses in the outlet's own words, with their sentences."""

from __future__ import annotations

from analysis.extract.wordings import EXEMPT, wordings
from analysis.lexicons import Contrast, Side
from analysis.notes import WORDING_NOTE
from analysis.report.evidence import items
from analysis.report.parts import Block, Group, Heading, Line, Link, Paragraph, Part, Section, Table
from analysis.report.source import Source
from analysis.schema import records
from analysis.types import ARTICLE_KINDS
from analysis.vocabulary import capital

SECTION = "certainty"


def section(source: Source) -> Section | None:
    """Return the section about certainty and loaded words; ``None`` where nothing is found."""
    rates = source.table("wording_rates")
    rows = records(rates[rates["voice"] == "outlet"])
    counts = {(str(r["list"]), str(r["kind"]), str(r["outlet"])): r for r in rows}
    blocks: list[Block] = [
        Paragraph(("How sure is the outlet's own text, and how loaded are its words?",), "question")
    ]
    groups: list[Group] = []
    for place, each in enumerate(wordings(), 1):
        lines: list[tuple[Line, ...]] = []
        for number, side in enumerate(_kinds(each), 1):
            found = [counts.get((each.id, side.id, outlet)) for outlet in source.outlets]
            if not any(row and row["k"] for row in found):
                continue
            target = f"l{place}-{number}"
            cells = tuple(
                (_count(row, f"{target}-{source.number(outlet)}"),)
                for row, outlet in zip(found, source.outlets, strict=True)
            )
            lines.append(((capital(side.label),), *cells))
            groups.append(_group(source, each, side, target))
        if lines:
            caption = f"{each.label}: uses on the outlet's own account"
            blocks += [
                Heading(each.label),
                Table(
                    caption,
                    ("Kind of words", *source.outlets),
                    tuple(lines),
                    numeric=True,
                    headed=True,
                ),
            ]
    if not groups:
        return None
    blocks.append(Paragraph((WORDING_NOTE,), "note"))
    return Section(SECTION, "How sure, how loaded", tuple(blocks), tuple(groups))


def _kinds(each: Contrast) -> list[Side]:
    return [side for side in each.sides if side.id != EXEMPT]


def _count(row: dict[str, object] | None, target: str) -> str | Link:
    if row is None or row["status"] == "not_applicable":
        return "nothing to count"
    words = f"{row['k']} in {int(str(row['n'])):,} words"
    return Link(words, target) if row["k"] else words


def _group(source: Source, each: Contrast, side: Side, target: str) -> Group:
    uses = source.table("wordings")
    own = (uses["voice"] == "outlet") & uses["block"].isin(list(ARTICLE_KINDS))
    uses = uses[own & (uses["list"] == each.id) & (uses["kind"] == side.id)]
    parts = []
    for outlet in source.outlets:
        found = items(source, records(uses[uses["outlet"] == outlet]))
        if found:
            parts.append(Part(f"{target}-{source.number(outlet)}", outlet, "", found))
    return Group(target, f"{each.label}: {side.label}", SECTION, tuple(parts))
