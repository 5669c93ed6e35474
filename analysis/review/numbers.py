"""Figures of the draft that do not fit those of the other articles, or are older."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from analysis.compare.ledger import SEPARATOR, ledger
from analysis.ledger_words import day_words, heading, range_words, source_words
from analysis.review.finding import Elsewhere, Found
from analysis.review.material import Material, elsewhere, spread
from analysis.review.rule import Rule
from analysis.schema import records
from analysis.tables import tidy
from analysis.types import Bound, Figure, Span
from analysis.vocabulary import listed

_SAYS = {
    "conflict": "does not fit the figure of",
    "superseded_by_date": "is older than the figure of",
}
"""The states of a row of the ledger that are told."""

Row = Mapping[str, object]


def other_figures(material: Material) -> Iterator[Found]:
    """Yield figures of the draft that are superseded by, or conflict with, the others' figures."""
    table = ledger(tidy("figures", material.all), tidy("articles", material.all))
    rows = records(table)
    for row in rows:
        status = str(row["status"])
        is_draft = row["article_id"] == material.draft.article.id
        if not is_draft or row["flagged"] or status not in _SAYS:
            continue
        outlets = str(row["against"]).split(SEPARATOR)
        evidence = list(_others(material, row, rows, outlets))
        span = Span(int(str(row["start"])), int(str(row["end"])))
        yield Found(
            span,
            f"{row['thing']} {row['words']}",
            f"{heading(str(row['thing']))}: {range_words(row)} ({day_words(row)}, "
            f"{_source(row)}) {_SAYS[status]} {listed(outlets)}. Check which figure holds on "
            "the day of publication, and for whom it counts.",
            len(evidence),
            spread(evidence),
            is_weak=row["bound"] == Bound.VAGUE,
        )


def _source(row: Row) -> str:
    is_own = not isinstance(row["quote_id"], str)
    return "the draft itself" if is_own else source_words(row)


def _others(
    material: Material, row: Row, rows: list[dict[str, object]], outlets: list[str]
) -> Iterator[Elsewhere]:
    by_id = {each.article.id: each for each in material.others}
    for other in rows:
        annotated = by_id.get(str(other["article_id"]))
        if annotated and other["thing"] == row["thing"] and other["outlet"] in outlets:
            span = Span(int(str(other["start"])), int(str(other["end"])))
            if _is_apart(row, other):
                yield elsewhere(annotated, span, f"{range_words(other)}, {day_words(other)}")


def _is_apart(one: Row, other: Row) -> bool:
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    return _is_below(high, other_low) or _is_below(other_high, low)


def _ends(row: Row) -> tuple[float | None, float | None]:
    low, high = (float(str(row[end])) for end in ("low", "high"))
    return None if math.isnan(low) else low, None if math.isnan(high) else high


def headline_figures(material: Material) -> Iterator[Found]:
    """Yield figures of the headline that no figure of the text below it fits."""
    blocks = {s.span: s.block for s in material.sentences}
    head = [f for f in material.draft.figures if _block(blocks, f) == "headline"]
    body = [f for f in material.draft.figures if _block(blocks, f) not in (None, "headline")]
    for figure in head:
        same = [f for f in body if f.unit == figure.unit or figure.unit is None or f.unit is None]
        if not any(_meets(figure, other) for other in same):
            words = figure.span.of(material.draft.text)
            yield Found(
                figure.span,
                "figure",
                f"No figure in the text below fits \u201c{words}\u201d in the headline "
                f" ({len(same)} figures compared). Check that the text gives it.",
                len(same),
            )


def _block(blocks: Mapping[Span, str], figure: Figure) -> str | None:
    return next((kind for span, kind in blocks.items() if span.contains(figure.span)), None)


def _meets(one: Figure, other: Figure) -> bool:
    return not (_is_below(one.high, other.low) or _is_below(other.high, one.low))


def _is_below(high: float | None, low: float | None) -> bool:
    return high is not None and low is not None and high < low


NUMBERS = (
    Rule(
        id="numbers.others",
        title="Figures that differ from the others'",
        about="Figures whose range shares no number with another article's figure for the same "
        "thing, or that another article has from a later day. It does not say who is right; "
        "vague figures such as \u201cdozens\u201d are notes.",
        find=other_figures,
        guidance="accuracy",
    ),
    Rule(
        id="headline.figures",
        title="Figures in the headline",
        about="Figures of the headline that no figure in the text fits.",
        find=headline_figures,
        guidance="accuracy",
    ),
)
