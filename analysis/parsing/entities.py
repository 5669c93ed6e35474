"""The name finder's choices, most of them for all words of a batch at once.

spaCy's name finder goes from word to word and chooses: no name here, a name of this one word, or
a name that begins here. Until a name begins, a choice looks at the word alone and not at those
before it, so it can be made for every word in one product of matrices. Steps are needed only
from where a name may begin to where it ends. The rules of what is allowed are spaCy's
(``BiluoPushDown``); the tests hold the names equal to its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.pipeline._parser_internals.ner import BiluoPushDown
from spacy.tokens import Span

from analysis.parsing import transitions
from analysis.parsing.transitions import ScoresOfWords

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.intp]

_WORDS_LOOKED_AT = 3
"""The next word, the first of the open name, the one before: what a choice looks at."""

_NO_WORD = -1
_NO_KIND = -1


class Name(NamedTuple):
    """A name: words ``[start, end)`` of the documents laid end to end, and the kind's number."""

    start: int
    end: int
    label: int


@dataclass(frozen=True)
class Words:
    """What the rules ask of each word of a batch."""

    n: int
    is_blank: Flags
    ends_sentence: Flags
    """A sentence ends here, or the document: no name goes on."""

    @classmethod
    def of(cls, docs: Sequence[Doc]) -> Words:
        """Return the words of the documents laid end to end."""
        columns = np.concatenate([doc.to_array([IS_SPACE, SENT_START]) for doc in docs])
        ends = np.roll(columns[:, 1] == 1, -1)
        ends[np.cumsum([len(doc) for doc in docs if len(doc)]) - 1] = True
        return cls(len(columns), columns[:, 0] == 1, ends)


class NameFinder:
    """A name finder of spaCy's whose choices are made together."""

    def __init__(self, finder: Parser) -> None:
        self._finder = finder
        # Not ``move_names``, which leaves out one action, and so numbers those after it anew.
        moves = finder.moves
        names: list[str] = [moves.get_class_name(i) for i in range(moves.n_moves)]
        self._labels = [name[2:] for name in names if name.startswith("B-")]
        # What can be chosen where no name is open, in the order that decides between equals.
        # ``U-`` without a kind is for words that others have marked as no name.
        free = [(i, name) for i, name in enumerate(names) if name[0] in "BOU" and name != "U-"]
        self._free = np.array([i for i, _ in free])
        self._begins = np.array([name[0] == "B" for _, name in free])
        self._label = np.array(
            [self._labels.index(name[2:]) if name[2:] else _NO_KIND for _, name in free]
        )
        self._inside, self._last = (
            np.array([names.index(f"{kind}-{label}") for label in self._labels]) for kind in "IL"
        )

    @staticmethod
    def suits(finder: Parser) -> bool:
        """Return whether the component chooses as described above."""
        return (
            isinstance(finder.moves, BiluoPushDown)
            and transitions.is_steppable(finder)
            and transitions.scores_by_words(finder)
            and finder.model.get_ref("lower").get_dim("nF") == _WORDS_LOOKED_AT
        )

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the names into the documents as the component's ``pipe`` does.

        Where names stand already, the component does it itself: it goes by them.
        """
        if any(len(doc) and doc.has_annotation("ENT_IOB") for doc in docs):
            self._finder.set_annotations(docs, self._finder.predict(docs))
        elif any(len(doc) for doc in docs):
            scorer = self._finder.model.predict(docs)
            names = list(self._names(transitions.scores_of_words(scorer), Words.of(docs)))
            scorer.clear_memory()
            self._write(docs, names)

    def _names(self, scores: ScoresOfWords, words: Words) -> Iterator[Name]:
        """Yield the names in order."""
        looked_at = np.full((words.n, _WORDS_LOOKED_AT), _NO_WORD, dtype=np.int32)
        looked_at[:, 0] = np.arange(words.n)
        found = scores(looked_at)[:, self._free]
        found[np.ix_(words.ends_sentence, self._begins)] = -np.inf
        found[np.ix_(words.is_blank, self._label != _NO_KIND)] = -np.inf
        chosen = found.argmax(axis=1)
        labels, begun = self._label[chosen], self._begins[chosen]
        starts = np.flatnonzero(labels != _NO_KIND)
        ends = starts + 1
        ends[begun[starts]] = self._ends(scores, words, starts[begun[starts]], labels)
        closed = 0
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            # A word inside a name that is open begins none.
            if start >= closed:
                yield Name(start, end, int(labels[start]))
                closed = end

    def _ends(
        self, scores: ScoresOfWords, words: Words, starts: Numbers, labels: Numbers
    ) -> Numbers:
        """Return where the names that begin at ``starts`` end, all going on a word at a time."""
        ends = starts + 1
        going = np.arange(len(starts))
        while going.size:
            last = ends[going]
            looked_at = np.column_stack((last, starts[going], last - 1)).astype(np.int32)
            found = scores(looked_at)
            rows, label = np.arange(len(going)), labels[starts[going]]
            goes_on = found[rows, self._inside[label]] >= found[rows, self._last[label]]
            goes_on &= ~words.ends_sentence[last]
            ends[going] += 1
            going = going[goes_on]
        return ends

    def _write(self, docs: Sequence[Doc], names: list[Name]) -> None:
        waiting = iter([*names, None])
        name, first = next(waiting), 0
        for doc in docs:
            own: list[Span] = []
            while name is not None and name.start < first + len(doc):
                label = self._labels[name.label]
                own.append(Span(doc, name.start - first, name.end - first, label=label))
                name = next(waiting)
            doc.set_ents(own, default="outside")
            first += len(doc)
