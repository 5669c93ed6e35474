"""One paragraph -> scored candidates, and for each quotation what grammar says of its cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.cues import cue_lexicon
from analysis.extract.quotes.candidates import Candidate, candidates, may_be_cue
from analysis.extract.quotes.features import cue_features, features
from analysis.extract.quotes.gate import CUE_FLOOR, gate_of
from analysis.extract.quotes.model import Models
from analysis.extract.quotes.regions import Shape, region_features, shape
from analysis.extract.quotes.select import Scored
from analysis.extract.quotes.sheet import Sheet, sheet
from analysis.extract.quotes.sources import has_speaker
from analysis.types import CueClass, Span

if TYPE_CHECKING:
    from analysis.parsing import Doc

SURE = 0.5
"""Least probability of a pattern that is an attribution by its form, however rare in training."""

MARKS = 3
"""Characters by which content may exceed a quotation and still be that quotation alone."""

STEPS = (0.03, 0.1, 0.3, 0.6, 0.9)
"""Bounds of the probability classes that the quotation model sees."""


@dataclass(frozen=True, slots=True)
class Region:
    """One outermost quotation of a paragraph, its shape, and its best cue inside the sentence."""

    number: int
    shape: Shape
    best: Scored | None
    enclosing: Scored | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph with everything scored."""

    page: Sheet
    scored: tuple[Scored, ...]
    """Candidates that are not exactly one quotation."""
    regions: tuple[Region, ...]

    def whole(self, number: int) -> bool:
        """Return whether the quotation is the whole paragraph."""
        outer, text = self.page.outer[number].outer, self.page.text
        return not text[: outer.start].strip() and not text[outer.end :].strip()


def read(doc: Doc, models: Models) -> Reading:
    """Return the paragraph's candidates with their probabilities.

    Words that the first model finds too unlikely as cues are not looked at further.
    """
    page, lexicon, gate = sheet(doc), cue_lexicon(), gate_of(models.cue)
    scored: list[Scored] = []
    for token, inside in zip(page.tokens, page.inside, strict=True):
        if gate.bound(token, is_inside=inside >= 0) < CUE_FLOOR:
            continue
        if not may_be_cue(token) or lexicon.is_guarded(token):
            continue
        base = cue_features(page, token)
        cue = models.cue.log_odds(base)
        if cue < CUE_FLOOR:
            continue
        found = list(candidates(page, token))
        scores = [models.candidate.log_odds(features(page, c, base)) for c in found]
        shares = models.rivals.probabilities(cue, scores)
        scored += [
            Scored(c, max(p, SURE) if is_noun_with_clause(page, c) else p)
            for c, p in zip(found, shares, strict=True)
        ]
    free = tuple(s for s in scored if s.candidate.mark < 0)
    regions = tuple(
        Region(n, shape(page, n), _best(scored, n), _enclosing(free, mark.inner))
        for n, mark in enumerate(page.outer)
    )
    return Reading(page, free, regions)


def is_noun_with_clause(page: Sheet, candidate: Candidate) -> bool:
    """Return whether a listed noun of saying stands with its that-clause: "X's claim that ..."."""
    cue, head = page.tokens[candidate.cue], page.tokens[candidate.head]
    return (
        candidate.rule == "acl"
        and not candidate.variant
        and cue.pos_ == "NOUN"
        and cue_lexicon().cue_class(cue) is not CueClass.NONE
        and any(c.lower_ == "that" for c in head.children)
        and has_speaker(cue)
    )


def _best(scored: list[Scored], number: int) -> Scored | None:
    return max((s for s in scored if s.candidate.mark == number), key=lambda s: s.p, default=None)


def _enclosing(scored: tuple[Scored, ...], inner: Span) -> Scored | None:
    around = (
        s
        for s in scored
        if any(
            c.contains(inner) and c.end - c.start > inner.end - inner.start + MARKS
            for c in s.candidate.content
        )
    )
    return max(around, key=lambda s: s.p, default=None)


def step(scored: Scored | None) -> str:
    """Return the probability class of a candidate."""
    return "no" if scored is None else str(sum(scored.p > s for s in STEPS))


def context(reading: Reading, region: Region, before: Reading | None) -> dict[str, str]:
    """Return what stands around a quotation: its cue, a larger content, quotations before it."""
    earlier = [r for r in reading.regions if r.number < region.number]
    later = [r for r in reading.regions if r.number > region.number]
    previous = "inner" if earlier else _ending(before)
    return {
        "best": step(region.best),
        "encl": step(region.enclosing),
        "both": step(region.best) + "/" + step(region.enclosing),
        "earlier": max((step(r.best) for r in earlier if r.shape.is_clause), default="none"),
        "later": max((step(r.best) for r in later if r.shape.is_clause), default="none"),
        "whole": str(reading.whole(region.number)),
        "previous": previous,
    }


def _ending(before: Reading | None) -> str:
    """Return how the paragraph before ended: in a quotation, open or closed, or without."""
    if before is None or not before.regions:
        return "none"
    last = before.regions[-1]
    closed = before.page.outer[last.number].closed
    return f"{closed}|{before.whole(last.number)}|{last.shape.is_clause}"


def region_row(reading: Reading, region: Region, before: Reading | None) -> list[str]:
    """Return the features of one quotation for the quotation model."""
    around = context(reading, region, before)
    return region_features(reading.page, region.number, region.shape, around)
