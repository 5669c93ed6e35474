"""StoryAnalysis: one analysed story, its tables and its evidence; what a notebook holds."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.collect import Refused
from analysis.compare import outlets
from analysis.errors import InputError
from analysis.evidence import Wanted, evidence
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
        """
        return evidence(self.articles, Wanted(**wanted))

    def _repr_html_(self) -> str:
        """Return the list of articles, for a notebook."""
        rows = "".join(
            f"<tr><td>{html.escape(row['outlet'])}</td><td>{html.escape(str(row['title']))}</td>"
            f"<td>{row['n_words']:,}</td><td>{row['n_sentences']}</td><td>{row['n_quotes']}</td></tr>"
            for row in self.table("articles").to_dict("records")
        )
        return (
            f"<h3>{html.escape(self.story.title)}</h3><table><thead><tr><th>Outlet</th>"
            "<th>Headline</th><th>Words</th><th>Sentences</th><th>Quotes</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )


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
