import pytest

from analysis.clean.bylines import after_by, date_tail, may_name_author, names_authors
from analysis.clean.page import Line


def line(text):
    return Line(0, 0, len(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Lee",
        "BY ANN LEE",
        "By Ann Lee and Bo Ek",
        "By Caravel and AFP",
        "By Ann Lee, Associated Press",
        "By Ann Lee, Norland correspondent, in Norwick",
        "Written by Ann de la Cruz",
        "Posted By: Ann Lee",
        "By Ann Lee | January 12, 2022",
        "By Ann Lee annlee@example.org(509) 555-5382",
        "By our own correspondent",
        "By Jane Roe",
        "By Mary Smith",
        "By April Roe and Jan Ek",
        "By June Roe January 12, 2022",
        "By Ann Lee Monday, January 3",
        "By Augusta May",
        "By Jürgen Ößt",
    ],
)
def test_bylines_by_their_own_words(text):
    assert names_authors(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "By January 12, 2022",
        "By Monday",
        "By May 12",
        "By June",
        "By Monday the city was calm.",
        "By closing the bridge, Norwick saves itself",
        "By 2030",
        "By",
        "Ann Lee",
        "“By Ann Lee”",
        "By the end of the year the bridge will be open again to all of the cars in the town",
        "Bystanders Ran",
    ],
)
def test_other_lines_are_no_bylines(text):
    assert not names_authors(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee",
        "Ann B. Lee",
        "Ann van der Lee",
        "Ann Lee in Norwick",
        "Ann Lee, NORLAND CORRESPONDENT",
        "Ann Lee | 11 January 2022",
        "April Roe",
        "June B. Roe",
        "Reuters",
        "Associated Press",
        "Staff Reporter",
    ],
)
def test_lines_that_may_name_an_author(text):
    assert may_name_author(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Council closes bridge",
        "Monday, January 3",
        "World News",
        "March Madness",
        "May",
        "Ann Lee closes the bridge.",
        "Ann",
        "What now?",
        "“Ann Lee”",
        "One Two Three Four Five Six Seven",
    ],
)
def test_lines_that_name_no_author(text):
    assert not may_name_author(line(text))


def test_what_follows_by():
    assert after_by("Words by Ann Lee") == "Ann Lee"
    assert after_by("By: Ann Lee") == "Ann Lee"
    assert after_by("Ann Lee") is None


def test_the_date_that_ends_a_byline():
    text = "By Ann Lee | January 12, 2022"
    assert date_tail(text).of(text) == "January 12, 2022"
    assert date_tail("By Ann Lee") is None
    assert date_tail("By Ann Lee 2 " + "x" * 300) is None
