"""Raw page -> markup that is safe to parse: counted, and without scripts and giant attributes.

One pass from left to right before any parser sees the page; each character is looked at a
bounded number of times.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.errors import InputError

MAX_ELEMENTS = 50_000
"""Most elements parsed; long live blogs have about 20,000."""

MAX_DEPTH = 500
"""Deepest nesting parsed, in elements; pages of outlets have about 40."""

MAX_ATTRIBUTES = 500
"""Most attributes on one tag; the parser's time is quadratic in them."""

MAX_ATTRIBUTES_IN_ALL = 500_000
"""Most attributes on one page: ten for each element."""

MAX_VALUE_CHARS = 2_000
"""Longest attribute kept, in characters; longer ones are pictures or settings written out."""

MAX_DATA_CHARS = 2_000_000
"""Longest structured data (JSON-LD) read, in characters; those of live blogs have 200,000."""

MAX_MARKS = 4 * MAX_ELEMENTS
"""Most tags, notes and stray "<" read; a page has at most two tags for each element."""

_SWALLOWING = frozenset({"script", "style", "iframe", "noembed", "noframes", "textarea"})
"""Elements whose content is not markup; without an end tag they hold the rest of the page."""

_UNSEEN = frozenset({"template", "svg"})
"""Elements whose content no reader sees as text of the page, if they end."""

_TEXT_ONLY = frozenset({"title", "xmp"})
"""Elements in which other tags are text."""

_VOID = frozenset(
    (
        *("area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input"),
        *("keygen", "link", "meta", "param", "source", "track", "wbr"),
    )
)
_SELF_CLOSING = frozenset({"p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead"})
"""Elements that the parser closes before the next one of their kind; they do not nest deeper."""

_WHOLE = frozenset({"html", "body"})
"""Elements that hold the whole page: what follows their end is shown too."""

_LISTS = frozenset({"ul", "ol", "dl", "table", "select"})
_IMPLIED_REACH = 4
"""How many levels up such an element may be open, as a row above its cell."""

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|(?P<bare>[^\s>]*)))?"
)
_TAIL = re.compile(r"[\s/]*")
_DATA_TYPE = re.compile(r"ld\+json", re.IGNORECASE)
MAX_NOTES = 20
MAX_NOTE_CHARS = 2_000


@dataclass(frozen=True, slots=True)
class Markup:
    """A page ready to be parsed."""

    html: str
    n_elements: int = 0
    data: tuple[str, ...] = ()
    """The structured data (JSON-LD) that stood in it, as text."""
    comments: tuple[str, ...] = ()
    """The first notes in the source; browsers write there where a page was saved from."""


@dataclass(slots=True)
class _State:
    html: str
    at: int = 0
    pieces: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    n_open: Counter[str] = field(default_factory=Counter)
    unended: set[str] = field(default_factory=set)
    n_marks: int = 0
    n_elements: int = 0
    n_attributes: int = 0


def checked_markup(html: str) -> Markup:
    """Return the page without what is not text, if it is small enough to parse.

    Raises
    ------
    InputError
        If it has more elements, attributes or levels than are parsed.
    """
    state = _State(html.replace("\x00", ""))
    while state.at < len(state.html):
        _step(state)
        state.n_marks += 1
        if state.n_marks > MAX_MARKS:
            message = f"more than {MAX_MARKS:,} tags and notes; paste the text instead"
            raise InputError(message)
    return Markup("".join(state.pieces), state.n_elements, tuple(state.data), tuple(state.comments))


def _step(state: _State) -> None:
    """Copy the text up to the next tag, and deal with the tag."""
    html = state.html
    start = html.find("<", state.at)
    if start < 0:
        state.pieces.append(html[state.at :])
        state.at = len(html)
        return
    state.pieces.append(html[state.at : start])
    state.at = start + 1
    if html.startswith(("!", "?"), state.at):
        _skip_note(state)
    elif html.startswith("/", state.at) and _NAME.match(html, state.at + 1):
        _close(state)
    elif _NAME.match(html, state.at):
        _open(state)
    else:
        state.pieces.append("&lt;")


