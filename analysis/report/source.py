"""What every section of a report is made from: the story, what is compared, what may be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.lexicons import Contrast
from analysis.result import StoryAnalysis
from analysis.rights import Rights, printable, rights_of
from analysis.types import AnnotatedArticle

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Source:
    """A story, ready to be reported."""

    whole: StoryAnalysis
    compared: StoryAnalysis
    """The same with every passage that several texts print counted in one of them only."""
    outlets: tuple[str, ...]
    """By name: a list by value reads as an order of merit."""
    lists: tuple[Contrast, ...]
    articles: Mapping[str, AnnotatedArticle]
    printed: Mapping[str, frozenset[str]]
    """Article -> the sentences that may stand in the report in full."""

    def table(self, name: str) -> pd.DataFrame:
        """Return a table for comparing outlets, in the order of the report."""
        return self._arranged(self.compared.table(name))

    def whole_table(self, name: str) -> pd.DataFrame:
        """Return a table made from all of every article."""
        return self._arranged(self.whole.table(name))

    def _arranged(self, table: pd.DataFrame) -> pd.DataFrame:
        place = {name: number for number, name in enumerate(self.outlets)}
        return table.sort_values("outlet", key=lambda column: column.map(place), kind="stable")

    def number(self, outlet: object) -> int:
        """Return the number of an outlet, for ids: names may hold any character."""
        return self.outlets.index(str(outlet)) + 1

    def is_link_only(self, article_id: object) -> bool:
        """Return whether nothing of an article's text may be reprinted."""
        return rights_of(self.articles[str(article_id)].article) is Rights.LINK


def source_of(analysis: StoryAnalysis, lists: Sequence[Contrast]) -> Source:
    """Return what the sections need."""
    return Source(
        whole=analysis,
        compared=analysis.without_shared,
        outlets=tuple(sorted({each.article.label for each in analysis.articles})),
        lists=tuple(lists),
        articles={each.article.id: each for each in analysis.articles},
        printed={each.article.id: printable(each) for each in analysis.articles},
    )
