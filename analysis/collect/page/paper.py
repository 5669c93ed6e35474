"""Lines and their kinds -> the text of the page and its layout, cut to one article's limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.collect.page.hints import Hint
from analysis.collect.page.lines import PageLine
from analysis.limits import MAX_CHARS, MAX_LINES
from analysis.paragraphs import paragraph_spans
from analysis.types import Block, BlockKind, Span

GAP, BREAK = "\n\n", "\n"

_ASIDE = frozenset({BlockKind.COMMENT, BlockKind.BOILERPLATE})
"""What may be left out, with a notice, where a page is longer than one article may be."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The text of a page, what each of its paragraphs is, and how much did not fit."""

    text: str
    layout: tuple[Block, ...]
    n_left_out: int = 0
    """Characters outside the article that were left out because the page is too long."""


def laid_out(lines: Sequence[PageLine], kinds: Sequence[Hint]) -> Paper:
    """Return the whole page as text with its layout."""
    kept = _fitting(lines, kinds)
    parts: list[str] = []
    spans: list[tuple[Span, Hint]] = []
    at = 0
    for i in kept:
        if parts:
            gap = BREAK if lines[i].after_break else GAP
            parts.append(gap)
            at += len(gap)
        parts.append(lines[i].text)
        spans.append((Span(at, at + len(lines[i].text)), kinds[i]))
        at += len(lines[i].text)
    text = "".join(parts)
    left_out = sum(len(line.text) for line in lines) - sum(len(lines[i].text) for i in kept)
    return Paper(text, tuple(_blocks(text, spans)), left_out)


def _fitting(lines: Sequence[PageLine], kinds: Sequence[Hint]) -> list[int]:
    """Return the lines that fit into one article; comments and furniture go first, from the end."""
    if not any(kind.kind is BlockKind.BODY for kind in kinds):
        return list(range(len(lines)))  # nothing shows what could go: the whole is judged
    size = sum(len(line.text) + len(GAP) for line in lines)
    n_lines = len(GAP) * len(lines)
    dropped: set[int] = set()
    for i in range(len(lines) - 1, -1, -1):
        if size <= MAX_CHARS and n_lines <= MAX_LINES:
            break
        if kinds[i].kind in _ASIDE:
            dropped.add(i)
            size -= len(lines[i].text) + len(GAP)
            n_lines -= len(GAP)
    return [i for i in range(len(lines)) if i not in dropped]


def _blocks(text: str, spans: Sequence[tuple[Span, Hint]]) -> list[Block]:
    """Return one block for each paragraph, of the kind that most of its lines are."""
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraph_spans(text):
        while spans[at][0].end <= paragraph.start:
            at += 1
        inside = at
        chars: dict[Hint, int] = {}
        while inside < len(spans) and spans[inside][0].start < paragraph.end:
            span, hint = spans[inside]
            chars[hint] = chars.get(hint, 0) + span.end - span.start
            inside += 1
        hint = max(chars, key=lambda each: chars[each])
        blocks.append(Block(paragraph.start, paragraph.end, hint.kind, hint.rule))
    return blocks
