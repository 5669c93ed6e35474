import numpy as np

from analysis.compare.facts import candidates as module
from analysis.compare.facts.candidates import candidates, nearest

RNG = np.random.default_rng(3)


def _places(n):
    found = RNG.normal(size=(n, 16)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def test_pairs_are_of_different_articles_once_each_and_in_order():
    article = np.array([0, 0, 1, 1, 2])
    left, right = candidates(_places(5), article)
    assert (left < right).all()
    assert (article[left] != article[right]).all()
    assert len({*zip(left.tolist(), right.tolist(), strict=True)}) == len(left) == 8


def test_the_index_finds_the_pairs_that_comparing_all_finds(monkeypatch):
    places = _places(60)
    places[30:] = places[:30] + RNG.normal(scale=0.01, size=(30, 16)).astype(np.float32)
    article = np.repeat([0, 1], 30)
    monkeypatch.setattr(module, "ALL_PAIRS", 10)
    left, right = candidates(places, article)
    found = {*zip(left.tolist(), right.tolist(), strict=True)}
    assert {(n, n + 30) for n in range(30)} <= found


def test_nothing_and_one_article_have_no_pairs():
    none = np.empty((0, 16), np.float32)
    assert len(candidates(none, np.empty(0, int))[0]) == 0
    assert len(candidates(_places(3), np.zeros(3, int))[0]) == 0


def test_the_nearest_statement_is_given_for_every_article_that_has_one():
    places = np.eye(4, dtype=np.float32)
    places[3] = [0.9, 0.1, 0, 0]
    found = nearest(places, np.array([0]), np.array([0, 1, 1, 1]), 3)
    assert found.tolist() == [[0, 3, -1]]
