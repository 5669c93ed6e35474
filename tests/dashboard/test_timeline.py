from datetime import UTC, date

import pandas as pd
import pytest

from dashboard.components.timeline import timeline
from dashboard.prepare.timeline import line, undated, zone_of

ALMATY = "Asia/Almaty"


def _articles(*rows):
    columns = ["outlet", "published", "published_basis"]
    return pd.DataFrame(rows, columns=pd.Index(columns)).astype({"published": "str"})


TWO = _articles(
    ("A", "2022-01-11T09:54:00+00:00", "stated"),
    ("B", "2022-01-13", "inferred"),
    ("C", None, "unknown"),
)


def test_a_known_hour_is_a_point_told_in_the_zones_of_page_event_and_reader():
    found = line(TWO, event_zone=ALMATY, reader_zone="Europe/Berlin")
    point = found.moments[0]
    assert point.start == point.end
    assert point.words == ("11 January 2022, 09:54 UTC = 15:54 Asia/Almaty = 10:54 Europe/Berlin")


def test_a_bare_date_is_a_bar_over_the_day_where_it_happened():
    found = line(TWO, event_zone=ALMATY, reader_zone=None)
    bar = found.moments[1]
    assert (bar.words, bar.is_inferred) == ("13 January 2022, hour not known", True)
    assert found.share(bar.start) == pytest.approx(2 / 3)
    assert found.share(bar.end) == pytest.approx(1)


def test_an_hour_without_a_zone_is_not_a_known_hour():
    rows = _articles(("A", "2022-01-11T09:54:00", "stated"), ("B", "2022-01-12", "stated"))
    found = line(rows, event_zone=None, reader_zone=None)
    assert found.moments[0].words == "11 January 2022, hour not known"


def test_days_run_from_the_first_to_the_last():
    found = line(TWO, event_zone=ALMATY, reader_zone=None)
    assert found.days == [date(2022, 1, 11), date(2022, 1, 12), date(2022, 1, 13)]


def test_what_the_texts_date_themselves_stands_on_the_line_too():
    figures = [("2022-01-09", "164 killed")]
    found = line(TWO, event_zone=ALMATY, reader_zone=None, figures=figures)
    assert (found.first, found.moments[-1].name) == (date(2022, 1, 9), "164 killed")


def test_less_than_two_dates_make_no_line():
    assert line(TWO.iloc[1:], event_zone=ALMATY, reader_zone=None) is None


def test_an_unknown_zone_is_read_as_utc():
    assert zone_of("Atlantis/Capital") is UTC
    assert zone_of(None) is UTC


def test_who_has_no_date_is_named_beside_the_line():
    assert undated(TWO) == ["C"]
    found = line(TWO, event_zone=ALMATY, reader_zone=None)
    shown = timeline(found, ["C"]).markup
    assert "Date not known: C." in shown
    assert "px-point" in shown
    assert "px-bar px-hollow" in shown
    assert timeline(None, ["C"]).markup.count("Date not known: C.") == 1
    assert timeline(None, []).markup == ""
