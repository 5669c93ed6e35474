"""Parsed paragraphs in, their content words as lemmas out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.nlp import ParsedArticle, stop_words
from analysis.types import Lemma

if TYPE_CHECKING:
    from analysis.parsing import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
"""Word classes that carry content (Universal POS tags); numbers stand with the figures."""


def find_lemmas(parsed: ParsedArticle) -> tuple[Lemma, ...]:
    """Return the content words of the analysed blocks, in text order.

    Function words go by word class and by spaCy's list of stop words, which also holds
    light words such as "say", "make" and "really".
    """
    return tuple(
        Lemma(*paragraph.span(token), token.lemma_.lower())
        for paragraph in parsed.paragraphs
        for token in paragraph.doc
        if _is_content(token)
    )


def _is_content(token: Token) -> bool:
    is_word = token.text[0].isalpha() and len(token) > 1
    # The list holds "say" but not "said".
    is_light = token.is_stop or token.lemma_.lower() in stop_words()
    return is_word and token.pos_ in _CONTENT and not is_light
