from datetime import UTC, datetime

import pytest

from analysis.moments import days_between, moment


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-03-12", datetime(2024, 3, 12, tzinfo=UTC)),
        ("2024-03-12T06:30:00+06:00", datetime(2024, 3, 12, 0, 30, tzinfo=UTC)),
        ("2024-03-12T06:30:00Z", datetime(2024, 3, 12, 6, 30, tzinfo=UTC)),
        ("12/3/24", None),
        ("", None),
        (None, None),
    ],
)
def test_moments_are_read_with_their_zone_or_as_utc(published, expected):
    assert moment(published) == expected


def test_days_between_have_no_direction_and_may_be_unknown():
    early, late = moment("2024-03-12"), moment("2024-03-13T12:00:00")
    assert days_between(early, late) == days_between(late, early) == 1.5
    assert days_between(early, None) is None
