"""Gold article + contract record -> scores for listed terms, their voice and their use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gold import JUDGED_SIDES, GoldArticle, GoldTerm
from tallies import Found, Tally, best_pairs, shown

from analysis.types import Span


def score_terms(gold: GoldArticle, record: Mapping[str, Any]) -> Tally:
    """Return hits by contrast (same contrast, same side, overlapping words), voice and use.

    Predictions that fall on an optional gold term are not judged as hits; their
    voice and use are. Sides that were not annotated are not judged.
    """
    tally = Tally()
    rows = [row for row in record["terms"] if row["side"] in JUDGED_SIDES.get(row["contrast"], ())]
    pairs = _pairs(gold.terms, rows)
    for contrast in JUDGED_SIDES:
        tally.add(f"terms: {contrast}", _found(contrast, gold.terms, rows, pairs))
    tally.add(
        "terms: all", sum((_found(name, gold.terms, rows, pairs) for name in JUDGED_SIDES), Found())
    )
    for number, term in enumerate(gold.terms):
        if number in pairs:
            _judge(tally, gold.text, term, rows[pairs[number]])
        elif not term.optional:
            where = shown(gold.text, _around(gold.text, term.span))
            tally.misses.append(f"term missed: {term.contrast}.{term.side} in '{where}'")
    taken = set(pairs.values())
    for number, row in enumerate(rows):
        if number not in taken:
            where = shown(gold.text, _around(gold.text, Span(row["start"], row["end"])))
            tally.misses.append(f"term too many: {row['contrast']}.{row['side']} in '{where}'")
    return tally


def _pairs(terms: Sequence[GoldTerm], rows: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Return gold number -> row number, one to one."""
    overlap = {
        (i, j): float(min(term.span.end, row["end"]) - max(term.span.start, row["start"]))
        for i, term in enumerate(terms)
        for j, row in enumerate(rows)
        if (row["contrast"], row["side"]) == (term.contrast, term.side)
    }
    return dict(best_pairs(overlap, threshold=1.0))


def _found(
    contrast: str,
    terms: Sequence[GoldTerm],
    rows: Sequence[Mapping[str, Any]],
    pairs: Mapping[int, int],
) -> Found:
    ours = {i for i, term in enumerate(terms) if term.contrast == contrast}
    required = {i for i in ours if not terms[i].optional}
    excused = {pairs[i] for i in ours - required if i in pairs}
    predicted = {j for j, row in enumerate(rows) if row["contrast"] == contrast}
    return Found(len(required & set(pairs)), len(predicted - excused), len(required))


def _judge(tally: Tally, text: str, term: GoldTerm, row: Mapping[str, Any]) -> None:
    where = shown(text, _around(text, term.span))
    for name, accepted in (("voice", term.voices), ("use", term.uses)):
        miss = f"'{where}' is {'|'.join(accepted)}, found as {row[name]}"
        tally.judge(f"terms: {name}", row[name] in accepted, miss)


CONTEXT = 25
"""Characters shown on each side of a term in a list of misses."""


def _around(text: str, span: Span) -> Span:
    return Span(max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT))
