"""Any words, with * for any letters -> every place they stand, in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from analysis.errors import InputError
from analysis.evidence import concordance_line
from analysis.schema import table
from analysis.spans import spans_in_voice, word_spans
from analysis.types import AnnotatedArticle, Span, Voice

if TYPE_CHECKING:
    import pandas as pd

MAX_PATTERN = 200
"""Longest pattern, in characters."""


def concordance(articles: Sequence[AnnotatedArticle], pattern: str) -> pd.DataFrame:
    """Return one evidence row per place where the pattern stands in the analysed text.

    Case does not matter; ``*`` stands for any letters within a word.

    Raises
    ------
    InputError
        If the pattern is empty, too long, or nothing but stars.
    """
    # Only * is a wildcard here; fnmatch's others stand for themselves.
    words = [word.replace("[", "[[]").replace("?", "[?]") for word in pattern.lower().split()]
    if not words or len(pattern) > MAX_PATTERN or all(not w.strip("*") for w in words):
        message = (
            f"the pattern '{pattern[:40]}' cannot be searched; write one or more words of at "
            f"most {MAX_PATTERN} characters in all, with * for any letters"
        )
        raise InputError(message)
    rows = [
        {
            **concordance_line(annotated, span),
            "voice": _voice(annotated, span),
            "use": None,
            "rule": f"search: {pattern}",
            "quote_id": None,
            "speaker": None,
        }
        for annotated in articles
        for span in _places(annotated, words)
    ]
    return table("evidence", rows)


def _places(annotated: AnnotatedArticle, words: list[str]) -> Iterator[Span]:
    text = annotated.text
    for sentence in annotated.sentences:
        spans = list(word_spans(text, sentence.start, sentence.end))
        for i in range(len(spans) - len(words) + 1):
            run = spans[i : i + len(words)]
            if all(_fits(s.of(text).lower(), w) for s, w in zip(run, words, strict=True)):
                yield Span(run[0].start, run[-1].end)


def _fits(word: str, pattern: str) -> bool:
    """Return whether a word fits; a possessive fits as its owner does."""
    owner = word.removesuffix("'s").removesuffix("’s")
    return fnmatchcase(word, pattern) or fnmatchcase(owner, pattern)


def _voice(annotated: AnnotatedArticle, span: Span) -> Voice:
    return next((v for v in Voice if spans_in_voice(annotated, [span], v)), Voice.OUTLET)
