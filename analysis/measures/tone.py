"""Emotional vocabulary by VADER, proper names masked; the only file that knows VADER.

VADER was made for social media. On its authors' own data it follows people's ratings with
r = 0.87 on tweets and 0.50 on newspaper opinion, and it scores words, not events: so positive
and negative are kept apart, each with its words, and nothing is ever ranked by them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from string import punctuation
from typing import TYPE_CHECKING

import numpy as np
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.measures.base import (
    MIN_SENTENCES,
    VOICES,
    Measure,
    is_measurable,
    measurement,
    once_per_article,
)
from analysis.measures.layers import voiced_sentences
from analysis.measures.statistics import bootstrap
from analysis.types import AnnotatedArticle, Measurement, Sentence, Span, Voice

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_WORDS = 400
"""Words of one sentence that are scored, as VADER reads them (emoji spelt out): its time grows
with the square, and a longer "sentence" is a list or a broken page, not prose."""

MAX_EMOTICON = 2
"""Characters of a word that VADER may take for an emoticon once the marks around it are gone."""

_TOKEN = re.compile(r"\S+")

_TYPED = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "—": " ", "…": "."}
)
"""Printed marks as VADER's lists and rules type them, one character for one: with the curly
apostrophe "didn’t" is no negation, and a word beside a curly quote is not found."""


class _Valences(SentimentIntensityAnalyzer):
    """The library's own rules, stopped before the words' valences are summed up."""

    def score_valence(self, sentiments: list[float], text: str) -> dict[str, float]:
        return {str(i): valence for i, valence in enumerate(sentiments)}


@lru_cache(maxsize=1)
def _analyzer() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


@lru_cache(maxsize=1)
def _valences() -> _Valences:
    return _Valences()


@lru_cache(maxsize=4_096)
def _scores(text: str) -> tuple[float, float, float]:
    """Return VADER's positive and negative proportion and its compound score."""
    if not _may_score(text):
        return 0.0, 0.0, 0.0
    scores = _analyzer().polarity_scores(text)
    return scores["pos"], scores["neg"], scores["compound"]


def _may_score(text: str) -> bool:
    """Return whether VADER can find anything: a listed word, or an emoji that stands for one."""
    listed = _analyzer().lexicon
    return not text.isascii() or any(_bare(word).lower() in listed for word in text.split())


def _bare(word: str) -> str:
    """Return a word without the marks around it, by VADER's own rule.

    What strips down to two characters or fewer may be an emoticon, and is left as it is.
    """
    stripped = word.strip(punctuation)
    return stripped if len(stripped) > MAX_EMOTICON else word


@once_per_article
def _masked_text(annotated: AnnotatedArticle) -> str:
    return masked(annotated.text, annotated.names)


def masked(text: str, names: tuple[Span, ...]) -> str:
    """Return the text with proper names masked and marks as VADER types them, offsets kept.

    Each letter of a name becomes Y or y in its own case, anything else in it but white space
    a middle dot. So "United States" stays two words for VADER's proportions and upper case
    stays upper case for its capitals rule, but no masked word is in its lists.
    """
    chars = list(text.translate(_TYPED))
    for name in names:
        chars[name.start : name.end] = [_mask(char) for char in name.of(text)]
    return "".join(chars)


def _mask(char: str) -> str:
    if char.isspace():
        return char
    if char.isupper():
        return "Y"
    return "y" if char.islower() else "·"


def _scored_text(annotated: AnnotatedArticle, parts: Iterable[Span]) -> str:
    """Return the masked words of the parts, at most ``MAX_WORDS`` of them."""
    text = _masked_text(annotated)
    joined = " ".join(part.of(text) for part in parts)
    return joined[: _scored_length(joined)]


def _scored_length(text: str) -> int:
    """Return the number of characters before the first token that passes ``MAX_WORDS``."""
    if len(text) <= MAX_WORDS and text.isascii():
        return len(text)
    n_read = 0
    for token in _TOKEN.finditer(text):
        n_read += _n_read(token.group())
        if n_read > MAX_WORDS:
            return token.start()
    return len(text)


def _n_read(token: str) -> int:
    """Return as how many words VADER reads a token: it spells emoji out."""
    if token.isascii():
        return 1
    emojis = _analyzer().emojis
    return len("".join(f" {emojis[c]}" if c in emojis else c for c in token).split())


