"""The steps of spaCy's parser, taken without letting go of Python's lock.

It chooses one action after the other from a table of scores. spaCy (3.8.8 and later) releases the
lock around the whole and takes it back for every single check whether an action is allowed, some
eighty times a word: more than half of the time. The same public parts called from here keep it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.ml.parser_model import ParserStepModel
    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc

Scores = NDArray[np.float32]
"""A row for each state, a column for each action."""

ScoresOfWords = Callable[[NDArray[np.int32]], Scores]
"""Scores states, given the words that each looks at: a row of places, -1 for none."""


def is_steppable(parser: Parser) -> bool:
    """Return whether the component decides greedily, so that its steps can be taken here."""
    return parser.cfg["beam_width"] == 1


def annotate(parser: Parser, docs: Sequence[Doc]) -> None:
    """Annotate the documents as ``parser.pipe`` does."""
    if any(len(doc) for doc in docs):
        parser.set_annotations(docs, _parsed(parser, docs))


def _parsed(parser: Parser, docs: Sequence[Doc]) -> list[object]:
    """Return the finished state of each document."""
    states = parser.moves.init_batch(docs)
    scorer = parser.model.predict(docs)
    scores = _scores_of(parser, scorer)
    waiting = [state for state in states if not state.is_final()]
    while waiting:
        waiting = parser.transition_states(waiting, scores(waiting))
    scorer.clear_memory()
    return states


def _scores_of(parser: Parser, scorer: ParserStepModel) -> Callable[[Sequence[object]], Scores]:
    """Return what gives every action's score in each state, as ``scorer.predict`` does."""
    if not scores_by_words(parser):
        return scorer.predict
    scores, features = scores_of_words(scorer), scorer.get_token_ids
    return lambda states: scores(features(states))


def scores_by_words(parser: Parser) -> bool:
    """Return whether ``scores_of_words`` scores as the component's own model does.

    That one also clears scores of actions never seen in training, at the cost of a fifth of
    a step; the English models have seen all of theirs.
    """
    return parser.model.attrs["has_upper"] and not parser.model.attrs["unseen_classes"]


def scores_of_words(scorer: ParserStepModel) -> ScoresOfWords:
    """Return what gives every action's score; places count the documents laid end to end."""
    upper: Any = scorer.vec2scores
    weights, bias = (upper.get_param(name) for name in ("W", "b"))
    gemm, hidden = scorer.ops.gemm, scorer.state2vec.predict

    def scores(words: NDArray[np.int32]) -> Scores:
        found = gemm(hidden(words), weights, trans2=True)
        found += bias
        return found

    return scores
