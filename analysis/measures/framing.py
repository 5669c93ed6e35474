"""How often the words of each side of each contrast are used, and in whose voice."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

from analysis.measures.base import MIN_WORDS, VOICES, Measure, measurement, once_per_article
from analysis.measures.layers import VoicedSentence, voiced_sentences
from analysis.measures.statistics import poisson_rate, wilson
from analysis.types import WORDINGS, AnnotatedArticle, Measurement, Voice

PER = 1_000
"""Words that a rate refers to."""

_Hits = Mapping[tuple[str, str, Voice | None], list[int]]
"""Contrast, side and voice (``None``: any) -> for each hit, the number of its sentence."""


def framing(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield, for each side of each contrast and each voice, the share of sentences with a hit.

    Higher = more sentences use this side's words in that voice. Keys are
    ``framing.<contrast>.<side>``; proportion in ``[0, 1]``; ``n`` = sentences with words in
    that voice. None at all is ``zero``, a finding: the words were looked for.
    """
    sentences = voiced_sentences(annotated)
    found = _hits(annotated)
    sides = _searched(annotated)
    for voice in VOICES:
        n = sum(1 for s in sentences if s.words[voice])
        enough = _words(sentences, voice) >= MIN_WORDS
        for contrast, side in sides:
            hits = found.get((contrast, side, voice), ())
            k = len({i for i in hits if sentences[i].words[voice]})
            yield measurement(
                f"framing.{contrast}.{side}",
                k / n if n else None,
                n,
                wilson(k, n),
                enough=enough,
                voice=voice,
            )


def framing_rate(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield, for each side of each contrast and each voice, hits per 1,000 words of that voice.

    Higher = this side's words are used more densely in that voice. Keys are
    ``framing_rate.<contrast>.<side>``; ``n`` = words in that voice.
    """
    sentences = voiced_sentences(annotated)
    found = _hits(annotated)
    sides = _searched(annotated)
    for voice in VOICES:
        n = _words(sentences, voice)
        for contrast, side in sides:
            k = len(found.get((contrast, side, voice), ()))
            yield measurement(
                f"framing_rate.{contrast}.{side}",
                PER * k / n if n else None,
                n,
                poisson_rate(k, n, per=PER),
                enough=n >= MIN_WORDS,
                voice=voice,
            )


def _searched(annotated: AnnotatedArticle) -> tuple[tuple[str, str], ...]:
    return tuple(
        dict.fromkeys(
            (s.contrast, s.side) for s in annotated.searched if s.contrast not in WORDINGS
        )
    )


def _words(sentences: tuple[VoicedSentence, ...], voice: Voice | None) -> int:
    return sum(s.words[voice] for s in sentences)


@once_per_article
def _hits(annotated: AnnotatedArticle) -> _Hits:
    """Return the hits by side and voice; hits in captions and galleries are left out."""
    sentences = [each.sentence for each in voiced_sentences(annotated)]
    starts = [sentence.start for sentence in sentences]
    found: dict[tuple[str, str, Voice | None], list[int]] = defaultdict(list)
    for hit in annotated.terms:
        i = bisect_right(starts, hit.start) - 1
        if i >= 0 and hit.start < sentences[i].end:
            found[hit.contrast, hit.side, None].append(i)
            found[hit.contrast, hit.side, hit.voice].append(i)
    return found


_CAVEAT = (
    "A word list sees words, not meanings: irony, negation and words that are not listed "
    "escape it, and the same word may be right in one sentence and not in the next."
)

FRAMING = Measure(
    key="framing",
    label="Word choice",
    unit="share of sentences",
    reading="higher = more sentences use this side's words in this voice",
    citation="Entman (1993) on framing by selection of words; Wilson (1927) interval.",
    caveat=_CAVEAT,
    minimum=f"{MIN_WORDS} words in the voice",
    compute=framing,
)

FRAMING_RATE = Measure(
    key="framing_rate",
    label="Word choice, density",
    unit=f"uses per {PER:,} words",
    reading="higher = this side's words are used more densely in this voice",
    citation="Entman (1993) on framing by selection of words; Garwood (1936) exact interval.",
    caveat=_CAVEAT,
    minimum=f"{MIN_WORDS} words in the voice",
    compute=framing_rate,
)
