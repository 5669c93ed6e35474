"""The only caller of ``analysis``: cached stories, filtered tables, evidence, corrections."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from threading import Lock
from typing import TYPE_CHECKING

import streamlit as st

from analysis import library
from analysis.compare.facts import fact_statements
from analysis.corrections import read_corrections
from analysis.result import StoryAnalysis
from analysis.store import load_analysis
from analysis.stories import Story
from analysis.types import AnnotatedArticle, Span
from dashboard import state

if TYPE_CHECKING:
    import pandas as pd

MAX_STORIES = 4
"""Analysed stories kept in memory; an article of 800 words takes well under 1 MB."""

_ARTICLE_FIELDS = {
    "outlet": "Outlet",
    "title": "Headline",
    "byline": "Author",
    "published": "Published",
    "genre": "Form",
    "rights": "Rights",
    "url": "Address",
}


@dataclass(frozen=True)
class View:
    """One story as the reader chose to see it."""

    whole: StoryAnalysis
    """Every article as it is: for reading, and for what several texts report."""
    analysis: StoryAnalysis
    """What is compared: shared copy counted in one text only, unless the reader says else."""
    selection: state.Selection

    def table(self, name: str) -> pd.DataFrame:
        """Return a table for the chosen outlets, in the chosen order of outlets."""
        return arranged(self.analysis.table(name), self.selection.outlets)

    def whole_table(self, name: str) -> pd.DataFrame:
        """Return the same from all of every article."""
        return arranged(self.whole.table(name), self.selection.outlets)

    @property
    def outlets(self) -> list[str]:
        """Return the chosen outlets in display order."""
        return list(self.selection.outlets)


def arranged(table: pd.DataFrame, outlets: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of the outlets, those of the first outlet first."""
    places: dict[str, list[int]] = {name: [] for name in outlets}
    for place, name in enumerate(table["outlet"]):
        if name in places:
            places[name].append(place)
    return table.take([place for those in places.values() for place in those])


def stories() -> dict[str, str]:
    """Return id -> title of the stories that can be opened, as they are at this moment."""
    return _stories(library.mark())


@st.cache_data(max_entries=1, ttl=60)
def _stories(mark: str) -> dict[str, str]:
    """Return the same; ``mark`` is another one whenever anybody changed the library."""
    return {each.id: each.title for each in library.stories() if each.n_articles}


def story_now(story_id: str) -> Story:
    """Return the articles of a story as they are at this moment."""
    return _story(story_id, library.mark())


@lru_cache(maxsize=MAX_STORIES)
def _story(story_id: str, mark: str) -> Story:
    """Return the same; ``mark`` is another one whenever anybody changed the library."""
    return library.load_story(story_id)


@lru_cache(maxsize=MAX_STORIES)
def _decided(story_id: str, mark: str) -> str:
    """Return what readers decided about a story, as a text that can be compared."""
    return repr(read_corrections(story_id))


@dataclass(frozen=True)
class _Kept:
    """The analyses in memory, oldest first, and the lock that lets one session fill it."""

    analyses: dict[object, StoryAnalysis] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


@st.cache_resource
def _kept() -> _Kept:
    return _Kept()


def load(story_id: str) -> StoryAnalysis:
    """Return a story's analysis; made anew when its articles or decisions about it change."""
    key = story_now(story_id), _decided(story_id, library.mark())
    kept = _kept()
    with kept.lock:
        if key not in kept.analyses:
            kept.analyses[key] = _read(story_id)
        while len(kept.analyses) > MAX_STORIES:
            del kept.analyses[next(iter(kept.analyses))]
        return kept.analyses[key]


def _read(story_id: str) -> StoryAnalysis:
    """Return the analysis from the store, telling how far its making has come."""
    place = st.empty()
    place.progress(0.0, text="Reading the articles")

    def progress(done: int, total: int, label: str) -> None:
        place.progress(done / total, text=f"Reading the articles: {done} of {total} done")

    try:
        return load_analysis(story_id, progress=progress)
    finally:
        place.empty()


def current() -> View:
    """Return the story and the filters of this page run."""
    selection = state.selection()
    whole = load(selection.story)
    return View(whole, whole if selection.shared_copy else whole.without_shared, selection)


def outlets_of(analysis: StoryAnalysis, order: state.Order) -> list[str]:
    """Return the outlets by name or by date of publication, never by value."""
    by_name = sorted((each.article for each in analysis.articles), key=lambda each: each.label)
    if order is state.Order.DATE:
        by_name.sort(key=lambda each: (each.published is None, each.published or ""))
    return list(dict.fromkeys(each.label for each in by_name))


def articles_by_name(
    analysis: StoryAnalysis, order: state.Order = state.Order.NAME
) -> dict[str, AnnotatedArticle]:
    """Return the articles by the name shown; two from one outlet are told apart by their id."""
    place = outlets_of(analysis, order).index
    ordered = sorted(analysis.articles, key=lambda each: place(each.article.label))
    labels = [each.article.label for each in ordered]
    return {
        label if labels.count(label) == 1 else f"{label} ({each.article.id})": each
        for label, each in zip(labels, ordered, strict=True)
    }


def name_of(analysis: StoryAnalysis, article_id: str) -> str:
    """Return the name shown for an article."""
    names = articles_by_name(analysis)
    return next(name for name, each in names.items() if each.article.id == article_id)


def same_statements(analysis: StoryAnalysis, article: str) -> dict[str, set[tuple[str, str]]]:
    """Return, by the id of each other article, the sentences that report the same.

    Each is a pair: the sentence of ``article``, and that of the other one.
    """
    found = fact_statements(analysis.articles, analysis.alignment, analysis.corrections)
    pairs: dict[str, set[tuple[str, str]]] = {
        each.article.id: set() for each in analysis.articles if each.article.id != article
    }
    for places in found.values():
        told: dict[str, set[str]] = {}
        for place in places:
            told.setdefault(place.annotated.article.id, set()).add(place.statement.sentence_id)
        for other, sentences in told.items():
            if other != article:
                pairs[other].update(product(told.get(article, ()), sentences))
    return pairs


def reasons(analysis: StoryAnalysis) -> dict[str, str]:
    """Return rule -> reason in plain words, for the rules that decided in this story."""
    rows = analysis.rows("blocks")
    return {str(row["rule"]): row["why"] for row in rows if isinstance(row["why"], str)}


def blocks(analysis: StoryAnalysis, article_id: str) -> pd.DataFrame:
    """Return the blocks of one article in text order."""
    rows = analysis.table("blocks")
    return rows[rows["article_id"] == article_id]


def text_of(analysis: StoryAnalysis, article_id: str, span: Span) -> str:
    """Return the words of a span of an article."""
    return next(span.of(each.text) for each in analysis.articles if each.article.id == article_id)


def known(analysis: StoryAnalysis) -> dict[tuple[str, str], str]:
    """Return the words that show how a field is known, by article id and field."""
    return {(each.article_id, each.field): each.why for each in analysis.story.known if each.why}


def article_facts(analysis: StoryAnalysis, article_id: str) -> list[tuple[str, str]]:
    """Return what is known of an article, each with how it is known."""
    article = next(each.article for each in analysis.articles if each.article.id == article_id)
    known = {each.field: each for each in analysis.story.known if each.article_id == article_id}
    facts = []
    for name, label in _ARTICLE_FIELDS.items():
        basis = known.get(name)
        how = f" ({basis.basis}: {basis.why})" if basis and basis.why else ""
        value = getattr(article, name) or "not known"
        facts.append((label, f"{value}{how}"))
    return facts
