"""Run records (JSON lines) against the hand annotation: a table with n, and every miss.

``python tests/golden/score.py RUN.jsonl``, where RUN.jsonl is what
``python -m analysis run STORY --format jsonl`` wrote.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from gold import GoldArticle, load_story, stories
from score_layout import score_blocks, score_forbidden, score_meta
from score_quotes import matched, score_quotes, score_voices
from score_terms import score_terms
from tallies import Rate, Tally

Record = Mapping[str, Any]

NOTHING: Record = {"article": {}, "blocks": [], "voices": [], "quotes": [], "terms": []}
"""Stands for an article the run left out."""


def score_article(gold: GoldArticle, record: Record) -> Tally:
    """Return every score of one article."""
    tally = Tally()
    scorers = (score_blocks, score_meta, score_quotes, score_voices, score_terms, score_forbidden)
    for scorer in scorers:
        tally.update(scorer(gold, record))
    tally.misses[:] = [f"[{gold.id}] {miss}" for miss in tally.misses]
    return tally


def score_identity(pairs: Iterable[tuple[GoldArticle, Record]]) -> Tally:
    """Return whether a named speaker has one id in the whole story, and an id one speaker."""
    ids: dict[str, list[str]] = defaultdict(list)
    for gold, record in pairs:
        for i, j in matched(gold, record):
            quote, row = gold.quotes[i], record["quotes"][j]
            if quote.named and len(quote.speakers) == 1 and row.get("speaker_id"):
                ids[str(quote.speakers[0])].append(row["speaker_id"])
    owners: dict[str, set[str]] = defaultdict(set)
    tally = Tally()
    for speaker, found in sorted(ids.items()):
        for identity in found:
            owners[identity].add(speaker)
        if len(found) > 1:
            miss = f"{speaker} is {sorted(set(found))}"
            tally.judge("speaker: one id each", len(set(found)) == 1, miss)
    for identity, speakers in sorted(owners.items()):
        miss = f"'{identity}' is {sorted(speakers)}"
        tally.judge("speaker: ids of one only", len(speakers) == 1, miss)
    return tally


def score_records(golds: Sequence[GoldArticle], records: Iterable[Record]) -> Tally:
    """Return the scores of a story; records are matched to the gold by their text."""
    by_text = {record["text"]: record for record in records}
    pairs = [(gold, by_text.get(gold.text, NOTHING)) for gold in golds]
    total = Tally()
    for gold, record in pairs:
        if record is NOTHING:
            total.misses.append(f"[{gold.id}] no record has this article's text")
        total.update(score_article(gold, record))
    total.update(score_identity(pairs))
    return total


def table(tally: Tally) -> str:
    """Return the scores as plain lines: name, figures, n."""
    lines = [f"{'':32s}{'share':>8s}{'precis.':>9s}{'recall':>8s}{'F1':>7s}   n"]
    for name, score in tally.scores.items():
        if isinstance(score, Rate):
            lines.append(f"{name:32s}{_shown(score.share):>8s}{'':24s}   {score.k}/{score.n}")
            continue
        figures = f"{_shown(score.precision):>9s}{_shown(score.recall):>8s}{_shown(score.f1):>7s}"
        n = f"right {score.right}, predicted {score.predicted}, gold {score.gold}"
        lines.append(f"{name:32s}{'':8s}{figures}   {n}")
    return "\n".join(lines)


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table and every miss; return 2 if no record is one of the annotated articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="records written by: python -m analysis run")
    path = parser.parse_args(arguments).run
    lines = path.read_text(encoding="utf-8").split("\n")
    records = [json.loads(line) for line in lines if line.strip()]
    texts = {record["text"] for record in records}
    judged = False
    for folder in stories():
        golds = load_story(folder)
        if texts & {gold.text for gold in golds}:
            judged = True
            tally = score_records(golds, records)
            out = [f"== {folder.name}: {len(golds)} articles", table(tally), "", *tally.misses, ""]
            sys.stdout.write("\n".join(out) + "\n")
    if not judged:
        sys.stderr.write(f"{path}: no record has the text of an annotated article\n")
    return 0 if judged else 2


if __name__ == "__main__":
    sys.exit(main())
