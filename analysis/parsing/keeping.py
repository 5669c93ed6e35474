"""Parsed texts to bytes and back: what is asked of a word later needs no parse anew.

The bytes are compressed JSON, so that reading them runs no code and a changed bit is noticed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter

from analysis.errors import InputError
from analysis.parsing.doc import Doc
from analysis.parsing.tokens import Form, Token, relate

_WORDS = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "morph")
"""What a token is: few different values, each kept once and then named by its number."""

_words_of = attrgetter(*_WORDS)


def to_bytes(docs: Sequence[Doc]) -> bytes:
    """Return parsed texts as bytes."""
    tokens = [token for doc in docs for token in doc]
    numbers: dict[str, int] = {}
    rows = [
        [numbers.setdefault(word, len(numbers)) for word in _words_of(token)] for token in tokens
    ]
    columns = {
        "lengths": [len(doc) for doc in docs],
        "starts": [doc.sent_starts for doc in docs],
        "heads": [head for doc in docs for head in doc.heads],
        "blanks": [len(token.whitespace_) for token in tokens],
        "flags": [sum(flag << i for i, flag in enumerate(token.form[1:])) for token in tokens],
        "words": list(zip(*rows, strict=True)) or [[]] * len(_WORDS),
        "values": list(numbers),
    }
    return zlib.compress(json.dumps(columns, separators=(",", ":")).encode("ascii"))


def from_bytes(data: bytes) -> tuple[Doc, ...]:
    """Return the parsed texts again, equal in all that rules ask of a word.

    Raises
    ------
    InputError
        If the bytes are damaged.
    """
    try:
        columns = json.loads(zlib.decompress(data))
    except (zlib.error, ValueError) as err:
        message = "a kept parse is damaged; analyse the article again"
        raise InputError(message) from err
    heads, tokens = columns["heads"], _tokens(columns)
    bounds = pairwise(accumulate(columns["lengths"], initial=0))
    return tuple(
        _doc(tokens[start:end], heads[start:end], starts)
        for (start, end), starts in zip(bounds, columns["starts"], strict=True)
    )


def _tokens(columns: dict[str, list]) -> list[Token]:
    tokens = [Token() for _ in columns["heads"]]
    values = columns["values"]
    for name, numbers in zip(_WORDS, columns["words"], strict=True):
        for token, number in zip(tokens, numbers, strict=True):
            setattr(token, name, values[number])
    for token, blanks, flags in zip(tokens, columns["blanks"], columns["flags"], strict=True):
        token.whitespace_ = " " * blanks
        token.form = _form(token.lower_, flags)
    return tokens


def _doc(tokens: list[Token], heads: list[int], starts: list[int]) -> Doc:
    at = 0
    for i, token in enumerate(tokens):
        token.i, token.idx = i, at
        at += len(token.text) + len(token.whitespace_)
    text = "".join(token.text_with_ws for token in tokens)
    doc = Doc(text, heads, starts, list(_entities(tokens)))
    doc.tokens = tokens
    for token in tokens:
        token.doc = doc
    relate(tokens, heads)
    return doc


@lru_cache(maxsize=50_000)
def _form(lower: str, flags: int) -> Form:
    return Form(lower, *(bool(flags >> i & 1) for i in range(len(Form._fields) - 1)))


def _entities(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield the named entities: each begins with "B" and goes on with "I"."""
    for token in tokens:
        if token.ent_iob_ == "B":
            end = token.i + 1
            while end < len(tokens) and tokens[end].ent_iob_ == "I":
                end += 1
            yield token.i, end, token.ent_type_
