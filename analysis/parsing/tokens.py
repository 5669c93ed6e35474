"""One token of a parsed text as a plain Python object, under the names that spaCy gives.

Rules ask a word for its neighbours, relatives and classes dozens of times. spaCy makes a new
``Token`` and decodes a string at every question; here each is made once. Nothing here holds
on to spaCy's memory, so that it can be freed as soon as a batch is parsed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from analysis.parsing.doc import Doc, DocSpan


class Form(NamedTuple):
    """What a word form is, wherever it stands (spaCy's lexical attributes)."""

    lower: str
    is_alpha: bool
    is_lower: bool
    is_punct: bool
    is_quote: bool
    is_space: bool
    is_stop: bool
    is_title: bool
    is_upper: bool
    like_num: bool


class Token:
    """One token; attributes as in ``spacy.tokens.Token``."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "form",
        "head",
        "i",
        "idx",
        "lefts",
        "lemma_",
        "lower_",
        "morph",
        "pos_",
        "rights",
        "tag_",
        "text",
        "whitespace_",
    )

    children: Sequence[Token]
    dep_: str
    doc: Doc
    ent_iob_: str
    ent_type_: str
    form: Form
    head: Token
    i: int
    idx: int
    lefts: Sequence[Token]
    lemma_: str
    lower_: str
    morph: str
    """Features as Universal Dependencies writes them: ``Tense=Past|VerbForm=Fin``; ``_``: none."""
    pos_: str
    rights: Sequence[Token]
    tag_: str
    text: str
    whitespace_: str

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """Return the token with the blank after it, if there is one."""
        return self.text + self.whitespace_

    @property
    def is_alpha(self) -> bool:
        """Return whether it is all letters."""
        return self.form.is_alpha

    @property
    def is_lower(self) -> bool:
        """Return whether it is all small letters."""
        return self.form.is_lower

    @property
    def is_punct(self) -> bool:
        """Return whether it is punctuation."""
        return self.form.is_punct

    @property
    def is_quote(self) -> bool:
        """Return whether it is a quotation mark."""
        return self.form.is_quote

    @property
    def is_space(self) -> bool:
        """Return whether it is white space."""
        return self.form.is_space

    @property
    def is_stop(self) -> bool:
        """Return whether it is in spaCy's list of stop words."""
        return self.form.is_stop

    @property
    def is_title(self) -> bool:
        """Return whether it begins with a capital and goes on small."""
        return self.form.is_title

    @property
    def is_upper(self) -> bool:
        """Return whether it is all capitals."""
        return self.form.is_upper

    @property
    def like_num(self) -> bool:
        """Return whether it looks like a number, in digits or words."""
        return self.form.like_num

    @property
    def n_lefts(self) -> int:
        """Return the number of children before it."""
        return len(self.lefts)

    @property
    def n_rights(self) -> int:
        """Return the number of children after it."""
        return len(self.rights)

    @property
    def left_edge(self) -> Token:
        """Return the first token of its subtree."""
        return self.doc.tokens[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> Token:
        """Return the last token of its subtree."""
        return self.doc.tokens[self.doc.edges[1][self.i]]

    @property
    def sent(self) -> DocSpan:
        """Return its sentence."""
        return self.doc.sentence(self.i)

    @property
    def subtree(self) -> Iterator[Token]:
        """Yield the token and all below it, in text order."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """Yield the heads above it, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """Return the tokens coordinated with it, itself left out."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    def is_ancestor(self, other: Token) -> bool:
        """Return whether the other one stands below it."""
        return any(above is self for above in other.ancestors)

    def nbor(self, by: int = 1) -> Token:
        """Return the token so many places on."""
        place = self.i + by
        if place < 0:
            message = f"no token {-by} before token {self.i}"
            raise IndexError(message)
        return self.doc.tokens[place]


_NONE: tuple[Token, ...] = ()


def relate(tokens: list[Token], heads: list[int]) -> None:
    """Tie every token to its head and its children."""
    lefts: dict[int, list[Token]] = {}
    rights: dict[int, list[Token]] = {}
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head]
        token.lefts = token.rights = token.children = _NONE
        if head > token.i:
            lefts.setdefault(head, []).append(token)
        elif head < token.i:
            rights.setdefault(head, []).append(token)
    for i, found in lefts.items():
        tokens[i].lefts = tokens[i].children = found
    for i, found in rights.items():
        token = tokens[i]
        token.rights = found
        token.children = [*token.lefts, *found]
