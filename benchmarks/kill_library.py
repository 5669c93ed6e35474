"""Kill writers of the library at any moment and count what was acknowledged and is not there.

    python benchmarks/kill_library.py --cycles 200

Each cycle a process adds articles to a story, decides, writes notes and makes backups, and tells
after each what has returned; it is killed (SIGKILL) after some of them, in the midst of the next.
Then the library is opened and everything that was acknowledged is looked for. Everything is in a
folder of its own; the figures are printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from analysis import library
from analysis.collect.candidate import Candidate, Origin, Way
from analysis.library import EditKind, Search, engine, key_of
from analysis.types import Article

BATCH = 5
"""Articles in one import; a library never holds part of one."""

BACKED_UP = 4
"""Every so many cycles the process makes backups too."""

MAX_ACKNOWLEDGED = 12
"""Most writes that a process has acknowledged when it is killed."""


def main() -> None:
    """Run the cycles and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cycles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory(prefix="parallax-kill-") as home:
        os.environ["PARALLAX_HOME"] = home
        os.environ.pop("PARALLAX_DATABASE_URL", None)
        print(json.dumps(run(options.cycles, Path(home)), indent=1))


def run(cycles: int, home: Path) -> dict[str, float]:
    """Return what became of the acknowledged writes of all cycles."""
    story = library.new_story("Flood")
    library.add(_batch(-1, 0), story=story)
    acknowledged: list[list[str]] = []
    slowest = 0.0
    for cycle in range(cycles):
        acknowledged += _killed(cycle, story, home)
        began = time.monotonic()
        library.count()
        slowest = max(slowest, time.monotonic() - began)
        engine.close_all()
    return {
        "cycles": cycles,
        "slowest_reopening_s": round(slowest, 3),
        **_found(acknowledged, home),
    }


def _killed(cycle: int, story: str, home: Path) -> list[list[str]]:
    """Return what a process acknowledged before it was killed."""
    engine.close_all()
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _write_for_ever(cycle, story, home, into)
    os.close(into)
    wanted = random.randint(1, MAX_ACKNOWLEDGED)
    lines: list[list[str]] = []
    with os.fdopen(out, encoding="utf-8") as told:
        for line in told:
            lines.append(json.loads(line))
            if len(lines) == wanted:
                time.sleep(random.uniform(0, 0.02))
                os.kill(child, signal.SIGKILL)
        # What it could still acknowledge before it was hit counts too: the loop read it.
    os.waitpid(child, 0)
    return lines


def _write_for_ever(cycle: int, story: str, home: Path, into: int) -> None:
    number = 0
    while True:
        for action in _actions(cycle, story, home, number):
            os.write(into, (json.dumps(action()) + "\n").encode())
        number += 1


def _actions(cycle: int, story: str, home: Path, number: int) -> Iterator[Callable[[], list[str]]]:
    """Yield writes; each returns its kind and what to look for."""

    def add() -> list[str]:
        return ["article", *library.add(_batch(cycle, number), story=story).new]

    def decide() -> list[str]:
        key = key_of(cycle, number)
        library.edit(story, EditKind.ROLE, key, "expert")
        return ["role", key]

    def note() -> list[str]:
        return ["note", library.add_note("a", f"{cycle}/{number}")]

    def correct() -> list[str]:
        first = library.articles(limit=2)
        library.set_fields([each.article.id for each in first], {"byline": f"{cycle}/{number}"})
        return ["field"]

    def back_up() -> list[str]:
        path = home / "kept" / f"{cycle}-{number}.sqlite"
        library.backup(path)
        return ["backup", path.name]

    yield from (add, decide, note, correct)
    if cycle % BACKED_UP == 0:
        yield back_up


def _batch(cycle: int, number: int) -> list[Candidate]:
    return [
        Candidate(
            Article("found", f"Rain fell on day {part} of week {number} in year {cycle}. " * 40),
            Origin(Way.TABLE, "rain.csv", str(part)),
        )
        for part in range(BATCH)
    ]


def _found(acknowledged: list[list[str]], home: Path) -> dict[str, float]:
    """Return how much of what was acknowledged is there, and what is there that should not be."""
    kinds = ("article", "role", "note")
    wanted: dict[str, list[str]] = {kind: [] for kind in kinds}
    for kind, *names in acknowledged:
        wanted.setdefault(kind, []).extend(names)
    n = library.count()
    articles = {each.article.id for each in library.articles(limit=n)}
    decided = {each.key for each in library.decisions("flood", [EditKind.ROLE])}
    notes = {each.key for each in library.notes()}
    there = {"article": articles, "role": decided, "note": notes}
    lost = sum(one not in there[kind] for kind in kinds for one in wanted[kind])
    files = wanted.get("backup", [])
    texts = {each.article.text for each in library.articles(limit=n)}
    figures = {
        "acknowledged": len(acknowledged),
        "articles_acknowledged": len(wanted["article"]),
        "backups_acknowledged": len(files),
        "lost": lost,
        "duplicates": n - len(texts),
        "parts_of_an_import": n % BATCH,
        "articles_outside_their_story": n - library.count(Search(story="flood")),
        "damaged": len(library.check()),
    }
    for name in files:
        _restored(home / "kept" / name, home)
    return figures


def _restored(path: Path, home: Path) -> None:
    """Bring a backup back into a library of its own; raise if any of it is not whole."""
    os.environ["PARALLAX_HOME"] = str(home / "restored" / path.stem)
    library.restore(path)
    engine.close_all()


if __name__ == "__main__":
    main()
