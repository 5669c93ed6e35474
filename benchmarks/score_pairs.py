"""Score sentence pairs as the product does: JSON Lines of id and score for a scorer to judge.

    python benchmarks/score_pairs.py PAIRS.jsonl PREDICTIONS.jsonl [--words]

PAIRS has ``id``, ``a``, ``b`` and, where several pairs are of one event, ``topic``. ``--words``
leaves the sentence model out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from fact_pairs import pair_features, read, units_of

from analysis.compare.facts.model import scorer


def main() -> None:
    """Read the pairs, score them, and write the scores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--words", action="store_true")
    arguments = parser.parse_args()
    rows = read(arguments.pairs)
    known = units_of(row[side] for row in rows for side in "ab")
    found = pair_features(rows, known, vectors=not arguments.words)
    scores = scorer(with_vectors=not arguments.words).scores(found)
    lines = [
        json.dumps({"id": row["id"], "score": float(score)})
        for row, score in zip(rows, scores, strict=True)
    ]
    arguments.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
