"""A finding's stable name: rule and words of its sentence, never its place in the draft."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from analysis.patterns import spelling
from analysis.spans import word_spans

_LENGTH = 16
"""Hexadecimal digits of a key: two of a million findings meet by chance once in 10^7 drafts."""


def key_of(rule: str, about: str, sentence: str) -> str:
    """Return the key of a finding.

    Only the words of the sentence count: capitals, spaces, quotation marks and full stops may
    change without a decision being lost.
    """
    words = " ".join(spelling(span.of(sentence)) for span in word_spans(sentence))
    whole = "\0".join((rule, spelling(" ".join(about.split())), words))
    return hashlib.sha256(whole.encode("utf-8", errors="replace")).hexdigest()[:_LENGTH]


def told_apart(keys: Iterable[str]) -> Iterator[str]:
    """Yield the keys, the second and later ones of a sentence that is repeated with a number."""
    seen: Counter[str] = Counter()
    for key in keys:
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}-{seen[key]}"
