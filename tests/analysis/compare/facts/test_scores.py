import numpy as np
import pytest

from analysis.compare.facts import scores as module
from analysis.compare.facts.features import sheet
from analysis.compare.facts.scores import scores, story
from analysis.compare.facts.unit import units
from tests.analysis.compare.facts.invented import article

ONE, OTHER, THIRD = np.array([0]), np.array([1]), np.array([2])


def _story(*texts, left, right, article_of):
    made = [article(f"A{n}", text) for n, text in enumerate(texts)]
    table = sheet(units(made), None)
    return story(table, np.array(article_of), np.array(left, np.intp), np.array(right, np.intp))


def _plain(values, article_of, left, right):
    return module._crowding(np.array(values), np.array(article_of), np.array(left), np.array(right))


def test_the_best_match_of_an_article_does_not_crowd():
    found = _plain([4.0, -1.0, -1.0], [0, 1, 1, 1], [0, 0, 0], [1, 2, 3])
    assert found[0] == pytest.approx(-1.0)


def test_good_rivals_crowd():
    alone = _plain([4.0, -1.0, -1.0], [0, 1, 1, 1], [0, 0, 0], [1, 2, 3])
    among = _plain([4.0, 3.0, 3.0], [0, 1, 1, 1], [0, 0, 0], [1, 2, 3])
    assert among[0] > alone[0]


def test_the_same_fact_in_many_articles_does_not_crowd():
    few = _plain([4.0, -1.5, -1.5], [0, 1, 1, 1], [0, 0, 0], [1, 2, 3])
    many = _plain(
        [4.0, -1.5, -1.5] * 3,
        [0, 1, 1, 1, 2, 2, 2, 3, 3, 3],
        [0] * 9,
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
    )
    assert many[0] == pytest.approx(few[0])


def test_equal_statements_score_higher_than_different_ones():
    found = _story(
        "The storm sank 12 ships.",
        "The storm sank 12 ships.",
        "Bread was dear in May.",
        left=[0, 0, 1],
        right=[1, 2, 2],
        article_of=[0, 1, 2],
    )
    assert scores(found, ONE, OTHER)[0] > 0.5 > scores(found, ONE, THIRD)[0]


def test_a_shared_number_of_the_same_thing_adds_to_the_score():
    (unit,) = units([article("A", "Soldiers leave in 10 days.")])
    assert module._counted(unit) == {("10", "days")}


def test_a_story_without_pairs_has_no_scores():
    found = _story("Rain fell hard.", left=[], right=[], article_of=[0])
    assert len(scores(found, np.empty(0, int), np.empty(0, int))) == 0


def test_a_statement_without_rivals_is_not_helped_without_end():
    assert _plain([4.0, -9.0], [0, 1, 1], [0, 0], [1, 2])[0] == module.LEAST_CROWDING
