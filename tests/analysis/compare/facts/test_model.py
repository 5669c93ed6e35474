import json

import numpy as np
import pytest

from analysis.compare.facts import model
from analysis.compare.facts.features import FEATURES, WORD_FEATURES
from analysis.compare.facts.model import blended, scorer
from analysis.errors import ModelError

TREE = [[0, 0.5, 1, 2, 0.0], [-1, 0.0, 0, 0, -2.0], [-1, 0.0, 0, 0, 2.0]]
ENTRY = {"features": ["cosine.lemmas"], "bias": 0.0, "threshold": 0.5, "trees": [TREE]}


@pytest.fixture
def small(tmp_path, monkeypatch):
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"models": {"meaning": ENTRY, "words": ENTRY}}))
    monkeypatch.setattr(model, "MODEL", path)
    model._scorers.cache_clear()
    yield path
    model._scorers.cache_clear()


def test_a_tree_parts_rows_at_its_threshold(small):
    scores = scorer(with_vectors=True).scores(np.array([[0.5], [0.51]]))
    assert scores[0] < 0.5 < scores[1]


def test_without_likeness_the_trees_hardly_count():
    low = blended(np.zeros(2), np.array([-9.0, 9.0]))
    high = blended(np.ones(2), np.array([-9.0, 9.0]))
    assert low[1] - low[0] < high[1] - high[0]
    assert low.max() < 0.5


def test_more_likeness_scores_higher():
    scores = blended(np.array([0.0, 0.1, 0.2, 0.3]), np.zeros(4))
    assert (np.diff(scores) > 0).all()


def test_a_missing_file_says_how_to_build_it(small):
    small.unlink()
    with pytest.raises(ModelError, match="train_facts"):
        scorer(with_vectors=True)


@pytest.mark.parametrize(
    ("with_vectors", "n"), [(True, len(FEATURES)), (False, len(WORD_FEATURES))]
)
def test_the_shipped_models_read_every_feature_and_no_other(with_vectors, n):
    shipped = scorer(with_vectors=with_vectors)
    assert 0 < shipped.threshold < 1
    assert max(int(tree.feature.max()) for tree in shipped.trees) < n
    scores = shipped.scores(np.random.default_rng(0).random((50, n)))
    assert ((scores > 0) & (scores < 1)).all()
