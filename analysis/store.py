"""Analysed stories on disk, under a fingerprint of all that decides them; safe to delete."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

from analysis import library, paths
from analysis.compare import facts
from analysis.corrected import corrected
from analysis.corrections import Corrections, read_corrections
from analysis.errors import ModelError
from analysis.fingerprint import fingerprint
from analysis.records import from_record, to_record
from analysis.result import StoryAnalysis
from analysis.stories import Story
from analysis.types import AnnotatedArticle, Progress
from analysis.versions import versions
from analysis.whole_file import whole_file

ATTEMPTS = 3
"""Workers started in a row: a correction made meanwhile outdates what the first one wrote."""


def load_analysis(story_id: str, *, progress: Progress | None = None) -> StoryAnalysis:
    """Return the analysis of a story, made in a worker process when it is missing or outdated.

    The worker keeps the language model out of the caller's process, whose threads would
    slow it down twentyfold (docs/methods.md). What is kept is what the analysis found;
    readers' corrections of it are applied here, so they never need the language model.

    Raises
    ------
    StoryError
        If there is no such story.
    ModelError
        If the worker fails; the message is the worker's own.
    """
    story = library.load_story(story_id)
    for _ in range(ATTEMPTS):
        corrections = read_corrections(story.id)
        path = kept_at(story, corrections)
        if path.is_file():
            kept = read(story, path)
            articles = corrected(kept.articles, corrections)
            return replace(
                kept, articles=articles, uncorrected=kept.articles, corrections=corrections
            )
        _run_worker(story_id, progress)
    message = "The corrections changed while the story was analysed; open it again"
    raise ModelError(message)


def read(story: Story, path: Path) -> StoryAnalysis:
    """Return the analysis kept in ``path``."""
    with path.open(encoding="utf-8") as lines:
        decided_by = json.loads(next(lines))
        kept = [json.loads(line) for line in lines]
    articles = tuple(from_record(record) for record in kept if "article" in record)
    aligned = [facts.from_record(record) for record in kept if "article" not in record]
    return StoryAnalysis(
        story, articles, versions=decided_by, alignment=aligned[0] if aligned else None
    )


def write(
    path: Path, articles: Iterable[AnnotatedArticle], alignment: facts.Alignment | None = None
) -> None:
    """Keep an analysis: versions, one article a line, its alignment."""
    records = (json.dumps(to_record(each), ensure_ascii=False) for each in articles)
    aligned = [json.dumps(facts.to_record(alignment))] if alignment else []
    write_lines(path, chain([json.dumps(versions())], records, aligned))


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as part, part.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in lines)


def kept_at(story: Story, corrections: Corrections) -> Path:
    """Return where the analysis of a story with these corrections is kept."""
    return _at(story, "jsonl", corrections.before)


def parses_at(story: Story, corrections: Corrections) -> Path:
    """Return where the parses of a story are kept, whatever the readers' word lists."""
    return _at(story, "parses", sorted(corrections.put_backs.items()))


def _at(story: Story, ending: str, decided: object) -> Path:
    name = fingerprint((story.articles, decided))
    return paths.home() / "cache" / f"{story.id}-{name}.{ending}"


def _run_worker(story_id: str, progress: Progress | None) -> None:
    command = [sys.executable, "-m", "analysis.worker", story_id]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as problems,
        subprocess.Popen(  # noqa: S603 -- our own module, the story was found above
            command, stdout=subprocess.PIPE, stderr=problems, text=True, encoding="utf-8"
        ) as worker,
    ):
        for line in worker.stdout or ():
            done, total, label = line.rstrip("\n").split("\t", maxsplit=2)
            if progress:
                progress(int(done), int(total), label)
        if worker.wait():
            problems.seek(0)
            lines = problems.read().strip().splitlines() or ["no reason given"]
            message = f"The analysis stopped: {lines[-1]}"
            raise ModelError(message)
