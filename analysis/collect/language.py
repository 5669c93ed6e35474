"""Text -> language code, by a detector that ships its model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE_CHARS = 2_000
"""Characters shown to the detector; on 500 English articles more changed nothing."""

SURE = 0.95
"""Probability that a text is not English from which that is believed; which other language it is
may be less sure, as between Indonesian and Malay."""

_ENGLISH_ALONE = frozenset(
    "the and that with from which were this they their his her would been has who not into its "
    "about there when could should because".split()
)
"""Frequent words of English that are no frequent words of another language."""

CLEARLY, DIFFERENT = 0.05, 3
"""Share of those words, and how many different ones, from which a text is English without a
question to the detector, whose model takes 20 to 50 MB. Of running English text they
are a seventh, of texts in other languages under a hundredth; an English title among them has one
or two."""

MIN_WORDS = 8
"""Fewer words than this give no evidence; the text is then taken as English."""


def detected_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language.

    ``en`` unless another is sure or most letters are not Latin.
    """
    sample = text[:SAMPLE_CHARS]
    words = sample.lower().split()
    if len(words) < MIN_WORDS and sample.isascii():
        return "en"
    found = [word for word in words if word in _ENGLISH_ALONE]
    if len(set(found)) >= DIFFERENT and len(found) >= CLEARLY * len(words):
        return "en"
    ranked = _identifier().rank(sample)
    english = dict(ranked)["en"]
    return str(ranked[0][0]) if english <= 1 - SURE or not _is_mostly_latin(sample) else "en"


def _is_mostly_latin(text: str) -> bool:
    if text.isascii():
        return True
    letters = [char for char in text if char.isalpha()]
    latin = sum(char < "\u0250" for char in letters)  # end of the Latin Extended-B block
    return latin * 2 >= len(letters)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from analysis.collect.language_model import identifier  # noqa: PLC0415 -- most need none

    return identifier()
