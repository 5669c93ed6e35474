"""An annotated article in, its sentences split by whose words they are out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from analysis.measures.base import VOICES, once_per_article
from analysis.spans import n_words, spans_in_voice
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Sentence, Span, Voice, VoiceSpan


@dataclass(frozen=True, slots=True)
class VoicedSentence:
    """One sentence of the article with its parts and words in each voice (``None`` = all)."""

    sentence: Sentence
    parts: Mapping[Voice | None, tuple[Span, ...]]
    words: Mapping[Voice | None, int]


@once_per_article
def voiced_sentences(annotated: AnnotatedArticle) -> tuple[VoicedSentence, ...]:
    """Return the sentences that are counted as the article; captions and galleries are not.

    Cached for the article at hand, because most measures ask for it.
    """
    counted = [s for s in annotated.sentences if s.block in ARTICLE_KINDS and s.n_words]
    return tuple(
        _split(annotated, sentence, local)
        for sentence, local in _with_local_voices(annotated, counted)
    )


def _split(
    annotated: AnnotatedArticle, sentence: Sentence, local: tuple[VoiceSpan, ...]
) -> VoicedSentence:
    if not local:
        return _in_one_voice(sentence)
    # Only the voices that touch the sentence, or a long article would cost its square.
    near = replace(annotated, voices=local)
    parts = {voice: spans_in_voice(near, (sentence.span,), voice) for voice in VOICES}
    words = {voice: n_words(annotated.text, spans) for voice, spans in parts.items()}
    return VoicedSentence(sentence, parts, words)


def _in_one_voice(sentence: Sentence) -> VoicedSentence:
    """Return a sentence that is the outlet's own from end to end, as most are."""
    parts: dict[Voice | None, tuple[Span, ...]] = dict.fromkeys(VOICES, ())
    words: dict[Voice | None, int] = dict.fromkeys(VOICES, 0)
    for voice in (None, Voice.OUTLET):
        parts[voice], words[voice] = (sentence.span,), sentence.n_words
    return VoicedSentence(sentence, parts, words)


def _with_local_voices(
    annotated: AnnotatedArticle, sentences: list[Sentence]
) -> Iterator[tuple[Sentence, tuple[VoiceSpan, ...]]]:
    """Yield each sentence with the voice spans that overlap it, in one sweep."""
    pending = sorted(annotated.voices, key=lambda v: v.start)
    first = 0
    for sentence in sorted(sentences, key=lambda s: s.start):
        while first < len(pending) and pending[first].end <= sentence.start:
            first += 1
        last = first
        while last < len(pending) and pending[last].start < sentence.end:
            last += 1
        yield sentence, tuple(pending[first:last])
