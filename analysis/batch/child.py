"""python -m analysis.batch.child SECONDS BYTES ANALYSE: analyse articles where they can be stopped.

The language model is loaded once, before the limits hold. Then each request on standard input, a
line with the number of articles and one line for each, is answered on standard output with a line
of JSON and the rows found, as Arrow record batches.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from typing import BinaryIO

from analysis.batch.arrow import batches
from analysis.batch.messages import article_of
from analysis.errors import ParallaxError
from analysis.jobs import BREAKDOWNS, breakdown, settle
from analysis.process_limits import limit_memory, limit_time
from analysis.types import AnnotatedArticle, Article

Analyse = Callable[[Sequence[Article]], Iterable[AnnotatedArticle]]

OUT_OF_MEMORY = 12
"""Exit status of a process that ran out of memory (the number of the system's ENOMEM)."""

_WARM_UP = Article("warm-up", "The table stood there. “Yes,” she said. Élan.")
"""Makes the pipeline load what it loads once: that time is no article's."""


class _NoPandas(MetaPathFinder):
    """Keeps pandas out of this process, 60 MB.

    Arrow imports it, where it is installed, only to ask whether a list is one of its series.
    """

    def find_spec(self, fullname: str, *_: object) -> None:
        """Refuse pandas; leave the rest to the other finders."""
        if fullname == "pandas":
            raise ModuleNotFoundError(name=fullname)


def main(cpu_seconds: int, memory_bytes: int, analyse_name: str) -> int:
    """Answer requests until standard input ends, spending at most so much on each article."""
    # What libraries print must not get among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    module, _, name = analyse_name.partition(":")
    analyse: Analyse = getattr(import_module(module), name)
    try:
        list(analyse([_WARM_UP]))
    except ParallaxError as err:
        _send(answers, {"failed": str(err)})
        return 1
    settle()
    _send(answers, {})
    limit_memory(memory_bytes)
    while header := sys.stdin.buffer.readline():
        count = int(header)
        articles = [article_of(sys.stdin.buffer.readline().decode("ascii")) for _ in range(count)]
        limit_time(together(cpu_seconds, count))
        try:
            _answer(answers, articles, analyse)
        except MemoryError:
            # Nothing can be relied on now, not even saying so.
            os._exit(OUT_OF_MEMORY)
    return 0


def together(cpu_seconds: int, count: int) -> int:
    """Return the processor time that articles analysed together may take, in seconds.

    One may take all of a single article's, each further one a quarter: most take a fortieth.
    """
    return cpu_seconds * (3 + count) // 4


def _answer(answers: BinaryIO, articles: Sequence[Article], analyse: Analyse) -> None:
    try:
        found = batches(list(analyse(articles)))
    except ParallaxError as err:
        _send(answers, {"reason": str(err)})
    except BREAKDOWNS as err:
        _send(answers, {"reason": breakdown(err)})
    else:
        rows = {name: batch.serialize() for name, batch in found.items()}
        _send(answers, {"sizes": {name: row.size for name, row in rows.items()}}, *rows.values())


def _send(answers: BinaryIO, header: dict[str, object], *parts: object) -> None:
    answers.write(json.dumps(header).encode("ascii") + b"\n")
    for part in parts:
        answers.write(memoryview(part))  # pyright: ignore[reportArgumentType] -- Arrow buffers are buffers
    answers.flush()


if __name__ == "__main__":
    sys.meta_path.insert(0, _NoPandas())
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
