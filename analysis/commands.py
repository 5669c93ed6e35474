"""What each command of the command line does."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from analysis import library, stories
from analysis.api import analyse
from analysis.collect import Collected, Refused, collect
from analysis.concordance import concordance
from analysis.corrected import corrected_stories
from analysis.corrections import read_corrections
from analysis.errors import InputError, ParallaxError
from analysis.explain import explanation, keys
from analysis.lexicons import load_contrast
from analysis.pipeline import Options, analyse_articles
from analysis.records import to_record
from analysis.result import TABLES, StoryAnalysis
from analysis.spreadsheet import to_csv
from analysis.store import load_analysis
from analysis.tables import TIDY, tidy
from analysis.types import AnnotatedArticle
from analysis.versions import versions

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["DEMO", "INPUT_HELP", "TABLES", "VersionAction"]

DEMO = "kazakhstan-2022"
INPUT_HELP = (
    "a story folder, a folder or .zip of articles, or files: .txt .md .html .docx .pdf .mht .csv "
    ".jsonl .json .parquet"
)
FINDINGS = 3


class VersionAction(argparse.Action):
    """Print the versions of all that decides the numbers, and leave."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="versions of code, model, word lists")

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Print and leave."""
        for name, version in versions().items():
            print(f"{name}: {version}")
        parser.exit()


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
    with _progress(len(articles)) as tell:
        found = analyse_articles(articles, options, progress=tell)
        found = corrected_stories(found, corrections)
        if arguments.format == "jsonl":
            _write_jsonl(found, arguments.out)
        else:
            _write_tables(tuple(found), Path(arguments.out), arguments.format)
    return refused_status(collected)


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
        with _progress(None) as tell:
            return load_analysis(story, progress=tell), Collected(())
    collected = collect([Path(story)])
    folder = Path(story)
    is_story = (folder / stories.STORY_FILE).is_file()
    articles = library.load_story(folder) if is_story else collected.articles
    with _progress(len(collected.articles)) as tell:
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
def _progress(total: int | None) -> Iterator[ProgressBar]:
    """Show a progress bar on stderr while the block runs, on a terminal only."""
    bar = ProgressBar(total)
    try:
        yield bar
    finally:
        bar.close()


class ProgressBar:
    """A progress callback that draws a bar once there is something to draw."""

    def __init__(self, total: int | None) -> None:
        from tqdm import tqdm  # noqa: PLC0415 -- only the command line shows bars

        self._bar = tqdm(total=total, unit="article", disable=None, leave=False)

    def __call__(self, done: int, total: int, label: str) -> None:
        """Show that ``done`` of ``total`` articles are ready."""
        self._bar.total = total
        self._bar.set_postfix_str(label[:30], refresh=False)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Take the bar away."""
        self._bar.close()


def _write_jsonl(found: Iterable[AnnotatedArticle], out: str) -> None:
    with _output(out) as stream:
        for annotated in found:
            stream.write(json.dumps(to_record(annotated), ensure_ascii=False) + "\n")


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
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


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
