"""Articles -> pieces of work -> lines of output, for one process or many."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.types import Article

MAX_JOB_CHARS = 20_000
"""Characters of lone articles in one piece of work, about five articles: seconds of work, so that
little is lost with a worker."""

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""How many threads the matrix kernels take: two cost half as much processor time again and gain
nothing, and several workers would fight for the cores."""

COLLECT_AT = (50_000, 20, 100)
"""Objects made between two searches for unreachable ones: parses are many small objects, and
Python's 700 makes it go through them a hundred times an article."""


@dataclass(frozen=True, slots=True)
class Job:
    """Articles that are analysed together: those of one story, or a few that have none."""

    places: tuple[int, ...]
    """Their places among all articles."""
    articles: tuple[Article, ...]
    is_story: bool

    def parts(self) -> list[Job]:
        """Return a job for each article, where they do not belong together."""
        if self.is_story:
            return [self]
        pairs = zip(self.places, self.articles, strict=True)
        return [Job((place,), (article,), is_story=False) for place, article in pairs]


def jobs(articles: Sequence[Article], done: Iterable[int] = ()) -> Iterator[Job]:
    """Yield the work in the order in which it comes, without the places that are done.

    A story of which anything is missing is done anew, whole: one name stands for one speaker
    in all of it.
    """
    known = set(done)
    stories: dict[str, list[int]] = {}
    lone: list[int] = []
    for place, article in enumerate(articles):
        if article.story:
            stories.setdefault(article.story, []).append(place)
        elif place not in known:
            lone.append(place)
    for places in stories.values():
        if not known.issuperset(places):
            yield _job(articles, places, is_story=True)
    for places in _runs(articles, lone):
        yield _job(articles, places, is_story=False)


def _job(articles: Sequence[Article], places: Sequence[int], *, is_story: bool) -> Job:
    return Job(tuple(places), tuple(articles[place] for place in places), is_story)


def _runs(articles: Sequence[Article], places: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    size = 0
    for place in places:
        length = len(articles[place].text)
        if run and size + length > MAX_JOB_CHARS:
            yield run
            run, size = [], 0
        run.append(place)
        size += length
    if run:
        yield run


def prepare() -> None:
    """Make this process ready for many articles: one thread a product, models and lists loaded."""
    for name in THREADS:
        os.environ.setdefault(name, "1")

    from analysis import nlp  # noqa: PLC0415 -- numpy reads the number of threads when imported

    nlp.steps()
    gc.collect()
    # What is loaded now stays: no search for unreachable objects need go through it again.
    gc.freeze()
    gc.set_threshold(*COLLECT_AT)


def lines_of(job: Job, options: object) -> list[str]:
    """Return one line of JSON for each article of the job, in its order."""
    from analysis.corrected import corrected_stories  # noqa: PLC0415 -- see ``prepare``
    from analysis.pipeline import Options, analyse_articles  # noqa: PLC0415 -- the same
    from analysis.records import to_record  # noqa: PLC0415 -- the same

    if not isinstance(options, Options):
        message = f"options of type {type(options).__name__}"
        raise TypeError(message)
    found = corrected_stories(analyse_articles(job.articles, options), options.corrections)
    return [json.dumps(to_record(each), ensure_ascii=False) for each in found]
