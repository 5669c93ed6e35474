"""StoryAnalysis: one analysed story, its tables and its evidence; what a notebook holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.clean import RULES
from analysis.collect import Refused
from analysis.compare import outlets
from analysis.compare.agency import agency_forms, triples
from analysis.compare.distinctive import distinctive
from analysis.compare.diversity import aliases, diversity, unheard
from analysis.compare.facts import Alignment, fact_statements, fact_table
from analysis.compare.labels import label_counts
from analysis.compare.ledger import ledger
from analysis.compare.wire import Shared, shared_passages, wire_spans, wire_table
from analysis.compare.wordings import wording_rates
from analysis.corrections import Corrections
from analysis.errors import InputError
from analysis.evidence import Wanted, concordance_line, evidence
from analysis.markup import Html, element, joined
from analysis.render import LAYERS, article_html, stylesheet
from analysis.schema import records, table
from analysis.shared_copy import without_shared
from analysis.stories import Story
from analysis.tables import TIDY, span_voice, tidy
from analysis.types import AnnotatedArticle

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class StoryAnalysis:
    """A story with everything found in it."""

    story: Story
    articles: tuple[AnnotatedArticle, ...]
    refused: tuple[Refused, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    uncorrected: tuple[AnnotatedArticle, ...] = ()
    """The articles as the analysis found them, before readers' corrections of speakers."""
    alignment: Alignment | None = None
    """Which statements report the same; without it the table of facts is empty."""
    corrections: Corrections = field(default_factory=Corrections)
    """What readers decided: links between statements and names of facts are applied to tables."""

    def table(self, name: str) -> pd.DataFrame:
        """Return a table of the data contract by name; do not change it in place.

        Raises
        ------
        InputError
            If there is no such table; the message lists those there are.
        """
        if name not in TABLES:
            message = f"no table '{name}'; there are: {', '.join(TABLES)}"
            raise InputError(message)
        if name not in self._made:
            compute = _COMPARISONS.get(name)
            self._made[name] = compute(self) if compute else tidy(name, self.articles)
        return self._made[name]

    def rows(self, name: str) -> list[dict[str, object]]:
        """Return the rows of a table as dictionaries, made once; do not change them in place."""
        if name not in self._rows:
            self._rows[name] = records(self.table(name))
        return self._rows[name]

    @cached_property
    def _made(self) -> dict[str, pd.DataFrame]:
        return {}

    @cached_property
    def _rows(self) -> dict[str, list[dict[str, object]]]:
        return {}

    @cached_property
    def _passages(self) -> tuple[Shared, ...]:
        """What the outlets share word for word: the table lists it, comparisons leave it out."""
        return tuple(shared_passages(self.articles))

    @cached_property
    def without_shared(self) -> StoryAnalysis:
        """The same story with every passage that several articles print counted in one only.

        For comparing outlets. Facts are not compared in it: two texts that print one
        agency's sentence both report what it says.
        """
        spans = wire_spans(self.articles, self._passages)
        if not spans:
            return self
        articles = without_shared(self.articles, spans)
        return replace(self, articles=articles, alignment=None)

    def evidence(self, **wanted: str | None) -> pd.DataFrame:
        """Return the words behind a number, each in its sentence.

        Keywords: ``contrast``, ``side``, ``term``, ``voice``, ``use``, ``outlet``,
        ``article_id``, ``speaker_id``, ``role``, ``cue_lemma``; for harm ``telling`` with
        ``event``, ``agent``, ``victim``, ``harmed``. Without a keyword about
        speakers the rows are uses of listed terms, else quotes.

        Raises
        ------
        InputError
            If a keyword is not one of these.
        """
        known = [field.name for field in fields(Wanted)]
        unknown = [name for name in wanted if name not in known]
        if unknown:
            message = f"evidence cannot be chosen by '{unknown[0]}'; there are: {', '.join(known)}"
            raise InputError(message)
        return evidence(self.articles, Wanted(**wanted))

    def fact_evidence(self, fact_id: str, *, outlet: str | None = None) -> pd.DataFrame:
        """Return the statements behind a row of the table of facts, each in its sentence.

        One row per statement, as ``evidence`` returns them; ``outlet`` chooses one cell. For a
        cell that does not carry the fact there is no row: its nearest sentence is in the table.

        Raises
        ------
        InputError
            If there is no such fact.
        """
        found = fact_statements(self.articles, self.alignment, self.corrections)
        if fact_id not in found:
            message = f"no fact '{fact_id}'; the table 'facts' lists those there are"
            raise InputError(message)
        rows = [
            {
                **concordance_line(place.annotated, place.statement.span),
                "voice": span_voice(place.annotated, place.statement.span),
                "rule": "same statement",
            }
            for place in found[fact_id]
            if outlet in (None, place.annotated.article.label)
        ]
        return table("evidence", rows)

    def show(self, article_id: str, layers: Sequence[str] = ("Frames",)) -> Html:
        """Return one article with the chosen layers marked, as a notebook shows it.

        Layers are ``Frames``, ``Voices``, ``Tone``, ``Figures`` and ``Agency``; what was set
        aside is folded in place.

        Raises
        ------
        InputError
            If there is no such article or layer; the message lists those there are.
        """
        by_id = {each.article.id: each for each in self.articles}
        if article_id not in by_id:
            message = f"no article '{article_id}'; there are: {', '.join(by_id)}"
            raise InputError(message)
        unknown = [layer for layer in layers if layer not in LAYERS]
        if unknown:
            message = f"no layer '{unknown[0]}'; there are: {', '.join(LAYERS)}"
            raise InputError(message)
        annotated = by_id[article_id]
        marks = [mark for layer in layers for mark in LAYERS[layer](annotated)]
        return joined(stylesheet(), article_html(annotated, marks, reasons=RULES))

    def _repr_html_(self) -> str:
        """Return the list of articles, for a notebook."""
        heads = {
            "outlet": "Outlet",
            "title": "Headline",
            "n_words": "Words",
            "n_sentences": "Sentences",
            "n_quotes": "Quotes",
        }
        rows = [
            element("tr", *(element("td", _cell(row[key])) for key in heads))
            for row in self.rows("articles")
        ]
        head = element("tr", *(element("th", label) for label in heads.values()))
        body = element("table", element("thead", head), element("tbody", *rows))
        return joined(element("h3", self.story.title), body).markup


