"""How long ``python -m analysis`` takes with so many worker processes; prints one JSON object.

    python -m benchmarks.workers [--command run] [--articles 1000] [--workers 2]

``run`` has worker processes of its own, ``batch`` those of Dask.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.texts import recombined

COMMANDS = ("run", "batch")

PARTS = 4
"""Parts of a batch for each worker, so that none is idle for long at the end."""


def timed(command: str, n_articles: int, workers: int) -> dict[str, float]:
    """Return wall and CPU seconds, and the memory of the largest process in MB."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "given.jsonl"
        rows = [json.dumps({"id": a.id, "text": a.text}) for a in recombined(n_articles)]
        given.write_text("\n".join(rows), encoding="utf-8")
        place = str(Path(folder) / "found")
        rows_of_part = str(max(1, n_articles // (PARTS * workers)))
        more = ["--out", place] if command == "run" else [place, "--partition-rows", rows_of_part]
        words = [command, str(given), *more, "--workers", str(workers)]
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "analysis", *words], check=True, stderr=subprocess.DEVNULL
        )
        wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "articles": n_articles,
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "worker_mb": used.ru_maxrss / 1024,
    }


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description="Time the command line with worker processes.")
    parser.add_argument("--command", choices=COMMANDS, default="run")
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    print(json.dumps(timed(options.command, options.articles, options.workers)))


if __name__ == "__main__":
    main()
