import pytest

from analysis.measures.base import is_measurable, measurement
from analysis.measures.statistics import Interval
from analysis.types import Article, Measurement, Status


def test_nothing_to_count_in_is_not_applicable_and_has_no_value():
    assert measurement("m", None, 0) == Measurement(
        "m", None, 0, None, None, Status.NOT_APPLICABLE, None
    )


def test_too_little_to_count_in_keeps_value_and_n():
    row = measurement("m", 0.5, 2, Interval(0.1, 0.9), enough=False)
    assert row == Measurement("m", 0.5, 2, 0.1, 0.9, Status.TOO_FEW, None)


def test_a_zero_with_enough_behind_it_is_a_finding():
    assert measurement("m", 0.0, 31, Interval(0.0, 0.11)).status is Status.ZERO


def test_a_zero_with_too_little_behind_it_is_too_few():
    assert measurement("m", 0.0, 3, Interval(0.0, 0.56), enough=False).status is Status.TOO_FEW


def test_a_value_with_enough_behind_it_is_ok():
    assert measurement("m", 0.2, 31, Interval(0.1, 0.4)).status is Status.OK


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", True), ("en-GB", True), ("EN_us", True), (None, True), ("kk", False), ("enm", False)],
)
def test_english_and_unstated_languages_are_measured(language, expected):
    assert is_measurable(Article(id="a", text="", language=language)) is expected