def sentence_tones(annotated: AnnotatedArticle) -> AnnotatedArticle:
    """Return the article with the tone of each sentence filled in.

    Tone is VADER's compound score in ``[-1, 1]``, proper names masked; higher = more positive
    words; ``None`` for a sentence without words or an article that is not in English. A notice
    says if a sentence was too long to be scored whole.
    """
    if not is_measurable(annotated.article):
        return annotated
    texts = [_scored_text(annotated, (s.span,)) for s in annotated.sentences]
    pairs = list(zip(annotated.sentences, texts, strict=True))
    toned = tuple(replace(s, tone=_scores(text)[2] if s.n_words else None) for s, text in pairs)
    n_cut = sum(1 for s, text in pairs if len(text) < s.end - s.start)
    notices = annotated.notices
    if n_cut:
        notices += (
            f"{n_cut} of {len(toned)} sentences are longer than {MAX_WORDS} words; their tone "
            f"rests on the first {MAX_WORDS}. Check whether a full stop or a line end is missing.",
        )
    return replace(annotated, sentences=toned, notices=notices)


def tone_words(annotated: AnnotatedArticle, sentence: Sentence) -> tuple[tuple[Span, float], ...]:
    """Return the words that scored in a sentence, each with its valence.

    Valence is the lexicon's rating, about -4 to 4, after VADER's rules for negation, degree
    words, capitals and "but"; higher = more positive. Their sum is what the compound score is
    made from (exclamation and question marks aside).
    """
    text = _scored_text(annotated, (sentence.span,))
    valences = iter(_valences().polarity_scores(text).values())
    found: list[tuple[Span, float]] = []
    for token in _TOKEN.finditer(text):
        valence = sum(islice(valences, _n_read(token.group())))
        if valence:
            found.append((_word(token, sentence.start), valence))
    return tuple(found)


def _word(token: re.Match[str], offset: int) -> Span:
    """Return where the token stands in the article, punctuation around a word left out."""
    whole = token.group()
    word = _bare(whole)
    start = offset + token.start() + whole.index(word)
    return Span(start, start + len(word))


def tone_positive(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the mean share of positive vocabulary per sentence, in each voice.

    Higher = more positive words, whatever they are about. Mean over sentences of VADER's
    positive proportion, in ``[0, 1]``; ``n`` = sentences with words in that voice; interval
    by resampling sentences.

    References
    ----------
    Hutto & Gilbert (2014), "VADER", ICWSM-14.
    """
    yield from _means(annotated, "tone_positive", lambda scores: scores[0])


def tone_negative(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the mean share of negative vocabulary per sentence, in each voice.

    Higher = more negative words, whatever they are about; otherwise as ``tone_positive``.
    """
    yield from _means(annotated, "tone_negative", lambda scores: scores[1])


@once_per_article
def _voiced_scores(
    annotated: AnnotatedArticle,
) -> Mapping[Voice | None, Sequence[tuple[float, float, float]]]:
    """Return the scores of the sentences' parts in each voice."""
    sentences = voiced_sentences(annotated)
    return {
        voice: [
            _scores(_scored_text(annotated, s.parts[voice])) for s in sentences if s.words[voice]
        ]
        for voice in VOICES
    }


def _means(
    annotated: AnnotatedArticle,
    key: str,
    pick: Callable[[tuple[float, float, float]], float],
) -> Iterator[Measurement]:
    """Yield the mean score of the sentences' parts in each voice."""
    for voice, found in _voiced_scores(annotated).items():
        scores = [pick(each) for each in found]
        n = len(scores)
        units = np.array([[score, 1.0] for score in scores])
        intervals = bootstrap(units, _mean) if n else None
        yield measurement(
            key,
            sum(scores) / n if n else None,
            n,
            intervals[0] if intervals else None,
            enough=n >= MIN_SENTENCES,
            voice=voice,
        )


def _mean(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    return sums[:, :1] / sums[:, 1:]


_CITATION = "Hutto & Gilbert (2014), VADER 3.3.2; interval: bootstrap over sentences."
_CAVEAT = (
    "Emotional vocabulary, not an opinion: reports of violence use negative words whoever tells "
    "them. VADER was made for social media, misses much news vocabulary, and reads each "
    "voice's part of a sentence alone. Names are masked. Open the words before concluding."
)
_MINIMUM = f"{MIN_SENTENCES} sentences in the voice"

TONE = (
    Measure(
        key="tone_positive",
        label="Positive vocabulary",
        unit="mean share of a sentence",
        reading="higher = more positive words, whatever they are about",
        citation=_CITATION,
        caveat=_CAVEAT,
        minimum=_MINIMUM,
        compute=tone_positive,
    ),
    Measure(
        key="tone_negative",
        label="Negative vocabulary",
        unit="mean share of a sentence",
        reading="higher = more negative words, whatever they are about",
        citation=_CITATION,
        caveat=_CAVEAT,
        minimum=_MINIMUM,
        compute=tone_negative,
    ),
)
