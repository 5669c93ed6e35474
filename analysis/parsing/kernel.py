"""Which of the two matrix kernels at hand is faster on this processor; the results agree."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language

SHAPE = (800, 384, 288)
"""Rows, inner and columns of the product that is timed: one layer for a batch of paragraphs."""

ROUNDS = 4
"""Times that each is tried; the best counts, so that a busy machine does not decide."""


CLEARLY = 1.1
"""Times that numpy's kernel must be faster to be taken; where measured it was 1.2 to 4."""


def use_faster_kernel(nlp: Language) -> None:
    """Set the pipeline's matrix products to numpy's kernel or to blis, by a timing of both.

    The blis wheel knows few processors and falls back to plain code on the others, which is
    several times slower; elsewhere it can be the faster one. numpy's must be clearly faster, so
    that two runs on one machine do not choose differently by chance.
    """
    found = operations(nlp)
    if not found:
        return
    blis, numpy = (_best_time(found[0], use_blis=choice) for choice in (True, False))
    use_blis = blis < CLEARLY * numpy
    for ops in found:
        ops.use_blis = use_blis


def operations(nlp: Language) -> list[Any]:
    """Return the objects that calculate for the pipeline's models, each once."""
    parts: list[Any] = [part for _, part in nlp.pipeline]
    models = [part.model for part in parts if getattr(part, "model", None)]
    found = {id(node.ops): node.ops for model in models for node in model.walk()}
    return [ops for ops in found.values() if hasattr(ops, "use_blis")]


def _best_time(ops: Any, *, use_blis: bool) -> float:  # noqa: ANN401 -- thinc has no type for it
    rows, inner, columns = SHAPE
    left = np.ones((rows, inner), dtype=np.float32)
    right = np.ones((columns, inner), dtype=np.float32)
    ops.use_blis = use_blis
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        ops.gemm(left, right, trans2=True)
        times.append(time.process_time() - start)
    return min(times)
