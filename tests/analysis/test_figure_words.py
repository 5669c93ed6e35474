import pytest

from analysis.figure_words import figure_words
from analysis.types import Bound


@pytest.mark.parametrize(
    ("low", "high", "bound", "unit", "words"),
    [
        (18, None, Bound.AT_LEAST, "people", "at least 18 people"),
        (None, 5, Bound.AT_MOST, "dollar", "up to 5 dollars"),
        (24, 99, Bound.VAGUE, "soldier", "24 to 99 soldiers"),
        (2_030, 2_030, Bound.EXACT, "troop", "2,030 troops"),
        (1, 1, Bound.EXACT, "child", "1 child"),
        (3, 3, Bound.EXACT, "child", "3 children"),
        (2_500_000, 2_500_000, Bound.ABOUT, "dollar", "about 2.5 million dollars"),
        (1_200_000_000, 1_200_000_000, Bound.EXACT, "euro", "1.2 billion euros"),
        (3e12, 3e12, Bound.EXACT, None, "3 trillion"),
        (2.5, 2.5, Bound.EXACT, "percent", "2.5 percent"),
        (60, 60, Bound.EXACT, "mile per hour", "60 miles per hour"),
        (2, 2, Bound.EXACT, "city", "2 cities"),
        (2, 2, Bound.EXACT, "day", "2 days"),
        (2, 2, Bound.EXACT, "bus", "2 buses"),
        (2, 2, Bound.EXACT, "australian dollar", "2 australian dollars"),
        (None, None, Bound.VAGUE, None, ""),
    ],
)
def test_figures_are_said_in_plain_words(low, high, bound, unit, words):
    assert figure_words(low, high, bound, unit) == words
