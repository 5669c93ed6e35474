"""Statements by text: which are told where, in whose words, and the sentences that tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from analysis.compare.facts import Place, fact_statements
from analysis.report import targets
from analysis.report.evidence import items
from analysis.report.parts import Block, Group, Items, Line, Link, Paragraph, Part, Section, Table
from analysis.report.source import Source
from analysis.schema import records
from analysis.vocabulary import FACT_MEANINGS, FACT_SHAPES, FACT_STATUSES, plural, shortened

if TYPE_CHECKING:
    import pandas as pd

SECTION = "facts"

MAX_FACTS = 40
"""Statements in the report, those in most texts first; the data hold all of them."""

MAX_NAME = 140
"""Characters of a statement in the table; its evidence has it in full."""

NO_BREAK = "\u00a0"
"""Keeps a shape and its word on one line."""

ABSENT = frozenset({"absent", "absent_but_earlier"})

NOTE = (
    "Statements are reported, not checked: Parallax does not say what is true. Which sentences "
    "report the same is a proposal from their words and meaning; some links are wrong and some "
    "are missed. \u201cNot found\u201d means that no sentence came near enough, and an article "
    "that appeared before a thing was known cannot tell it."
)

Row = Mapping[str, object]


def section(source: Source) -> Section | None:
    """Return the section about statements; ``None`` where texts share none."""
    facts = source.whole_table("facts")
    carried = facts[~facts["status"].isin(list(ABSENT))].groupby("fact_id")["outlet"].nunique()
    order = [f for f in dict.fromkeys(source.whole.table("facts")["fact_id"]) if carried.get(f)]
    ids = sorted(order, key=lambda fact: -carried[fact])
    if not ids:
        return None
    shown = ids[:MAX_FACTS]
    names = {fact: _name(source, facts, fact) for fact in shown}
    lead = (
        f"{plural(len(ids), 'statement')} found in at least two of {len(source.outlets)} texts; "
        f"{int((carried == len(source.outlets)).sum())} in all of them."
    )
    used = [status for status in FACT_SHAPES if (facts["status"] == status).any()]
    key = tuple((f"{FACT_SHAPES[status]} {FACT_MEANINGS[status]}",) for status in used)
    blocks: list[Block] = [
        Paragraph(("What is reported where?",), "question"),
        Paragraph((lead,), "lead"),
        Items(key, style="key"),
        _table(source, facts, names),
        Paragraph((NOTE + _left_out(len(ids)),), "note"),
    ]
    places = fact_statements(
        source.whole.articles, source.whole.alignment, source.whole.corrections
    )
    groups = tuple(_group(source, fact, names[fact], places[fact]) for fact in shown)
    return Section(SECTION, "Statements and where they stand", tuple(blocks), groups)


def _left_out(found: int) -> str:
    left = found - MAX_FACTS
    return f" {plural(left, 'more statement')} in the data." if left > 0 else ""


def _name(source: Source, facts: pd.DataFrame, fact: str) -> str:
    """Return a statement's own words, unless they are of a text that may not be reprinted."""
    rows = records(facts[facts["fact_id"] == fact])
    told = [row for row in rows if isinstance(row["text"], str)]
    if any(source.is_link_only(row["article_id"]) for row in told):
        return f"Statement {targets.fact(source, fact).removeprefix('f')}"
    return " ".join(str(rows[0]["name"]).split())


def _table(source: Source, facts: pd.DataFrame, names: Mapping[str, str]) -> Table:
    by_cell = {(str(row["fact_id"]), str(row["outlet"])): row for row in records(facts)}
    rows = tuple(
        (
            (f"{number}. {shortened(name, MAX_NAME)}",),
            *(_cell(source, fact, outlet, by_cell) for outlet in source.outlets),
        )
        for number, (fact, name) in enumerate(names.items(), 1)
    )
    return Table("Statements by text", ("Statement", *source.outlets), rows)


def _cell(source: Source, fact: str, outlet: str, by_cell: Mapping[tuple[str, str], Row]) -> Line:
    row = by_cell.get((fact, outlet))
    if row is None:
        return ("\u00b7",)
    status = str(row["status"])
    told = f"{FACT_SHAPES[status]} {FACT_STATUSES[status]}".replace(" ", NO_BREAK)
    return (told,) if status in ABSENT else (Link(told, targets.fact(source, fact, outlet)),)


def _group(source: Source, fact: str, name: str, places: Iterable[Place]) -> Group:
    rows = [
        {
            "outlet": place.annotated.article.label,
            "article_id": place.annotated.article.id,
            "sentence_id": place.statement.sentence_id,
            "start": place.statement.start,
            "end": place.statement.end,
        }
        for place in places
    ]
    parts = []
    for outlet in source.outlets:
        found = items(source, [row for row in rows if row["outlet"] == outlet])
        if found:
            parts.append(Part(targets.fact(source, fact, outlet), outlet, "", found))
    return Group(targets.fact(source, fact), name, SECTION, tuple(parts))
