"""Text -> paragraph spans, whether paragraphs are lines or hard-wrapped by blank lines."""

from __future__ import annotations

import re

from analysis.spans import trimmed
from analysis.types import Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r?\n[^\S\n]*){2,}")
_SENTENCE_END = tuple(".!?:;”\"'’)]…")

WRAP_MIN, WRAP_MAX = 50, 100
"""Line lengths, in characters, that mail and plain-text files are wrapped at."""

WRAPPED_LINES = 3
"""Inner line ends needed as evidence of hard wrapping."""


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of ``text``, white space trimmed, in order.

    A line is a paragraph, unless the text is hard-wrapped: then lines are joined
    up to the next blank line.
    """
    if _is_hard_wrapped(text):
        edges = [0]
        for match in _BLANK.finditer(text):
            edges += [match.start(), match.end()]
        edges.append(len(text))
        candidates = [Span(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    else:
        candidates = [Span(m.start(), m.end()) for m in _LINE.finditer(text)]
    spans = (trimmed(text, span) for span in candidates)
    return tuple(span for span in spans if span.start < span.end)


def _is_hard_wrapped(text: str) -> bool:
    """Return whether most inner line ends fall at a common width, mid-sentence."""
    inner: list[str] = []
    for part in _BLANK.split(text):
        inner += [line.rstrip() for line in part.splitlines()[:-1]]
    if len(inner) < WRAPPED_LINES:
        return False
    wrapped = sum(
        WRAP_MIN <= len(line) <= WRAP_MAX and not line.endswith(_SENTENCE_END) for line in inner
    )
    return wrapped > len(inner) / 2
