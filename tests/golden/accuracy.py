"""Write the measured tables of docs/accuracy.md: ``python tests/golden/accuracy.py``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from gold import GoldArticle, load_story, stories
from score import score_records
from tallies import Found, Rate, Tally

from analysis.paths import DOCS
from analysis.pipeline import analyse_articles
from analysis.records import to_record
from analysis.types import Article

PAGE = DOCS / "accuracy.md"

TITLES = {
    "kazakhstan-2022": "The demonstration story",
    "other": "Two invented articles",
}
"""Heading of the section that holds each story's table."""


def measured(folder: Path) -> Tally:
    """Return the scores of one annotated story, analysed from its bare texts."""
    golds = load_story(folder)
    articles = [Article(id=gold.id, text=gold.text, story=folder.name) for gold in golds]
    return score_records(golds, [to_record(each) for each in analyse_articles(articles)])


def markdown(tally: Tally, golds: tuple[GoldArticle, ...]) -> str:
    """Return the scores as a Markdown table, one row a score, n in every row."""
    words = f"{len(golds)} articles, one annotator, from the text alone."
    head = "| what | precision | recall | F1 | share right | n |\n|---|---|---|---|---|---|"
    return "\n".join([words, "", head, *_rows(tally)])


def _rows(tally: Tally) -> Iterator[str]:
    for name, score in sorted(tally.scores.items()):
        if isinstance(score, Rate):
            yield f"| {name} | | | | {_shown(score.share)} | {score.k} of {score.n} |"
        elif isinstance(score, Found):
            figures = " | ".join(_shown(v) for v in (score.precision, score.recall, score.f1))
            n = f"{score.right} right, {score.predicted} found, {score.gold} annotated"
            yield f"| {name} | {figures} | | {n} |"


def _shown(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"


def section(page: str, title: str) -> str:
    """Return the text below a second-level heading."""
    return _parts(page, title)[1].strip()


def _parts(page: str, title: str) -> tuple[str, str, str]:
    """Return what stands above and in a section, and the headings below it."""
    above, rest = page.split(f"## {title}\n", 1)
    inside, mark, below = rest.partition("\n## ")
    return f"{above}## {title}\n", inside, f"{mark}{below}"


def main() -> int:
    """Replace the table of every annotated story."""
    page = PAGE.read_text(encoding="utf-8")
    for folder in stories():
        table = markdown(measured(folder), load_story(folder))
        above, _, below = _parts(page, TITLES[folder.name])
        page = f"{above}\n{table}\n{below}"
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
