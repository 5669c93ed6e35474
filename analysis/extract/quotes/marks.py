"""Paragraph text -> its quotations: curly, straight, single, nested and unclosed marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from analysis.types import Span

DOUBLE_OPEN, DOUBLE_CLOSE, STRAIGHT = ("“", "«", "„", "``"), ("”", "»"), ('"', "''")
DOUBLE = re.compile("``|''|[“”\"«»„]")
SINGLE_OPEN, SINGLE_CLOSE = "‘'", "’'"
_SINGLE = re.compile(f"[{SINGLE_OPEN}]")

MAX_SINGLE = 600
"""Longest stretch between single marks, in characters; beyond it the mark was an apostrophe."""

_ELISION = re.compile(r"['‘](?:\d0s?\b|em\b|tis\b|twas\b|til\b|cause\b|n['’])", re.IGNORECASE)
_OPEN_BEFORE = " ([{—–-/“\"‘'«\u00a0"


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch inside quotation marks, in offsets of its paragraph.

    ``outer`` includes the marks, ``inner`` does not. ``depth`` is 0 for a
    quotation that no other one encloses.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True


def marked(text: str) -> tuple[Marked, ...]:
    """Return the quotations of one paragraph in text order, an outer one before its nested ones.

    A paragraph that opens a quotation and never closes it is quoted to its end:
    the next paragraph reopens it, or the mark was forgotten.
    """
    found = [*_doubles(text)]
    found += [s for s in _singles(text) if _nests(s, found)]
    found.sort(key=lambda m: (m.outer.start, -m.outer.end))
    result: list[Marked] = []
    for mark in found:
        depth = sum(m.outer.start < mark.outer.start < m.outer.end for m in result)
        result.append(replace(mark, depth=depth))
    return tuple(result)


def reopens(text: str) -> bool:
    """Return whether a paragraph begins with an opening mark."""
    return text[:1] in ("“", "«", "„", '"', "‘", "'", "`")


def _doubles(text: str) -> list[Marked]:
    stack: list[Span] = []
    found: list[Marked] = []
    for match in DOUBLE.finditer(text):
        mark = Span(match.start(), match.end())
        straight = match.group() in STRAIGHT
        reversed_mark = match.group() in DOUBLE_OPEN and bool(stack) and not _opens(text, mark)
        if (match.group() in DOUBLE_OPEN and not reversed_mark) or (
            straight and not stack and _opens(text, mark)
        ):
            stack.append(mark)
        elif stack:
            opening = stack.pop()
            found.append(Marked(Span(opening.start, mark.end), Span(opening.end, mark.start)))
    found += [
        Marked(Span(mark.start, len(text)), Span(mark.end, len(text)), closed=False)
        for mark in stack[:1]
        if _may_stay_open(text, mark)
    ]
    return [m for m in found if m.inner.start < m.inner.end]


def _opens(text: str, mark: Span) -> bool:
    """Return whether a straight mark opens: by what stands before and after it."""
    before, after = text[: mark.start][-1:], text[mark.end : mark.end + 1]
    if not after or after.isspace():
        return False
    return not before or before in _OPEN_BEFORE or not (before.isalnum() or before in ".,!?")


def _may_stay_open(text: str, mark: Span) -> bool:
    """Return whether an unclosed mark begins speech: at the start, after , or :, or curly."""
    before = text[: mark.start].rstrip()
    return not before or before[-1] in ",:" or mark.of(text) in DOUBLE_OPEN


def _singles(text: str) -> list[Marked]:
    found: list[Marked] = []
    free = 0
    for match in _SINGLE.finditer(text):
        i = match.start()
        end = _single_end(text, i) if i >= free and _single_opens(text, i) else None
        if end is not None:
            found.append(Marked(Span(i, end + 1), Span(i + 1, end)))
            free = end + 1
    return found


def _single_opens(text: str, i: int) -> bool:
    before, after = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
    return (
        (not before or before in _OPEN_BEFORE)
        and bool(after)
        and text[i : i + 2] != "''"
        and before != "'"
        and not after.isspace()
        and not _ELISION.match(text, i)
    )


def _single_end(text: str, i: int) -> int | None:
    """Return where the single mark opened at ``i`` closes; plural possessives are passed over."""
    closers = [
        j
        for j in range(i + 2, min(len(text), i + MAX_SINGLE))
        if text[j] in SINGLE_CLOSE
        and not text[j - 1].isspace()
        and not text[j + 1 : j + 2].isalnum()
        and "''" not in (text[j : j + 2], text[j - 1 : j + 1])
    ]
    sure = [j for j in closers if not _is_possessive(text, j)]
    return next(iter(sure or closers), None)


def _is_possessive(text: str, j: int) -> bool:
    return text[j - 1] == "s" and re.match(r" \w", text[j + 1 : j + 3]) is not None


def _nests(single: Marked, doubles: list[Marked]) -> bool:
    """Return whether a single-mark stretch crosses no double mark."""
    return not any(
        single.outer.overlaps(d.outer)
        and not d.inner.contains(single.outer)
        and not single.inner.contains(d.outer)
        for d in doubles
    )
