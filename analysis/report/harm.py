"""Who did what to whom: how harm is told, and whether somebody is said to have done it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.compare.agency import ALL, PARTS, counted, part_of
from analysis.harm import harm
from analysis.measures.agency import MIN_TELLINGS
from analysis.notes import RANGE_NOTE
from analysis.report import charts, targets
from analysis.report.charts.dots import Dot
from analysis.report.evidence import item
from analysis.report.parts import (
    Block,
    Chart,
    Charts,
    Group,
    Heading,
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
from analysis.vocabulary import plural

if TYPE_CHECKING:
    import pandas as pd

SECTION = "harm"

NOT_TOLD = "not told"

NOTE = (
    "The one who did it may be unknown to anyone, or named a sentence earlier: leaving it out is "
    "a way of telling, not a fault. Counted are killings, injuries, arrests and other force told "
    "as having happened; what is denied, feared or planned, and what illness, accident or nature "
    "did, is left out. "
)

Row = Mapping[str, object]


def section(source: Source) -> Section | None:
    """Return the section about agency; ``None`` where no harm is told of."""
    tellings = counted(source.table("agency"))
    if not len(tellings):
        return None
    tellings = tellings.assign(
        part=[part_of(str(row["class"]), row["agent"]) for row in records(tellings)]
    )
    blocks: tuple[Block, ...] = (
        Paragraph(("Who did what to whom, and is the one who did it named?",), "question"),
        _chart(source),
        Paragraph((NOTE + RANGE_NOTE,), "note"),
        _forms(source, tellings),
        Heading("Who, what, whom"),
        _triples(source, tellings),
    )
    return Section(SECTION, "Who did what to whom", blocks, (_group(source, tellings),))


def _chart(source: Source) -> Charts:
    forms = source.table("agency_forms")
    rows = forms[(forms["voice"] == ALL) & (forms["harmed"] == ALL) & (forms["form"] == ALL)]
    found = {str(row["outlet"]): row for row in records(rows)}
    title = "Tellings of harm that do not say in the clause who did it"
    drawn = charts.dots(
        [_dot(outlet, found[outlet]) for outlet in source.outlets], name="c-harm", title=title
    )
    return Charts((Chart(title, drawn),), wide=True)


def _dot(outlet: str, row: Row) -> Dot:
    k, n = int(str(row["left_out"])), int(str(row["k"]))
    if n == 0:
        return Dot(outlet, "no telling of harm", None)
    if n < MIN_TELLINGS:
        return Dot(outlet, f"{k} of {n}, too few", None)
    return Dot(outlet, f"{k} of {n}", k / n, float(str(row["low"])), float(str(row["high"])))


def _forms(source: Source, tellings: pd.DataFrame) -> Table:
    """Return how often each way of telling is used."""
    rows: list[tuple[Line, ...]] = []
    for part, label in PARTS.items():
        counts = tellings[tellings["part"] == part]["outlet"].value_counts()
        if len(counts):
            cells = (
                (Link(str(counts[o]), targets.tellings(source, o)),) if o in counts else ("\u00b7",)
                for o in source.outlets
            )
            rows.append(((label[:1].upper() + label[1:],), *cells))
    heads = ("How it is told", *source.outlets)
    return Table("Ways of telling of harm", heads, tuple(rows), numeric=True)


def _triples(source: Source, tellings: pd.DataFrame) -> Table:
    events = {key: event.label for key, event in harm().events.items()}
    places = {_key(row): row for row in reversed(records(tellings))}
    rows = tuple(
        (
            (str(row["outlet"]),),
            (_told(row["agent"]),),
            (events[str(row["event"])],),
            (_told(row["victim"]),),
            (Link(str(row["k"]), _place(source, places[_key(row)])),),
        )
        for row in records(source.table("triples"))
        if not source.is_link_only(places[_key(row)]["article_id"])
    )
    return Table(
        "Who did what to whom", ("Outlet", "Who", "What", "Whom", "Times"), rows, headed=True
    )


def _key(row: Row) -> tuple[str, ...]:
    texts = (row[name] for name in ("outlet", "agent", "event", "victim"))
    return tuple(text.lower() if isinstance(text, str) else "" for text in texts)


def _told(words: object) -> str:
    return words if isinstance(words, str) else NOT_TOLD


def _place(source: Source, row: Row) -> str:
    return targets.telling(source, str(row["article_id"]), int(str(row["start"])))


def _group(source: Source, tellings: pd.DataFrame) -> Group:
    parts = []
    for outlet in source.outlets:
        rows = records(tellings[tellings["outlet"] == outlet])
        found = tuple(_item(source, row) for row in rows)
        place, count = targets.tellings(source, outlet), plural(len(found), "telling")
        parts.append(Part(place, outlet, count, found))
    return Group("tellings", "Tellings of harm", SECTION, tuple(parts))


def _item(source: Source, row: Row) -> Item:
    span = Span(int(str(row["start"])), int(str(row["end"])))
    note = PARTS[str(row["part"])]
    made = item(source, str(row["article_id"]), str(row["sentence_id"]), [span], note=note)
    return replace(made, id=_place(source, row))
