import pytest

from analysis.compare.facts.unit import dates, numbers, unit, units
from tests.analysis.compare.facts.invented import article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 2,030 of 18.50 and three", {"2030", "18.5", "3"}),
        ("one of them", set()),
        ("no number", set()),
    ],
)
def test_numbers_are_plain_digits(text, expected):
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday, Jan. 9", {"monday", "january"}),
        ("on Sept 4", {"september"}),
        ("you may march on", set()),
        ("The Sun rose in March", {"march"}),
    ],
)
def test_days_and_months_are_found_by_their_capital(text, expected):
    assert dates(text) == expected


def test_a_unit_has_the_words_of_its_statement():
    text = article("A", "The crowd stormed 2 halls.")
    made = unit(text.text, text.statements)
    assert made.common == {"crowd", "stormed", "halls"}
    assert made.words == ["the", "crowd", "stormed", "2", "halls"]


def test_units_follow_the_order_of_the_articles():
    story = [article("A", "Rain fell. Snow fell."), article("B", "Wind rose.")]
    assert [each.text for each in units(story)] == ["Rain fell.", "Snow fell.", "Wind rose."]
