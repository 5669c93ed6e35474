"""Damage a small good file of each kind many times, read each in the sandbox, and count what falls.

    python benchmarks/fuzz_readers.py [TIMES] [KIND ...]

A crash ends the reading process; a hang is stopped by its limits; both are answers the sandbox
gives as reasons, and here they are failures. Anything that raises out of the sandbox is one too.
"""

from __future__ import annotations

import importlib.util
import random
import sys
import time
from collections import Counter
from pathlib import Path

from analysis.collect.candidate import Candidate, Refused, ToFetch
from analysis.collect.sandbox import Sandbox
from analysis.collect.source import Source, kind_of

ROOT = Path(__file__).parent.parent
_SPEC = importlib.util.spec_from_file_location(
    "nasty_files", ROOT / "tests" / "attacks" / "nasty_files.py"
)
NASTY = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(NASTY)

FAILURES = ("broke down", "stopped after", "of memory", "never does")
SLOW_SECONDS = 5
"""Time for a file of a few kB that is worth looking at."""


def fuzz(name: str, times: int) -> tuple[Counter[str], float]:
    """Return how often each outcome came, and the seconds of the slowest file."""
    rng = random.Random(name)
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    with Sandbox() as sandbox:
        for number in range(times):
            data = NASTY.damaged(name, rng)
            began = time.perf_counter()
            found = list(sandbox.read(Source(name, kind_of(name), data), fill=True))
            took = time.perf_counter() - began
            # The first file waits for the process to start.
            slowest = max(slowest, took if number else 0.0)
            outcome = _outcome(found)
            outcomes[outcome] += 1
            if outcome == "FAILED" or took > SLOW_SECONDS:
                Path(f"/tmp/fuzz_{number}_{name}").write_bytes(data)
                print(f"  {number} {outcome} {took:.1f} s", [f for f in found if _is_failure(f)])
    return outcomes, slowest


def _outcome(found: list[object]) -> str:
    if any(map(_is_failure, found)):
        return "FAILED"
    return "read" if any(isinstance(each, Candidate | ToFetch) for each in found) else "refused"


def _is_failure(item: object) -> bool:
    return isinstance(item, Refused) and any(words in item.reason for words in FAILURES)


def main(arguments: list[str]) -> int:
    """Fuzz every kind and return how many kinds had a failure."""
    times = int(arguments[0]) if arguments else 1_000
    n_failed = 0
    for name in arguments[1:] or NASTY.SEEDS:
        outcomes, slowest = fuzz(name, times)
        n_failed += bool(outcomes["FAILED"])
        print(f"{name:8} {dict(outcomes)} slowest {slowest:.2f} s", flush=True)
    return n_failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
