"""A digest of all that decides the numbers, so that no part is mixed with parts made otherwise."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from analysis import paths
from analysis.versions import versions

_ELSEWHERE = ("batch", "library", "report", "web")
"""Folders of code that cannot change what is found in an article that has been read."""


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Return a digest of the versions, the code, the models and the word lists."""
    digest = hashlib.sha256(repr(sorted(versions().items())).encode())
    code = (
        path
        for path in (paths.ROOT / "analysis").rglob("*.py")
        if not set(_ELSEWHERE).intersection(path.relative_to(paths.ROOT).parts)
    )
    data = (p for folder in (paths.LEXICONS, paths.MODELS) for p in folder.rglob("*.*"))
    for file in (*sorted(code), *sorted(data), paths.OUTLETS):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:32]
