"""Whose words an article is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from analysis.measures.base import MIN_WORDS, VOICES, Measure, measurement
from analysis.measures.layers import voiced_sentences
from analysis.measures.statistics import bootstrap
from analysis.types import AnnotatedArticle, Measurement

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EACH_VOICE = VOICES[1:]


def voice_share(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the share of the article's words in each voice: outlet, paraphrase, quote.

    Higher = more of the article is in that voice. Proportion in ``[0, 1]``; the three add
    up to 1; ``n`` = words of the article. The interval resamples sentences, because the
    words of one sentence are not independent.

    References
    ----------
    Pareti (2016), PARC 3.0, for content spans; Efron & Tibshirani (1993).
    """
    sentences = voiced_sentences(annotated)
    words = np.array([[s.words[v] for v in _EACH_VOICE] for s in sentences], dtype=float)
    n = int(words.sum())
    shares = _shares(words.sum(axis=0, keepdims=True))[0] if n else ()
    intervals = bootstrap(words, _shares) if n else None
    for i, voice in enumerate(_EACH_VOICE):
        value = float(shares[i]) if n else None
        interval = intervals[i] if intervals else None
        yield measurement("voice_share", value, n, interval, enough=n >= MIN_WORDS, voice=voice)


def _shares(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    return sums / sums.sum(axis=1, keepdims=True)


VOICE_SHARE = Measure(
    key="voice_share",
    label="Whose words",
    unit="share of words",
    reading="higher = more of the article's words are in this voice",
    citation="Content spans as in Pareti (2016), PARC 3.0; interval: bootstrap over sentences.",
    caveat=(
        "Reported speech that our rules do not find counts as the outlet's own words, "
        "so the outlet's share is rather too high than too low."
    ),
    minimum=f"{MIN_WORDS} words",
    compute=voice_share,
)
