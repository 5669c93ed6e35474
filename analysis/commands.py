"""What each command of the command line does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import library, stories
from analysis.api import analyse
from analysis.choices import DEMO
from analysis.collect import Collected, Refused, collect
from analysis.concordance import concordance
from analysis.errors import ParallaxError
from analysis.explain import explanation, keys
from analysis.lexicons import load_contrast
from analysis.result import StoryAnalysis
from analysis.spreadsheet import to_csv
from analysis.store import load_analysis
from analysis.versions import versions as versions_in_use

if TYPE_CHECKING:
    import pandas as pd

FINDINGS = 3

MUCH = 100
"""Articles from which progress is told where nobody may be looking: a minute of work."""

SECONDS_ON_SCREEN, SECONDS_IN_LOG = 0.1, 30
"""Time between two tellings of how far the work is, in seconds."""


def versions(_: argparse.Namespace) -> int:
    """Print the versions of all that decides the numbers."""
    for name, version in versions_in_use().items():
        print(f"{name}: {version}")
    return 0


def print_table(arguments: argparse.Namespace) -> int:
    """Print one table of a story."""
    result, collected = analysis_of(arguments.story)
    _print_frame(result.table(arguments.name), arguments.format)
    return refused_status(collected)


def kwic(arguments: argparse.Namespace) -> int:
    """Print a concordance: one line a match, the match between bars."""
    result, collected = analysis_of(arguments.story)
    rows = concordance(result.articles, arguments.pattern)
    if arguments.outlet:
        rows = rows[rows["outlet"] == arguments.outlet]
    by = {"left": "left", "right": "right", "outlet": "outlet"}[arguments.sort]
    rows = rows.sort_values([by, "start"], kind="stable")
    for row in rows.to_dict("records"):
        left, right = row["left"][-60:].rstrip(), row["right"][:60].lstrip()
        print(f"{row['outlet']:<24.24} {row['voice']:<10} {left:>60} | {row['node']} | {right}")
    print(f"{len(rows)} matches in {len(result.articles)} articles", file=sys.stderr)
    return refused_status(collected)


def explain(arguments: argparse.Namespace) -> int:
    """Print what a key means, or the list of keys."""
    print(explanation(arguments.key) if arguments.key else "\n".join(keys()))
    return 0


def validate(arguments: argparse.Namespace) -> int:
    """Check inputs without analysing them; every problem is listed."""
    problems: list[Refused] = []
    n_articles = 0
    for path in arguments.inputs:
        try:
            if path.suffix == ".toml":
                load_contrast(path)
            else:
                collected = collect([path])
                problems += collected.refused
                n_articles += len(collected.articles)
        except ParallaxError as err:
            problems.append(Refused(path.name, str(err)))
    for problem in problems:
        print(f"{problem.name}: {problem.reason}")
    print(f"{n_articles} articles readable, {len(problems)} problems", file=sys.stderr)
    return FINDINGS if problems else 0


def demo(_: argparse.Namespace) -> int:
    """Analyse the demonstration story and say what to do next."""
    result, _collected = analysis_of(DEMO)
    columns = ["outlet", "n_words", "n_sentences", "n_quotes"]
    _print_frame(result.table("articles")[columns], "md")
    print(f"\nNext: python -m analysis table framing {DEMO} --format md", file=sys.stderr)
    print("  or: make run, to compare the articles side by side", file=sys.stderr)
    return 0


def analysis_of(story: str) -> tuple[StoryAnalysis, Collected]:
    """Return the analysis of a story that comes with the project, or of a path's articles."""
    if story in library.story_ids():
        with progress(None) as tell:
            return load_analysis(story, progress=tell), Collected(())
    collected = collect([Path(story)])
    folder = Path(story)
    is_story = (folder / stories.STORY_FILE).is_file()
    articles = library.load_story(folder) if is_story else collected.articles
    with progress(len(collected.articles)) as tell:
        return analyse(articles, progress=tell), collected


def refused_status(collected: Collected) -> int:
    """Name every refused input and every notice on stderr and return the exit status."""
    for each in collected.notices:
        print(f"notice: {each.name}: {each.reason}", file=sys.stderr)
    for each in collected.refused:
        print(f"refused: {each.name}: {each.reason}", file=sys.stderr)
    if not collected.refused:
        return 0
    others = "the others were analysed" if collected.articles else "nothing was analysed"
    print(f"{len(collected.refused)} refused; {others}", file=sys.stderr)
    return FINDINGS


@contextmanager
def progress(total: int | None, done: int = 0) -> Iterator[ProgressBar]:
    """Show progress, rate and time left on stderr while the block runs.

    On a terminal a bar; elsewhere a line now and then, where there is much to do.
    """
    bar = ProgressBar(total, done)
    try:
        yield bar
    finally:
        bar.close()


class ProgressBar:
    """A progress callback that draws a bar once there is something to draw."""

    def __init__(self, total: int | None, done: int = 0) -> None:
        from tqdm import tqdm  # noqa: PLC0415 -- only the command line shows bars

        is_seen = sys.stderr.isatty()
        self._bar = tqdm(
            total=total,
            initial=done,
            unit="article",
            disable=not is_seen and (total or 0) < MUCH,
            mininterval=SECONDS_ON_SCREEN if is_seen else SECONDS_IN_LOG,
            leave=False,
        )

    def __call__(self, done: int, total: int, label: str) -> None:
        """Show that ``done`` of ``total`` articles are ready."""
        self._bar.total = total
        self._bar.set_postfix_str(label[:30], refresh=False)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Take the bar away."""
        self._bar.close()


def _print_frame(frame: pd.DataFrame, kind: str) -> None:
    if kind == "csv":
        print(to_csv(frame), end="")
    elif kind == "json":
        print(frame.to_json(orient="records", lines=True, force_ascii=False), end="")
    else:
        print(_markdown(frame))


def _markdown(frame: pd.DataFrame) -> str:
    """Return the table as Markdown, numbers with at most three digits after the point."""
    rows = [list(frame.columns), ["---"] * len(frame.columns)]
    rows += [[_cell(value) for value in row] for row in frame.itertuples(index=False)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if value != value else f"{value:.3f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")
