"""A page as its lines, each with the shape that the rules look at, and the marks set so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from analysis.clean.lists import MAX_MATCHED_WORDS, tokens_of, word_sets
from analysis.paragraphs import paragraph_spans
from analysis.spans import WORD
from analysis.types import BlockKind

PROSE_WORDS = 8
"""A stopped line with fewer words may be a label; with more it reads as a sentence."""

LONG_PROSE_WORDS = 25
"""A line of so many words is prose even when its full stop is missing."""

ANNOUNCING_WORDS = 4
"""A line that ends in a colon needs so many words to be a sentence, not a label."""

FOREIGN_PROSE_WORDS = 12
"""Without one English function word, a stopped line needs so many words to be prose."""

FUNCTION_SHARE = 0.2
"""Least share of function words in an unstopped line of prose; menus have almost none."""

TITLE_WORDS = 30
"""Headlines of news pages are hardly ever longer, in words."""

PLAIN_RULES = frozenset(
    {"furniture.separator", "furniture.counter", "headline.repeated", "page.repeated"}
)
"""Rules whose lines also stand in texts without any page around them."""

_CLOSERS = "\"'’”»)]}›"
_OPENERS = "\"'‘“«„"
_SENTENCE_END = (".", "!", "?", "。")
_LINE_END = 20
_BULLETS = "•·*-–—▪■►●○‣"
_NAME_TOKEN = re.compile(r"[^\W\d_](?:[\w'’.\-]*[\w.])?")


@dataclass(frozen=True)
class Line:
    """One paragraph of the page."""

    index: int
    start: int
    end: int
    text: str

    @cached_property
    def n_words(self) -> int:
        """Return the number of words."""
        return len(WORD.findall(self.text))

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Return the words in small letters; none for a line no phrase list looks at."""
        if self.n_words > MAX_MATCHED_WORDS:
            return ()
        tokens = tokens_of(self.text)
        return tokens[:-1] if tokens[-1:] in ((":",), ("|",)) else tokens

    @cached_property
    def is_stopped(self) -> bool:
        """Return whether the line ends as a sentence does; cut-off headlines end in dots."""
        end = self.text[-_LINE_END:].rstrip(_CLOSERS + " ")
        return end.endswith(_SENTENCE_END) and not end.endswith("..")

    @cached_property
    def n_function(self) -> int:
        """Return the number of English function words among the first MAX_MATCHED_WORDS."""
        function = word_sets()["function"]
        words = self.tokens or tokens_of(self.text[:2_000])
        return sum(1 for word in words if word in function)

    @property
    def is_quotation(self) -> bool:
        """Return whether the line opens with a quotation mark."""
        return self.text.startswith(tuple(_OPENERS))

    @property
    def is_bullet(self) -> bool:
        """Return whether the line is an item of a list within the text."""
        return self.text.startswith(tuple(_BULLETS)) and self.n_words > 0

    @cached_property
    def is_prose(self) -> bool:
        """Return whether the line reads as running text."""
        if self.is_stopped or self.text.endswith((":", ";", ",")):
            needed = PROSE_WORDS if self.n_function else FOREIGN_PROSE_WORDS
            if self.is_quotation:
                needed = PROSE_WORDS // 2
            return self.n_words >= needed
        if self.n_words > MAX_MATCHED_WORDS:
            return True
        share = self.n_function / max(1, self.n_words)
        return self.n_words >= LONG_PROSE_WORDS and share >= FUNCTION_SHARE

    @property
    def is_sentence(self) -> bool:
        """Return whether the line is prose, a short sentence, or announces a list."""
        announces = self.text.endswith(":") and self.n_words >= ANNOUNCING_WORDS
        ends = self.is_stopped or (announces and self.n_function > 0)
        return self.is_prose or (ends and self.n_words > 0)

    @property
    def is_label(self) -> bool:
        """Return whether the line is short and without a full stop: a heading, name or link."""
        return not self.is_sentence and self.n_words > 0

    @cached_property
    def is_name(self) -> bool:
        """Return whether the line could be one person's name: two to four capitalised words."""
        return is_name(self.text)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Return what two lines with the same wording share."""
        return self.tokens or (self.text,)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is, and the rule that says so."""

    kind: BlockKind
    rule: str


@dataclass(frozen=True)
class Page:
    """The lines of an article page with the marks set so far; unmarked lines may be body."""

    text: str
    lines: tuple[Line, ...]
    title: str | None = None
    marks: Mapping[int, Mark] = field(default_factory=dict)

    def marked(self, new: Mapping[int, Mark]) -> Page:
        """Return the page with further marks; earlier marks stand."""
        return replace(self, marks={**new, **self.marks})

    def is_open(self, index: int) -> bool:
        """Return whether the line exists and is unmarked."""
        return 0 <= index < len(self.lines) and index not in self.marks

    def open_lines(self) -> Iterator[Line]:
        """Yield the unmarked lines in order."""
        return (line for line in self.lines if line.index not in self.marks)

    @property
    def has_furniture(self) -> bool:
        """Return whether anything shows that this is a web page and not an article alone."""
        return any(
            mark.kind is BlockKind.BOILERPLATE and mark.rule not in PLAIN_RULES
            for mark in self.marks.values()
        )

    def kind(self, index: int) -> BlockKind | None:
        """Return what the line is marked as, ``None`` while it is unmarked."""
        mark = self.marks.get(index)
        return mark.kind if mark else None


def read_page(text: str, title: str | None = None) -> Page:
    """Return the text as a page without marks."""
    lines = (
        Line(number, span.start, span.end, span.of(text))
        for number, span in enumerate(paragraph_spans(text))
    )
    return Page(text, tuple(lines), title)


def is_name(text: str, *, fewest: int = 2, most: int = 4) -> bool:
    """Return whether the words could be a person's name: capitalised, few, letters only."""
    if len(text) > 60 or text.endswith((":", "?", "!")):
        return False
    words = text.split()
    particles = word_sets()["name_particles"]
    not_names = word_sets()["months"] | word_sets()["weekdays"] | word_sets()["function"]
    capitals = [word for word in words if word.casefold() not in particles]
    if capitals and capitals[0].casefold() in word_sets()["month_given_names"]:
        fewest, most, capitals = max(1, fewest - 1), most - 1, capitals[1:]
    return fewest <= len(capitals) <= most and all(
        _NAME_TOKEN.fullmatch(word)
        and word[0].isupper()
        and word.casefold().rstrip(".") not in not_names
        for word in capitals
    )
