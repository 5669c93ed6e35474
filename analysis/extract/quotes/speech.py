"""A quotation -> who introduces it: the cue in its sentence, a lead-in, a neighbour, the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.extract.cues import cue_lexicon
from analysis.extract.quotes.paragraphs import Reading, Region
from analysis.extract.quotes.sources import source_head, written_after
from analysis.extract.quotes.sheet import Sheet
from analysis.types import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Token

CUE_FLOOR = 0.08
"""Least probability at which a cue in the same sentence is believed."""

REACH = 25
"""Tokens between a quotation and a cue that stands in another sentence."""

NEAR = 5
"""Tokens within which a speaker's name must begin after a quotation."""

_NAME_FORM = re.compile(r"^[A-Z][\w.’'\-]+(?: [A-Z(][\w.’'\-)]+){0,4}:$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and its speaker in one paragraph (by index), or a speaker alone ("Name: ...")."""

    paragraph: int
    cue: int | None
    source: int | None
    """Head word of the speaker."""
    rule: str
    p: float
    source_range: tuple[int, int] | None = None


def cue_of(paragraph: int, page: Sheet, i: int, rule: str, p: float) -> Cue:
    """Return the cue at token ``i`` with the speaker grammar gives it.

    A word inside a quotation does not speak through a cue outside it.
    """
    head = source_head(page.doc[i])
    if head is not None and page.inside[head.i] >= 0 and page.inside[i] < 0:
        head = None
    return Cue(paragraph, i, None if head is None else head.i, rule, p)


def introduced(paragraph: int, reading: Reading, region: Region) -> Cue | None:
    """Return the cue that introduces a quotation inside its own paragraph."""
    if region.best is not None and region.best.p >= CUE_FLOOR:
        c = region.best.candidate
        return _with_neighbour(
            reading,
            region,
            cue_of(paragraph, reading.page, c.cue, f"direct-{c.rule}", region.best.p),
        )
    for rule, find in (("lead-in", lead_in), ("after", _after), ("before", _before)):
        i = find(reading, region)
        if i is not None:
            return _with_neighbour(
                reading, region, cue_of(paragraph, reading.page, i, f"direct-{rule}", 0.5)
            )
    return _name_form(paragraph, reading, region)


def _with_neighbour(reading: Reading, region: Region, cue: Cue) -> Cue:
    """Return the cue with a speaker: where grammar gave none, the name between quotation and cue."""
    if cue.source is not None or cue.cue is None:
        return cue
    doc = reading.page.doc
    end = reading.page.outer[region.number].outer.end
    between = [t for t in doc[: cue.cue] if t.idx >= end]
    names = [t for t in between if t.pos_ in {"PROPN", "NOUN", "PRON"} and t.dep_ != "compound"]
    if names and len(between) <= REACH and names[0].i - between[0].i <= NEAR:
        return replace(cue, source=names[0].i)
    behind = written_after(doc[cue.cue]) if len(between) <= 1 else None
    return cue if behind is None else replace(cue, source=behind.i)


def lead_in(reading: Reading, region: Region) -> int | None:
    """Return the verb of a clause that ends in a colon just before the quotation."""
    if region.shape.before != ":":
        return None
    doc = reading.page.doc
    start = reading.page.outer[region.number].outer.start
    left = [t for t in doc if t.idx < start]
    verbs = [t for t in left[-REACH:] if _is_speech_verb(t) and not _inside(reading, t)]
    return verbs[-1].i if verbs else None


def _after(reading: Reading, region: Region) -> int | None:
    """Return a reporting verb that follows the quotation directly: "Why?" he asked."""
    doc = reading.page.doc
    end = reading.page.outer[region.number].outer.end
    for token in doc:
        if token.idx < end:
            continue
        if (
            _inside(reading, token)
            or token.idx > end + 6 * REACH
            or (token.text == "." and token.idx > end + 1)
        ):
            return None
        if _is_speech_verb(token):
            return token.i
    return None


def _before(reading: Reading, region: Region) -> int | None:
    """Return a reporting verb that leads up to the quotation: He said, "..."."""
    if region.shape.before not in {",", ""} and not region.shape.before.isalpha():
        return None
    doc = reading.page.doc
    start = reading.page.outer[region.number].outer.start
    left = [t for t in doc if t.idx < start][-REACH:]
    for token in reversed(left):
        if token.text in {".", "!", "?"} or _inside(reading, token):
            return None
        if _is_speech_verb(token):
            return token.i
    return None


def _name_form(paragraph: int, reading: Reading, region: Region) -> Cue | None:
    """Return the speaker of the interview form "Name: ..."."""
    doc = reading.page.doc
    start = reading.page.outer[region.number].outer.start
    before = doc.text[:start].strip()
    if not _NAME_FORM.match(before):
        return None
    names = [t for t in doc if t.idx < start and t.text != ":" and not t.is_space]
    return Cue(
        paragraph, None, names[-1].i, "direct-name-colon", 0.7, (names[0].i, names[-1].i + 1)
    )


def _is_speech_verb(token: Token) -> bool:
    if token.pos_ != "VERB" and token.lower_ != "according":
        return False
    if token.lower_ == "according":
        return True
    lexicon = cue_lexicon()
    return lexicon.cue_class(token) is not CueClass.NONE and not lexicon.is_guarded(token)


def _inside(reading: Reading, token: Token) -> bool:
    return reading.page.inside[token.i] >= 0
