"""AnnotatedArticle in, marks out: the layers that can be shown in a text, each with its tags."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from analysis.figure_words import figure_words
from analysis.telling import CAUSE, NAMED, PARTS, part_of
from analysis.types import Agency, AnnotatedArticle, Quote, QuoteKind, Voice

TONE_CUT = 0.05
"""VADER's documented cut-off on its compound score; smaller values carry no tone tag."""

MAX_SIDES = 5
"""Tints in the palette; later sides of a contrast reuse them, told apart by their tag."""

MAX_AGENT = 36
"""Characters of whoever acted in a tag; the words stand in full in the text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be shown: its layer, its kind (a style), and the words of its tag."""

    start: int
    end: int
    layer: str
    kind: str
    tag: str = ""


class Marks:
    """Marks in order, found by place: a long text is not searched anew for every sentence."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted((m for m in marks if m.start < m.end), key=lambda m: m.start)
        self._starts = [mark.start for mark in self._marks]
        # How far the marks up to each one reach: never falls, so it can be searched.
        self._reach = list(accumulate((mark.end for mark in self._marks), max))

    def over(self, start: int, end: int) -> list[Mark]:
        """Return the marks that have a character in common with a stretch."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [mark for mark in self._marks[first:last] if start < min(mark.end, end)]


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


def agency_marks(annotated: AnnotatedArticle) -> tuple[Mark, ...]:
    """Return the words that tell of harm, each tagged with who did it or how that is left out.

    Marked is what is counted: what is denied, feared or planned, and what nobody did, is not.
    """
    return tuple(
        Mark(a.start, a.end, "agency", _agency_kind(a), _agency_tag(a))
        for a in annotated.agency
        if a.aside is None
    )


def _agency_kind(telling: Agency) -> str:
    return "acted" if part_of(telling.form, telling.agent) in {NAMED, CAUSE} else "untold"


def _agency_tag(telling: Agency) -> str:
    part = part_of(telling.form, telling.agent)
    if part != NAMED:
        return PARTS[part]
    agent = " ".join(str(telling.agent).split())
    return f"by {agent if len(agent) <= MAX_AGENT else agent[: MAX_AGENT - 1].rstrip() + '…'}"


LAYERS = {
    "Frames": frame_marks,
    "Voices": voice_marks,
    "Tone": tone_marks,
    "Figures": figure_marks,
    "Agency": agency_marks,
}
"""What can be marked in an article, by the name shown to readers."""


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
