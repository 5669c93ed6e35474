"""How densely a list of wordings is used: one rate per kind and voice."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from analysis.measures.base import MIN_WORDS, VOICES, measurement
from analysis.measures.layers import VoicedSentence, voiced_sentences
from analysis.measures.statistics import poisson_rate
from analysis.types import AnnotatedArticle, Measurement, Voice

PER = 1_000
"""Words that a rate refers to."""


def wording_rates(annotated: AnnotatedArticle, list_id: str) -> Iterator[Measurement]:
    """Yield, for each kind of a list and each voice, its uses per 1,000 words of that voice.

    Higher = more such words in that voice. Keys are ``<list>.<kind>``; ``n`` = words in that
    voice. None at all is ``zero``, a finding: the words were looked for.
    """
    sentences = voiced_sentences(annotated)
    found = _counts(annotated, sentences, list_id)
    kinds = dict.fromkeys(s.side for s in annotated.searched if s.contrast == list_id)
    for voice in VOICES:
        n = sum(s.words[voice] for s in sentences)
        for kind in kinds:
            k = found[kind, voice]
            yield measurement(
                f"{list_id}.{kind}",
                PER * k / n if n else None,
                n,
                poisson_rate(k, n, per=PER),
                enough=n >= MIN_WORDS,
                voice=voice,
            )


def _counts(
    annotated: AnnotatedArticle, sentences: tuple[VoicedSentence, ...], list_id: str
) -> Counter[tuple[str, Voice | None]]:
    """Return the uses by kind and voice; those in captions and galleries are left out."""
    starts = [s.sentence.start for s in sentences]
    found: Counter[tuple[str, Voice | None]] = Counter()
    for hit in annotated.wordings:
        i = bisect_right(starts, hit.start) - 1
        if hit.contrast == list_id and i >= 0 and hit.start < sentences[i].sentence.end:
            found[hit.side, None] += 1
            found[hit.side, hit.voice] += 1
    return found
