"""Articles -> pieces of work -> lines of output, for one process or many."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.types import Article

MAX_JOB_CHARS = 20_000
"""Characters of lone articles in one piece of work, about five articles: seconds of work, so that
little is lost with a worker."""

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
"""How many threads the matrix kernels take: two cost half as much processor time again and gain
nothing, and several workers would fight for the cores."""

COLLECT_AT = (50_000, 20, 100)
"""Objects made between two searches for unreachable ones: parses are many small objects, and
Python's 700 makes it go through them a hundred times an article."""

CPU_SECONDS = 60
"""Processor time for one article, in seconds; the longest one that is taken (100,000 characters)
needs about 20 on the machine this was measured on. Not enforced on Windows."""

PATIENCE = 6
"""Seconds on the clock for one of processor time, before a worker is taken for stuck: others may
want the processor too."""

BREAKDOWNS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError,
    TypeError, ValueError,
)  # fmt: skip
"""What an analysis may raise on a text it was not made for; anything else is no text's fault."""


@dataclass(frozen=True, slots=True)
class Job:
    """Articles that are analysed together: those of one story, or a few that have none."""

    places: tuple[int, ...]
    """Their places among all articles."""
    articles: tuple[Article, ...]
    is_story: bool

    def singles(self) -> list[Job]:
        """Return a job for each article, by itself."""
        pairs = zip(self.places, self.articles, strict=True)
        return [Job((place,), (article,), is_story=False) for place, article in pairs]

    def only(self, places: Container[int]) -> Job:
        """Return the same with no other articles than those."""
        pairs = zip(self.places, self.articles, strict=True)
        kept = [(place, article) for place, article in pairs if place in places]
        return replace(
            self,
            places=tuple(place for place, _ in kept),
            articles=tuple(article for _, article in kept),
        )


@dataclass(frozen=True, slots=True)
class Done:
    """A job that was tried: one line for each of its articles, or why there is none."""

    job: Job
    lines: tuple[str, ...] = ()
    refusal: str = ""


Work = Callable[[Job, object], list[str]]
"""A job, and what was chosen about all jobs -> a line for each article."""


def tried(job: Job, work: Work, options: object) -> Done:
    """Return what came of a job; where the analysis breaks down, that is the reason.

    What is wrong with the installation, such as a missing model, is raised.
    """
    try:
        return Done(job, tuple(work(job, options)))
    except (*BREAKDOWNS, MemoryError) as err:
        return Done(job, refusal=breakdown(err))


def breakdown(err: BaseException) -> str:
    """Return how it is said that the analysis broke down on an article."""
    return f"the analysis broke down on it ({type(err).__name__}); please report it"


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
    settle()


def settle() -> None:
    """Search seldom for unreachable objects, and never again among those that are there now."""
    gc.collect()
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
