"""What decides a result -> a short name for it; another result has another name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from analysis import paths
from analysis.versions import versions

LENGTH = 16
"""Hexadecimal digits of a name: one chance in 18 million million million that two are alike."""


def fingerprint(decided: Iterable[object]) -> str:
    """Return a digest of the values given, of the code, the word lists, models and packages."""
    digest = hashlib.sha256()
    for value in (*decided, sorted(versions().items())):
        digest.update(repr(value).encode())
    code = (paths.ROOT / "analysis").rglob("*.py")
    data = (p for folder in (paths.LEXICONS, paths.MODELS) for p in folder.rglob("*.*"))
    for file in (*sorted(code), *sorted(data), paths.OUTLETS):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:LENGTH]
