"""Claims that the draft makes on its own account: others attribute them, or harm has no source."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.compare.facts import CellStatus, fact_table
from analysis.compare.ledger import HARM
from analysis.corrections import Corrections
from analysis.figure_words import figure_words
from analysis.measures.agency import counted_tellings
from analysis.review.finding import Elsewhere, Found
from analysis.review.material import Material, sentence_text, spread
from analysis.review.rule import Rule
from analysis.rights import rights_of
from analysis.schema import records
from analysis.types import Agency, AgencyForm, Figure, Span, Voice
from analysis.vocabulary import capital, listed

_STATED = (CellStatus.STATED.value, CellStatus.DIFFERENT_FIGURE.value)
MIN_OUTLETS = 2
"""Others that must attribute a statement: matched with one of them alone, 4 of 5 findings on the
demonstration story were about another statement (docs/review.md)."""

_TELLS_WHO = frozenset({AgencyForm.AGENT_ACTIVE, AgencyForm.AGENT_BY})


def attributed_elsewhere(material: Material) -> Iterator[Found]:
    """Yield statements of the draft that every other outlet with them gives as somebody's."""
    table = fact_table(material.all, material.alignment, Corrections())
    for _, rows in table.groupby("fact_id", sort=False):
        cells = {str(row["outlet"]): row for row in records(rows)}
        own = cells.pop(material.draft.article.label, None)
        if own is None or not _is_own_claim(own, material):
            continue
        carried = [row for row in cells.values() if str(row["status"]) in (*_STATED, "attributed")]
        if len(carried) >= MIN_OUTLETS and all(_is_attributed(row) for row in carried):
            span = _span(own)
            evidence = [_evidence(material, row) for row in carried]
            outlets = [each.outlet for each in evidence]
            yield Found(
                span,
                span.of(material.draft.text),
                "The draft says this on its own account. Reported by "
                f"{material.of_outlets(len(outlets))} ({listed(outlets)}), each time as what "
                "somebody said. Check who says so.",
                len(outlets),
                spread(evidence),
                is_weak=material.is_few(len(outlets)),
            )


def _is_own_claim(row: dict[str, object], material: Material) -> bool:
    if str(row["status"]) not in _STATED or row["voice"] != Voice.OUTLET or row["flagged"]:
        return False
    return not material.is_sourced(_span(row))


def _span(row: dict[str, object]) -> Span:
    # A column with cells that carry nothing holds floats.
    return Span(int(float(str(row["start"]))), int(float(str(row["end"]))))


def _is_attributed(row: dict[str, object]) -> bool:
    is_said = str(row["status"]) == CellStatus.ATTRIBUTED
    return is_said or (row["voice"] != Voice.OUTLET and isinstance(row["attributed_to"], str))


def _evidence(material: Material, row: dict[str, object]) -> Elsewhere:
    who = row["attributed_to"] if isinstance(row["attributed_to"], str) else ""
    words = " ".join(str(row["text"]).split())
    article = next(e.article for e in material.others if e.article.id == row["article_id"])
    return Elsewhere(article.label, article.id, words, who, rights_of(article))


def harm_without_source(material: Material) -> Iterator[Found]:
    """Yield sentences that count the harmed, or say who did harm, and name no source."""
    places = [
        (figure.span, _counted(figure))
        for figure in material.draft.figures
        if figure.event in HARM and _is_bare(material, figure.span, figure.voice)
    ]
    counted = {sentence_text(material.draft, span) for span, _ in places}
    told = [
        (telling.span, _who_did(telling))
        for telling in counted_tellings(material.draft)
        if telling.form in _TELLS_WHO
        and telling.agent
        and _is_bare(material, telling.span, telling.voice)
        and sentence_text(material.draft, telling.span) not in counted
    ]
    by_sentence: dict[str, list[tuple[Span, str]]] = {}
    for span, what in sorted([*places, *told]):
        by_sentence.setdefault(sentence_text(material.draft, span), []).append((span, what))
    for found in by_sentence.values():
        what = listed(list(dict.fromkeys(what for _, what in found)))
        reason = (
            f"{capital(what)}, without a source in the sentence. Check who says so, and write it."
        )
        yield Found(found[0][0], "", reason, len(found))


def _is_bare(material: Material, span: Span, voice: Voice) -> bool:
    return voice is Voice.OUTLET and material.counts(span) and not material.is_sourced(span)


def _counted(figure: Figure) -> str:
    number = figure_words(figure.low, figure.high, figure.bound, figure.unit)
    return f"{number} {figure.event}"


def _who_did(telling: Agency) -> str:
    return f"says that \u201c{telling.agent}\u201d did it ({telling.event})"


CLAIMS = (
    Rule(
        id="claims.attributed_elsewhere",
        title="Claims that the others attribute",
        about="Statements in the draft's own words that every other outlet which carries them "
        "gives as what somebody said. Which sentences say the same is found by a model and is "
        "sometimes wrong.",
        find=attributed_elsewhere,
        guidance="attribution",
    ),
    Rule(
        id="claims.harm_without_source",
        title="Harm without a source",
        about="Figures of dead, injured or arrested people, and sentences that say who harmed "
        "somebody, in the draft's own words with nobody named in the sentence as their source. "
        "What the reporter saw needs none.",
        find=harm_without_source,
        guidance="attribution",
    ),
)
