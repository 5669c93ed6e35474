"""The steps of spaCy's parser and name finder, taken without letting go of Python's lock.

Both choose one action a word from a table of scores. spaCy (3.8.8 and later) releases the lock
around the whole and takes it back for every single check whether an action is allowed, some
eighty times a word: more than half of the time. The same public parts called from here keep it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.ml.parser_model import ParserStepModel
    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc
    from thinc.types import Floats2d


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


def _scores_of(parser: Parser, scorer: ParserStepModel) -> Callable[[Sequence[object]], Floats2d]:
    """Return what gives every action's score in each state, as ``scorer.predict`` does.

    That one also clears scores of actions never seen in training, at the cost of a fifth of
    a step; the English models have seen all of theirs.
    """
    if scorer.vec2scores is None or parser.model.attrs["unseen_classes"]:
        return scorer.predict
    weights, bias = (scorer.vec2scores.get_param(name) for name in ("W", "b"))
    gemm, hidden, features = scorer.ops.gemm, scorer.state2vec.predict, scorer.get_token_ids

    def scores(states: Sequence[object]) -> Floats2d:
        found = gemm(hidden(features(states)), weights, trans2=True)
        found += bias
        return found

    return scores
