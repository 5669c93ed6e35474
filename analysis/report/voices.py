"""Who gets to speak: speakers by outlet, named or not, kinds, verbs of saying, every quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.compare.outlets import counted
from analysis.measures.base import MIN_QUOTES
from analysis.measures.statistics import wilson
from analysis.notes import RANGE_NOTE, ROLE_NOTE, VERB_NOTE
from analysis.report import charts, targets
from analysis.report.accuracy import quotes_note
from analysis.report.charts.dots import Dot
from analysis.report.evidence import item
from analysis.report.parts import (
    Block,
    Chart,
    Charts,
    Group,
    Heading,
    Inline,
    Item,
    Line,
    Link,
    Pairs,
    Paragraph,
    Part,
    Section,
    Table,
)
from analysis.report.source import Source
from analysis.schema import records
from analysis.vocabulary import CUES, ROLES, UNKNOWN_SPEAKER, plural

if TYPE_CHECKING:
    import pandas as pd

SECTION = "voices"

MAX_SPEAKERS = 20
"""Speakers in the table; the others are in the evidence."""

PLAIN = frozenset({"neutral", "none"})
"""Classes of verbs that add nothing of their own."""

Row = Mapping[str, object]


def section(source: Source) -> Section:
    """Return the section about voices."""
    quotes = counted(source.table("quotes"))
    question = Paragraph(("Who gets to speak, and how?",), "question")
    if not len(quotes):
        nothing = Paragraph(("No quotes and no reported speech were found in these texts.",))
        return Section(SECTION, "Voices", (question, nothing), (_group(source),))
    blocks: list[Block] = [
        question,
        *_speakers(source, quotes),
        *_given(source),
        Heading("Kinds of speakers"),
        _roles(source),
        Paragraph((ROLE_NOTE,), "note"),
        Heading("Verbs of saying"),
        _verbs(source),
        Paragraph((VERB_NOTE,), "note"),
        Paragraph((quotes_note(),), "note"),
    ]
    return Section(SECTION, "Voices", tuple(blocks), (_group(source),))


def _speakers(source: Source, quotes: pd.DataFrame) -> Iterator[Block]:
    known = quotes.dropna(subset="speaker_id")
    spread = known.groupby("speaker_id").agg(
        speaker=("speaker", "first"), outlets=("outlet", "nunique"), quotes=("quote_id", "size")
    )
    spread = spread.sort_values(["outlets", "quotes"], ascending=False, kind="stable")
    shared = int((spread["outlets"] > 1).sum())
    several = f"; {shared} of them in more than one" if len(source.outlets) > 1 else ""
    texts = plural(len(source.outlets), "outlet")
    yield Paragraph((f"{plural(len(spread), 'speaker')} found in {texts}{several}.",), "lead")
    rows = [
        ((str(name),), *_cells(source, known[known["speaker_id"] == speaker]))
        for speaker, name in list(spread["speaker"].items())[:MAX_SPEAKERS]
    ]
    unknown = quotes[quotes["speaker_id"].isna()]
    if len(unknown):
        rows.append(((UNKNOWN_SPEAKER,), *_cells(source, unknown)))
    yield Table("Quotes by speaker", ("Speaker", *source.outlets), tuple(rows), numeric=True)
    left = len(spread) - MAX_SPEAKERS
    if left > 0:
        yield Paragraph((f"{plural(left, 'more speaker')} in the evidence.",), "note")


def _cells(source: Source, rows: pd.DataFrame) -> tuple[Line, ...]:
    """Return a count for each outlet, which leads to the first of these quotes."""
    found: list[Line] = []
    for outlet in source.outlets:
        own = rows[rows["outlet"] == outlet]
        if len(own):
            first = records(own.head(1))[0]
            place = targets.quote(source, str(first["article_id"]), str(first["quote_id"]))
            found.append((Link(str(len(own)), place),))
        else:
            found.append(("\u00b7",))
    return tuple(found)


def _given(source: Source) -> Iterator[Block]:
    rows = {str(row["outlet"]): row for row in records(source.table("diversity"))}
    titles = {
        "named": "Speaker named",
        "unnamed": "Speaker described, not named",
        "direct": "Words in quotation marks",
    }
    yield Charts(
        tuple(
            Chart(
                title,
                charts.dots(
                    [_dot(outlet, rows[outlet], key) for outlet in source.outlets],
                    name=f"c-{key}",
                    title=f"{title}: quotes of all quotes",
                    index=0,
                ),
            )
            for key, title in titles.items()
        )
    )
    first = [
        (outlet, (str(rows[outlet]["first"]),))
        for outlet in source.outlets
        if isinstance(rows[outlet]["first"], str)
    ]
    note = f"Below {MIN_QUOTES} quotes no share is drawn. {RANGE_NOTE}"
    yield Paragraph((note,), "note")
    yield Heading("Heard first")
    yield Pairs(tuple(first))


def _dot(outlet: str, row: Row, key: str) -> Dot:
    k, n = int(str(row[key])), int(str(row["quotes"]))
    if n == 0:
        return Dot(outlet, "no quotes", None)
    words, interval = f"{k} of {n}", wilson(k, n)
    if n < MIN_QUOTES or interval is None:
        return Dot(outlet, f"{words}, too few", None)
    return Dot(outlet, words, k / n, *interval)


def _roles(source: Source) -> Table:
    roles = source.table("roles")
    counts = {(str(r["role"]), str(r["outlet"])): r for r in records(roles)}
    rows = tuple(
        (
            (ROLES[role].capitalize(),),
            *((_of(source, counts.get((role, outlet)), outlet),) for outlet in source.outlets),
        )
        for role in ROLES
        if role in set(roles["role"])
    )
    heads = ("Kind of speaker", *source.outlets)
    return Table("Quotes by kind of speaker", heads, rows, numeric=True, headed=True)


def _of(source: Source, row: Row | None, outlet: str) -> Inline:
    if row is None:
        return "\u00b7"
    return Link(f"{row['quotes']} of {row['n']}", targets.quotes(source, outlet))


def _verbs(source: Source) -> Pairs:
    verbs = source.table("verbs")
    grouped = verbs.groupby(["outlet", "cue_lemma", "cue_class"], sort=False)["k"].sum()
    rows = grouped.sort_values(ascending=False, kind="stable").reset_index()
    by_cue = _first_with(source)
    pairs: list[tuple[str, Line]] = []
    for outlet in source.outlets:
        line: list[Inline] = []
        for row in records(rows[rows["outlet"] == outlet]):
            line += [", "] * bool(line)
            place = by_cue[outlet, str(row["cue_lemma"])]
            line.append(Link(f"{row['cue_lemma']} {row['k']}", place))
            if row["cue_class"] not in PLAIN:
                line.append(f" ({CUES[str(row['cue_class'])]})")
        pairs.append((outlet, tuple(line) or ("no verbs of saying found",)))
    return Pairs(tuple(pairs))


def _first_with(source: Source) -> dict[tuple[str, str], str]:
    """Return (outlet, verb) -> where the first quote with that verb stands."""
    rows = counted(source.table("quotes")).dropna(subset="cue_lemma")
    rows = rows.drop_duplicates(["outlet", "cue_lemma"])
    return {
        (str(row["outlet"]), str(row["cue_lemma"])): targets.quote(
            source, str(row["article_id"]), str(row["quote_id"])
        )
        for row in records(rows)
    }


def _group(source: Source) -> Group:
    """Return every quote, outlet by outlet, those of one speaker together."""
    quotes = counted(source.table("quotes"))
    parts = []
    for outlet in source.outlets:
        rows = records(quotes[quotes["outlet"] == outlet])
        order = list(dict.fromkeys(str(row["speaker"]) for row in rows))
        rows.sort(key=lambda row: order.index(str(row["speaker"])))
        found = tuple(_item(source, row) for row in rows)
        place, count = targets.quotes(source, outlet), plural(len(found), "quote")
        parts.append(Part(place, outlet, count, found))
    return Group("quotes", "Quotes and reported speech", SECTION, tuple(parts))


def _item(source: Source, row: Row) -> Item:
    article_id, quote_id = str(row["article_id"]), str(row["quote_id"])
    quote = next(each for each in source.articles[article_id].quotes if each.id == quote_id)
    verb = f"\u201c{quote.cue_lemma}\u201d" if quote.cue_lemma else ""
    role = ROLES[quote.role] if quote.role != "unknown" else ""
    said = ", ".join(filter(None, (quote.speaker or UNKNOWN_SPEAKER.lower(), role, verb)))
    made = item(source, article_id, str(row["sentence_id"]), quote.content, note=said)
    return replace(made, id=targets.quote(source, article_id, quote_id))
