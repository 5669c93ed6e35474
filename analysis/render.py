"""(text, marks) in, segments and then escaped HTML out; app, notebook and tests share it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from types import MappingProxyType

from analysis.figure_words import figure_words
from analysis.markup import Html, element, joined, style_sheet
from analysis.types import (
    ANALYSED_KINDS,
    FLAGGED_KINDS,
    AnnotatedArticle,
    Block,
    BlockKind,
    Quote,
    QuoteKind,
    Sentence,
    Span,
    Voice,
)

STYLE = Path(__file__).with_name("render.css")

TONE_CUT = 0.05
"""VADER's documented cut-off on its compound score; smaller values carry no tone tag."""

MAX_SIDES = 5
"""Tints in the palette; later sides of a contrast reuse them, told apart by their tag."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be shown: its layer, its kind (a style), and the words of its tag."""

    start: int
    end: int
    layer: str
    kind: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in which the set of marks does not change."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]


def stylesheet() -> Html:
    """Return the style element that gives marks and articles their look, light and dark."""
    return style_sheet(STYLE)


def segments(text: str, marks: Iterable[Mark], within: Span | None = None) -> tuple[Segment, ...]:
    """Return ``text`` cut at every boundary of the marks; joined, the segments are the text."""
    start, end = within or Span(0, len(text))
    inside = [m for m in marks if m.start < m.end and m.start < end and start < m.end]
    cuts = {start, end}
    cuts.update(p for m in inside for p in (m.start, m.end) if start < p < end)
    return tuple(
        Segment(a, b, text[a:b], tuple(m for m in inside if m.start <= a and b <= m.end))
        for a, b in pairwise(sorted(cuts))
    )


def marked(text: str, marks: Iterable[Mark], within: Span | None = None) -> Html:
    """Return the text with its marks: tint or underline, and a tag after the last character."""
    return joined(*(_segment(segment) for segment in segments(text, marks, within)))


def anchor(article_id: str, sentence_id: str) -> str:
    """Return the page id of a sentence: letters, digits and hyphens only."""
    return "s-" + re.sub(r"[^A-Za-z0-9]+", "-", f"{article_id}-{sentence_id}")


def frame_marks(annotated: AnnotatedArticle, contrast: str | None = None) -> tuple[Mark, ...]:
    """Return one mark per listed word of one contrast or all, its tag the word's side."""
    sides: dict[str, list[str]] = {}
    for searched in annotated.searched:
        sides.setdefault(searched.contrast, []).append(searched.side)
    return tuple(
        Mark(t.start, t.end, "frame", f"side-{_side(sides, t.contrast, t.side)}", _tag(t.side))
        for t in annotated.terms
        if contrast in (None, t.contrast)
    )


def voice_marks(annotated: AnnotatedArticle) -> tuple[Mark, ...]:
    """Return the stretches that are not the outlet's own words.

    The last stretch of a quote carries its tag: the speaker.
    """
    quotes = {quote.id: quote for quote in annotated.quotes}
    last = {voice.quote_id: voice for voice in sorted(annotated.voices, key=lambda v: v.start)}
    return tuple(
        Mark(v.start, v.end, "voice", _voice_kind(v.voice, quote), tag)
        for v in annotated.voices
        for quote in [quotes.get(v.quote_id)]
        for tag in [_voice_tag(quote) if last[v.quote_id] is v else ""]
    )


def tone_marks(annotated: AnnotatedArticle) -> tuple[Mark, ...]:
    """Return the sentences with emotional vocabulary, tagged with their score."""
    return tuple(
        Mark(s.start, s.end, "tone", "plus" if s.tone > 0 else "minus", f"tone {s.tone:+.2f}")
        for s in annotated.sentences
        if s.tone is not None and abs(s.tone) >= TONE_CUT
    )


def figure_marks(annotated: AnnotatedArticle) -> tuple[Mark, ...]:
    """Return the quantities, each tagged with the range it stands for and what is counted."""
    return tuple(
        Mark(f.start, f.end, "figure", "quantity", figure_words(f.low, f.high, f.bound, f.unit))
        for f in annotated.figures
    )


BLOCK_NAMES: Mapping[BlockKind, str] = {
    BlockKind.HEADLINE: "headline",
    BlockKind.STANDFIRST: "summary under the headline",
    BlockKind.BYLINE: "author line",
    BlockKind.DATELINE: "date or place line",
    BlockKind.SUBHEAD: "subheading",
    BlockKind.BODY: "article text",
    BlockKind.CAPTION: "picture caption",
    BlockKind.GALLERY: "picture gallery",
    BlockKind.CREDIT: "picture credit",
    BlockKind.COMMENT: "reader comment",
    BlockKind.BOILERPLATE: "page furniture",
    BlockKind.BIO: "note about the author",
}
"""What readers call each kind of block."""

