"""Rival words: per list a panel a side, the words found, and the sentences they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from analysis.lexicons import Contrast, Side
from analysis.notes import HOLLOW_NOTE, RANGE_NOTE
from analysis.report import charts, targets, where
from analysis.report.charts.dots import Dot, top_of
from analysis.report.evidence import Row, items
from analysis.report.parts import (
    Block,
    Chart,
    Charts,
    Group,
    Heading,
    Inline,
    Line,
    Link,
    Paragraph,
    Part,
    Section,
    Small,
    Table,
)
from analysis.report.source import Source
from analysis.schema import records
from analysis.types import ARTICLE_KINDS
from analysis.vocabulary import STATUSES, USES, capital, listed, plural

Counts = Mapping[tuple[str, str, str, str], Row]
"""(list, side, outlet, voice) -> how often its words are used."""

Hits = Mapping[tuple[str, str, str], list[Row]]
"""(list, side, outlet) -> the uses that count, in any voice."""

MIN_USES = 5
"""Uses in all texts from which a list is drawn; fewer are named in a line."""

SECTION = "words"

NOTE = (
    "Panels count sentences in which the outlet uses the words on its own account, among all "
    f"sentences with words of its own. {HOLLOW_NOTE} {RANGE_NOTE} The table counts every use, "
    "those in other people's words included. A word may be right in one sentence and not in "
    "another: read them."
)


def section(source: Source) -> Section:
    """Return the section about rival words."""
    counts = _counts_of(source)
    uses: Counter[str] = Counter()
    for (contrast, _, _, voice), row in counts.items():
        uses[contrast] += int(str(row["hits"])) * (voice == "all")
    found = sorted((each for each in source.lists if uses[each.id]), key=lambda e: -uses[e.id])
    drawn = [each for each in found if uses[each.id] >= MIN_USES]
    hits = _hits(source)
    few = [each for each in found if uses[each.id] < MIN_USES]
    blocks: list[Block] = [
        Paragraph(("Which words are used for the same things?",), "question"),
        *(block for each in drawn for block in _list(source, each, counts, hits)),
        *_few(source, few, counts),
    ]
    if not found:
        blocks.append(Paragraph(("No listed words were found in these texts.",)))
    none = sum(each.id in uses and not uses[each.id] for each in source.lists)
    missing = f" {plural(none, 'more list')} found nothing in these texts." if none else ""
    blocks.append(Paragraph((NOTE + missing,), "note"))
    groups = tuple(group for each in found for group in _groups(source, each, counts, hits))
    return Section(SECTION, "Words for the same things", tuple(blocks), groups)


def _counts_of(source: Source) -> Counts:
    return {
        (str(r["contrast"]), str(r["side"]), str(r["outlet"]), str(r["voice"])): r
        for r in records(source.table("framing"))
    }


def _hits(source: Source) -> Hits:
    """Return (list, side, outlet) -> the uses that count."""
    terms = source.table("terms")
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in records(terms[terms["block"].isin(list(ARTICLE_KINDS))]):
        key = str(row["contrast"]), str(row["side"]), str(row["outlet"])
        found.setdefault(key, []).append(row)
    return found


def _list(source: Source, contrast: Contrast, counts: Counts, hits: Hits) -> Iterator[Block]:
    yield Heading(contrast.label)
    yield Paragraph((contrast.question,), "lead")
    used = _used(source, contrast, counts)
    rows = {side.id: _dots(source, contrast, side, counts) for side in used}
    own = [side for side in used if any(row.value for row in rows[side.id])]
    top = max((top_of(rows[side.id]) for side in own), default=1.0)
    if own:
        yield Charts(tuple(_panel(source, contrast, side, rows[side.id], top) for side in own))
    yield _table(source, contrast, used, counts)
    yield from where.blocks(source, contrast, used, hits)
    unused = [side.label for side in contrast.sides if side not in used]
    if unused:
        yield Paragraph((f"Looked for and found in no text: {listed(unused)}.",), "note")


def _panel(
    source: Source, contrast: Contrast, side: Side, rows: tuple[Dot, ...], top: float
) -> Chart:
    place = targets.words(source, contrast.id, side.id, source.outlets[0])
    label = capital(side.label)
    drawn = charts.dots(
        rows,
        name=f"c-{place}",
        title=f"{label}, on the outlet's own account",
        top=top,
        index=contrast.sides.index(side),
    )
    return Chart(label, drawn)


def _used(source: Source, contrast: Contrast, counts: Counts) -> list[Side]:
    return [
        side
        for side in contrast.sides
        if any(_number(counts, contrast, side, outlet) for outlet in source.outlets)
    ]


def _number(counts: Counts, contrast: Contrast, side: Side, outlet: str) -> int:
    """Return the uses in all voices."""
    row = counts.get((contrast.id, side.id, outlet, "all"))
    return int(str(row["hits"])) if row else 0


def _dots(source: Source, contrast: Contrast, side: Side, counts: Counts) -> tuple[Dot, ...]:
    return tuple(
        _dot(outlet, counts.get((contrast.id, side.id, outlet, "outlet")))
        for outlet in source.outlets
    )


def _dot(outlet: str, row: Row | None) -> Dot:
    words = _counts(row)
    if row is None or row["status"] not in {"ok", "zero"}:
        return Dot(outlet, words, None)
    value, low, high = (float(str(row[key])) for key in ("share", "low", "high"))
    return Dot(outlet, words, value, low, high)


def _counts(row: Row | None) -> str:
    """Return "6 of 31", or why there is no count."""
    if row is None:
        return STATUSES["not_measured"]
    status = str(row["status"])
    if status not in {"ok", "zero", "too_few"}:
        return STATUSES[status]
    counts = f"{row['k']} of {row['n']}"
    return f"{counts}, too few to compare" if status == "too_few" else counts


def _table(source: Source, contrast: Contrast, used: list[Side], counts: Counts) -> Table:
    terms = source.table("terms")
    terms = terms[(terms["contrast"] == contrast.id) & terms["block"].isin(list(ARTICLE_KINDS))]
    found = Counter(zip(terms["side"], terms["outlet"], terms["term"], strict=True))
    rows = tuple(
        (
            (capital(side.label),),
            *(_cell(source, contrast, side, outlet, counts, found) for outlet in source.outlets),
        )
        for side in used
    )
    heads = ("Sentences, own account; words in all", *source.outlets)
    return Table(f"{contrast.label}: the words found", heads, rows, numeric=True, headed=True)


def _cell(
    source: Source,
    contrast: Contrast,
    side: Side,
    outlet: str,
    counts: Counts,
    found: Counter[tuple[str, str, str]],
) -> Line:
    row = counts.get((contrast.id, side.id, outlet, "outlet"))
    link = _link(source, contrast, side, outlet, _counts(row))
    words = [
        f"{term} {number}"
        for (of_side, of_outlet, term), number in found.most_common()
        if (of_side, of_outlet) == (side.id, outlet)
    ]
    return (link, Small(", ".join(words))) if words else (link,)


def _link(source: Source, contrast: Contrast, side: Side, outlet: str, text: str) -> Link:
    return Link(text, targets.words(source, contrast.id, side.id, outlet))


def _few(source: Source, lists: list[Contrast], counts: Counts) -> Iterator[Block]:
    """Name the lists with few uses in a line each."""
    if not lists:
        return
    yield Heading("Found only a few times")
    rows: list[tuple[Line, ...]] = []
    for contrast in lists:
        for side in _used(source, contrast, counts):
            parts: list[Inline] = []
            for outlet in source.outlets:
                number = _number(counts, contrast, side, outlet)
                if number:
                    parts += [", "] * bool(parts)
                    parts.append(_link(source, contrast, side, outlet, f"{outlet} {number}"))
            rows.append(((contrast.label,), (capital(side.label),), tuple(parts)))
    heads = ("List", "Words", "Uses, in all voices")
    yield Table("Found only a few times", heads, tuple(rows), headed=True)


def _groups(
    source: Source,
    contrast: Contrast,
    counts: Counts,
    hits: Hits,
) -> Iterator[Group]:
    for side in _used(source, contrast, counts):
        parts = []
        for outlet in source.outlets:
            own, every = (
                _counts(counts.get((contrast.id, side.id, outlet, voice)))
                for voice in ("outlet", "all")
            )
            rows = hits.get((contrast.id, side.id, outlet), ())
            # Everyday words fill most of a text: a few words around them are enough.
            found = items(source, rows, note=_whose, brief=side.plain)
            place = targets.words(source, contrast.id, side.id, outlet)
            parts.append(Part(place, outlet, f"own account {own}; all words {every}", found))
        place = targets.words(source, contrast.id, side.id, source.outlets[0])
        title = f"{contrast.label}: {side.label}"
        yield Group(place.rsplit("-", 1)[0], title, SECTION, tuple(parts))


def _whose(row: Row) -> str:
    """Return whose words a use stands in, where they are not the outlet's."""
    if row["use"] == "plain":
        return ""
    who = f": {row['speaker']}" if isinstance(row["speaker"], str) else ""
    return f"{USES[str(row['use'])]}{who}"
