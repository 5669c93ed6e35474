"""Make data/models/word-axes.npy: the directions in which the vectors of words differ most.

    python benchmarks/word_axes.py PAIRS.jsonl [--texts 2500]

Principal axes of the vectors of all words of texts ``a`` of the pairs (no centring, they are
compared by their angle). No label is read. Afterwards put the printed hash into
``analysis/embed.py`` and train data/models/facts.json again.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from pathlib import Path

import numpy as np
from fact_pairs import read

from analysis import embed

SEED = 7


def main() -> None:
    """Read the texts, find the axes, and write them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--texts", type=int, default=2500)
    parser.add_argument("--out", type=Path, default=embed.AXES)
    arguments = parser.parse_args()
    texts = sorted({" ".join(row["a"].split()) for row in read(arguments.pairs)})
    texts = random.Random(SEED).sample(texts, min(arguments.texts, len(texts)))
    moments = np.zeros((embed.DIMENSIONS, embed.DIMENSIONS))
    for number, encoding, states in embed.read(texts):
        words = embed.word_vectors(texts[number], encoding, states)
        moments += words.T @ words
    sizes, axes = np.linalg.eigh(moments)
    best = axes[:, ::-1][:, : embed.WORD_DIMENSIONS].astype(np.float16)
    np.save(arguments.out, best)
    share = sizes[::-1][: embed.WORD_DIMENSIONS].sum() / sizes.sum()
    print(
        f"{share:.2f} of the spread kept; {hashlib.sha256(arguments.out.read_bytes()).hexdigest()}"
    )


if __name__ == "__main__":
    main()
