"""Sentences and frames made from the tables: counts, overlap, too few, unknown speakers."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from analysis.lexicons import Contrast, Side
from dashboard.download import csv_bytes
from dashboard.prepare import framing, tone, voices
from dashboard.state import Unit

CONTRAST = Contrast(
    id="troops",
    lexicon="contrasts/troops",
    version="1",
    language="en",
    label="Troops",
    question="?",
    sides=(Side("peace", "peace words"), Side("force", "force words")),
    terms=(),
)


def usage(outlet, k, n, low, high, *, side="peace", status="ok", voice="all"):
    return {
        "outlet": outlet,
        "contrast": "troops",
        "side": side,
        "voice": voice,
        "k": k,
        "n": n,
        "share": k / n if n else math.nan,
        "low": low,
        "high": high,
        "status": status,
        "hits": k + 1,
        "words": 400,
        "rate": 2.5 * (k + 1),
        "rate_low": 0.1,
        "rate_high": 9.0,
    }


APART = pd.DataFrame([usage("A", 9, 20, 0.26, 0.66), usage("B", 0, 30, 0.0, 0.11, status="zero")])
CLOSE = pd.DataFrame([usage("A", 3, 20, 0.05, 0.36), usage("B", 2, 30, 0.02, 0.21)])


def test_takeaway_gives_the_counts_of_the_two_outlets_furthest_apart():
    text = framing.takeaway(APART, CONTRAST, "all")
    assert text == "A uses peace words in 9 of 20 sentences; B in 0 of 30."


def test_overlapping_ranges_are_called_similar():
    text = framing.takeaway(CLOSE, CONTRAST, "all")
    assert text.endswith("The ranges overlap: similar in these texts.")


def test_takeaway_names_the_voice_that_was_counted():
    assert framing.takeaway(APART, CONTRAST, "quote").endswith("Counted: quotation.")


def test_takeaway_without_any_use_says_so():
    none = pd.DataFrame([usage("A", 0, 20, 0.0, 0.16, status="zero")])
    assert "None of these words" in framing.takeaway(none, CONTRAST, "all")


def test_too_few_sentences_are_not_compared():
    few = pd.DataFrame([usage("A", 2, 4, 0.15, 0.85, status="too_few")])
    assert framing.widest(few) is None


def test_own_account_gives_the_counts_of_the_outlets_own_words_only():
    rows = pd.DataFrame(
        [usage("A", 9, 20, 0.26, 0.66), usage("A", 2, 20, 0.03, 0.3, voice="outlet"),
         usage("B", 0, 30, 0.0, 0.11, status="zero", voice="outlet")]
    )  # fmt: skip
    assert framing.own_account(rows, CONTRAST, ["A", "B"]) == [
        ["A", "2 of 20", "not measured"],
        ["B", "0 of 30", "not measured"],
    ]


def test_dots_of_shares_carry_range_and_counts():
    row = framing.dots(APART, ["A"], Unit.SHARE).iloc[0]
    assert (row["value"], row["low"], row["high"]) == pytest.approx((0.45, 0.26, 0.66))
    assert row["label"] == "9 of 20"


def test_dots_of_rates_name_hits_and_words():
    row = framing.dots(APART, ["A"], Unit.RATE).iloc[0]
    assert row["value"] == pytest.approx(25.0)
    assert row["label"] == "10 in 400 words"


def test_dots_of_counts_have_no_range():
    row = framing.dots(APART, ["A"], Unit.COUNT).iloc[0]
    assert row["low"] == row["value"] == row["high"] == 10


def test_too_few_sentences_leave_the_position_open_but_keep_the_counts():
    few = pd.DataFrame([usage("A", 2, 4, 0.15, 0.85, status="too_few")])
    row = framing.dots(few, ["A"], Unit.SHARE).iloc[0]
    assert math.isnan(row["value"])
    assert row["label"] == "2 of 4, too few to compare"


def test_outlet_without_a_row_is_not_measured_never_zero():
    row = framing.dots(APART, ["A", "Z"], Unit.SHARE).iloc[1]
    assert math.isnan(row["value"])
    assert row["label"] == "not measured"


def test_share_axis_ends_at_a_whole_tenth_and_never_past_one():
    frame = framing.dots(APART, ["A"], Unit.SHARE)
    assert framing.axis_end([frame], Unit.SHARE) == pytest.approx(0.7)
    assert framing.axis_end([], Unit.SHARE) == pytest.approx(0.1)


ROLES = pd.DataFrame(
    {
        "outlet": ["A", "A", "B"],
        "role": ["government", "unknown", "witness"],
        "quotes": [5, 1, 2],
        "n": [6, 6, 2],
        "share": [5 / 6, 1 / 6, 1.0],
    }
)


def test_fewer_than_five_quotes_are_listed_not_shared_out():
    parts, kinds = voices.parts(ROLES)
    assert list(parts["outlet"]) == ["A", "A"]
    assert kinds == ["government", voices.REST]
    assert voices.few(ROLES, ["A", "B", "C"]) == [
        ("B", "2 quotes: witness 2"),
        ("C", "no quotes"),
    ]


SPEAKERS = pd.DataFrame(
    {
        "outlet": ["A", "B", "A"],
        "speaker": ["Bell", "Bell", None],
        "speaker_id": ["bell", "bell", None],
        "role": ["government", "government", "expert"],
        "named": [True, True, False],
        "quotes": [2, 1, 3],
        "words": [20, 7, 9],
        "first": [0.1, 0.5, 0.9],
    }
)


def test_speaker_not_found_stands_last_and_asks_for_quotes_without_a_speaker():
    table = voices.speakers(SPEAKERS)
    assert voices.rows(table) == ["Bell", voices.UNNAMED]
    last = voices.speaker_points(table)[-1].query
    assert (last.unnamed, last.speaker_id, last.outlet) == (True, None, "A")


def test_takeaway_counts_shared_speakers_and_names_silent_outlets():
    table = voices.speakers(SPEAKERS)
    assert voices.takeaway(table, ["A", "B", "C"]) == (
        "1 speaker found in 3 outlets; 1 of them in more than one. No quotes found in C."
    )


def test_undefined_tone_is_words_never_zero():
    row = {"value": math.nan, "low": math.nan, "high": math.nan, "n": 0, "status": "not_applicable"}
    assert tone.written(row, 2) == "nothing to count"
    few = {"value": 0.4, "low": 0.1, "high": 0.7, "n": 3, "status": "too_few"}
    assert tone.written(few, 2) == "too few to compare (n = 3)"


def test_value_is_written_with_its_range():
    row = {"value": 10.26, "low": 9.04, "high": 11.51, "n": 30, "status": "ok"}
    assert tone.written(row, 1) == "10.3 (9.0 to 11.5)"


def test_no_strip_below_ten_sentences():
    rows = pd.DataFrame({"outlet": ["A"] * 10 + ["B"] * 9, "tone": [0.1] * 19})
    drawn, ends, short = tone.drawn(rows, ["A", "B"])
    assert set(drawn["outlet"]) == {"A"}
    assert ends == ["10 sentences", "9 sentences, too few to draw"]
    assert short == ["B"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\u200b=1"])
def test_text_that_a_spreadsheet_would_run_is_quoted(text):
    assert (
        csv_bytes(pd.DataFrame({"a": [text]}))
        .decode("utf-8-sig")
        .splitlines()[1]
        .lstrip('"')
        .startswith("'")
    )


def test_numbers_and_missing_values_are_written_as_they_are():
    frame = pd.DataFrame({"a": [-0.5, math.nan], "b": ["x", None]})
    assert csv_bytes(frame).decode("utf-8-sig") == "a,b\n-0.5,x\n,\n"
