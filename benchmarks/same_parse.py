"""Compare our parse with spaCy's own, token for token, and time both in one process.

    python -m benchmarks.same_parse [--path ARTICLES.jsonl] [--articles 500]

spaCy's pipeline is run as it comes, ``nlp(text)``, on the same paragraphs. Prints one JSON
object: articles, tokens, how many tokens differ in any annotation, and CPU seconds of both.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import sys
import time
from pathlib import Path

import spacy

from analysis import nlp
from analysis.paragraphs import paragraph_spans
from analysis.parsing.kernel import operations
from analysis.types import Article
from benchmarks.texts import articles

COLUMNS = "ORTH LEMMA POS TAG DEP ENT_TYPE ENT_IOB MORPH SPACY HEAD SENT_START".split()


def compared(given: list[Article], *, tell: bool = False) -> dict[str, float]:
    """Return the counts of differences and the CPU seconds of both ways."""
    stock = spacy.load(nlp.model_version().split()[0])
    quick = nlp.steps()
    shared = [*operations(stock), *operations(nlp.pipeline())]
    chosen = operations(nlp.pipeline())[0].use_blis
    found = {"articles": 0, "tokens": 0, "different": 0, "stock": 0.0, "ours": 0.0}
    for article in given:
        texts = [span.of(article.text) for span in paragraph_spans(article.text)]
        _set(shared, use_blis=True)
        start = time.process_time()
        expected = [stock(text) for text in texts]
        between = time.process_time()
        _set(shared, use_blis=chosen)
        own = [doc for batch in nlp.batches(texts) for doc in quick.annotated(batch)]
        found["ours"] += time.process_time() - between
        found["stock"] += between - start
        found["articles"] += 1
        for one, other in zip(expected, own, strict=True):
            differ = (one.to_array(COLUMNS) != other.to_array(COLUMNS)).any(axis=1)
            found["tokens"] += len(one)
            found["different"] += int(differ.sum())
            if tell and differ.any():
                print(article.id, [one[int(i)] for i in differ.nonzero()[0]], file=sys.stderr)
    return found


def _set(shared: list, *, use_blis: bool) -> None:
    for ops in shared:
        ops.use_blis = use_blis


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description="Compare our parse with spaCy's own.")
    parser.add_argument("--path", type=Path)
    parser.add_argument("--articles", type=int, default=500)
    options = parser.parse_args()
    print(json.dumps(compared(articles(options.path, options.articles), tell=True)))


if __name__ == "__main__":
    main()
