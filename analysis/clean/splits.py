"""Paragraphs that are two things at once: dateline and text, text and link, caption and credit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.clean.bylines import date_tail
from analysis.clean.lists import phrase_index, tokens_of, word_sets
from analysis.clean.page import Line, Mark
from analysis.clean.pictures import credit_start, embed_start
from analysis.spans import trimmed
from analysis.types import Block, BlockKind, Span

MAX_DATELINE = 120
"""Longest place-and-agency dateline, in characters."""

MIN_PLACE = 4
"""Shorter words in capitals in front of a dash are seldom cities, in characters."""

LAST_PART = 400
"""How many of a paragraph's last characters may be a link prompt."""

MAX_PROMPTS = 2
"""Most link prompts at the end of one paragraph."""

_DASH = re.compile(r"\s?(?:--|[—–―])\s?|\s-\s|\s?/[A-Z]{2,12}/[.\s]?(?:\s?[-–—]\s?)?")
_AGENCY = re.compile(r"\(([A-Z][\w.&’' /-]{1,40})\)\s*$|/[A-Z]{2,12}/[.\s]*(?:[-–—]\s*)?$")
_PLACE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+|[A-Z]\.)(?:[\s\-](?:[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]*|de|al))*"
)
_TOWN = re.compile(r"[A-ZÀ-Þ][\w'’.\-]+(?:\s[A-ZÀ-Þ][\w'’.\-]+){0,2}")
_SOURCE = re.compile(r"([A-ZÀ-Þ][\w'’&\-]*(?: [A-ZÀ-Þ][\w'’&\-]*){0,3})\.\s+(?=[\"“‘]?[A-ZÀ-Þ])")
_SENTENCE_GAP = re.compile(r"(?<=[.!?])[\"”’)]{0,2}\s+(?=[(\[]?[A-Z])")


def blocks_of(line: Line, mark: Mark, *, first: bool) -> Iterator[Block]:
    """Yield the blocks of one paragraph; ``first`` says it opens the article's text."""
    if mark.kind is BlockKind.BODY:
        yield from _body_blocks(line, mark, first=first)
    elif mark.kind is BlockKind.CAPTION or mark.kind is BlockKind.GALLERY:
        yield from _cut(line, mark, credit_start(line.text), Mark(BlockKind.CREDIT, "credit.tail"))
    elif mark.kind is BlockKind.BYLINE:
        tail = date_tail(line.text)
        date = Mark(BlockKind.DATELINE, "dateline.after_byline")
        yield from _cut(line, mark, tail.start if tail else None, date)
    else:
        yield Block(line.start, line.end, mark.kind, mark.rule)


def _cut(line: Line, mark: Mark, at: int | None, tail: Mark) -> Iterator[Block]:
    if at is None:
        yield Block(line.start, line.end, mark.kind, mark.rule)
        return
    head = trimmed(line.text, Span(0, at))
    yield Block(line.start + head.start, line.start + head.end, mark.kind, mark.rule)
    yield Block(line.start + at, line.end, tail.kind, tail.rule)


def _body_blocks(line: Line, mark: Mark, *, first: bool) -> Iterator[Block]:
    start = dateline_end(line.text, first=first) or 0
    if start:
        place = trimmed(line.text, Span(0, start))
        yield Block(
            line.start, line.start + place.end, BlockKind.DATELINE, "dateline.place"
        )  # fmt: skip
        start = trimmed(line.text, Span(start, len(line.text))).start
    end, tails = _tails(line.text, start)
    body = trimmed(line.text, Span(start, end))
    if body.start < body.end:
        yield Block(line.start + body.start, line.start + body.end, mark.kind, mark.rule)
    for span, tail in tails:
        yield Block(line.start + span.start, line.start + span.end, tail.kind, tail.rule)


def dateline_end(text: str, *, first: bool) -> int | None:
    """Return where the dateline "CITY (AGENCY) --" in front of the text ends, or ``None``."""
    head = text[:MAX_DATELINE]
    for dash in _DASH.finditer(head):
        place = head[: dash.end()] if "/" in dash[0] else head[: dash.start()]
        if any(c in place for c in '“”"?!;:'):
            return None
        after = text[dash.end() : dash.end() + 1]
        if after and not after.islower() and _is_place(place.strip(), first=first):
            return dash.end() + _source_length(place, text[dash.end() : MAX_DATELINE])
    return None


def _source_length(place: str, after: str) -> int:
    """Return the length of the outlet or agency named behind the dash: "Norwick Today."."""
    match = _SOURCE.match(after)
    if not match:
        return 0
    name = match[1]
    known = all(token in word_sets()["agencies"] for token in tokens_of(name))
    dated = any(token in word_sets()["months"] for token in tokens_of(place))
    shaped = " " in name or sum(map(str.isupper, name)) > 1
    return match.end() if known or (dated and shaped) else 0


def _is_place(place: str, *, first: bool) -> bool:
    """Return whether the words are a place, with agency or date, and nothing else."""
    agency = _AGENCY.search(place)
    rest = place[: agency.start()].strip() if agency else place
    parts = [part.strip() for part in rest.split(",")]
    if agency and not rest:
        return True
    capital = _PLACE.fullmatch(parts[0]) is not None and len(parts[0]) >= MIN_PLACE
    placed = len(parts) == 2 and all(map(_TOWN.fullmatch, parts))
    capital = capital or placed
    if not (agency or (first and capital)) or len(parts) > 4 or len(parts[0].split()) > 5:
        return False
    months = word_sets()["months"]
    return all(
        word[0].isupper() or word[0].isdigit() or word in ("and", "de", "of", "al")
        for part in parts
        for word in part.split()
    ) and (capital or not any(t in months for t in tokens_of(parts[0])))


def _tails(text: str, start: int) -> tuple[int, list[tuple[Span, Mark]]]:
    """Return where the text ends, and the post's signature or the link prompts that follow it."""
    embed = embed_start(text)
    if embed is not None and embed > start:
        return embed, [(Span(embed, len(text)), Mark(BlockKind.CREDIT, "credit.embed"))]
    prompts: list[tuple[Span, Mark]] = []
    end = len(text)
    while len(prompts) < MAX_PROMPTS:
        base = max(start, end - LAST_PART)
        gaps = [base + gap.end() for gap in _SENTENCE_GAP.finditer(text[base:end])]
        if not gaps or not (rule := _prompt_rule(text[gaps[-1] : end])):
            break
        prompt = Mark(BlockKind.BOILERPLATE, rule)
        prompts.insert(0, (trimmed(text, Span(gaps[-1], end)), prompt))
        end = trimmed(text, Span(start, gaps[-1])).end
    return end, prompts


def _prompt_rule(sentence: str) -> str | None:
    if any(char in sentence for char in '“”"'):
        return None
    for phrases in phrase_index().lists(tokens_of(sentence)):
        if phrases.sentence or phrases.rule == "furniture.link_label":
            return phrases.rule
    return None
