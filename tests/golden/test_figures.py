"""Deaths, injuries, arrests and troops of the demonstration story, as read by hand."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis import api
from analysis.extract.figures.words import number_words
from analysis.stories import load_story
from analysis.types import FLAGGED_KINDS, AnnotatedArticle, Figure

pytestmark = pytest.mark.model

KEY = tomllib.loads(Path(__file__).with_name("figures.toml").read_text(encoding="utf-8"))["figures"]

FIELDS = ("low", "high", "bound", "unit", "event", "flagged")

MIN_FOUND, MIN_RIGHT, MIN_PRECISION = 0.96, 0.9, 0.9
"""Floors: shares of the key that is found, of its fields that agree, and of what is found
that the key has."""

ON_THE_KEY = {"killed", "injured", "arrested", "deployed", "hospitalised", "harmed", "missing"}


@pytest.fixture(scope="module")
def articles() -> dict[str, AnnotatedArticle]:
    analysis = api.analyse(load_story("kazakhstan-2022"))
    return {each.article.id: each for each in analysis.articles}


@pytest.fixture(scope="module")
def pairs(articles) -> list[tuple[dict, Figure | None]]:
    """Return each row of the key with the figure found for it; no figure serves twice."""
    taken: set[tuple[str, int]] = set()
    result = []
    for row in KEY:
        annotated = articles[row["article"]]
        free = [f for f in _matching(annotated, row) if (row["article"], f.start) not in taken]
        free.sort(key=lambda f: -_agreeing(row, _told(annotated, f)))
        best = free[0] if free else None
        if best:
            taken.add((row["article"], best.start))
        result.append((row, best))
    return result


def _matching(annotated: AnnotatedArticle, row: dict) -> Iterator[Figure]:
    for figure in annotated.figures:
        if figure.span.of(annotated.text) == row["words"]:
            yield figure


def _told(annotated: AnnotatedArticle, figure: Figure) -> dict:
    block = next(b for b in annotated.blocks if b.span.contains(figure.span))
    return {
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound.value,
        "unit": figure.unit,
        "event": figure.event,
        "flagged": block.kind in FLAGGED_KINDS,
    }


def _agreeing(row: dict, told: dict) -> int:
    wanted = {**dict.fromkeys(FIELDS), "flagged": False, **row}
    return sum(wanted[field] == told[field] for field in FIELDS)


def test_every_figure_of_the_key_is_found(pairs):
    missing = [(row["article"], row["words"], row["event"]) for row, found in pairs if not found]
    assert len(missing) <= (1 - MIN_FOUND) * len(KEY), missing


def test_value_bound_unit_event_and_place_agree(articles, pairs):
    wrong = {}
    for row, found in pairs:
        told = _told(articles[row["article"]], found) if found else {}
        wanted = {**dict.fromkeys(FIELDS), "flagged": False, **row}
        for field in FIELDS:
            if found and wanted[field] != told[field]:
                wrong[row["article"], row["words"], field] = (wanted[field], told[field])
    assert len(wrong) <= (1 - MIN_RIGHT) * len(KEY), wrong


def test_nothing_else_is_taken_for_a_figure_of_harm_or_troops(articles, pairs):
    taken = {(row["article"], found.start) for row, found in pairs if found}
    military = number_words().unit_sets["military"]
    others = [
        (name, figure.span.of(each.text), figure.unit, figure.event)
        for name, each in articles.items()
        for figure in each.figures
        if (figure.event in ON_THE_KEY or (figure.unit in military and figure.event == "stay"))
        and (name, figure.start) not in taken
    ]
    assert len(others) <= (1 - MIN_PRECISION) * len(KEY), others
