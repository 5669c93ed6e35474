"""Facts x outlets: who states what, in whose voice, with which figure, and who does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from analysis.compare.facts.alignment import Alignment
from analysis.compare.facts.attribution import attribution
from analysis.compare.facts.figures import differing_figures
from analysis.compare.facts.groups import Fact, Place, facts, places
from analysis.corrections import Corrections
from analysis.schema import table
from analysis.tables import span_voice
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Quote

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, object]

_DAY = len("2022-01-12")

UNDATED = "the article's date is not known, so it may have appeared before this was known"
NEVER_DATED = "no article that carries this has a known date"


class CellStatus(StrEnum):
    """How an outlet carries a fact."""

    STATED = "stated"
    ATTRIBUTED = "attributed"
    DIFFERENT_FIGURE = "different_figure"
    ABSENT = "absent"
    ABSENT_BUT_EARLIER = "absent_but_earlier"


@dataclass(frozen=True, slots=True)
class _Story:
    """What the cells of one story are made from."""

    found: tuple[Place, ...]
    scores: Mapping[tuple[int, int], float]
    nearest: Mapping[int, Sequence[tuple[int, float]]]
    outlets: Mapping[str, Sequence[AnnotatedArticle]]
    """Outlet -> its articles, in the order of the story."""
    is_own_text: Sequence[bool]
    """For each statement, whether it stands outside captions and galleries."""


def fact_statements(
    articles: Sequence[AnnotatedArticle], alignment: Alignment | None, corrections: Corrections
) -> dict[str, tuple[Place, ...]]:
    """Return fact id -> the statements that report the fact, in the order of the articles."""
    if alignment is None:
        return {}
    found = places(articles)
    return {
        fact.id: tuple(found[n] for n in fact.statements)
        for fact in facts(alignment, found, corrections)
    }


def fact_table(
    articles: Sequence[AnnotatedArticle], alignment: Alignment | None, corrections: Corrections
) -> pd.DataFrame:
    """Return one row per fact and outlet, the fact that most outlets carry first.

    Only what at least two articles report is a fact here. ``similarity`` is the score of
    the cell's best match in another article, ``nearest_similarity`` that of the nearest
    sentence of an outlet that does not carry the fact; both in [0, 1], higher = more
    likely the same statement.
    """
    if alignment is None:
        return table("facts", [])
    story = _story(articles, alignment)
    grouped = facts(alignment, story.found, corrections)
    return table("facts", [row for fact in grouped for row in _rows(story, fact)])


def _story(articles: Sequence[AnnotatedArticle], alignment: Alignment) -> _Story:
    nearest: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for number, other, score in alignment.nearest:
        nearest[number].append((other, score))
    outlets: dict[str, list[AnnotatedArticle]] = defaultdict(list)
    for each in articles:
        outlets[each.article.label].append(each)
    own = [{s.id for s in each.sentences if s.block in ARTICLE_KINDS} for each in articles]
    found = places(articles)
    return _Story(
        found=found,
        scores={(i, j): score for i, j, score in alignment.pairs},
        nearest=nearest,
        outlets=outlets,
        is_own_text=[place.statement.sentence_id in own[place.article] for place in found],
    )


def _rows(story: _Story, fact: Fact) -> list[Row]:
    carried: dict[str, list[int]] = defaultdict(list)
    for number in fact.statements:
        carried[story.found[number].annotated.article.label].append(number)
    near = _nearest_by_outlet(story, fact)
    shown = {outlet: _shown(story, fact, numbers) for outlet, numbers in carried.items()}
    known_from = _known_from([story.found[n] for n in fact.statements])
    differing = differing_figures({o: [story.found[n] for n in ns] for o, ns in carried.items()})
    denials = {o: story.found[n].statement.negated for o, n in shown.items()}
    usual = sum(denials.values()) * 2 > len(denials)
    head: Row = {
        "fact_id": fact.id,
        "name": fact.name,
        "named_by_reader": fact.is_named_by_reader,
        "n_outlets": len(carried),
        "known_from": known_from,
    }
    return [
        {
            **head,
            "outlet": outlet,
            **(
                {
                    **_carried_cell(story, fact, shown[outlet], carried[outlet]),
                    **({"status": CellStatus.DIFFERENT_FIGURE} if outlet in differing else {}),
                    "denied": denials[outlet] != usual,
                }
                if outlet in carried
                else _absent_cell(story.outlets[outlet], near.get(outlet), known_from)
            ),
        }
        for outlet in story.outlets
    ]


def _shown(story: _Story, fact: Fact, numbers: Sequence[int]) -> int:
    """Return the statement that stands for an outlet: in its own text, best matched."""
    return min(
        numbers,
        key=lambda n: (not story.is_own_text[n], -_similarity(story, fact, n), n),
    )


def _similarity(story: _Story, fact: Fact, number: int) -> float:
    """Return the score of a statement's best match in the fact."""
    pairs = ((min(n, number), max(n, number)) for n in fact.statements)
    return max(story.scores.get(pair, 0.0) for pair in pairs)


