"""The ledger of numbers: who gives which figure for the same thing, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from analysis.ledger_words import (
    NOTE,
    day_words,
    heading,
    note_words,
    range_words,
    source_words,
    which_words,
)
from analysis.report import targets
from analysis.report.evidence import item
from analysis.report.parts import (
    Block,
    Group,
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
from analysis.types import Span

SECTION = "numbers"

HEADS = ("Outlet", "As printed", "Read as", "Which of them", "Who says so", "As of", "Note")

Row = Mapping[str, object]


def section(source: Source) -> Section | None:
    """Return the section about numbers; ``None`` where none can be compared."""
    rows = records(source.whole.table("ledger"))
    if not rows:
        return None
    blocks: list[Block] = [Paragraph(("Who gives which number, and who says so?",), "question")]
    order = list(dict.fromkeys(map(_name, rows)))
    rows.sort(
        key=lambda row: (order.index(heading(str(row["thing"]))), source.number(row["outlet"]))
    )
    lines: list[tuple[Line, ...]] = []
    for name, part in groupby(rows, key=lambda row: heading(str(row["thing"]))):
        lines += [((name,),), *(_line(source, row) for row in part)]
    blocks.append(Table("Numbers by what they count", HEADS, tuple(lines), headed=True))
    blocks.append(Paragraph((NOTE.replace(" (Method page)", ""),), "note"))
    return Section(SECTION, "Numbers", tuple(blocks), (_group(source, rows),))


def _name(row: Row) -> str:
    return heading(str(row["thing"]))


def _line(source: Source, row: Row) -> tuple[Line, ...]:
    hidden = source.is_link_only(row["article_id"])
    read_as = range_words(row)
    words = read_as if hidden else f"\u201c{row['words']}\u201d"
    which = "" if hidden else which_words(row)
    return (
        (str(row["outlet"]),),
        (Link(words, _place(source, row)),),
        (read_as,),
        (which,),
        (source_words(row),),
        (day_words(row),),
        (note_words(row),),
    )


def _place(source: Source, row: Row) -> str:
    return targets.figures(source, str(row["article_id"]), str(row["sentence_id"]))


def _group(source: Source, rows: list[dict[str, object]]) -> Group:
    """Return the sentences with figures, each once, outlet by outlet."""
    parts = []
    for outlet in source.outlets:
        own = sorted((r for r in rows if r["outlet"] == outlet), key=_at)
        found = tuple(
            _item(source, list(part)) for _, part in groupby(own, key=lambda r: _place(source, r))
        )
        if found:
            parts.append(Part(f"n0-{source.number(outlet)}", outlet, "", found))
    return Group("figures", "Numbers in their sentences", SECTION, tuple(parts))


def _at(row: Row) -> tuple[str, int]:
    return str(row["article_id"]), int(str(row["start"]))


def _item(source: Source, rows: list[dict[str, object]]) -> Item:
    first = rows[0]
    spans = [Span(int(str(row["start"])), int(str(row["end"]))) for row in rows]
    made = item(source, str(first["article_id"]), str(first["sentence_id"]), spans)
    return replace(made, id=_place(source, first))
