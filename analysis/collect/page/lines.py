"""Markup -> the lines a reader sees, each with the element it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import (
    etree,  # pyright: ignore[reportAttributeAccessIssue] -- compiled, without type hints
    html,
)

from analysis.errors import InputError

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html "
    "iframe input legend li main menu nav noscript ol optgroup option p pre search section select "
    "summary table tbody tfoot thead title tr ul video audio amp-img".split()
)
"""Elements that begin and end a line."""

_WITHIN_WORDS = frozenset(
    {"", "b", "i", "em", "strong", "u", "s", "sub", "sup", "small", "big", "font", "mark", "wbr"}
)
"""Elements that may change within a word."""

CELLS = frozenset({"td", "th"})
CELL_GAP = "\t"
"""What stands between two cells of one row."""

_SKIPPED = frozenset({"title", "rp", "rt"})
"""Elements whose text is not part of the page's; the gate has taken out scripts and styles."""

_PLAIN = {ord(c): " " for c in "\u00a0\u2007\u202f\t\n\r\x0b\x0c\x85\u2028\u2029"} | {
    ord(c): None for c in "\u00ad\u200b\ufeff\u2060"
}
"""Blanks of every width become a plain one; marks that only say where a word may break go."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BLANKS = re.compile(r" {2,}")
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a line, and the number of the element it stands in directly."""

    text: str
    node: int


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the page as a reader sees it."""

    text: str
    pieces: tuple[Piece, ...]
    after_break: bool = False
    """Whether the line follows a mere line break (``<br>``), not the end of a block."""

    @property
    def node(self) -> int:
        """Return the element in which most of the line stands."""
        return max(self.pieces, key=lambda piece: len(piece.text)).node


@dataclass(frozen=True, slots=True)
class Tree:
    """The elements of a page in document order."""

    nodes: tuple[html.HtmlElement, ...]
    parents: tuple[int, ...]
    """For each element the number of its parent; -1 for the first."""


def parsed(markup: str) -> html.HtmlElement:
    """Return the root of checked markup.

    Raises
    ------
    InputError
        If there is nothing in it.
    """
    parser = html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # the gate has counted: the parser's own limit loses text without a word
    )
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as err:
        message = "the page is empty; nothing to read"
        raise InputError(message) from err
    return root


@dataclass(slots=True)
class _Builder:
    lines: list[PageLine] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    gap: str = ""
    broken: bool = False
    seam: bool = False

    def add(self, text: str | None, node: int) -> None:
        """Add text to the line; runs of blanks are one."""
        plain = _BLANKS.sub(" ", _CONTROLS.sub("", (text or "").translate(_PLAIN)))
        if not plain:
            return
        inner = plain.strip(" ")
        if plain[0] == " ":
            self.widen(" ")
        if not inner:
            return
        if self.seam and not self.gap and self.pieces and inner[0].isupper():
            last = self.pieces[-1].text[-1]
            self.gap = " " if last.islower() or last.isdigit() else ""
        self.seam = False
        self.pieces.append(Piece((self.gap if self.pieces else "") + inner, node))
        self.gap = " " if plain[-1] == " " else ""

    def widen(self, gap: str) -> None:
        """Let what follows stand apart."""
        if self.gap != CELL_GAP:
            self.gap = gap

    def end(self, *, broken: bool = False) -> None:
        """End the line; ``broken`` says that a mere line break follows."""
        if self.pieces:
            text = "".join(piece.text for piece in self.pieces)
            self.lines.append(PageLine(text, tuple(self.pieces), self.broken))
            self.broken = broken
        elif not broken:
            self.broken = False
        self.pieces = []
        self.gap = ""


def page_lines(root: html.HtmlElement) -> tuple[Tree, tuple[PageLine, ...]]:
    """Return the elements and the lines of the page, in order."""
    builder = _Builder()
    nodes: list[html.HtmlElement] = []
    parents: list[int] = []
    open_nodes: list[int] = [-1]
    n_pre = 0
    previous = ""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            nodes.append(element)
            parents.append(open_nodes[-1])
            open_nodes.append(len(nodes) - 1)
            _enter(builder, tag, previous)
            n_pre += tag == "pre"
            if tag in _SKIPPED:
                walk.skip_subtree()
            else:
                _add(builder, element.text, open_nodes[-1], as_it_stands=n_pre > 0)
            previous = ""
        else:
            open_nodes.pop()
            n_pre -= tag == "pre"
            if tag in BLOCKS:
                builder.end()
            previous = "" if (element.tail or "").strip() else tag
            if open_nodes[-1] >= 0:
                _add(builder, element.tail, open_nodes[-1], as_it_stands=n_pre > 0)
    builder.end()
    return Tree(tuple(nodes), tuple(parents)), tuple(builder.lines)


def _enter(builder: _Builder, tag: str, previous: str) -> None:
    if tag in BLOCKS:
        builder.end()
    elif tag == "br":
        builder.end(broken=True)
    elif tag in CELLS:
        builder.widen(CELL_GAP)
    elif tag == "a" == previous:
        builder.widen(" ")  # two links side by side are never one word
    elif previous not in _WITHIN_WORDS and tag not in _WITHIN_WORDS:
        builder.seam = True  # "Ann LeeStaff writer": two things that only the style sets apart


def _add(builder: _Builder, text: str | None, node: int, *, as_it_stands: bool) -> None:
    """Add text; where it is shown as it stands, its line ends end lines."""
    if not as_it_stands:
        builder.add(text, node)
        return
    first, *others = _LINE_END.split(text or "")
    builder.add(first, node)
    for other in others:
        builder.end(broken=True)
        builder.add(other, node)
