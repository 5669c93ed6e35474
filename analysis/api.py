"""The Python door: a story or some articles in, a StoryAnalysis out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from analysis.compare.facts import align
from analysis.corrected import corrected
from analysis.corrections import read_corrections
from analysis.pipeline import Options, analyse_articles
from analysis.result import StoryAnalysis
from analysis.stories import Story
from analysis.types import Article, Progress
from analysis.versions import versions


def analyse(
    articles: Story | Iterable[Article],
    *,
    clean: bool = True,
    progress: Progress | None = None,
) -> StoryAnalysis:
    """Return the analysis of a story, or of articles taken as one story.

    ``clean=False`` takes each text as it is: all of it is the article. What readers corrected
    in the dashboard, blocks put back and speakers, is corrected here too.
    """
    story = articles if isinstance(articles, Story) else _story(tuple(articles))
    corrections = read_corrections(story.id)
    options = Options(clean=clean, corrections={story.id: corrections})
    found = tuple(analyse_articles(story.articles, options, progress=progress))
    return StoryAnalysis(
        story,
        corrected(found, corrections),
        versions=versions(),
        uncorrected=found,
        alignment=align(found),
        corrections=corrections,
    )


def _story(articles: tuple[Article, ...]) -> Story:
    ids = list(dict.fromkeys(article.story or "" for article in articles))
    name = ids[0] if len(ids) == 1 and ids[0] else "your articles"
    # One story in one analysis: without this, articles that name none would stand alone.
    return Story(name, name, tuple(replace(article, story=name) for article in articles))
