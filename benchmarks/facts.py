"""How long and how large the alignment of a story is.

    python benchmarks/facts.py SENTENCES.jsonl [--articles 200] [--sentences 30]

SENTENCES has one sentence a row under ``text``; articles are made by drawing from them with a
fixed seed, each sentence with one word in eight left out, so that no two are equal and no vector
is known. Reported: seconds of wall and of processor for parsing, for aligning cold (no vector
known) and warm (all known), the largest memory of the process, and the pairs that were kept.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from analysis.compare.facts import align, fact_table
from analysis.compare.wire import shared_passages, wire_table
from analysis.corrections import Corrections
from analysis.pipeline import Options, analyse_articles
from analysis.types import Article

SEED = 7
LEFT_OUT = 1 / 8

T = TypeVar("T")


def articles(sentences: list[str], n_articles: int, n_sentences: int) -> list[Article]:
    """Return invented articles of one story."""
    draw = random.Random(SEED)
    return [
        Article(
            id=f"a{number}",
            story="benchmark",
            outlet=f"Outlet {number}",
            language="en",
            text="\n\n".join(_varied(draw.choice(sentences), draw) for _ in range(n_sentences)),
        )
        for number in range(n_articles)
    ]


def _varied(sentence: str, draw: random.Random) -> str:
    kept = [word for word in sentence.split() if draw.random() > LEFT_OUT]
    return " ".join(kept) or sentence


def timed(label: str, work: Callable[[], T]) -> T:
    """Do the work and print what it took."""
    wall, processor = time.perf_counter(), time.process_time()
    result = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{label:<16} {time.perf_counter() - wall:7.1f} s wall "
        f"{time.process_time() - processor:7.1f} s processor {peak:7.0f} MB so far",
        flush=True,
    )
    return result


def main() -> None:
    """Make the story, align it twice, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--sentences-each", type=int, default=30)
    arguments = parser.parse_args()
    lines = arguments.sentences.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    story = articles(texts, arguments.articles, arguments.sentences_each)
    with tempfile.TemporaryDirectory() as home:
        os.environ["PARALLAX_HOME"] = home
        options = Options(clean=False)
        found = timed("parse", lambda: tuple(analyse_articles(story, options)))
        n_statements = sum(len(each.statements) for each in found)
        print(f"{len(found)} articles, {n_statements} statements")
        alignment = timed("align, cold", lambda: align(found))
        timed("align, warm", lambda: align(found))
        table = timed("table of facts", lambda: fact_table(found, alignment, Corrections()))
        timed("shared copy", lambda: wire_table(found, shared_passages(found)))
        print(f"{len(alignment.pairs)} pairs kept, {table['fact_id'].nunique()} facts")


if __name__ == "__main__":
    main()
