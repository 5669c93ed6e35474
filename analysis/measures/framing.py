"""How often the words of each side of each contrast are used, and in whose voice."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from analysis.measures.base import MIN_WORDS, VOICES, Measure, measurement
from analysis.measures.layers import VoicedSentence, voiced_sentences
from analysis.measures.statistics import poisson_rate, wilson
from analysis.types import WORDINGS, AnnotatedArticle, Measurement, TermHit, Voice

PER = 1_000
"""Words that a rate refers to."""

_Hits = Mapping[tuple[str, str], Mapping[int, list[TermHit]]]
"""(contrast, side) -> number of the sentence -> hits in it."""


def framing(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield, for each side of each contrast and each voice, the share of sentences with a hit.

    Higher = more sentences use this side's words in that voice. Keys are
    ``framing.<contrast>.<side>``; proportion in ``[0, 1]``; ``n`` = sentences with words in
    that voice. None at all is ``zero``, a finding: the words were looked for.
    """
    sentences = voiced_sentences(annotated)
    found = _hits(annotated, sentences)
    sides = _searched(annotated)
    for voice in VOICES:
        n = sum(1 for s in sentences if s.words[voice])
        enough = _words(sentences, voice) >= MIN_WORDS
        for contrast, side in sides:
            hits = found.get((contrast, side))
            k = _n_sentences(sentences, hits, voice) if hits else 0
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
    found = _hits(annotated, sentences)
    sides = _searched(annotated)
    for voice in VOICES:
        n = _words(sentences, voice)
        for contrast, side in sides:
            hits = found.get((contrast, side))
            k = _n_hits(hits, voice) if hits else 0
            yield measurement(
                f"framing_rate.{contrast}.{side}",
                PER * k / n if n else None,
                n,
                poisson_rate(k, n, per=PER),
                enough=n >= MIN_WORDS,
                voice=voice,
            )


def _n_sentences(
    sentences: Sequence[VoicedSentence], found: Mapping[int, list[TermHit]], voice: Voice | None
) -> int:
    """Return the number of sentences with words in the voice and a hit in it."""
    return sum(
        1
        for i, hits in found.items()
        if sentences[i].words[voice] and any(_is_in(hit, voice) for hit in hits)
    )


def _n_hits(found: Mapping[int, list[TermHit]], voice: Voice | None) -> int:
    return sum(1 for hits in found.values() for hit in hits if _is_in(hit, voice))


def _searched(annotated: AnnotatedArticle) -> tuple[tuple[str, str], ...]:
    return tuple(
        dict.fromkeys(
            (s.contrast, s.side) for s in annotated.searched if s.contrast not in WORDINGS
        )
    )


def _words(sentences: tuple[VoicedSentence, ...], voice: Voice | None) -> int:
    return sum(s.words[voice] for s in sentences)


def _is_in(hit: TermHit, voice: Voice | None) -> bool:
    return voice is None or hit.voice is voice


def _hits(annotated: AnnotatedArticle, sentences: tuple[VoicedSentence, ...]) -> _Hits:
    """Return the hits by side and sentence; hits in captions and galleries are left out."""
    starts = [s.sentence.start for s in sentences]
    found: _Hits = defaultdict(lambda: defaultdict(list))
    for hit in annotated.terms:
        i = bisect_right(starts, hit.start) - 1
        if i >= 0 and hit.start < sentences[i].sentence.end:
            found[hit.contrast, hit.side][i].append(hit)
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
