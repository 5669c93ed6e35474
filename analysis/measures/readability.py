"""How hard a text is to read, by the classic formulas.

Each value is what textstat returns for the article's body. textstat is asked for counts, word
by word and sentence by sentence, because an interval needs the counts of 1,000 resampled
texts; the tests hold every value equal to textstat's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np
from textstat.backend import counts, selections

from analysis.measures.base import MIN_WORDS, Measure, measurement
from analysis.measures.formulas import FORMULAS, Counts
from analysis.measures.statistics import Interval, bootstrap
from analysis.measures.word_kinds import n_syllables, word_kinds
from analysis.types import AnnotatedArticle, BlockKind, Measurement, Sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

SMOG_SENTENCES = 30
"""Sentences that McLaughlin (1969) defines SMOG on."""

_PIECE = re.compile(r"\b[^.!?]+[.!?]*")
_PIECE_MIN_WORDS = 3
"""textstat's sentence: a run up to a full stop with at least this many words. It has no public
list of them, so its rule is repeated here; the tests compare the counts."""


def body_sentences(annotated: AnnotatedArticle) -> tuple[Sentence, ...]:
    """Return the sentences of the running text: no headline, subhead or caption."""
    return tuple(s for s in annotated.sentences if s.block is BlockKind.BODY and s.n_words)


@lru_cache(maxsize=2)
def _readings(texts: tuple[str, ...]) -> dict[str, tuple[float, Interval | None]]:
    """Return each index of the joined sentences with its interval, computed once for all seven."""
    units = sentence_counts(texts)
    # Plain Python numbers, so that the arithmetic is textstat's to the last digit.
    whole = Counts(*(float(column) for column in _columns(units.sum(axis=0))))
    intervals = bootstrap(units, _all_formulas)
    return {
        key: (formula(whole), intervals[i] if intervals else None)
        for i, (key, formula) in enumerate(FORMULAS.items())
    }


def _all_formulas(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    columns = _columns(sums)
    return np.column_stack([formula(columns) for formula in FORMULAS.values()])


def _columns(sums: NDArray[np.float64]) -> Counts:
    counted = Counts(*sums.T)
    # textstat: a text has at least one sentence, even if all of it is fragments.
    return counted._replace(sentences=np.maximum(counted.sentences, 1))


def sentence_counts(texts: tuple[str, ...]) -> NDArray[np.float64]:
    """Return one row of ``Counts`` per sentence; the rows add up to textstat's whole text."""
    rows = [_counts(text, n) for text, n in zip(texts, _n_sentences(texts), strict=True)]
    return np.array(rows, dtype=float)


def _counts(text: str, n_sentences: int) -> Counts:
    words = selections.list_words(text)
    kinds = [word_kinds(word) for word in words]
    return Counts(
        words=len(words),
        tokens=len(text.split()),
        sentences=n_sentences,
        syllables=sum(map(n_syllables, words)),
        letters=counts.count_letters(text),
        chars=counts.count_chars(text, ignore_spaces=True),
        polysyllables=sum(kind[0] for kind in kinds),
        complex=sum(kind[1] for kind in kinds),
        unfamiliar=sum(kind[2] for kind in kinds),
    )


def joined(texts: tuple[str, ...]) -> str:
    """Return the text that is scored: the sentences one after the other."""
    return " ".join(texts)


def _n_sentences(texts: tuple[str, ...]) -> list[int]:
    """Return how many of textstat's sentences begin in each of ours.

    They differ: textstat ends a sentence at every full stop (3.5, U.S.) and drops pieces of
    one or two words. Only the whole is split, or its rule would act on other pieces.
    """
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    found = [0] * len(texts)
    for piece in _PIECE.finditer(joined(texts)):
        if counts.count_words(piece.group()) >= _PIECE_MIN_WORDS:
            found[bisect_right(starts, piece.start()) - 1] += 1
    return found


def index(key: str, annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield one readability index of the article's body.

    Direction and unit as in the formula; ``n`` = body sentences; interval by resampling
    sentences.
    """
    sentences = body_sentences(annotated)
    n = len(sentences)
    if not n:
        yield measurement(key, None, 0)
        return
    value, interval = _readings(tuple(s.span.of(annotated.text) for s in sentences))[key]
    enough = sum(s.n_words for s in sentences) >= MIN_WORDS
    if key == "smog_index":
        enough = enough and n >= SMOG_SENTENCES
    yield measurement(key, value, n, interval, enough=enough)


def words_per_sentence(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the mean number of words in the sentences of the body, by our own sentences.

    Higher = longer sentences. ``n`` = body sentences; interval by resampling sentences.
    """
    lengths = [s.n_words for s in body_sentences(annotated)]
    n = len(lengths)
    units = np.array([[length, 1.0] for length in lengths])
    intervals = bootstrap(units, lambda sums: sums[:, :1] / sums[:, 1:]) if n else None
    yield measurement(
        "words_per_sentence",
        sum(lengths) / n if n else None,
        n,
        intervals[0] if intervals else None,
        enough=sum(lengths) >= MIN_WORDS,
    )


_CAVEAT = (
    "Counts words and syllables, not sense; long names raise it. Two texts of 30 sentences "
    "must differ by about two grades before it means anything. textstat ends a sentence at "
    "every full stop, numbers and initials included."
)
_BY_TEXTSTAT = "Computed as textstat 0.7.8; interval: bootstrap over sentences."
_EASIER, _HARDER = "higher = easier to read", "higher = harder to read"
_GRADE = "US school grade"


def _measure(key: str, label: str, unit: str, reading: str, citation: str) -> Measure:
    minimum = f"{MIN_WORDS} words of body text"
    caveat = _CAVEAT
    if key == "smog_index":
        minimum += f" and {SMOG_SENTENCES} sentences"
        caveat = f"Defined by its author on {SMOG_SENTENCES} sentences. {_CAVEAT}"
    return Measure(
        key=key,
        label=label,
        unit=unit,
        reading=reading,
        citation=f"{citation}. {_BY_TEXTSTAT}",
        caveat=caveat,
        minimum=minimum,
        compute=partial(index, key),
    )


READABILITY = (
    Measure(
        key="words_per_sentence",
        label="Words per sentence",
        unit="words",
        reading="higher = longer sentences",
        citation="Mean of our own sentences; interval: bootstrap over sentences.",
        caveat="A long list in one sentence raises it as much as a hard sentence does.",
        minimum=f"{MIN_WORDS} words of body text",
        compute=words_per_sentence,
    ),
    _measure(
        "flesch_reading_ease",
        "Flesch reading ease",
        "points, about 0 to 100",
        _EASIER,
        "Flesch (1948)",
    ),
    _measure(
        "flesch_kincaid_grade", "Flesch-Kincaid grade", _GRADE, _HARDER, "Kincaid et al. (1975)"
    ),
    _measure("gunning_fog", "Gunning fog", "years of schooling", _HARDER, "Gunning (1952)"),
    _measure("smog_index", "SMOG", _GRADE, _HARDER, "McLaughlin (1969)"),
    _measure("coleman_liau_index", "Coleman-Liau", _GRADE, _HARDER, "Coleman & Liau (1975)"),
    _measure(
        "automated_readability_index",
        "Automated readability index",
        _GRADE,
        _HARDER,
        "Smith & Senter (1967)",
    ),
    _measure(
        "dale_chall",
        "Dale-Chall",
        "Dale-Chall score, about 4 to 10",
        _HARDER,
        "Dale & Chall (1948)",
    ),
)
