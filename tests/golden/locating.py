"""A quoted string -> the one place in the text where it stands, or a loud failure."""

from __future__ import annotations

import re

from analysis.types import Span

ELISION = " … "
"""Stands in a quoted string for any words left out; never crosses a line end."""


class GoldError(ValueError):
    """An annotation that does not fit its text."""


def located(text: str, string: str, *, within: Span, n: int | None = None) -> Span:
    """Return the span of ``string``, which must be unique ``within`` or numbered.

    ``n`` counts occurrences from 1. Whole words only. ``first words … last words``
    stands for the stretch between them, on one line.

    Raises
    ------
    GoldError
        If the string is not there, or stands there more than once and ``n`` is not given.
    """
    head, *rest = string.split(ELISION)
    span = _chosen(text, head, within, n)
    for tail in rest:
        line_end = text.find("\n", span.end)
        stop = within.end if line_end < 0 else min(within.end, line_end)
        last = _chosen(text, tail, Span(span.end, stop), None)
        span = Span(span.start, last.end)
    return span


def located_at(text: str, string: str, cursor: int) -> Span:
    """Return the span of ``string``, which must be the next thing after ``cursor``.

    Raises
    ------
    GoldError
        If other words stand between, or the string does not.
    """
    start = cursor + len(text[cursor:]) - len(text[cursor:].lstrip())
    head, *rest = string.split(ELISION)
    if not text.startswith(head, start):
        message = f"expected '{head}', found '{text[start : start + 40]}'; blocks follow the text"
        raise GoldError(message)
    line_end = text.find("\n", start)
    line = Span(start, len(text) if line_end < 0 else line_end)
    if not rest:
        return Span(start, start + len(head))
    last = _chosen(text, rest[-1], Span(start + len(head), line.end), None)
    return Span(start, last.end)


def _chosen(text: str, string: str, within: Span, n: int | None) -> Span:
    left = r"(?<!\w)" if string[:1].isalnum() else ""
    right = r"(?!\w)" if string[-1:].isalnum() else ""
    pattern = re.compile(left + re.escape(string) + right)
    found = [Span(*match.span()) for match in pattern.finditer(text, within.start, within.end)]
    if not found:
        message = f"'{string}' is not in '{text[within.start : within.end][:60]}'; quote it exactly"
        raise GoldError(message)
    if n is None and len(found) > 1:
        message = f"'{string}' stands {len(found)} times; say which with 'n', or quote more in 'in'"
        raise GoldError(message)
    if n is not None and not 1 <= n <= len(found):
        message = f"'{string}' stands {len(found)} times; there is no number {n}"
        raise GoldError(message)
    return found[(n or 1) - 1]
