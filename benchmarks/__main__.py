"""Run all benchmarks, print the table and write docs/benchmarks.md.

    python -m benchmarks [--quick] [--path ARTICLES.jsonl] [--out FILE]

Every way runs in a process of its own, the ways one after the other in each round, so that what
else the machine does falls on all of them; the median of the rounds counts. ``--quick`` takes
some minutes, is good for nothing but seeing that everything runs, and writes no page of its own.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from analysis import paths

WAYS = {
    "stock": "spaCy as it comes, `nlp(text)`: the floor",
    "stock_pipe": "spaCy as it comes, `nlp.pipe(texts)`",
    "ours_parse": "our parse alone",
    "ours": "full analysis without sentence vectors",
    "rescored_lists": "other word lists on the same articles, their parses kept",
    "cleaned": "full analysis, pages cleaned first",
    "aligned": "full analysis in stories of five, aligned with sentence vectors",
    "naive": "naive script: spaCy, VADER, textstat for each article",
    "textacy": "textacy's quotations and readability on spaCy's documents",
}

STARTS = {
    "python": "-c pass",
    "import pandas": "-c import~pandas",
    "import analysis": "-c import~analysis",
    "command line, `--help`": "-m analysis --help",
    "dashboard, its modules imported": "-c import~dashboard.server",
}

PACKAGES = ("spacy", "thinc", "blis", "numpy", "vaderSentiment", "textstat")


PAGE = paths.ROOT / "docs" / "benchmarks.md"


@dataclass(frozen=True)
class Sizes:
    """How much is run."""

    rounds: int
    articles: int
    growth: tuple[int, ...]
    memory: int
    batch: int


FULL = Sizes(3, 60, (10, 100, 1_000, 10_000), 20_000, 1_000)
QUICK = Sizes(1, 4, (2, 8), 20, 24)


def main() -> None:
    """Run everything and write the page."""
    parser = argparse.ArgumentParser(description="Run all benchmarks.")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--path", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    sizes = QUICK if options.quick else FULL
    parts = []
    for part in _parts(sizes, options.path):
        print(part, end="\n\n", flush=True)
        parts.append(part)
    if out := options.out or (None if options.quick else PAGE):
        out.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _parts(sizes: Sizes, path: Path | None) -> Iterator[str]:
    """Yield the page part by part, those that take long and need no quiet machine last."""
    given = ["--path", str(path)] if path else []
    yield _head(sizes, path)
    yield _ways(sizes, given)
    yield _layers(sizes, given)
    yield _workers(sizes)
    yield _starts(sizes)
    yield _growth(sizes)
    yield _memory(sizes)


def _head(sizes: Sizes, path: Path | None) -> str:
    texts = f"`{path.name}`" if path else "the demonstration story's paragraphs, recombined"
    return (
        "# Benchmarks\n\n"
        "Written by `make bench`. Times are processor time; **the ratios are the result**:\n"
        "absolute times depend on the machine and on what else it does.\n\n"
        f"- {datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, {_processor()}, "
        f"Python {platform.python_version()}\n"
        f"- {', '.join(f'{name} {version(name)}' for name in PACKAGES)}\n"
        f"- texts: {texts}; {sizes.articles} articles a way, rounds: {sizes.rounds}"
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.is_file() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.processor()


def _ways(sizes: Sizes, given: list[str]) -> str:
    wanted = [way for way in WAYS if way != "textacy" or importlib.util.find_spec("textacy")]
    count = ["--articles", str(sizes.articles)]
    found: dict[str, list[dict[str, float]]] = {way: [] for way in wanted}
    for _ in range(sizes.rounds):
        for way in wanted:
            found[way].append(_asked("benchmarks.one_way", way, *count, *given))
    cost = {
        way: statistics.median(1e6 * run["cpu"] / run["words"] for run in runs)
        for way, runs in found.items()
    }
    rows = [
        (
            WAYS[way],
            f"{cost[way]:.0f}",
            f"{cost[way] / cost['stock']:.2f}",
            f"{max(run['peak_mb'] for run in found[way]):.0f}",
        )
        for way in wanted
    ]
    if "textacy" not in wanted:
        rows.append((WAYS["textacy"], "not installed", "", ""))
    table = _table(("way", "ms for 1,000 words", "times the floor", "peak MB"), rows)
    return (
        f"## Ways to analyse\n\n{table}\n\n"
        f"The naive script takes {cost['naive'] / cost['ours']:.2f} times as long as the full "
        "analysis (the goal is 1.3;\nbeside spaCy it is 0.85), and other lists on kept parses "
        f"{cost['ours'] / cost['rescored_lists']:.0f} times less (goal: 6).\n"
        "What the ratios hang on: [scale.md](scale.md#what-the-ratios-hang-on)."
    )


def _layers(sizes: Sizes, given: list[str]) -> str:
    found = _asked("benchmarks.layers", "--articles", str(sizes.articles), *given)
    rows = [(name, f"{cost:.1f}") for name, cost in found.items() if cost >= 0.05]
    return "## Layers\n\n" + _table(("layer", "ms for 1,000 words"), rows)


def _growth(sizes: Sizes) -> str:
    rows = []
    for n in sizes.growth:
        run = _asked("benchmarks.one_way", "ours", "--articles", str(n))
        cost = 1e6 * run["cpu"] / run["words"]
        rows.append((f"{n:,}", f"{run['cpu']:.1f}", f"{cost:.0f}", f"{run['peak_mb']:.0f}"))
    return "## Growth\n\nArticles recombined from the demonstration story.\n\n" + _table(
        ("articles", "seconds", "ms for 1,000 words", "peak MB"), rows
    )


def _memory(sizes: Sizes) -> str:
    found = _asked("benchmarks.memory", "--articles", str(sizes.memory))
    return (
        "## Memory\n\n"
        f"One process, {found['articles']:,} articles with ever new words: "
        f"{found['warm_mb']:.0f} MB after {found['warm_up']:,}, "
        f"{found['end_mb']:.0f} MB at the end\n(the goal is 150 MB of growth)."
    )


def _workers(sizes: Sizes) -> str:
    rows = []
    walls: dict[tuple[str, int], float] = {}
    for command, n in (("run", 1), ("run", 2), ("batch", 2)):
        given = ("--command", command, "--workers", str(n), "--articles")
        few = _asked("benchmarks.workers", *given, str(sizes.batch // 4))
        run = _asked("benchmarks.workers", *given, str(sizes.batch))
        each = (run["wall"] - few["wall"]) / (run["articles"] - few["articles"])
        start = run["wall"] - each * run["articles"]
        values = (run["wall"], run["cpu"], start, 1_000 * each, run["worker_mb"])
        rows.append((command, str(n), *(f"{value:.1f}" for value in values)))
        walls[command, n] = run["wall"]
    return (
        "## Worker processes\n\n"
        "`run` has worker processes of its own, `batch` those of Dask. Start and cost of an\n"
        f"article are reckoned from {sizes.batch // 4:,} and {sizes.batch:,} articles; MB is the\n"
        "largest process (the goal is 350). Two workers of `run` are "
        f"{walls['run', 1] / walls['run', 2]:.1f} times as fast as one (goal: 1.7).\n\n"
    ) + _table(
        ("command", "workers", "seconds", "processor seconds", "start", "ms an article", "MB"), rows
    )


def _starts(sizes: Sizes) -> str:
    rows = []
    for name, words in STARTS.items():
        times = []
        for _ in range(sizes.rounds):
            start = time.perf_counter()
            command = [sys.executable, *(word.replace("~", " ") for word in words.split())]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - start)
        rows.append((name, f"{statistics.median(times):.2f}"))
    return "## Start\n\n" + _table(("what", "wall seconds"), rows)


def _asked(module: str, *arguments: str) -> dict[str, float]:
    """Run a benchmark in a process of its own and return its figures."""
    command = [sys.executable, "-m", module, *arguments]
    found = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(found.stdout.splitlines()[-1])


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    marks = ("---", *("---:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, marks, *rows))


if __name__ == "__main__":
    main()
