"""(text, marks) in, segments and then escaped HTML out; app, notebook and tests share it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, islice, pairwise
from pathlib import Path
from types import MappingProxyType

from analysis.marks import (
    LAYERS,
    Mark,
    Marks,
    agency_marks,
    figure_marks,
    frame_marks,
    tone_marks,
    voice_marks,
)
from analysis.markup import Html, element, joined, style_sheet
from analysis.types import (
    ANALYSED_KINDS,
    FLAGGED_KINDS,
    AnnotatedArticle,
    Block,
    BlockKind,
    Sentence,
    Span,
)

__all__ = [
    "BLOCK_NAMES",
    "LAYERS",
    "STYLE",
    "Mark",
    "Marks",
    "Segment",
    "agency_marks",
    "anchor",
    "article_html",
    "figure_marks",
    "frame_marks",
    "marked",
    "segments",
    "sentence_html",
    "stylesheet",
    "tone_marks",
    "voice_marks",
]

STYLE = Path(__file__).with_name("render.css")


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


def segments(
    text: str, marks: Iterable[Mark] | Marks, within: Span | None = None
) -> tuple[Segment, ...]:
    """Return ``text`` cut at every boundary of the marks; joined, the segments are the text."""
    start, end = within or Span(0, len(text))
    inside = _placed(marks).over(start, end)
    cuts = {start, end}
    cuts.update(p for m in inside for p in (m.start, m.end) if start < p < end)
    local = Marks(inside)
    return tuple(
        Segment(a, b, text[a:b], tuple(local.over(a, b))) for a, b in pairwise(sorted(cuts))
    )


def marked(text: str, marks: Iterable[Mark] | Marks, within: Span | None = None) -> Html:
    """Return the text with its marks: tint or underline, and a tag after the last character."""
    return joined(*(_segment(segment) for segment in segments(text, marks, within)))


def _placed(marks: Iterable[Mark] | Marks) -> Marks:
    return marks if isinstance(marks, Marks) else Marks(marks)


def anchor(article_id: str, sentence_id: str) -> str:
    """Return the page id of a sentence: letters, digits and hyphens only."""
    return "s-" + re.sub(r"[^A-Za-z0-9]+", "-", f"{article_id}-{sentence_id}")


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


def article_html(
    annotated: AnnotatedArticle,
    marks: Iterable[Mark] = (),
    *,
    asked: str | None = None,
    reasons: Mapping[str, str] = MappingProxyType({}),
    beside: Callable[[Block], Html] | None = None,
) -> Html:
    """Return the whole article, block by block; what was set aside is folded in its place.

    ``asked`` is the id of a sentence to point out; ``reasons`` says in plain words what
    each cleaning rule does; ``beside`` returns what else is shown with a block, if anything.
    """
    text = _Text(annotated, Marks(marks), asked, beside or (lambda _: Html("")))
    blocks = sorted(annotated.blocks, key=lambda block: block.start)
    parts = [
        joined(*map(text.block, group)) if is_analysed else text.aside(tuple(group), reasons)
        for is_analysed, group in groupby(blocks, key=lambda block: block.kind in ANALYSED_KINDS)
    ]
    return element("div", *parts, class_="px-article", lang=annotated.article.language, dir="auto")


def sentence_html(
    annotated: AnnotatedArticle, sentence: Sentence, body: Html, *, is_asked: bool = False
) -> Html:
    """Return a sentence with what stands in it, to be reached by its address."""
    return element(
        "span",
        body,
        id=anchor(annotated.article.id, sentence.id),
        class_="px-s px-asked" if is_asked else "px-s",
        tabindex="-1",
        aria_current="location" if is_asked else None,
    )


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


class _Text:
    """One article being written: its sentences in order, so that each is found by its place."""

    def __init__(
        self,
        annotated: AnnotatedArticle,
        marks: Marks,
        asked: str | None,
        beside: Callable[[Block], Html],
    ) -> None:
        self._annotated, self._marks, self._asked, self._beside = annotated, marks, asked, beside
        self._sentences = sorted(annotated.sentences, key=lambda s: s.start)
        self._ends = list(accumulate((s.end for s in self._sentences), max))

    def block(self, block: Block) -> Html:
        """Return a block that is part of the article, or that is analysed apart."""
        body = joined(*self._pieces(block), self._beside(block))
        if block.kind in FLAGGED_KINDS:
            told = f" {BLOCK_NAMES[block.kind]}, not in the counts "
            note = element("span", told, class_="px-tag")
            return element("p", note, body, class_="px-block px-flagged")
        tag = {BlockKind.HEADLINE: "h2", BlockKind.SUBHEAD: "h3"}.get(block.kind, "p")
        return element(tag, body, class_=f"px-block px-{block.kind}")

    def aside(self, blocks: Sequence[Block], reasons: Mapping[str, str]) -> Html:
        """Return what was set aside in one place, folded, each piece with its rule."""
        names = list(dict.fromkeys(BLOCK_NAMES[block.kind] for block in blocks))
        pieces = "" if len(blocks) == 1 else f" ({len(blocks)} pieces)"
        parts: list[Html] = []
        for block in blocks:
            reason = f"{reasons.get(block.rule, 'No reason given.')} (rule {block.rule})"
            words = block.span.of(self._annotated.text)
            parts += [element("p", reason, class_="px-reason"), element("p", words)]
            parts.append(self._beside(block))
        head = element("summary", f"Set aside: {', '.join(names)}{pieces}")
        return element("details", head, *parts, class_="px-aside")

    def _pieces(self, block: Block) -> Iterator[Html]:
        """Yield the block's text, sentence by sentence, and what stands between them."""
        place = block.start
        for sentence in islice(self._sentences, bisect_right(self._ends, place), None):
            if sentence.start >= block.end:
                break
            start, end = max(sentence.start, place), min(sentence.end, block.end)
            if start >= end:
                continue
            yield self._marked(place, start)
            body, is_asked = self._marked(start, end), sentence.id == self._asked
            yield sentence_html(self._annotated, sentence, body, is_asked=is_asked)
            place = end
        yield self._marked(place, block.end)

    def _marked(self, start: int, end: int) -> Html:
        if start >= end:
            return Html("")
        return marked(self._annotated.text, self._marks, Span(start, end))
