"""The Python door: a story or some articles in, a StoryAnalysis out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

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

    ``clean=False`` takes each text as it is: all of it is the article. Blocks that readers
    put back in the dashboard are put back here too.
    """
    story = articles if isinstance(articles, Story) else _story(tuple(articles))
    options = Options(clean=clean, corrections={story.id: read_corrections(story.id)})
    found = tuple(analyse_articles(story.articles, options, progress=progress))
    return StoryAnalysis(story, found, versions=versions())


def _story(articles: tuple[Article, ...]) -> Story:
    ids = list(dict.fromkeys(article.story or "" for article in articles))
    name = ids[0] if len(ids) == 1 and ids[0] else "your articles"
    # One story in one analysis: without this, articles that name none would stand alone.
    return Story(name, name, tuple(replace(article, story=name) for article in articles))
