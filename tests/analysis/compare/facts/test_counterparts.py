import numpy as np
import pytest

from analysis.compare.facts.counterparts import Content, contents, counterparts
from analysis.compare.facts.unit import units
from tests.analysis.compare.facts.invented import article

RIGHT, UP, SKEW = [1.0, 0.0], [0.0, 1.0], [0.6, 0.8]


def _content(vectors, rarity, is_event):
    rows = np.array(vectors, np.float32).reshape(-1, 2)
    return Content(rows, np.array(rarity, float), np.array(is_event, bool))


ONE = _content([RIGHT, UP], [3.0, 1.0], [True, False])
OTHER = _content([RIGHT], [2.0], [True])
NONE = _content([], [], [])


def _of(found, left, right):
    return counterparts(found, np.array(left), np.array(right))


def test_rare_words_without_counterpart_lower_the_share_most():
    common_missing, rare_missing = _of([ONE, OTHER, _content([UP], [2.0], [False])], [0, 0], [1, 2])
    assert common_missing[:2] == pytest.approx([0.75, 1.0])
    assert rare_missing[:2] == pytest.approx([0.25, 1.0])


def test_only_events_count_as_events():
    assert _of([ONE, OTHER], [0], [1])[0, 2:] == pytest.approx([1.0, 1.0], abs=0.001)
    still = _content([RIGHT], [2.0], [False])
    assert _of([ONE, still], [0], [1])[0, 2:] == pytest.approx([0.0, 0.0], abs=0.001)


def test_a_word_that_is_half_a_counterpart_counts_by_its_cosine():
    skew = _content([SKEW], [1.0], [True])
    events = _of([OTHER, skew], [0], [1])[0, 2:]
    assert events == pytest.approx([1 / (1 + np.exp(-2))] * 2, abs=0.001)


def test_either_order_gives_the_same_and_pairs_keep_their_place():
    found = [ONE, OTHER, _content([SKEW], [1.0], [True])]
    there = _of(found, [1, 0, 1], [2, 1, 0])
    back = _of(found, [2, 1, 0], [1, 0, 1])
    np.testing.assert_allclose(there, back, atol=1e-6)
    np.testing.assert_allclose(there[1], there[2], atol=1e-6)


def test_units_without_content_words_share_nothing():
    assert (_of([ONE, NONE, NONE], [0, 1, 1], [1, 0, 2]) == 0).all()
    assert _of([ONE], [], []).shape == (0, 4)


def test_content_words_keep_their_vectors_and_unread_ones_are_left_out():
    story = units([article("A", "The crowd stormed halls."), article("B", "Crowd stormed.")])
    vectors = np.eye(4, dtype=np.float32)
    vectors[3] = 0
    first, second = contents(story, [frozenset({"storm"})] * 2, [vectors, np.eye(2, 4)])
    assert first.vectors.tolist() == vectors[1:3].tolist()
    assert first.is_event.tolist() == [False, True]
    assert first.rarity == pytest.approx([1.0, 1.0])
    assert len(second.rarity) == 2
