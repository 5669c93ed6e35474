"""Parsed paragraphs in, uses of listed terms out, each with its voice and its use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.extract.arguments import modifiers, objects, subjects
from analysis.lexicons import Contrast, Term
from analysis.nlp import Paragraph, ParsedArticle, pipeline
from analysis.types import Quote, QuoteKind, Span, TermHit, Use, Voice, VoiceSpan

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

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
    hits = [
        _hit(paragraph, match, contrast, term, layers)
        for paragraph in parsed.paragraphs
        for contrast in contrasts
        for match, term in _matches(paragraph, contrast)
    ]
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.contrast)))


def _matches(paragraph: Paragraph, contrast: Contrast) -> Iterable[tuple[DocSpan, Term]]:
    """Yield the matches of one contrast, longest first, none sharing a token."""
    doc = paragraph.doc
    found = [
        (doc[start:end], contrast.terms[int(doc.vocab.strings[key])])
        for key, start, end in _matcher(contrast)(doc)
    ]
    found.sort(key=lambda item: (-len(item[0]), item[0].start))
    taken: set[int] = set()
    for match, term in found:
        if taken.isdisjoint(range(match.start, match.end)) and _passes(match[0], term):
            taken.update(range(match.start, match.end))
            yield match, term


@lru_cache(maxsize=64)
def _matcher(contrast: Contrast) -> Matcher:
    from spacy.matcher import Matcher  # noqa: PLC0415 -- spaCy is loaded only when something is parsed

    matcher = Matcher(pipeline().vocab)
    for number, term in enumerate(contrast.terms):
        first, *rest = term.lemma.split()
        forms = [
            [{key: first, "POS": {"IN": list(term.pos)}}, *({key: word} for word in rest)]
            for key in (("LEMMA",) if rest else ("LEMMA", "LOWER"))
        ]
        matcher.add(str(number), forms)
    return matcher


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
        "Fin" in token.morph.get("VerbForm", []) or token.tag_ == "MD" for token in inside
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