LAYERS = {
    "Frames": frame_marks,
    "Voices": voice_marks,
    "Tone": tone_marks,
    "Figures": figure_marks,
}
"""What can be marked in an article, by the name shown to readers."""


def article_html(
    annotated: AnnotatedArticle,
    marks: Sequence[Mark] = (),
    *,
    asked: str | None = None,
    reasons: Mapping[str, str] = MappingProxyType({}),
) -> Html:
    """Return the whole article, block by block; what was set aside is folded in its place.

    ``asked`` is the id of a sentence to point out; ``reasons`` says in plain words what
    each cleaning rule does.
    """
    blocks = sorted(annotated.blocks, key=lambda block: block.start)
    parts = [
        joined(*(_block(annotated, block, marks, asked) for block in group))
        if is_analysed
        else _set_aside(annotated.text, tuple(group), reasons)
        for is_analysed, group in groupby(blocks, key=lambda block: block.kind in ANALYSED_KINDS)
    ]
    return element("div", *parts, class_="px-article", lang=annotated.article.language, dir="auto")


def _segment(segment: Segment) -> Html:
    if not segment.marks:
        return joined(segment.text)
    kinds = " ".join(dict.fromkeys(f"px-{m.layer} px-{m.kind}" for m in segment.marks))
    body = element("mark", segment.text, class_=kinds, data_s=segment.start, data_e=segment.end)
    tags = [
        element("span", f" {m.tag} ", class_=f"px-tag px-tag-{m.layer} px-{m.kind}")
        for m in segment.marks
        if m.tag and m.end == segment.end
    ]
    return joined(body, *tags)


def _tag(side: str) -> str:
    return side.replace("_", " ")


def _side(sides: dict[str, list[str]], contrast: str, side: str) -> int:
    order = sides.get(contrast, [])
    return (order.index(side) if side in order else 0) % MAX_SIDES + 1


def _voice_kind(voice: Voice, quote: Quote | None) -> str:
    if quote is not None and not quote.named and quote.kind is not QuoteKind.SCARE:
        return "unnamed"
    return "quote" if voice is Voice.QUOTE else "paraphrase"


def _voice_tag(quote: Quote | None) -> str:
    if quote is None:
        return "quoted"
    if quote.kind is QuoteKind.SCARE:
        return "no speaker"
    return quote.speaker or "speaker not found"


def _block(
    annotated: AnnotatedArticle, block: Block, marks: Sequence[Mark], asked: str | None
) -> Html:
    body = joined(*_sentences(annotated, block, marks, asked))
    if block.kind in FLAGGED_KINDS:
        note = element("span", f" {BLOCK_NAMES[block.kind]}, not in the counts ", class_="px-tag")
        return element("p", note, body, class_="px-block px-flagged")
    tag = {BlockKind.HEADLINE: "h2", BlockKind.SUBHEAD: "h3"}.get(block.kind, "p")
    return element(tag, body, class_=f"px-block px-{block.kind}")


def _set_aside(text: str, blocks: Sequence[Block], reasons: Mapping[str, str]) -> Html:
    """Return what was set aside in one place, folded, each piece with its rule."""
    names = list(dict.fromkeys(BLOCK_NAMES[block.kind] for block in blocks))
    pieces = "" if len(blocks) == 1 else f" ({len(blocks)} pieces)"
    parts: list[Html] = []
    for block in blocks:
        reason = f"{reasons.get(block.rule, 'No reason given.')} (rule {block.rule})"
        parts += [element("p", reason, class_="px-reason"), element("p", block.span.of(text))]
    head = element("summary", f"Set aside: {', '.join(names)}{pieces}")
    return element("details", head, *parts, class_="px-aside")


def _sentences(
    annotated: AnnotatedArticle, block: Block, marks: Sequence[Mark], asked: str | None
) -> Iterator[Html]:
    """Yield the block's text, sentence by sentence, and what stands between them."""
    place = block.start
    for sentence in sorted(annotated.sentences, key=lambda s: s.start):
        start, end = max(sentence.start, place), min(sentence.end, block.end)
        if start >= end:
            continue
        yield marked(annotated.text, marks, Span(place, start)) if place < start else Html("")
        yield _sentence(annotated, sentence, marked(annotated.text, marks, Span(start, end)), asked)
        place = end
    yield marked(annotated.text, marks, Span(place, block.end)) if place < block.end else Html("")


def _sentence(
    annotated: AnnotatedArticle, sentence: Sentence, body: Html, asked: str | None
) -> Html:
    is_asked = sentence.id == asked
    return element(
        "span",
        body,
        id=anchor(annotated.article.id, sentence.id),
        class_="px-s px-asked" if is_asked else "px-s",
        tabindex="-1",
        aria_current="location" if is_asked else None,
    )
