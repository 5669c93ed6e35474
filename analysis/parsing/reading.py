"""A document of spaCy's in, the same annotations as plain objects out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.parsing.doc import Doc
from analysis.parsing.tokens import Form, Token, relate

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc
    from spacy.vocab import Vocab

MAX_KEPT = 20_000
"""Word forms and strings remembered; 400 news articles hold about as many."""

_COLUMNS: Final[list[int | str]] = [
    *("ORTH LEMMA POS TAG DEP ENT_TYPE ENT_IOB MORPH SPACY HEAD SENT_START".split())
]

_IOB = ("", "I", "O", "B")


class Reader:
    """Reads documents of one vocabulary; remembers its strings and word forms."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._strings: dict[int, str] = {}
        self._forms: dict[int, tuple[str, Form]] = {}

    def read(self, text: str, document: SpacyDoc) -> Doc:
        """Return the document's tokens, tree, sentences and entities, with its text as it was."""
        if max(len(self._forms), len(self._strings)) > MAX_KEPT:
            self._forms.clear()
            self._strings.clear()
        table = document.to_array(_COLUMNS).view(np.int64)
        here = np.arange(len(table))
        heads = (table[:, 9] + here).tolist()
        starts = np.flatnonzero(table[:, 10] == 1).tolist()
        entities = [(ent.start, ent.end, ent.label_) for ent in document.ents]
        doc = Doc(text, heads, [start for start in starts if start], entities)
        self._fill(doc, table[:, :9].view(np.uint64).tolist())
        relate(doc.tokens, heads)
        return doc

    def _fill(self, doc: Doc, rows: list[list[int]]) -> None:
        """Add the tokens, each with its own annotations."""
        known, forms, tokens, at = self._strings, self._forms, doc.tokens, 0
        for i, row in enumerate(rows):
            orth, lemma, pos, tag, dep, entity, iob, morph, blank = row
            for value in (lemma, pos, tag, dep, entity, morph):
                if value not in known:
                    known[value] = self._vocab.strings[value]
            if orth not in forms:
                forms[orth] = self._form(orth)
            token = Token()
            token.text, token.form = text, form = forms[orth]
            token.lower_ = form.lower
            token.lemma_ = known[lemma]
            token.pos_ = known[pos]
            token.tag_ = known[tag]
            token.dep_ = known[dep]
            token.ent_type_ = known[entity]
            token.ent_iob_ = _IOB[iob]
            token.morph = known[morph]
            token.whitespace_ = " " if blank else ""
            token.doc = doc
            token.i = i
            token.idx = at
            at += len(text) + blank
            tokens.append(token)

    def _form(self, orth: int) -> tuple[str, Form]:
        word = self._vocab[orth]
        flags = (getattr(word, name) for name in Form._fields[1:])
        return word.text, Form(word.lower_, *flags)
