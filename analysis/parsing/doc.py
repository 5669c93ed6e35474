"""A parsed text and stretches of it, under the names that spaCy gives; no tie to its memory."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import overload

from analysis.parsing.edges import subtree_edges
from analysis.parsing.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})

_PHRASES = frozenset("oprd nsubj dobj nsubjpass pcomp pobj dative appos attr ROOT".split())
"""Relations of a noun that make it the head of a base noun phrase (spaCy, English)."""


class Doc:
    """One parsed text; attributes as in ``spacy.tokens.Doc``."""

    __slots__ = ("_edges", "_entities", "_starts", "heads", "sent_starts", "text", "tokens")

    def __init__(
        self,
        text: str,
        heads: list[int],
        sent_starts: list[int],
        entities: Sequence[tuple[int, int, str]],
    ) -> None:
        self.text = text
        self.heads = heads
        self.sent_starts = sent_starts
        self.tokens: list[Token] = []
        self._entities = entities
        self._starts: list[int] | None = None
        self._edges: tuple[list[int], list[int]] | None = None

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> DocSpan: ...
    def __getitem__(self, place: int | slice) -> Token | DocSpan:
        if isinstance(place, int):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return DocSpan(self, start, max(start, end))

    def __repr__(self) -> str:
        return self.text

    @property
    def starts(self) -> list[int]:
        """Return the character at which each token begins."""
        if self._starts is None:
            self._starts = [token.idx for token in self.tokens]
        return self._starts

    @property
    def ents(self) -> list[DocSpan]:
        """Return the named entities."""
        return [DocSpan(self, *entity) for entity in self._entities]

    @property
    def sents(self) -> Iterator[DocSpan]:
        """Yield the sentences."""
        bounds = [0, *self.sent_starts, len(self.tokens)]
        for start, end in pairwise(bounds):
            if start < end:
                yield DocSpan(self, start, end)

    @property
    def noun_chunks(self) -> Iterator[DocSpan]:
        """Yield the base noun phrases: a noun with what stands before it, none nested."""
        last = -1
        for token in self.tokens:
            if token.pos_ not in _NOUNS or token.left_edge.i <= last:
                continue
            above = token
            while above.dep_ == "conj" and (above is token or above.head.i < above.i):
                above = above.head
            if above.dep_ in _PHRASES:
                last = token.i
                yield DocSpan(self, token.left_edge.i, token.i + 1, "NP")

    @property
    def edges(self) -> tuple[list[int], list[int]]:
        """Return the first and the last token of the subtree of each token."""
        if self._edges is None:
            self._edges = subtree_edges(self.heads)
        return self._edges

    def sentence(self, place: int) -> DocSpan:
        """Return the sentence of the token at ``place``."""
        start, end = 0, len(self.tokens)
        for bound in self.sent_starts:
            if bound > place:
                end = bound
                break
            start = bound
        return DocSpan(self, start, end)

    def char_span(self, start: int, end: int, *, alignment_mode: str) -> DocSpan | None:
        """Return the tokens that share a character with a stretch of the text."""
        if alignment_mode != "expand":
            message = f"alignment_mode '{alignment_mode}' is not known; use 'expand'"
            raise ValueError(message)
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        if start == first.idx + len(first.text):
            # The blank after a token is not part of it.
            return DocSpan(self, first.i + 1, max(last.i, first.i) + 1)
        return DocSpan(self, first.i, last.i + 1)

    def _token_at(self, char: int) -> Token | None:
        """Return the token that holds a character or is followed by it as its blank."""
        place = bisect_right(self.starts, char) - 1
        if place < 0 or char >= len(self.text):
            return None
        return self.tokens[place]


class DocSpan:
    """A run of tokens; attributes as in ``spacy.tokens.Span``."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> DocSpan: ...
    def __getitem__(self, place: int | slice) -> Token | DocSpan:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return DocSpan(self.doc, self.start + start, self.start + max(start, end))
        at = place + (self.end if place < 0 else self.start)
        if not self.start <= at < self.end:
            message = f"no token {place} in a span of {len(self)}"
            raise IndexError(message)
        return self.doc.tokens[at]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DocSpan):
            return False
        ours = (self.start, self.end, self.label_)
        return self.doc is other.doc and ours == (other.start, other.end, other.label_)

    def __hash__(self) -> int:
        return hash((id(self.doc), self.start, self.end, self.label_))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Return the character of the text at which it begins."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Return the character of the text behind its last one."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Return its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def lemma_(self) -> str:
        """Return its lemmas, with blanks as in the text."""
        return "".join(token.lemma_ + token.whitespace_ for token in self).strip()

    @property
    def sent(self) -> DocSpan:
        """Return the sentence that it begins in."""
        return self.doc.sentence(self.start)

    @property
    def root(self) -> Token:
        """Return the token nearest to the root of its sentence, the first of several."""
        tokens = self.doc.tokens[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        outside = [t for t in tokens if not self.start <= t.head.i < self.end]
        # ``min`` takes the first of equals, as spaCy does.
        return min(outside, key=self._depth) if outside else self.doc.tokens[self.start]

    def char_span(self, start: int, end: int, *, alignment_mode: str) -> DocSpan | None:
        """Return the tokens that share a character with a stretch of this one's text."""
        offset = self.start_char
        return self.doc.char_span(offset + start, offset + end, alignment_mode=alignment_mode)

    def _depth(self, token: Token) -> int:
        """Return how far below the root a token stands; a lone mark counts as the lowest."""
        if (token.is_space or token.is_punct) and not token.children:
            return len(self.doc) - 1
        return sum(1 for _ in token.ancestors)
