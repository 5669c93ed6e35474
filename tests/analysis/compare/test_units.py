import pandas as pd
import pytest

from analysis.compare.units import by_article, is_outlet_level
from analysis.measures.statistics import Interval, wilson


def test_five_articles_are_enough_to_speak_of_an_outlet():
    rows = [("A", f"a{i}") for i in range(5)] + [("B", f"b{i}") for i in range(4)]
    articles = pd.DataFrame(rows, columns=["outlet", "article_id"])
    assert is_outlet_level(articles) == {"A": True, "B": False}


def test_no_articles_name_no_outlet():
    assert is_outlet_level(pd.DataFrame({"outlet": [], "article_id": []})) == {}


def test_articles_that_differ_widen_the_range():
    counting = wilson(25, 50)
    by_unit = by_article(counting, [10, 10, 5, 0, 0], [10, 10, 10, 10, 10])
    assert by_unit.low < counting.low
    assert by_unit.high > counting.high


@pytest.mark.parametrize(("counts", "bases"), [([0] * 5, [10] * 5), ([], []), ([1], [9])])
def test_where_resampling_cannot_vary_the_range_from_counting_stays(counts, bases):
    interval = Interval(0.0, 0.3)
    assert by_article(interval, counts, bases) == interval


def test_articles_with_nothing_to_count_in_are_left_out():
    interval = Interval(0.4, 0.6)
    assert by_article(interval, [5, 0], [10, 0]) == interval


def test_a_rate_is_given_per_so_many():
    low, high = by_article(Interval(90.0, 110.0), [1, 3], [10, 10], per=1_000)
    assert (low, high) == (pytest.approx(90), pytest.approx(300))


def test_nothing_to_count_in_has_no_range():
    assert by_article(None, [], []) is None
