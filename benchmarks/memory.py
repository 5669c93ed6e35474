"""How the memory of one process grows over many articles with ever new words.

    python -m benchmarks.memory [--articles 20000]

Prints one JSON object: memory in MB after ``WARM_UP`` articles and at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from analysis.jobs import prepare
from analysis.pipeline import Options, analyse_articles
from benchmarks.texts import with_new_words

WARM_UP = 2_000
"""Articles until what is remembered of words is full."""


def resident_mb() -> float:
    """Return the memory of this process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def grown(n_articles: int) -> dict[str, float]:
    """Return the memory after warm-up and at the end."""
    prepare()
    warm_up = min(WARM_UP, n_articles // 4)
    found = {"articles": n_articles, "warm_up": warm_up}
    for number, article in enumerate(with_new_words(n_articles), start=1):
        for _ in analyse_articles([article], Options(clean=False)):
            pass
        if number == warm_up:
            found["warm_mb"] = resident_mb()
        if number % 1_000 == 0:
            print(f"{number:,} articles, {resident_mb():.0f} MB", file=sys.stderr)
    found["end_mb"] = resident_mb()
    return found


def main() -> None:
    """Print the growth."""
    parser = argparse.ArgumentParser(description="Measure memory over many articles.")
    parser.add_argument("--articles", type=int, default=20_000)
    print(json.dumps(grown(parser.parse_args().articles)))


if __name__ == "__main__":
    main()
