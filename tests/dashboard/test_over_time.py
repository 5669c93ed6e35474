"""Numbers of a batch over time in words: the takeaway, the alternative, the table, the figure."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from analysis.corpus import SERIES, Period
from dashboard import theme
from dashboard.figures.k_of_n import Scale
from dashboard.figures.over_time import TimeColumns, over_time
from dashboard.prepare import followed as lists
from dashboard.prepare import over_time as prepared
from dashboard.prepare.behind import how_many
from dashboard.reference import contrast_lists
from tests.analysis.batches import SHARE

FORCE = lists.Followed(SHARE, "Troops: force", "\u201cforce\u201d")
TONE = lists.Followed("tone_negative", "Negative vocabulary")
MARKS = TimeColumns("outlet", "period", "value", "low", "high", "key", "few", "hover")


def series(*rows):
    """Return a series of rows (outlet, first day, articles, k, n)."""
    made = [
        {
            "outlet": outlet,
            "period": first,
            "articles": articles,
            "n": n,
            "value": k / n,
            "low": max(0, k / n - 0.1),
            "high": k / n + 0.1,
            "unit": "article" if articles >= 5 else "sentence",
        }
        for outlet, first, articles, k, n in rows
    ]
    return pd.DataFrame(made, columns=pd.Index(list(SERIES))).astype(SERIES)


TWO = series(
    ("Post", "2024-03-04", 6, 3, 60),
    ("Post", "2024-03-25", 2, 2, 20),
    ("Post", None, 1, 1, 10),
    ("X", "2024-03-11", 1, 0, 5),
)


def rows(outlets=("Post", "X"), period=Period.WEEK):
    return prepared.of_outlets(TWO, outlets, period)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2024, 6, 1), Period.WEEK),
        (date(2028, 1, 1), Period.MONTH),
        (date(2060, 1, 1), Period.YEAR),
    ],
)
def test_the_usual_step_leaves_marks_apart(last, expected):
    assert prepared.usual_step((date(2024, 1, 1), last)) is expected


def test_steps_are_named_in_words():
    names = [prepared.step_name("2024-03-04", each) for each in Period]
    assert names == ["week of 4 March 2024", "March 2024", "2024"]
    assert prepared.step_name(float("nan"), Period.WEEK) == "date not known"


def test_rows_keep_the_order_of_the_outlets_chosen():
    assert prepared.of_outlets(TWO, ["X", "Post"], Period.WEEK)["outlet"].tolist() == [
        "X", "Post", "Post", "Post",
    ]  # fmt: skip


def test_only_the_newest_steps_are_shown_and_it_is_said(monkeypatch):
    monkeypatch.setattr(prepared, "MAX_STEPS", 2)
    assert prepared.of_outlets(TWO, ["Post", "X"], Period.WEEK)["period"].dropna().tolist() == [
        "2024-03-25",
        "2024-03-11",
    ]
    assert prepared.is_older(TWO, ["Post", "X"])
    assert not prepared.is_older(TWO, ["Post"])


def test_a_step_left_out_breaks_the_line():
    post = prepared.drawn(rows(), FORCE, Period.WEEK).query("outlet == 'Post'")
    assert post["value"].isna().tolist() == [False, True, False]
    assert (
        "Post, week of 4 March 2024: 3 of 60 sentences (5.0%), 6 articles" in post["hover"].iloc[0]
    )


def test_months_of_different_length_follow_one_another():
    months = [("Post", f"2024-{m:02}-01", 5, 1, 10) for m in range(1, 13)]
    found = prepared.of_outlets(series(*months), ["Post"], Period.MONTH)
    assert len(prepared.drawn(found, FORCE, Period.MONTH)) == 12


def test_the_takeaway_has_counts_of_all_dates_and_nothing_else():
    assert prepared.takeaway(rows(), ["Post", "X"], FORCE, "all words") == (
        "Sentences with \u201cforce\u201d, all words, all dates together: "
        "Post: 6 of 90 sentences in 9 articles; X: 0 of 5 sentences in 1 article."
    )
    assert prepared.takeaway(rows(), ["X"], TONE, "quotation") == (
        "Negative vocabulary, quotation, all dates together: X: 5 sentences in 1 article."
    )


def test_the_alternative_says_what_each_panel_shows():
    told = prepared.alt(rows(), ["Post", "X", "None"], FORCE)
    assert "Post: 2 marks, 1 of them from fewer than five articles" in told
    assert "lowest week of 4 March 2024, 3 of 60" in told
    assert "highest week of 25 March 2024, 2 of 20" in told
    assert "None: no number." in told


def test_what_is_not_in_the_picture_is_said():
    text = prepared.caveat(rows(), FORCE, Period.WEEK, end=0.12, is_older=True)
    assert "not in the picture: Post 1 article (10 sentences)" in text
    assert "cuts off 2 of the ranges" in text
    assert "newest 260 weeks" in text


def test_every_number_is_in_the_table():
    table = prepared.shown(rows(), FORCE, Period.WEEK)
    assert table["Week"].tolist() == [
        "Week of 4 March 2024", "Week of 25 March 2024", "Date not known", "Week of 11 March 2024",
    ]  # fmt: skip
    assert table["With a word"].tolist() == [3, 2, 1, 0]
    assert table["Unit of the range"].tolist() == ["article", *["sentence"] * 3]


def test_numbers_without_a_date_can_be_opened_too():
    asked = [point.query.since for point in prepared.points(rows(), FORCE, "all words")]
    assert asked == ["2024-03-04", "2024-03-25", "", "2024-03-11"]


@pytest.mark.parametrize(
    ("n_shown", "counted", "followed", "said_so"),
    [
        (3, 3, FORCE, "All 3 sentences, the newest articles first."),
        (200, 200, FORCE, "All 200 sentences, the newest articles first."),
        (200, 1_345, FORCE, "The first 200 of 1,345 sentences, the newest articles first."),
        (200, 9, TONE, "The first 200 sentences, the newest articles first; there may be more."),
    ],
)
def test_it_is_said_how_many_sentences_are_shown_of_how_many(n_shown, counted, followed, said_so):
    assert how_many(counted, followed, n_shown, 200).startswith(said_so)


def test_the_axis_ends_above_every_value_and_nearly_every_range_of_articles():
    assert prepared.top(rows()) == pytest.approx((3 / 60 + 0.1) * 1.05)
    assert prepared.top(rows()[:0]) == 0.01


def drawn():
    return over_time(
        prepared.drawn(rows(), FORCE, Period.WEEK),
        MARKS,
        Scale(0.2, "", percent=True),
        rows=["Post", "<b>X</b>"],
        right=["9 articles", ""],
        colours=theme.LIGHT,
    )


def test_few_articles_are_hollow_and_outlets_share_both_axes():
    figure = drawn()
    colours = figure.data[0].marker.color
    assert (colours[0], colours[2]) == (theme.LIGHT.marks[0], theme.LIGHT.background)
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    assert [trace.yaxis for trace in figure.data] == ["y", "y2"]
    assert figure.layout.yaxis.range[0] < 0
    assert figure.data[0].customdata[0][0] == "Post|2024-03-04"


def test_a_single_day_stands_among_days_and_no_day_draws_nothing():
    one = prepared.of_outlets(TWO, ["X"], Period.WEEK)
    some = {"rows": ["X"], "right": [""], "colours": theme.LIGHT}
    scale = Scale(0.2, "", percent=True)
    figure = over_time(prepared.drawn(one, FORCE, Period.WEEK), MARKS, scale, **some)
    assert figure.layout.xaxis.range == ("2024-03-01", "2024-03-21")
    none = over_time(prepared.drawn(one[:0], FORCE, Period.WEEK), MARKS, scale, **some)
    assert len(none.data[0].x) == 0


def test_names_in_the_figure_stay_words():
    assert "&lt;b&gt;X&lt;/b&gt;" in [note.text for note in drawn().layout.annotations]


def test_lists_with_most_uses_come_first_and_sides_stay_together():
    contrasts = contrast_lists()
    troops = next(each for each in contrasts if each.id == "troops")
    other = next(each for each in contrasts if each.id == "vaccine")
    keys = [
        *(f"framing.{each.id}.{side.id}" for each in (other, troops) for side in each.sides),
        "framing.gone.a_side",
        "tone_negative",
    ]
    uses = {f"framing.troops.{troops.sides[-1].id}": 3, "framing.gone.a_side": 1}
    found = lists.choices(keys, uses, contrasts, {"tone_negative": "Negative vocabulary"})
    n = len(troops.sides)
    assert [each.label for each in found[: n + 2]] == [
        *(f"{troops.label}: {side.label}" for side in troops.sides),
        "Gone: a side",
        "Negative vocabulary",
    ]
    assert {each.key for each in found} == set(keys)


def test_two_lists_of_one_name_are_told_apart():
    found = lists.choices(["framing.a.x_y", "framing.a.x y"], {}, (), {})
    assert [each.label for each in found] == ["A: x y (framing.a.x y)", "A: x y (framing.a.x_y)"]
