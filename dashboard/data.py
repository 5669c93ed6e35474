"""The only caller of ``analysis``: cached stories, filtered tables, evidence, corrections."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import product
from threading import Lock

import pandas as pd
import streamlit as st

from analysis import own_lists, paths
from analysis.citation import citation
from analysis.clean import RULES
from analysis.compare.diversity import WITH_MARKS
from analysis.compare.facts import fact_statements
from analysis.compare.labels import label_edits, move_label, rename_referent
from analysis.corrections import put_back, read_corrections, take_back
from analysis.extract.wordings import EXEMPT, wordings
from analysis.lexicons import Contrast, contrasts
from analysis.library import EditKind
from analysis.library import undo as undo_edit
from analysis.measures import MEASURES, Measure
from analysis.result import StoryAnalysis
from analysis.store import load_analysis
from analysis.stories import story_ids
from analysis.types import AnnotatedArticle, Span
from dashboard import state
from dashboard.prepare.lists import marked
from dashboard.query import Query

__all__ = ["label_edits", "move_label", "put_back", "rename_referent", "undo_edit"]

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
    rows = table[table["outlet"].isin(outlets)]
    order = {name: place for place, name in enumerate(outlets)}
    return rows.sort_values("outlet", key=lambda column: column.map(order), kind="stable")


@st.cache_data(ttl=60)
def stories() -> tuple[str, ...]:
    """Return the ids of the stories in the library."""
    return story_ids()


@dataclass(frozen=True)
class _Kept:
    """The analyses in memory, oldest first, and the lock that lets one session fill it."""

    analyses: dict[object, StoryAnalysis] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


@st.cache_resource
def _kept() -> _Kept:
    return _Kept()


def load(story_id: str) -> StoryAnalysis:
    """Return a story's analysis; made anew when a reader put a block back."""
    key = story_id, repr(read_corrections(story_id))
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

    analysis = load_analysis(story_id, progress=progress)
    place.empty()
    return analysis


def current() -> View:
    """Return the story and the filters of this page run."""
    selection = state.selection()
    whole = load(selection.story)
    return View(whole, whole if selection.shared_copy else whole.without_shared, selection)


def articles_per_outlet() -> list[int]:
    """Return how many articles each outlet of the story has."""
    return list(current().whole.table("articles").groupby("outlet")["article_id"].nunique())


def outlets_of(analysis: StoryAnalysis, order: state.Order) -> list[str]:
    """Return the outlets by name or by date of publication, never by value."""
    table = analysis.table("articles")
    keys = ["outlet"] if order is state.Order.NAME else ["published", "outlet"]
    return list(dict.fromkeys(table.sort_values(keys, na_position="last")["outlet"]))


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


def evidence(view: View, query: Query) -> pd.DataFrame:
    """Return the rows behind a number, in text order, outlet after outlet."""
    analysis = view.analysis
    if query.sentence:
        return _sentence_row(view.whole, *query.sentence)
    if query.fact:
        return view.whole.fact_evidence(query.fact, outlet=query.outlet)
    if query.quotes or query.unnamed:
        rows = _all_quotes(analysis, query.outlet)
        rows = rows[rows["speaker"].isna()] if query.unnamed else rows
        rows = _given(analysis, rows, query.given) if query.given else rows
    else:
        fields = (
            *("contrast", "side", "voice", "outlet", "speaker_id", "role", "cue_lemma", "term"),
            *("word", "telling", "event", "agent", "victim", "referent", "label"),
        )
        rows = analysis.evidence(**{name: getattr(query, name) for name in fields})
    return rows[rows["counted"]]


def _all_quotes(analysis: StoryAnalysis, outlet: str | None) -> pd.DataFrame:
    roles = analysis.table("quotes")["role"].unique()
    rows = pd.concat([analysis.evidence(outlet=outlet, role=role) for role in roles])
    return rows.sort_values(["article_id", "start"], kind="stable")


