"""python -m analysis.worker STORY_ID: analyse one story in a process of its own."""

from __future__ import annotations

import sys

from analysis import library
from analysis.compare.facts import align
from analysis.corrections import read_corrections
from analysis.errors import ParallaxError
from analysis.pipeline import Options, analyse_articles
from analysis.store import kept_at, write


def main(story_id: str) -> int:
    """Analyse and keep the story; progress goes to standard output, one line an article."""
    story = library.load_story(story_id)
    corrections = read_corrections(story.id)
    options = Options(corrections={story.id: corrections})
    articles = tuple(analyse_articles(story.articles, options, progress=_tell))
    write(kept_at(story, corrections), articles, align(articles))
    return 0


def _tell(done: int, total: int, label: str) -> None:
    sys.stdout.write(f"{done}\t{total}\t{label}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except ParallaxError as err:
        sys.exit(str(err))
