import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.compare.facts.features import FEATURES, WORD_FEATURES, features, sheet
from analysis.compare.facts.unit import units
from tests.analysis.compare.facts.invented import article

STORY = units(
    [
        article("A", "The crowd stormed the hall on Monday. Rain fell on 12 ships."),
        article("B", "The crowd stormed the hall on Monday. Rain fell on 18 ships."),
    ]
)


def _row(left, right, vectors=None):
    table = sheet(STORY, vectors)
    values = features(table, np.array([left]), np.array([right]))[0]
    return dict(zip(FEATURES, values, strict=False))


def test_equal_texts_have_full_likeness():
    row = _row(0, 2)
    for name in ("cosine.lemmas", "cosine.words", "cosine.characters", "order"):
        assert row[name] == pytest.approx(1.0)
    assert row["mass.of_larger"] == pytest.approx(1.0)
    assert row["lemmas.apart"] == 0


def test_other_numbers_stand_apart():
    row = _row(1, 3)
    assert (row["numbers.shared"], row["numbers.apart"], row["numbers.fewer"]) == (0, 2, 1)
    assert row["predicate.same"] == 1


def test_texts_without_a_common_word_share_nothing():
    row = _row(0, 1)
    assert row["lemmas.shared"] == 0
    assert row["cosine.lemmas"] == 0


def test_a_pair_has_the_same_features_in_either_order():
    vectors = np.eye(4, 8, dtype=np.float32)
    table = sheet(STORY, vectors)
    there = features(table, np.array([0, 1]), np.array([3, 2]))
    back = features(table, np.array([3, 2]), np.array([0, 1]))
    assert there.shape == (2, len(FEATURES))
    np.testing.assert_allclose(there, back)


def test_without_vectors_the_features_of_meaning_are_left_out():
    table = sheet(STORY, None)
    assert features(table, np.array([0]), np.array([2])).shape == (1, len(WORD_FEATURES))


WORDS = st.lists(st.sampled_from(["rain", "fell", "crowd", "hall", "7"]), max_size=6)


@given(WORDS, WORDS)
def test_features_are_finite_whatever_the_words(one, other):
    story = units([article("A", " ".join([*one, "x"]) + "."), article("B", " ".join(other) + "y.")])
    table = sheet(story, None)
    found = features(table, np.array([0]), np.array([len(story) - 1]))
    assert np.isfinite(found).all()
