"""One way to analyse articles, timed in a process of its own; prints one JSON object.

    python -m benchmarks.one_way WAY [--path ARTICLES.jsonl] [--articles 60]

Each way first takes ``WARM_UP`` articles that do not count: models, word lists and dictionaries
are loaded then. CPU time, because the clock on the wall measures who else is working.
"""

from __future__ import annotations

import os

# One thread for matrix products, for all ways alike.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import importlib
import json
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis import lexicons, nlp
from analysis.clean import uncleaned
from analysis.jobs import prepare
from analysis.pipeline import Options, analyse_articles
from analysis.rescoring import KeptParse, keep, rescored
from analysis.types import AnnotatedArticle, Article
from benchmarks import texts

WARM_UP = 10
"""Articles before the clock starts."""

Way = Callable[[Sequence[Any]], Any]


def stock(given: Sequence[Article]) -> object:
    """Run spaCy's pipeline as it comes, a text at a time: the floor."""
    pipeline = _stock_pipeline()
    return [len(pipeline(article.text)) for article in given]


def stock_pipe(given: Sequence[Article]) -> object:
    """Run spaCy's pipeline as it comes, in its own batches."""
    return [len(doc) for doc in _stock_pipeline().pipe(article.text for article in given)]


def ours_parse(given: Sequence[Article]) -> object:
    """Run our parse only."""
    return sum(1 for _ in nlp.parse((article, uncleaned(article)) for article in given))


def naive(given: Sequence[Article]) -> object:
    """Do what one writes first: spaCy, VADER and textstat, one article after the other."""
    import textstat  # noqa: PLC0415 -- only this way needs it
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer  # noqa: PLC0415 -- as above

    nlp_stock, vader = _stock_pipeline(), _once("vader", SentimentIntensityAnalyzer)
    indices = (
        textstat.flesch_reading_ease,
        textstat.flesch_kincaid_grade,
        textstat.gunning_fog,
        textstat.smog_index,
        textstat.coleman_liau_index,
        textstat.automated_readability_index,
        textstat.dale_chall_readability_score,
    )
    found = []
    for article in given:
        doc = nlp_stock(article.text)
        tones = [vader.polarity_scores(sent.text)["compound"] for sent in doc.sents]
        found.append((tones, [index(article.text) for index in indices]))
    return found


def ours(given: Sequence[Article]) -> object:
    """Find all that ``python -m analysis run --no-clean`` finds, without sentence vectors."""
    return sum(1 for _ in analyse_articles(given, Options(clean=False)))


def cleaned(given: Sequence[Article]) -> object:
    """Find the same, the pages cleaned first."""
    return sum(1 for _ in analyse_articles(given))


def aligned(given: Sequence[Article]) -> object:
    """Find the same in stories of five, their statements aligned with sentence vectors."""
    from analysis.compare.facts import align  # noqa: PLC0415 -- only this way needs it

    groups = [given[at : at + 5] for at in range(0, len(given), 5)]
    return [align(tuple(analyse_articles(group, Options(clean=False)))) for group in groups]


def prepared(given: Sequence[Article]) -> Sequence[Article]:
    """Make this process ready for many articles, as a worker does."""
    prepare()
    return given


def analysed(given: Sequence[Article]) -> list[tuple[AnnotatedArticle, KeptParse]]:
    """Return what ``rescored_lists`` starts from."""
    prepare()
    parses: list[KeptParse] = []
    found = analyse_articles(
        given, Options(clean=False), on_parsed=lambda parse: parses.append(keep(parse))
    )
    return list(zip(found, parses, strict=True))


def rescored_lists(given: Sequence[tuple[AnnotatedArticle, KeptParse]]) -> object:
    """Look for the words of changed lists in articles analysed before, their parses kept."""
    contrasts = tuple(replace(each, version=f"{each.version}x") for each in lexicons.contrasts())
    return sum(1 for article, parse in given if rescored(article, parse, contrasts))


def textacy(given: Sequence[Article]) -> object:
    """Find textacy's quotations and readability on spaCy's documents, where it is installed."""
    quotes = importlib.import_module("textacy.extract").direct_quotations
    ease = importlib.import_module("textacy.text_stats.readability").flesch_reading_ease
    found = []
    for doc in _stock_pipeline().pipe(article.text for article in given):
        try:
            found.append(list(quotes(doc)))
        except ValueError:  # an odd number of quotation marks
            found.append([])
        found.append(ease(doc))
    return found


WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        stock, stock_pipe, naive, ours_parse, ours, rescored_lists, cleaned, aligned, textacy,
    )
}  # fmt: skip

READY: dict[Way, Way] = {
    ours: prepared, cleaned: prepared, aligned: prepared, rescored_lists: analysed,
}  # fmt: skip
"""What is done before the clock starts."""

_kept: dict[str, object] = {}


def _once(name: str, make: Callable[[], object]) -> object:
    if name not in _kept:
        _kept[name] = make()
    return _kept[name]


def _stock_pipeline():  # noqa: ANN202 -- spaCy's own type, imported with it
    import spacy  # noqa: PLC0415 -- our own ways import it when they parse

    return _once("spacy", lambda: spacy.load(nlp.model_version().split()[0]))


def measured(way: Way, given: Sequence[Article]) -> dict[str, float]:
    """Return CPU seconds of the work and memory in MB: before it, and at most."""
    ready = READY.get(way, list)(given)
    way(ready[:WARM_UP])
    before = time.process_time()
    way(ready[WARM_UP:])
    return {
        "cpu": time.process_time() - before,
        "words": sum(len(article.text.split()) for article in given[WARM_UP:]),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Time one way."""
    parser = argparse.ArgumentParser(description="Time one way to analyse articles.")
    parser.add_argument("way", choices=WAYS)
    parser.add_argument("--path", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    options = parser.parse_args()
    given = texts.articles(options.path, options.articles + WARM_UP)
    print(json.dumps(measured(WAYS[options.way], given)))


if __name__ == "__main__":
    main()
