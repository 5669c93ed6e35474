"""Text in, a few hundred bytes out that tell how like another text it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from analysis.near_copies.shingles import shingles, words

if TYPE_CHECKING:
    from datasketch import MinHash
    from numpy.typing import NDArray

    Rows = NDArray[np.uint32]

PERMUTATIONS = 128
"""Smallest hashes kept: the estimated overlap is right to about 0.09 (1 / sqrt(128))."""

SHORT = 50
"""Words below which texts are near copies only if they are equal: a few stock phrases would do."""

_SCHEME = b"\x01"
"""First byte of a signature: which way of making it these bytes come from."""

_DIGEST_BYTES = 8
_SEED = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature taken apart."""

    digest: bytes
    """Equal for texts of the same words in the same order."""
    rows: Rows | None
    """The smallest hashes; ``None`` for a text of fewer than ``SHORT`` words."""


def signature(text: str) -> bytes:
    """Return what has to be kept of a text to find near copies of it among many others.

    Case, white space, punctuation and typography do not count. The bytes are the same on
    every machine: 521 of them, or 9 for a text of fewer than 50 words.

    References
    ----------
    Broder (1997), "On the resemblance and containment of documents": min-wise hashing.
    """
    of_words = words(text)
    digest = blake2b(
        "\n".join(of_words).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES
    ).digest()
    if len(of_words) < SHORT:
        return _SCHEME + digest
    minhash = _empty().copy()
    minhash.update_batch((shingles(of_words) >> np.uint64(32)).tolist())
    return _SCHEME + digest + minhash.hashvalues.astype("<u4").tobytes()


def read(stored: bytes, text: str) -> Signature:
    """Return a kept signature taken apart, made anew if it was made in another way."""
    lengths = {_head(), _head() + 4 * PERMUTATIONS}
    if not stored.startswith(_SCHEME) or len(stored) not in lengths:
        stored = signature(text)
    rows = stored[_head() :]
    return Signature(
        stored[len(_SCHEME) : _head()], np.frombuffer(rows, dtype="<u4") if rows else None
    )


def _head() -> int:
    return len(_SCHEME) + _DIGEST_BYTES


@lru_cache(maxsize=1)
def _empty() -> MinHash:
    from datasketch import MinHash  # noqa: PLC0415 -- takes a second, and only signing needs it

    return MinHash(num_perm=PERMUTATIONS, seed=_SEED, scheme="affine32", hashfunc=int)
