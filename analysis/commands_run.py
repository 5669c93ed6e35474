"""What ``python -m analysis run`` does: many articles, all cores, nothing done twice."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from analysis.attempts import done_here
from analysis.collect import Refused, collect
from analysis.commands import ProgressBar, progress, refused_status
from analysis.corrections import read_corrections
from analysis.errors import InputError
from analysis.fingerprint import fingerprint
from analysis.jobs import Done, Job, jobs, lines_of, prepare
from analysis.journal import REFUSED, Journal
from analysis.parallel import Pool
from analysis.pipeline import Options
from analysis.process_limits import n_cores
from analysis.records import from_record
from analysis.spreadsheet import to_csv
from analysis.tables import TIDY, tidy
from analysis.types import AnnotatedArticle, Article
from analysis.whole_file import whole_file

FEW = 8
"""Articles up to which no worker is started: starting one takes as long as five articles."""

INTERRUPTED = 130
"""Exit status of a command that was stopped by Ctrl-C, as shells have it."""

PER_WORKER = 10
"""Articles at least for each worker, for the same reason."""


def run(arguments: argparse.Namespace) -> int:
    """Analyse the inputs and write them as the data contract says."""
    if arguments.format != "jsonl" and arguments.out == "-":
        message = f"{arguments.format} writes one file per table: add --out FOLDER"
        print(f"usage: {message}", file=sys.stderr)
        return 2
    collected = collect(arguments.inputs)
    articles = collected.articles
    if arguments.story:
        articles = tuple(replace(article, story=arguments.story) for article in articles)
    ids = {article.story for article in articles if article.story}
    corrections = {story: read_corrections(story) for story in sorted(ids)}
    options = Options(clean=not arguments.no_clean, corrections=corrections)
    with Journal(_kept_at(arguments.out, articles, options)) as journal:
        lines = _analysed(articles, options, journal, arguments.workers)
        try:
            if arguments.format == "jsonl":
                _write_jsonl(lines, arguments.out)
            else:
                _write_tables(_annotated(lines), Path(arguments.out), arguments.format)
        except KeyboardInterrupt:
            return _stopped(len(journal), len(articles), arguments.out)
        refused = tuple(_refusals(articles, journal))
        journal.remove()
    return refused_status(replace(collected, refused=(*collected.refused, *refused)))


def _stopped(n_done: int, n_articles: int, out: str) -> int:
    kept = "are kept; the same command goes on from there" if out != "-" else "were finished"
    print(f"stopped; {n_done} of {n_articles} articles {kept}", file=sys.stderr)
    return INTERRUPTED


def _kept_at(out: str, articles: Iterable[Article], options: Options) -> Path | None:
    """Return where finished articles are kept while the rest is analysed."""
    if out == "-":
        return None
    # Resolved, so that "." has a name too.
    place = Path(out).resolve()
    decided = (options.clean, sorted(options.corrections.items()), *articles)
    place.parent.mkdir(parents=True, exist_ok=True)
    return place.with_name(f".{place.name}.{fingerprint(decided)}.part")


def _analysed(
    articles: Sequence[Article], options: Options, journal: Journal, workers: int | None
) -> Iterator[str]:
    """Yield the lines of the articles in input order, each as soon as those before it are there.

    What is still to be done does not count as there: a story of which a part was finished
    before is done anew, whole, and may come to other lines.
    """
    if len(journal):
        print(
            f"{len(journal)} of {len(articles)} articles were finished before; going on",
            file=sys.stderr,
        )
    position = 0
    work = list(jobs(articles, journal))
    awaited = {place for job in work for place in job.places}
    with progress(len(articles), len(journal)) as bar:
        for done in _finished(work, options, workers):
            _keep(done, journal, bar, len(articles))
            awaited.difference_update(done.job.places)
            while position in journal and position not in awaited:
                yield from _line(journal, position)
                position += 1
    for place in range(position, len(articles)):
        yield from _line(journal, place)


def _keep(done: Done, journal: Journal, bar: ProgressBar, n_articles: int) -> None:
    lines = done.lines or [REFUSED + done.refusal] * len(done.job.places)
    for place, article, line in zip(done.job.places, done.job.articles, lines, strict=True):
        journal.add(place, line)
        bar(len(journal), n_articles, article.label)


def _line(journal: Journal, place: int) -> Iterator[str]:
    line = journal.line(place)
    if not line.startswith(REFUSED):
        yield line


def _refusals(articles: Sequence[Article], journal: Journal) -> Iterator[Refused]:
    """Yield the articles that were given up while they were analysed."""
    for place, article in enumerate(articles):
        line = journal.line(place)
        if line.startswith(REFUSED):
            yield Refused(article.id, line.removeprefix(REFUSED))


def _finished(work: list[Job], options: Options, workers: int | None) -> Iterator[Done]:
    n_articles = sum(len(job.articles) for job in work)
    if workers is None and n_articles <= FEW:
        yield from done_here(work, lines_of, options)
        return
    n = workers or min(n_cores(), 1 + n_articles // PER_WORKER)
    with Pool(lines_of, prepare, options, n) as pool:
        yield from pool.done(work)


def _annotated(lines: Iterable[str]) -> tuple[AnnotatedArticle, ...]:
    return tuple(from_record(json.loads(line)) for line in lines)


def _write_jsonl(lines: Iterable[str], out: str) -> None:
    with _output(out) as stream:
        for line in lines:
            stream.write(line + "\n")


@contextmanager
def _output(out: str) -> Iterator[TextIO]:
    if out == "-":
        sys.stdout.reconfigure(encoding="utf-8")  # pyright: ignore[reportAttributeAccessIssue] -- a text stream here
        yield sys.stdout
        return
    path = Path(out)
    if path.is_dir():
        message = f"'{out}' is a folder; jsonl is one file: add a file name to --out"
        raise InputError(message)
    with whole_file(path) as part, part.open("w", encoding="utf-8") as stream:
        yield stream


def _write_tables(found: tuple[AnnotatedArticle, ...], folder: Path, kind: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in TIDY:
        frame = tidy(name, found)
        path = folder / f"{name}.{kind}"
        if kind == "csv":
            path.write_text(to_csv(frame), encoding="utf-8")
        else:
            frame.to_parquet(path, index=False)
        print(f"wrote {path} ({len(frame)} rows)", file=sys.stderr)
