"""What each layer of the analysis costs; prints CPU milliseconds for 1,000 words.

    python -m benchmarks.layers [--path ARTICLES.jsonl] [--articles 60]

The layers are wrapped where the pipeline calls them; what a layer calls of another is the
other's. Measures are timed one by one.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from analysis import measures, nlp, pipeline
from analysis.extract import annotate
from analysis.jobs import prepare
from analysis.measures.base import Measure
from analysis.records import to_record
from analysis.types import Article
from benchmarks import texts

LAYERS: tuple[tuple[ModuleType, tuple[str, ...]], ...] = (
    (pipeline, ("extract_quotes", "resolve_speakers", "find_labels", "sentence_tones")),
    (annotate, ("find_sentences", "find_terms", "find_names", "find_figures", "find_agency")),
    (annotate, ("find_statements", "find_wordings", "find_lemmas", "voice_spans")),
)
WARM_UP = 10


class Clock:
    """CPU seconds by layer."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, name: str, function: Callable) -> Callable:
        """Return the function, its time counted under the name."""

        def counted(*args: object, **kwargs: object) -> object:
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self._add(name, start)

        return counted

    def drawn(self, name: str, rows: Iterator) -> Iterator:
        """Yield the rows, the time that each takes counted under the name."""
        while True:
            start = time.process_time()
            try:
                row = next(rows)
            except StopIteration:
                return
            finally:
                self._add(name, start)
            yield row

    def _add(self, name: str, start: float) -> None:
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start


def costs(given: list[Article]) -> dict[str, float]:
    """Return CPU milliseconds for 1,000 words by layer, the dearest first."""
    prepare()
    options = pipeline.Options(clean=False)
    list(pipeline.analyse_articles(given[:WARM_UP], options))
    clock = Clock()
    for module, names in LAYERS:
        for name in names:
            setattr(module, name, clock.timed(name, getattr(module, name)))
    parse = nlp.parse
    nlp.parse = lambda articles: clock.drawn("parse", parse(articles))
    measures.MEASURES = tuple(_timed(clock, each) for each in measures.MEASURES)
    found = list(pipeline.analyse_articles(given[WARM_UP:], options))
    write = clock.timed("records", lambda each: json.dumps(to_record(each), ensure_ascii=False))
    for each in found:
        write(each)
    words = sum(len(article.text.split()) for article in given[WARM_UP:])
    ranked = sorted(clock.seconds.items(), key=lambda pair: -pair[1])
    return {name: 1e6 * seconds / words for name, seconds in ranked}


def _timed(clock: Clock, measure: Measure) -> Measure:
    return replace(
        measure,
        compute=clock.timed(f"measure {measure.key}", lambda a: list(measure.compute(a))),
    )


def main() -> None:
    """Print the costs as one JSON object."""
    parser = argparse.ArgumentParser(description="Time each layer of the analysis.")
    parser.add_argument("--path", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    options = parser.parse_args()
    print(json.dumps(costs(texts.articles(options.path, options.articles + WARM_UP))))


if __name__ == "__main__":
    main()
