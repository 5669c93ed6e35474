"""python -m analysis.worker STORY_ID: analyse one story in a process of its own."""

from __future__ import annotations

import sys

from analysis import library
from analysis.compare.facts import align
from analysis.corrections import read_corrections
from analysis.errors import ParallaxError
from analysis.parse_store import rescored_story, write_parses
from analysis.pipeline import Options, analyse_articles
from analysis.rescoring import KeptParse, keep
from analysis.store import kept_at, write


def main(story_id: str) -> int:
    """Analyse and keep the story; progress goes to standard output, one line an article.

    Where nothing but word lists changed since it was last analysed, only their words are looked
    for again.
    """
    story = library.load_story(story_id)
    corrections = read_corrections(story.id)
    path = kept_at(story, corrections)
    if again := rescored_story(story, corrections):
        write(path, again.articles, again.alignment)
        return 0
    parses: list[KeptParse] = []
    options = Options(corrections={story.id: corrections})
    articles = tuple(
        analyse_articles(
            story.articles,
            options,
            progress=_tell,
            on_parsed=lambda parsed: parses.append(keep(parsed)),
        )
    )
    write(path, articles, align(articles))
    write_parses(story, corrections, parses)
    return 0


def _tell(done: int, total: int, label: str) -> None:
    sys.stdout.write(f"{done}\t{total}\t{label}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except ParallaxError as err:
        sys.exit(str(err))
