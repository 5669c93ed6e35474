"""What a report is made of, as values: links, tables, charts, evidence; no markup here."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.markup import Html


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place in the report: a number to its sentences."""

    text: str
    target: str
    """Id of the place, without the hash."""


@dataclass(frozen=True, slots=True)
class Small:
    """Words under a number that say more about it."""

    text: str


Inline = str | Link | Small
Line = tuple[Inline, ...]
"""Words and links, one after another."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one of the styles ``lead``, ``text``, ``note`` and ``question``."""

    line: Line
    style: str = "text"
    block = "paragraph"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    text: str
    block = "heading"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names the row; a row of one cell names those below it."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numeric: bool = False
    """Whether all but the first column hold short numbers."""
    headed: bool = False
    """Whether a heading above says the same as the caption, which is then only read aloud."""
    block = "table"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its title; ``svg`` says in words what it shows."""

    title: str
    svg: Html


@dataclass(frozen=True, slots=True)
class Charts:
    """Pictures side by side where there is room, or one over the whole width."""

    charts: tuple[Chart, ...]
    wide: bool = False
    key: tuple[tuple[Html, str], ...] = ()
    """What the marks stand for: (sample, meaning)."""
    block = "charts"


@dataclass(frozen=True, slots=True)
class Items:
    """A list, each entry a line."""

    lines: tuple[Line, ...]
    style: str = "plain"
    block = "items"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and what is said of them."""

    pairs: tuple[tuple[str, Line], ...]
    block = "pairs"


@dataclass(frozen=True, slots=True)
class Card:
    """One article as the head of its page printed it."""

    outlet: str
    headline: str
    facts: tuple[str, ...]
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Cards:
    """The articles of the story."""

    cards: tuple[Card, ...]
    block = "cards"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole article, where its rights allow that."""

    title: str
    html: Html
    block = "whole"


Block = Paragraph | Heading | Table | Charts | Items | Pairs | Cards | Whole


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence, marked or not."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence of evidence; without pieces its text may not be reprinted."""

    place: str
    pieces: tuple[Piece, ...]
    note: str = ""
    id: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The evidence of one outlet within a group."""

    id: str
    outlet: str
    count: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The evidence of one thing counted, outlet by outlet."""

    id: str
    title: str
    section: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the report and the evidence of its numbers."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    groups: tuple[Group, ...] = ()
