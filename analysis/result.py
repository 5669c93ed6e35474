"""StoryAnalysis: one analysed story, its tables and its evidence; what a notebook holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.clean import RULES
from analysis.collect import Refused
from analysis.compare import outlets
from analysis.errors import InputError
from analysis.evidence import Wanted, evidence
from analysis.markup import Html, element, joined
from analysis.render import LAYERS, article_html, stylesheet
from analysis.schema import records
from analysis.stories import Story
from analysis.tables import TIDY, tidy
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

    @cached_property
    def _made(self) -> dict[str, pd.DataFrame]:
        return {}

    def evidence(self, **wanted: str | None) -> pd.DataFrame:
        """Return the words behind a number, each in its sentence.

        Keywords: ``contrast``, ``side``, ``term``, ``voice``, ``use``, ``outlet``,
        ``article_id``, ``speaker_id``, ``role``, ``cue_lemma``. Without a keyword about
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

    def show(self, article_id: str, layers: Sequence[str] = ("Frames",)) -> Html:
        """Return one article with the chosen layers marked, as a notebook shows it.

        Layers are ``Frames``, ``Voices`` and ``Tone``; what was set aside is folded in place.

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
            for row in records(self.table("articles"))
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
    "voices": lambda s: outlets.voices(s.table("quotes"), s.table("articles"), s.table("blocks")),
    "roles": lambda s: outlets.roles(s.table("quotes")),
    "verbs": lambda s: outlets.verbs(s.table("quotes")),
    "tone": lambda s: outlets.tone(s.table("measures")),
    "readability": lambda s: outlets.readability(s.table("measures")),
}

TABLES = (*TIDY, *_COMPARISONS)
"""Every table of a story: the tidy ones, then the comparisons."""
