"""Elements and lines of a page -> what the markup says of each line, and which is the headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from analysis.clean.layout import OUTSIDE_KINDS
from analysis.collect.page.hints import CAPTION, CREDIT, Hint, hint_of
from analysis.collect.page.lines import BLOCKS, PageLine, Tree
from analysis.collect.page.main import LONG_WORDS, words_of
from analysis.types import BlockKind

MAX_MAIN_SHARE = 0.3
"""An element with more of the article in it is the article's own, whatever its class says."""

MIN_LINE_SHARE = 0.6
"""A line is what its markup says when so much of it, in characters, stands in that markup."""

MIN_PROSE_SHARE = 0.7
"""Least share of a page's running text that its article holds, reports of a live blog together."""

STOPS = (".", "!", "?", "…", ".”", '."', "”", '"', ":", "。", "！", "？", "؟", "۔", "।")
"""How paragraphs of running text end."""

LEAD_WORDS = 15
"""Shortest first paragraph, in words, that may stand outside the other paragraphs' element."""

_LINK = frozenset({"a"})
_BOLD = frozenset({"b", "strong"})
_LISTS = frozenset({"ul", "ol", "dl", "li", "blockquote", "table", "tbody", "thead", "tr"})
_PARAGRAPHS = frozenset({"p", "li", "blockquote", "dd", "dt", "pre", "td", "th", "tr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def densest_lines(tree: Tree, lines: Sequence[PageLine]) -> frozenset[int]:
    """Return the running text of the part of the page that holds most of it.

    For pages on which the extraction library finds nothing, or that are too large for it.
    """
    hints = line_hints(tree, lines, ())
    prose = [i for i, line in enumerate(lines) if hints[i] is None and is_prose(line)]
    if not prose:
        return frozenset()
    weights = _main_words(tree, lines, prose)
    node = holder_of(tree, lines, prose).node
    while node > 0 and weights[node] < MIN_PROSE_SHARE * weights[0]:
        node = tree.parents[node]
    return frozenset(i for i in prose if _is_in(tree, lines[i].node, node))


def _is_in(tree: Tree, node: int, around: int) -> bool:
    while node > around:
        node = tree.parents[node]
    return node == around


def line_hints(
    tree: Tree, lines: Sequence[PageLine], main: Collection[int]
) -> tuple[Hint | None, ...]:
    """Return for each line what the markup around it says, ``None`` where it says nothing."""
    weights = _main_words(tree, lines, main)
    most = MAX_MAIN_SHARE * sum(len(words_of(lines[i].text)) for i in main)
    hints: list[Hint | None] = []
    for number, element in enumerate(tree.nodes):
        own = hint_of(element)
        if own and weights[number] > most and main:
            own = None
        parent = tree.parents[number]
        hints.append(_stronger(hints[parent] if parent >= 0 else None, own))
    return tuple(_of_line(line, hints) for line in lines)


def _main_words(tree: Tree, lines: Sequence[PageLine], main: Iterable[int]) -> list[int]:
    """Return for each element how many words of the article stand in it."""
    weights = [0] * len(tree.nodes)
    for i in main:
        for piece in lines[i].pieces:
            weights[piece.node] += len(words_of(piece.text))
    for number in range(len(tree.nodes) - 1, 0, -1):
        weights[tree.parents[number]] += weights[number]
    return weights


def _stronger(outer: Hint | None, own: Hint | None) -> Hint | None:
    """Return what holds inside both: what stands outside the article stays outside."""
    if outer is None or own is None:
        return own or outer
    if outer.kind is BlockKind.COMMENT or own.kind is BlockKind.COMMENT:
        return outer if outer.kind is BlockKind.COMMENT else own
    if outer.kind in OUTSIDE_KINDS:
        return outer
    return outer if outer == CAPTION and own != CREDIT and own.kind not in OUTSIDE_KINDS else own


def _of_line(line: PageLine, hints: Sequence[Hint | None]) -> Hint | None:
    chars: Counter[Hint | None] = Counter()
    for piece in line.pieces:
        chars[hints[piece.node]] += len(piece.text)
    hint, count = chars.most_common(1)[0]
    return hint if count >= MIN_LINE_SHARE * len(line.text) else None


def block_of(tree: Tree, node: int) -> int:
    """Return the nearest element around that begins and ends a line."""
    while tree.parents[node] >= 0 and tree.nodes[node].tag not in BLOCKS:
        node = tree.parents[node]
    return node


Look = tuple[str, str, str, str]
"""Tag and class of an element and of the one around it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The element whose own paragraphs hold most of the article."""

    node: int
    tag: str
    """What its paragraphs are marked as; some sites use ``div``."""
    look: Look
    """What other elements of a text in several parts are marked as too."""

    def holds(self, tree: Tree, line: PageLine) -> bool:
        """Return whether the line is a paragraph, list entry or quotation of its own."""
        block = block_of(tree, line.node)
        if block == self.node:
            return True
        tag = tree.nodes[block].tag
        if tag not in _PARAGRAPHS and tag not in _HEADINGS and tag != self.tag:
            return False
        block = tree.parents[block]
        while block >= 0 and block != self.node and tree.nodes[block].tag in _LISTS:
            block = tree.parents[block]
        return block == self.node

    def has_twin_of(self, tree: Tree, line: PageLine) -> bool:
        """Return whether the line is running text of an element marked up like this one.

        Long articles come in parts, with advertisements between them.
        """
        if not any(self.look[1::2]) or not is_prose(line):
            return False
        block = block_of(tree, line.node)
        parent = tree.parents[block]
        same_tag = tree.nodes[block].tag == self.tag
        return same_tag and parent >= 0 and look_of(tree, parent) == self.look

    def is_led_by(self, tree: Tree, line: PageLine) -> bool:
        """Return whether the line is text that stands directly around the element."""
        if len(words_of(line.text)) < LEAD_WORDS:
            return False
        block, node = block_of(tree, line.node), self.node
        while node >= 0 and node != block:
            node = tree.parents[node]
        return node == block


def holder_of(tree: Tree, lines: Sequence[PageLine], main: Iterable[int]) -> Holder:
    """Return the element whose own paragraphs hold most words of the article."""
    words: Counter[int] = Counter()
    tags: dict[int, Counter[str]] = {}
    for i in main:
        block = block_of(tree, lines[i].node)
        for node in (block, tree.parents[block]):
            words[node] += len(words_of(lines[i].text))
            tags.setdefault(node, Counter())[str(tree.nodes[block].tag)] += 1
    node = words.most_common(1)[0][0]
    return Holder(node, tags[node].most_common(1)[0][0], look_of(tree, node))


def look_of(tree: Tree, node: int) -> Look:
    """Return what an element and the one around it are marked as."""
    element, parent = tree.nodes[node], tree.nodes[max(0, tree.parents[node])]
    return (
        str(element.tag),
        element.get("class") or "",
        str(parent.tag),
        parent.get("class") or "",
    )


def is_prose(line: PageLine) -> bool:
    """Return whether the line ends as paragraphs do and is no mere label."""
    return line.text.endswith(STOPS) and len(words_of(line.text)) >= LONG_WORDS


def heading_level(tree: Tree, node: int) -> int:
    """Return 1 to 6 inside a heading, 0 elsewhere."""
    while node >= 0:
        tag = tree.nodes[node].tag
        if isinstance(tag, str) and len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            return int(tag[1])
        node = tree.parents[node]
    return 0


def is_link(tree: Tree, line: PageLine) -> bool:
    """Return whether nothing but links stands in the line."""
    return all(_within(tree, piece.node, _LINK) for piece in line.pieces)


def is_quotation(tree: Tree, line: PageLine) -> bool:
    """Return whether the line stands in a quotation set apart, such as a post."""
    node = line.node
    while node >= 0 and tree.nodes[node].tag != "blockquote":
        node = tree.parents[node]
    return node >= 0


def is_bold(tree: Tree, line: PageLine) -> bool:
    """Return whether the whole line is in bold letters."""
    return all(_within(tree, piece.node, _BOLD) for piece in line.pieces)


def _within(tree: Tree, node: int, tags: frozenset[str]) -> bool:
    while node >= 0:
        tag = tree.nodes[node].tag
        if tag in tags:
            return True
        if tag in BLOCKS:
            return False
        node = tree.parents[node]
    return False
