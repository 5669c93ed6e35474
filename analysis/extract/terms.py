"""Parsed paragraphs in, uses of listed terms out, each with its voice and its use."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.extract.arguments import modifiers, objects, subjects
from analysis.lexicons import Contrast, Term
from analysis.nlp import Paragraph, ParsedArticle, pipeline
from analysis.patterns import WordIndex, forms, spelling
from analysis.types import Quote, QuoteKind, Span, TermHit, Use, Voice, VoiceSpan

if TYPE_CHECKING:
    from analysis.parsing import Doc, DocSpan, Token

_DISTANCING = frozenset({"called", "styled", "proclaimed", "described", "declared"})
"""Second halves of "so-called", "self-styled" and the like."""


class _Layers:
    """The voice layers of an article, found by place in logarithmic time."""

    def __init__(self, voices: tuple[VoiceSpan, ...], quotes: dict[str, Quote]) -> None:
        self.quotes = quotes
        self._voices = voices
        self._ends = [voice.end for voice in voices]

    def at(self, span: Span) -> VoiceSpan | None:
        """Return the first layer that shares a character with the span."""
        after = bisect_right(self._ends, span.start)
        found = self._voices[after] if after < len(self._voices) else None
        return found if found and found.span.overlaps(span) else None


class _Lists:
    """The entries of all contrasts, searched at once."""

    def __init__(self, contrasts: tuple[Contrast, ...]) -> None:
        self.contrasts = contrasts
        self.index: WordIndex[tuple[int, Term]] = WordIndex(
            (form, (place, term))
            for place, contrast in enumerate(contrasts)
            for term in contrast.terms
            for form in forms(term.lemma, _tokenized)
        )


def find_terms(
    parsed: ParsedArticle,
    voices: Sequence[VoiceSpan],
    quotes: Sequence[Quote],
    contrasts: tuple[Contrast, ...],
) -> tuple[TermHit, ...]:
    """Return every use of a listed term in the analysed blocks, in text order.

    Where two entries of one contrast match the same words, the longer one counts.
    """
    layers = _Layers(tuple(voices), {quote.id: quote for quote in quotes})
    lists = _lists(contrasts)
    hits = [
        _hit(paragraph, match, contrast, term, layers)
        for paragraph in parsed.paragraphs
        for match, contrast, term in _matches(paragraph.doc, lists)
    ]
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.contrast)))


def _matches(doc: Doc, lists: _Lists) -> Iterator[tuple[DocSpan, Contrast, Term]]:
    """Yield the matches, longest first, none sharing a token with another of its contrast."""
    row = [(spelling(token.lower_), spelling(token.lemma_)) for token in doc]
    found = sorted(
        (place, start - end, start, number, head, term)
        for number, (start, end, head, (place, term)) in enumerate(lists.index.find(row))
    )
    taken: set[tuple[int, int]] = set()
    for place, width, start, _, head, term in found:
        places = {(place, i) for i in range(start, start - width)}
        first = doc[start : start + head]
        if taken.isdisjoint(places) and _is_class(first, term) and _passes(first.root, term):
            taken |= places
            yield doc[start : start - width], lists.contrasts[place], term


@lru_cache(maxsize=16)
def _lists(contrasts: tuple[Contrast, ...]) -> _Lists:
    return _Lists(contrasts)


def _tokenized(word: str) -> list[str]:
    """Return the tokens that spaCy makes of a word: "pro-life" is three of them."""
    if word.isalnum():
        return [word]
    if "*" in word:
        return re.findall(r"[^-]+|-", word)
    return [token.text for token in pipeline().tokenizer(word)]


def _is_class(first: DocSpan, term: Term) -> bool:
    """Return whether the first word is of a listed class; of several tokens, one of them."""
    return any(token.pos_ in term.pos for token in first)


def _passes(token: Token, term: Term) -> bool:
    """Return whether the syntactic guards of the entry hold at this token."""
    checks = (
        (subjects, term.subject, term.not_subject),
        (objects, term.object, term.not_object),
        (modifiers, term.modifier, term.not_modifier),
    )
    for arguments, wanted, barred in checks:
        if not wanted and not barred:
            continue
        found = {lemma for each in arguments(token) for lemma in (each.lemma_.lower(), each.lower_)}
        if (wanted and found.isdisjoint(wanted)) or not found.isdisjoint(barred):
            return False
    return True


def _hit(
    paragraph: Paragraph,
    match: DocSpan,
    contrast: Contrast,
    term: Term,
    layers: _Layers,
) -> TermHit:
    span = paragraph.span(match)
    layer = layers.at(span)
    voice = layer.voice if layer else Voice.OUTLET
    quote = layers.quotes[layer.quote_id] if layer else None
    return TermHit(
        start=span.start,
        end=span.end,
        term=term.lemma,
        lemma=match.lemma_.lower(),
        lexicon=f"{contrast.lexicon} {contrast.version}",
        contrast=contrast.id,
        side=term.side,
        voice=voice,
        use=_use(paragraph, match, span, voice, quote),
        quote_id=quote.id if quote else None,
    )


def _use(
    paragraph: Paragraph, match: DocSpan, span: Span, voice: Voice, quote: Quote | None
) -> Use:
    """Return how the words are used: the voice, and the length of the quotation around them."""
    if _is_so_called(match):
        return Use.SO_CALLED
    if quote is not None and quote.kind is QuoteKind.SCARE:
        return Use.SCARE
    if voice is Voice.QUOTE and quote is not None:
        part = next((p for p in quote.quoted if p.overlaps(span)), None)
        return Use.QUOTED if part is None or _is_clause(paragraph, part) else Use.FRAGMENT
    return Use.ATTRIBUTED if voice is Voice.PARAPHRASE else Use.PLAIN


def _is_clause(paragraph: Paragraph, part: Span) -> bool:
    """Return whether the quoted part holds a finite verb, so that it says something by itself."""
    offset = paragraph.start
    if part.start < offset or part.end > offset + len(paragraph.doc.text):
        return True  # the quotation runs over several paragraphs
    inside = paragraph.doc.char_span(
        part.start - offset, part.end - offset, alignment_mode="expand"
    )
    return inside is not None and any(
        "VerbForm=Fin" in token.morph.split("|") or token.tag_ == "MD" for token in inside
    )


def _is_so_called(match: DocSpan) -> bool:
    """Return whether "so-called" or a like word stands before the term or its modifiers."""
    doc, first = match.doc, match.start
    if first > 0 and doc[first - 1].is_quote:
        first -= 1
    while (
        first > 0
        and doc[first - 1].dep_ in {"amod", "compound", "nmod"}
        and first > match.start - 3
    ):
        if doc[first - 1].lower_ in _DISTANCING:
            break
        first -= 1
    before = [token.lower_ for token in doc[max(0, first - 3) : first]]
    return bool(before) and before[-1] in _DISTANCING and bool({"so", "self"} & set(before[:-1]))