def _cell(value: object) -> str:
    """Return a value as people read it; what is missing is said to be."""
    if isinstance(value, float):  # a missing text is nan
        return "not known"
    return f"{value:,}" if isinstance(value, int) else str(value)


_COMPARISONS: dict[str, Callable[[StoryAnalysis], pd.DataFrame]] = {
    "framing": lambda s: outlets.framing(s.table("measures")),
    "wording_rates": lambda s: wording_rates(s.table("measures")),
    "agency_forms": lambda s: agency_forms(s.table("agency"), s.table("articles")),
    "triples": lambda s: triples(s.table("agency")),
    "distinctive": lambda s: distinctive(s.articles),
    "label_counts": lambda s: label_counts(s.table("labels")),
    "voices": lambda s: outlets.voices(s.table("quotes"), s.table("articles"), s.table("blocks")),
    "roles": lambda s: outlets.roles(s.table("quotes")),
    "verbs": lambda s: outlets.verbs(s.table("quotes")),
    "diversity": lambda s: diversity(s.table("quotes"), s.table("voices"), s.table("articles")),
    "unheard": lambda s: unheard(s.table("quotes"), s.table("articles")),
    "aliases": lambda s: aliases(s.table("quotes"), tidy("quotes", s.uncorrected or s.articles)),
    "tone": lambda s: outlets.tone(s.table("measures")),
    "readability": lambda s: outlets.readability(s.table("measures")),
    "ledger": lambda s: ledger(s.table("figures"), s.table("articles")),
    "facts": lambda s: fact_table(s.articles, s.alignment, s.corrections),
    "wire": lambda s: wire_table(s.articles, s._passages),
}

TABLES = (*TIDY, *_COMPARISONS)
"""Every table of a story: the tidy ones, then the comparisons."""
