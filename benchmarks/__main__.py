"""Run all benchmarks, print the table and write docs/benchmarks.md.

    python -m benchmarks [--quick] [--path ARTICLES.jsonl] [--out docs/benchmarks.md]

Every way runs in a process of its own, the ways one after the other in each round, so that what
else the machine does falls on all of them; the median of the rounds counts. ``--quick`` takes
some minutes and is good for nothing but seeing that everything runs.
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
    "cleaned": "the same, pages cleaned first",
    "aligned": "the same in stories of five, aligned with sentence vectors",
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


@dataclass(frozen=True)
class Sizes:
    """How much is run."""

    rounds: int
    articles: int
    growth: tuple[int, ...]
    memory: int
    batch: int


FULL = Sizes(5, 120, (10, 100, 1_000, 10_000), 20_000, 1_000)
QUICK = Sizes(1, 4, (2, 8), 20, 24)


def main() -> None:
    """Run everything and write the page."""
    parser = argparse.ArgumentParser(description="Run all benchmarks.")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--path", type=Path)
    parser.add_argument("--out", type=Path, default=paths.ROOT / "docs" / "benchmarks.md")
    options = parser.parse_args()
    sizes = QUICK if options.quick else FULL
    given = ["--path", str(options.path)] if options.path else []
    parts = [
        _head(sizes, options.path),
        _ways(sizes, given),
        _layers(sizes, given),
        _growth(sizes),
        _memory(sizes),
        _workers(sizes),
        _starts(sizes),
    ]
    page = "\n\n".join(parts) + "\n"
    print(page)
    options.out.write_text(page, encoding="utf-8")


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
    return "## Ways to analyse\n\n" + _table(
        ("way", "ms for 1,000 words", "times the floor", "peak MB"), rows
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
        f"{found['end_mb']:.0f} MB at the end."
    )


def _workers(sizes: Sizes) -> str:
    rows = []
    for command, n in (("run", 1), ("run", 2), ("batch", 2)):
        given = ("--command", command, "--workers", str(n), "--articles")
        few = _asked("benchmarks.workers", *given, str(sizes.batch // 4))
        run = _asked("benchmarks.workers", *given, str(sizes.batch))
        each = (run["wall"] - few["wall"]) / (run["articles"] - few["articles"])
        start = run["wall"] - each * run["articles"]
        values = (run["wall"], run["cpu"], start, 1_000 * each, run["worker_mb"])
        rows.append((command, str(n), *(f"{value:.1f}" for value in values)))
    return (
        "## Worker processes\n\n"
        "`run` has worker processes of its own, `batch` those of Dask. Start and cost of an\n"
        f"article are reckoned from {sizes.batch // 4:,} and {sizes.batch:,} articles.\n\n"
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
