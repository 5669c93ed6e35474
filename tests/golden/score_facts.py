"""Score which facts were found in which articles against facts.toml.

    python tests/golden/score_facts.py

A found fact is a group of statements of two or more articles; each statement carries the key's
facts whose words it holds. A group is *right* if one fact of the key is carried by all its
articles; a fact of the key is *found* if one group has it from two articles or more. A *cell* is a
fact in an article. What touches only facts that careful readers would differ on is not judged.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.api import analyse
from analysis.compare.facts import Place, fact_statements
from analysis.result import StoryAnalysis
from analysis.stories import load_story
from analysis.types import Span

KEY = Path(__file__).with_name("facts.toml")
STORY = "kazakhstan-2022"


@dataclass(frozen=True)
class KeyFact:
    """One fact of the key: where each article tells of it."""

    id: str
    name: str
    is_optional: bool
    places: dict[str, tuple[Span, ...]]

    def is_in(self, place: Place) -> bool:
        """Return whether a statement tells of the fact."""
        spans = self.places.get(place.annotated.article.id, ())
        return any(place.statement.span.overlaps(span) for span in spans)


@dataclass(frozen=True)
class Score:
    """Counts behind precision and recall."""

    right: int
    groups: int
    found: int
    facts: int
    right_cells: int
    found_cells: int
    told_cells: int
    cells: int
    misses: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Return the share of the groups that are right."""
        return self.right / self.groups

    @property
    def recall(self) -> float:
        """Return the share of the key's facts that were found."""
        return self.found / self.facts


def load_key(texts: dict[str, str]) -> tuple[KeyFact, ...]:
    """Return the key with the place of each of its strings.

    Raises
    ------
    ValueError
        If a string is not in its article.
    """
    rows = tomllib.loads(KEY.read_text(encoding="utf-8"))["facts"]
    return tuple(
        KeyFact(
            row["id"],
            row["name"],
            row.get("optional", False),
            {
                article: tuple(span for words in row[article] for span in _found(text, words))
                for article, text in texts.items()
                if article in row
            },
        )
        for row in rows
    )


def _found(text: str, words: str) -> list[Span]:
    starts = [n for n in range(len(text)) if text.startswith(words, n)]
    if not starts:
        message = f"facts.toml: not in its article: {words!r}"
        raise ValueError(message)
    return [Span(start, start + len(words)) for start in starts]


def score(analysis: StoryAnalysis) -> Score:
    """Return how the facts of an analysis agree with the key."""
    key = load_key({each.article.id: each.text for each in analysis.articles})
    found = fact_statements(analysis.articles, analysis.alignment, analysis.corrections)
    groups = [each for each in map(_Group, found.values()) if not each.is_optional(key)]
    required = [fact for fact in key if not fact.is_optional]
    best = {f.id: max((_Group(g).cells(f) for g in found.values()), default=0) for f in required}
    told = {fact_id: n for fact_id, n in best.items() if n > 1}
    wrong = [f"wrong: {group}" for group in groups if not group.is_right(key)]
    missed = [f"missed: {fact.name}" for fact in required if fact.id not in told]
    return Score(
        right=len(groups) - len(wrong),
        groups=len(groups),
        found=len(told),
        facts=len(required),
        right_cells=sum(group.right_cells(key) for group in groups),
        found_cells=sum(len(group.articles) for group in groups),
        told_cells=sum(told.values()),
        cells=sum(len(fact.places) for fact in required),
        misses=(*wrong, *missed),
    )


class _Group:
    """One found fact, beside the key."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = places
        self.articles = {place.article for place in places}

    def cells(self, fact: KeyFact) -> int:
        """Return how many articles tell of a fact of the key with these statements."""
        return len({place.article for place in self.places if fact.is_in(place)})

    def right_cells(self, key: Sequence[KeyFact]) -> int:
        """Return how many articles tell of the fact of the key that fits best."""
        most = max(self.cells(fact) for fact in key)
        return most if most > 1 else 0

    def is_right(self, key: Sequence[KeyFact]) -> bool:
        """Return whether one fact of the key is told by all its articles."""
        return self.right_cells(key) == len(self.articles)

    def is_optional(self, key: Sequence[KeyFact]) -> bool:
        """Return whether only a fact that readers differ on is told by all its articles."""
        fitting = [fact for fact in key if self.cells(fact) == len(self.articles)]
        return bool(fitting) and all(fact.is_optional for fact in fitting)

    def __str__(self) -> str:
        return " | ".join(
            f"{place.annotated.article.id}: {' '.join(place.text.split())}" for place in self.places
        )


def main() -> None:
    """Print the figures, then every miss."""
    found = score(analyse(load_story(STORY)))
    lines = (
        f"facts: precision {found.precision:.3f} (n {found.groups}), "
        f"recall {found.recall:.3f} (n {found.facts})",
        f"cells: precision {found.right_cells / found.found_cells:.3f} (n {found.found_cells}), "
        f"recall {found.told_cells / found.cells:.3f} (n {found.cells})",
        *found.misses,
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