def _carried_cell(story: _Story, fact: Fact, number: int, numbers: Sequence[int]) -> Row:
    place = story.found[number]
    annotated, statement = place.annotated, place.statement
    same_article = [n for n in numbers if story.found[n].article == place.article]
    sentences = dict.fromkeys(story.found[n].statement.sentence_id for n in same_article)
    quote = attribution(place)
    return {
        "article_id": annotated.article.id,
        "status": CellStatus.ATTRIBUTED if quote else CellStatus.STATED,
        "sentence_ids": " ".join(sentences),
        "start": statement.start,
        "end": statement.end,
        "text": place.text,
        "voice": span_voice(annotated, statement.span),
        "attributed_to": quote and _who(annotated, quote),
        "cue_lemma": quote and quote.cue_lemma,
        "flagged": not story.is_own_text[number],
        "denied": False,
        "similarity": _similarity(story, fact, number) or None,
        "published": annotated.article.published,
    }


def _who(annotated: AnnotatedArticle, quote: Quote) -> str | None:
    return quote.speaker or (quote.source.of(annotated.text) if quote.source else None)


def _nearest_by_outlet(story: _Story, fact: Fact) -> dict[str, tuple[Place, float]]:
    """Return the sentence of each outlet that comes nearest to the fact, with its score."""
    result: dict[str, tuple[Place, float]] = {}
    for number in fact.statements:
        for other, score in story.nearest.get(number, ()):
            place = story.found[other]
            outlet = place.annotated.article.label
            if outlet not in result or score > result[outlet][1]:
                result[outlet] = (place, score)
    return result


def _absent_cell(
    articles: Sequence[AnnotatedArticle], near: tuple[Place, float] | None, known_from: str | None
) -> Row:
    latest = max(articles, key=lambda each: each.article.published or "")
    is_dated = all(each.article.published for each in articles)
    published = latest.article.published if is_dated else None
    is_earlier = bool(published and known_from and published[:_DAY] < known_from)
    cell: Row = {
        "article_id": latest.article.id,
        "status": CellStatus.ABSENT_BUT_EARLIER if is_earlier else CellStatus.ABSENT,
        "flagged": False,
        "denied": False,
        "published": published,
        "date_note": NEVER_DATED if known_from is None else None if published else UNDATED,
    }
    if near is None:
        return cell
    place, score = near
    return {
        **cell,
        "article_id": place.annotated.article.id,
        "nearest_sentence": place.statement.sentence_id,
        "nearest_start": place.statement.start,
        "nearest_end": place.statement.end,
        "nearest_text": place.text,
        "nearest_similarity": score,
    }


def _known_from(carriers: Sequence[Place]) -> str | None:
    """Return the first day on which an article carried the fact, or the day it tells of."""
    published = [p.annotated.article.published for p in carriers]
    days = [date[:_DAY] for date in published if date]
    as_of = [
        figure.as_of[:_DAY]
        for place in carriers
        for figure in place.annotated.figures
        if figure.as_of and place.statement.span.contains(figure.span)
    ]
    return min(days or as_of, default=None)
