"""A quotation -> who introduces it: a cue in its sentence, a lead-in, a neighbour, a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.extract.cues import cue_lexicon
from analysis.extract.quotes.paragraphs import Reading, Region
from analysis.extract.quotes.sheet import Sheet
from analysis.extract.quotes.sources import source_head, written_after
from analysis.types import CueClass, Span

if TYPE_CHECKING:
    from analysis.parsing import Token

CUE_FLOOR = 0.08
"""Least probability at which a cue in the same sentence is believed."""

REACH = 25
"""Tokens between a quotation and a cue that stands in another sentence."""

NEAR = 5
"""Tokens within which a speaker's name must begin after a quotation."""

NEIGHBOUR_P = 0.5
"""Probability given to a cue found by nearness alone; no annotator's count stands behind it."""

_NAME_FORM = re.compile(r"^[A-Z][\w.’'\-]+(?: [A-Z(][\w.’'\-)]+){0,4}:$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and the head word of its speaker, by token index in one paragraph.

    ``cue`` is None for the interview form "Name: ...", where ``source_range``
    holds the name.
    """

    paragraph: int
    cue: int | None
    source: int | None
    rule: str
    p: float
    source_range: tuple[int, int] | None = None


def cue_of(paragraph: int, page: Sheet, i: int, rule: str, p: float) -> Cue:
    """Return the cue at token ``i`` with the speaker grammar gives it.

    A word inside a quotation does not speak through a cue outside it.
    """
    head = source_head(page.tokens[i])
    if head is not None and page.inside[head.i] >= 0 and page.inside[i] < 0:
        head = None
    return Cue(paragraph, i, None if head is None else head.i, rule, p)


def introduced(paragraph: int, reading: Reading, region: Region) -> Cue | None:
    """Return the cue that introduces a quotation inside its own paragraph."""
    page, outer = reading.page, reading.page.outer[region.number].outer
    if region.best is not None and region.best.p >= CUE_FLOOR:
        best = region.best.candidate
        cue = cue_of(paragraph, page, best.cue, f"direct-{best.rule}", region.best.p)
        return _with_neighbour(page, outer, cue)
    for rule, find in (("lead-in", lead_in), ("after", cue_after), ("before", cue_before)):
        i = find(page, outer)
        if i is not None:
            cue = cue_of(paragraph, page, i, f"direct-{rule}", NEIGHBOUR_P)
            return _with_neighbour(page, outer, cue)
    return _name_form(paragraph, page, outer)


def lead_in(page: Sheet, outer: Span) -> int | None:
    """Return the last verb of a clause that ends in a colon just before the quotation."""
    left = page.tokens[: page.first_from(outer.start)]
    if not left or left[-1].text != ":":
        return None
    verbs = [t.i for t in left[-REACH:] if page.inside[t.i] < 0 and is_speech_verb(t)]
    return verbs[-1] if verbs else None


def cue_after(page: Sheet, outer: Span) -> int | None:
    """Return a reporting verb that follows the quotation directly: "Why?" he asked."""
    first = page.first_from(outer.end)
    for token in page.tokens[first : first + REACH]:
        ends = token.text == "." and token.i > first
        if ends or page.inside[token.i] >= 0:
            return None
        if is_speech_verb(token):
            return token.i
    return None


def cue_before(page: Sheet, outer: Span) -> int | None:
    """Return a reporting verb that leads up to the quotation: He said, "..."."""
    left = page.tokens[: page.first_from(outer.start)]
    if left and left[-1].is_punct and left[-1].text != ",":
        return None
    for token in reversed(left[-REACH:]):
        if token.text in {".", "!", "?"} or page.inside[token.i] >= 0:
            return None
        if is_speech_verb(token):
            return token.i
    return None


def is_speech_verb(token: Token) -> bool:
    """Return whether a word is a listed reporting verb in surroundings where it reports."""
    if token.lower_ == "according":
        return True
    lexicon = cue_lexicon()
    return (
        token.pos_ == "VERB"
        and lexicon.cue_class(token) is not CueClass.NONE
        and not lexicon.is_guarded(token)
    )


def _with_neighbour(page: Sheet, outer: Span, cue: Cue) -> Cue:
    """Return the cue with a speaker: where grammar gave none, the name beside quotation and cue."""
    if cue.source is not None or cue.cue is None:
        return cue
    between = page.tokens[page.first_from(outer.end) : cue.cue]
    names = [t for t in between if t.pos_ in {"PROPN", "NOUN", "PRON"} and t.dep_ != "compound"]
    if names and len(between) <= REACH and names[0].i - between[0].i <= NEAR:
        return replace(cue, source=names[0].i)
    behind = written_after(page.tokens[cue.cue]) if len(between) <= 1 else None
    return cue if behind is None else replace(cue, source=behind.i)


def _name_form(paragraph: int, page: Sheet, outer: Span) -> Cue | None:
    """Return the speaker of the interview form "Name: ..."."""
    if not _NAME_FORM.match(page.text[: outer.start].strip()):
        return None
    name = page.trimmed(0, page.first_from(outer.start))
    if name is None:
        return None
    return Cue(paragraph, None, name[1] - 1, "direct-name-colon", NEIGHBOUR_P, name)
