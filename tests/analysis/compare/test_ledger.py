"""The ledger compares what can be compared, and says why the rest cannot."""

import pytest

from analysis.compare.ledger import ledger
from analysis.schema import COLUMNS, table


def _figure(article="post", **told):
    row = {
        "article_id": article,
        "outlet": article.title(),
        "sentence_id": "s1",
        "block": "body",
        "start": len(told),
        "end": 9,
        "low": 10.0,
        "high": 10.0,
        "bound": "exact",
        "unit": "people",
        "event": "killed",
        "population": None,
        "voice": "outlet",
        "quote_id": None,
        "speaker": None,
        "as_of": None,
        "flagged": False,
        "text": "10",
    }
    return {**row, **told}


def _ledger(*figures, days=()):
    names = ["post", "town"]
    articles = [
        {
            **dict.fromkeys(COLUMNS["articles"]),
            "article_id": name,
            "outlet": name.title(),
            "published": dict(days).get(name),
            "n_words": 1,
            "n_sentences": 1,
            "n_quotes": 0,
        }
        for name in names
    ]
    return ledger(table("figures", list(figures)), table("articles", articles))


def _statuses(*figures, days=()):
    return list(_ledger(*figures, days=days)["status"])


def test_no_figures_give_an_empty_ledger_with_its_columns():
    assert list(_ledger().columns) == list(COLUMNS["ledger"])


def test_equal_and_overlapping_numbers_are_the_same():
    assert _statuses(_figure(), _figure("town", low=5.0, high=None)) == ["same", "same"]


def test_about_reaches_a_tenth_to_either_side():
    near = _figure("town", low=11.0, high=11.0, bound="about")
    far = _figure("town", low=12.0, high=12.0, bound="about")
    assert _statuses(_figure(), near) == ["same", "same"]
    assert _statuses(_figure(), far) == ["conflict", "conflict"]


def test_numbers_that_share_nothing_are_a_conflict_and_name_the_other_outlet():
    rows = _ledger(_figure(), _figure("town", low=20.0, high=None))
    assert list(rows["status"]) == ["conflict", "conflict"]
    assert list(rows["against"]) == ["Town", "Post"]


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "soldier"},
        {"population": "in Oslo"},
        {"population": "police officers"},
    ],
)
def test_another_scope_is_no_conflict(other):
    found = _statuses(_figure(), _figure("town", low=20.0, high=20.0, **other))
    assert found == ["different_scope", "different_scope"]


def test_another_event_is_another_thing():
    rows = _ledger(_figure(), _figure("town", low=20.0, high=20.0, event="injured"))
    assert list(rows["thing"]) == ["killed", "injured"]
    assert list(rows["status"]) == ["alone", "alone"]


def test_a_later_higher_toll_supersedes_the_earlier():
    days = {"post": "2024-05-01", "town": "2024-05-03T10:00"}
    found = _ledger(_figure(), _figure("town", low=20.0, high=20.0), days=days)
    assert list(found["status"]) == ["superseded_by_date", "newer"]
    assert list(found["date"]) == ["2024-05-01", "2024-05-03"]


def test_a_later_lower_toll_is_a_conflict_because_tolls_only_grow():
    days = {"post": "2024-05-01", "town": "2024-05-03"}
    found = _statuses(_figure(), _figure("town", low=5.0, high=5.0), days=days)
    assert found == ["conflict", "conflict"]


def test_troops_may_grow_fewer_with_time():
    days = {"post": "2024-05-01", "town": "2024-05-03"}
    troops = {"unit": "troop", "event": "deployed"}
    found = _statuses(_figure(**troops), _figure("town", low=5.0, high=5.0, **troops), days=days)
    assert found[0] == "superseded_by_date"


def test_the_day_in_the_text_wins_over_the_day_of_publication():
    row = _ledger(_figure(as_of="2024-04-30"), days={"post": "2024-05-01"}).iloc[0]
    assert (row["date"], row["date_basis"]) == ("2024-04-30", "text")
    row = _ledger(_figure(), days={"post": "2024-05-01"}).iloc[0]
    assert (row["date"], row["date_basis"]) == ("2024-05-01", "published")


def test_captions_are_listed_but_no_outlets_figure_is_measured_by_them():
    caption = _figure("town", low=20.0, high=20.0, flagged=True)
    rows = _ledger(_figure(), caption)
    assert list(rows["status"]) == ["alone", "conflict"]
    assert list(rows["flagged"]) == [False, True]


def test_an_article_does_not_contradict_itself():
    assert _statuses(_figure(), _figure(low=20.0, high=20.0)) == ["alone", "alone"]


def test_a_repeated_figure_stands_once_and_outside_the_caption():
    rows = _ledger(_figure(flagged=True, sentence_id="s9"), _figure(sentence_id="s2"))
    assert list(rows["sentence_id"]) == ["s2"]


def test_soldiers_and_troops_are_one_thing_whatever_they_do():
    rows = _ledger(
        _figure(unit="troop", event="stay"), _figure("town", unit="soldier", event="deployed")
    )
    assert list(rows["thing"]) == ["troops", "troops"]
    assert list(rows["status"]) == ["same", "same"]


def test_other_numbers_need_two_outlets():
    one = _figure(unit="house", event="burn")
    assert len(_ledger(one)) == 0
    assert list(_ledger(one, {**one, "article_id": "town", "outlet": "Town"})["thing"]) == [
        "house burn",
        "house burn",
    ]


@pytest.mark.parametrize("unit", ["year", "day", "share", None])
def test_times_and_shares_are_not_compared(unit):
    rows = _ledger(_figure(unit=unit, event="last"), _figure("town", unit=unit, event="last"))
    assert len(rows) == 0
