"""Distinctive words: those an outlet uses more than the others, beside what chance alone gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.compare.occurrences import own_words
from analysis.distinctive_words import caveat, named, takeaway
from analysis.report.evidence import item
from analysis.report.parts import Block, Group, Item, Line, Link, Paragraph, Part, Section, Table
from analysis.report.source import Source
from analysis.schema import records
from analysis.tables import sentence_at
from analysis.types import AnnotatedArticle, Span
from analysis.vocabulary import plural

SECTION = "distinctive"

MAX_WORDS = 8
"""Words of one outlet shown, the farthest from the other outlets first, as on the page."""

HEADS = ("Word", "Uses here", "Uses elsewhere", "Paragraphs", "z", "Beyond chance")

COUNT_NOTE = "k of n: of n content words, or pairs of them, that are the outlet's own. "

HIDDEN_NOTE = " Words of texts that may not be reprinted are left out."

Places = Mapping[tuple[str, str], Sequence[tuple[AnnotatedArticle, Span]]]
"""(outlet, word) -> where it stands in the outlet's own words."""


def section(source: Source) -> Section | None:
    """Return the section about distinctive words; ``None`` where there is nothing to compare."""
    if len(source.outlets) < 2:
        return None
    table = named(source.table("distinctive"))
    question = (
        "Which words does one outlet use in its own voice, and the others less or not at all?"
    )
    blocks: list[Block] = [Paragraph((question,), "question")]
    hidden = {o for o in source.outlets if _is_hidden(source, o)}
    table = table[~table["outlet"].isin(list(hidden))]
    hidden_note = HIDDEN_NOTE if hidden else ""
    if not len(table):
        blocks.append(Paragraph((takeaway(table) + hidden_note,)))
        return Section(SECTION, "Distinctive words", tuple(blocks))
    shown = {
        outlet: records(table[table["outlet"] == outlet].head(MAX_WORDS))
        for outlet in source.outlets
    }
    blocks += [
        Paragraph((takeaway(table),), "lead"),
        _table(source, shown),
        Paragraph((COUNT_NOTE + caveat(table) + _left(len(table), shown) + hidden_note,), "note"),
    ]
    return Section(SECTION, "Distinctive words", tuple(blocks), (_group(source, shown),))


def _is_hidden(source: Source, outlet: str) -> bool:
    """Return whether any text of an outlet may only be counted: its words are not printed."""
    own = [each for each in source.articles.values() if each.article.label == outlet]
    return any(source.is_link_only(each.article.id) for each in own)


def _left(n: int, shown: Mapping[str, Sequence[object]]) -> str:
    left = n - sum(map(len, shown.values()))
    return f" {plural(left, 'more word')} on the page Framing." if left else ""


def _table(source: Source, shown: Mapping[str, Sequence[dict[str, object]]]) -> Table:
    lines: list[tuple[Line, ...]] = []
    for outlet, rows in shown.items():
        lines += [((outlet,),)] * bool(rows)
        lines += [
            (
                (str(row["name"]),),
                (Link(_of(row, "k", "n"), _target(source, outlet, number)),),
                (_of(row, "k_rest", "n_rest"),),
                (str(row["paragraphs"]),),
                (f"{float(str(row['z'])):.1f}",),
                ("yes" if row["above_chance"] else "no",),
            )
            for number, row in enumerate(rows, 1)
        ]
    caption = "Words used more by one outlet, the farthest from the others first"
    return Table(caption, HEADS, tuple(lines))


def _of(row: Mapping[str, object], k: str, n: str) -> str:
    return f"{row[k]} of {int(str(row[n])):,}"


def _target(source: Source, outlet: str, number: int) -> str:
    return f"d{source.number(outlet)}-{number}"


def _group(source: Source, shown: Mapping[str, Sequence[dict[str, object]]]) -> Group:
    """Return every use of the words shown, outlet by outlet, those of one word together."""
    places = _places(source)
    parts = []
    for outlet, rows in shown.items():
        found: list[Item] = []
        for number, row in enumerate(rows, 1):
            at = places.get((outlet, str(row["term"])), ())
            items = [_item(source, annotated, span) for annotated, span in at]
            found += [replace(each, id=_target(source, outlet, number)) for each in items[:1]]
            found += items[1:]
        if found:
            parts.append(Part(f"d{source.number(outlet)}", outlet, plural(len(found), "use"),
                              tuple(found)))  # fmt: skip
    return Group("distinctive-uses", "Distinctive words in their sentences", SECTION, tuple(parts))


def _places(source: Source) -> Places:
    articles = source.compared.articles
    outlets = {each.article.outlet for each in articles if each.article.outlet}
    found: dict[tuple[str, str], list[tuple[AnnotatedArticle, Span]]] = {}
    for annotated in articles:
        for use in own_words(annotated, outlets=outlets):
            found.setdefault((annotated.article.label, use.term), []).append((annotated, use.span))
    return found


def _item(source: Source, annotated: AnnotatedArticle, span: Span) -> Item:
    sentence = sentence_at(annotated, span.start)
    place = sentence.id if sentence else ""
    return item(source, annotated.article.id, place, [span], brief=True)
