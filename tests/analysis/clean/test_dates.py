import pytest

from analysis.clean.dates import is_clock_line, is_date_line, iso_date


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("By January 12, 2022", "2022-01-12"),
        ("Tuesday 11 January 2022 09:54 GMT", "2022-01-11T09:54:00+00:00"),
        ("Last modified on Tue 11 Jan 2022 10.12 GMT", "2022-01-11T10:12:00+00:00"),
        ("January 13, 2022", "2022-01-13"),
        ("11th of January, 2022", "2022-01-11"),
        ("2022-01-13", "2022-01-13"),
        ("2022-01-13T10:00:00Z", "2022-01-13T10:00:00+00:00"),
        ("2022-01-13T10:00+06:00", "2022-01-13T10:00:00+06:00"),
        ("Jan. 9, 2022 5:30 p.m. ET", "2022-01-09T17:30:00"),
        ("Updated: 13:22, 11 January 2022", "2022-01-11T13:22:00"),
        ("January 11, 2022 3:05 PM UTC", "2022-01-11T15:05:00+00:00"),
        ("January 11, 2022 12:05 AM UTC", "2022-01-11T00:05:00+00:00"),
        ("08.01.2022 14:33", "2022-01-08T14:33:00"),
        ("January 9, 2022 4:33pm EST", "2022-01-09T16:33:00-05:00"),
        ("January 9, 2022 at 4 p.m. CST", "2022-01-09T16:00:00"),
        ("10:12GMT 9 Jan 2022", "2022-01-09T10:12:00+00:00"),
        ("14:33 on Sunday 9 January 2022", "2022-01-09T14:33:00"),
        ("Jan 9, 2022 14:33 UTC+6", "2022-01-09T14:33:00+06:00"),
        ("January 9, 2022 14:33 GMT-03:30", "2022-01-09T14:33:00-03:30"),
        ("January 9, 2022 14:33 +0600", "2022-01-09T14:33:00+06:00"),
        ("January 9, 2022 14:33 UTC+25", "2022-01-09T14:33:00"),
        ("2022-01-13T10:00", "2022-01-13T10:00:00"),
        ("2022-01-13 10:00", "2022-01-13T10:00:00"),
        ("9 Jan, 2022 17:45 / Updated 3 hours ago", "2022-01-09T17:45:00"),
        ("9 January 2022 / Updated 17:45", "2022-01-09"),
        ("January 9, 2022 14:75", "2022-01-09"),
        ("January 9, 2022 14:33 pm", "2022-01-09"),
        ("03/04/2022 14:33", None),
        ("13/04/2022", "2022-04-13"),
        ("04/13/2022", "2022-04-13"),
        ("05/05/2022", "2022-05-05"),
        ("13.04.2022", "2022-04-13"),
        ("2022/04/13", "2022-04-13"),
        ("03/04/22", None),
        ("03/04/2022", None),
        ("Published 3 hours ago", None),
        ("Today at 10:20", None),
        ("May 2022", None),
        ("April 31, 2022", None),
        ("Sunday 10:30", None),
    ],
)
def test_date_lines_and_their_iso_form(line, iso):
    assert is_date_line(line)
    assert iso_date(line) == iso


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Monday",
        "By Monday the city was calm.",
        "12 killed in March",
        "January 6 riot hearings",
        "What happened on January 6?",
        "“January 6, 2021”",
        "March on Washington",
        "By Ann Lee",
        "The year 2022",
        "January 12, 2022 " * 8,
    ],
)
def test_other_lines_are_no_date_lines(line):
    assert not is_date_line(line)


def test_clock_lines():
    assert is_clock_line("9:05 p.m.")
    assert is_clock_line("09.40 GMT")
    assert not is_clock_line("January 5, 9:05")
    assert not is_clock_line("5")