def _skip_note(state: _State) -> None:
    """Leave out a comment, a declaration or an instruction."""
    html, start = state.html, state.at
    closer, width = ("-->", 3) if html.startswith("!--", start) else (">", 1)
    end = html.find(closer, start + 1)
    state.at = len(html) if end < 0 else end + width
    if closer == "-->" and len(state.comments) < MAX_NOTES:
        state.comments.append(html[start + 3 : min(state.at, start + MAX_NOTE_CHARS)])


def _close(state: _State) -> None:
    name_match = _NAME.match(state.html, state.at + 1)
    name = name_match[0].lower() if name_match else ""
    end = state.html.find(">", state.at)
    state.at = len(state.html) if end < 0 else end + 1
    if not state.n_open[name] or name in _WHOLE:
        return
    while True:
        closed = state.open.pop()
        state.n_open[closed] -= 1
        if closed == name:
            break
    state.pieces.append(f"</{name}>")


def _open(state: _State) -> None:
    html = state.html
    name_match = _NAME.match(html, state.at)
    name = name_match[0].lower() if name_match else ""
    state.at += len(name)
    kept = list(_attributes(state))
    tail = _TAIL.match(html, state.at)
    state.at = min(len(html), (tail.end() if tail else state.at) + 1)
    closed = html[state.at - 2 : state.at] == "/>"
    _count(state, name)
    if name in _SWALLOWING or (name in _UNSEEN and not closed):
        end = _end_of(state, name)
        if end is not None or name in _SWALLOWING:
            _skip(state, name, kept, end)
            return
    state.pieces.append(f"<{name}{''.join(kept)}>")
    if name in _TEXT_ONLY and (end := _end_of(state, name)) is not None:
        state.pieces.append(html[state.at : end].replace("<", "&lt;"))
        state.at = end
    if name not in _VOID:
        _nest(state, name)


def _attributes(state: _State) -> Iterator[str]:
    """Yield the attributes of the tag as they stand; giant ones are left out."""
    n_attributes = 0
    while match := _ATTRIBUTE.match(state.html, state.at):
        state.at = match.end()
        n_attributes += 1
        if n_attributes > MAX_ATTRIBUTES:
            message = f"a tag with more than {MAX_ATTRIBUTES} attributes; paste the text instead"
            raise InputError(message)
        if match["bare"] and match["bare"][0] in "\"'":
            state.at = len(state.html)  # a quotation mark that is never closed: nothing follows
        elif match.end() - match.start() <= MAX_VALUE_CHARS:
            yield f" {match[0].strip(' /')}"
    state.n_attributes += n_attributes


def _count(state: _State, name: str) -> None:
    state.n_elements += 1
    if state.n_elements > MAX_ELEMENTS or state.n_attributes > MAX_ATTRIBUTES_IN_ALL:
        message = (
            f"more than {MAX_ELEMENTS:,} elements or {MAX_ATTRIBUTES_IN_ALL:,} attributes on "
            "one page; paste the text instead"
        )
        raise InputError(message)


def _nest(state: _State, name: str) -> None:
    if name in _SELF_CLOSING:
        for back, other in enumerate(reversed(state.open[-_IMPLIED_REACH:]), 1):
            if other in _LISTS:
                break
            if other == name:
                state.n_open.subtract(state.open[-back:])
                del state.open[-back:]
                break
    state.open.append(name)
    state.n_open[name] += 1
    if len(state.open) > MAX_DEPTH:
        message = f"more than {MAX_DEPTH} elements inside each other; paste the text instead"
        raise InputError(message)


def _skip(state: _State, name: str, attributes: list[str], end: int | None) -> None:
    """Leave out an element that is no text; structured data is kept beside the page."""
    until = len(state.html) if end is None else end
    if name == "script" and any(map(_DATA_TYPE.search, attributes)):
        kept = sum(map(len, state.data))
        if kept + until - state.at <= MAX_DATA_CHARS:
            state.data.append(state.html[state.at : until])
    close = state.html.find(">", until)
    state.at = len(state.html) if close < 0 else close + 1
    state.pieces.append(" " if name in _UNSEEN else "")


def _end_of(state: _State, name: str) -> int | None:
    """Return where the end tag of an element starts; ``None`` without one."""
    if name in state.unended:
        return None
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(state.html, state.at)
    if found is None:
        state.unended.add(name)
        return None
    return found.start()