def _given(analysis: StoryAnalysis, rows: pd.DataFrame, given: str) -> pd.DataFrame:
    """Return the quotes whose speaker is named or not, or that hold words in marks."""
    quotes = analysis.table("quotes")
    holds = {
        "named": quotes["speaker"].notna() & quotes["named"],
        "unnamed": quotes["speaker"].notna() & ~quotes["named"],
        "direct": quotes["kind"].isin(WITH_MARKS),
    }[given]
    return rows.merge(quotes.loc[holds, ["article_id", "quote_id"]], on=["article_id", "quote_id"])


def _sentence_row(analysis: StoryAnalysis, article_id: str, sentence_id: str) -> pd.DataFrame:
    rows = analysis.table("sentences")
    found = rows[(rows["article_id"] == article_id) & (rows["sentence_id"] == sentence_id)]
    return found.assign(
        left="", node=found["text"], right="", use=None, rule=None, quote_id=None, speaker=None
    )


def same_statements(analysis: StoryAnalysis, left: str, right: str) -> set[tuple[str, str]]:
    """Return the sentences of two articles that report the same: (left id, right id)."""
    found = fact_statements(analysis.articles, analysis.alignment, analysis.corrections)
    pairs: set[tuple[str, str]] = set()
    for places in found.values():
        one, other = (
            {p.statement.sentence_id for p in places if p.annotated.article.id == article}
            for article in (left, right)
        )
        pairs.update(product(one, other))
    return pairs


def citation_of(analysis: StoryAnalysis, row: Mapping[Hashable, object]) -> str:
    """Return how to cite the sentence of a row of evidence, read today."""
    article = next(e.article for e in analysis.articles if e.article.id == row["article_id"])
    sentence = "".join(str(row[part]) for part in ("left", "node", "right"))
    return citation(article, sentence, datetime.now(UTC).date())


def contrast_lists() -> tuple[Contrast, ...]:
    """Return the word lists of all contrasts, readers' own last and marked as theirs."""
    return tuple(marked(each) for each in own_lists.merged(contrasts(), own_lists.kept()))


def wording_lists() -> tuple[Contrast, ...]:
    """Return the lists of certainty and loaded words with the kinds that are counted."""
    return tuple(
        replace(
            each,
            sides=tuple(side for side in each.sides if side.id != EXEMPT),
            terms=tuple(term for term in each.terms if term.side != EXEMPT),
        )
        for each in wordings()
    )


def measures() -> tuple[Measure, ...]:
    """Return the definition of every measure, in display order."""
    return MEASURES


def measure_labels() -> dict[str, str]:
    """Return key -> label shown to readers, of every measure."""
    return {measure.key: measure.label for measure in MEASURES}


def cleaning_rules() -> dict[str, str]:
    """Return each cleaning rule with what it does in plain words."""
    return dict(RULES)


def reasons(analysis: StoryAnalysis) -> dict[str, str]:
    """Return rule -> reason in plain words, for the rules that decided in this story."""
    rows = analysis.table("blocks").dropna(subset="why")
    return dict(zip(rows["rule"], rows["why"], strict=True))


def sides(contrast: str | None) -> list[tuple[str, list[str]]]:
    """Return one contrast or all, each with its sides as the tags in the text name them."""
    return [
        (each.label, [side.id.replace("_", " ") for side in each.sides])
        for each in contrast_lists()
        if contrast in (None, each.id)
    ]


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


def document(name: str) -> str | None:
    """Return one of this project's own documents without its title, or nothing if absent."""
    path = paths.DOCS / name
    if not path.is_file():
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("# "))


def put_backs(story_id: str) -> Mapping[str, tuple[Span, ...]]:
    """Return the blocks that readers put back, by article id."""
    return read_corrections(story_id).put_backs


def undo_put_back(story_id: str, article_id: str, span: Span) -> None:
    """Set a block aside again."""
    take_back(story_id, EditKind.PUT_BACK, article_id, *span)
