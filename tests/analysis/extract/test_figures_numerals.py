"""Numbers as they are written: values, signs, ranges and bounds; no language model."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import LexiconError
from analysis.extract.figures import words
from analysis.extract.figures.amounts import amounts
from analysis.extract.figures.bounds import bounded, ends
from analysis.extract.figures.numerals import numerals
from analysis.extract.figures.ranges import with_ranges

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def _written(number: int, *, joined: str) -> str:
    """Return a number below a billion in English words, the usual way round."""
    if number >= 1_000_000:
        rest = number % 1_000_000
        head = f"{_written(number // 1_000_000, joined=joined)} million"
        return f"{head} {_written(rest, joined=joined)}" if rest else head
    if number >= 1_000:
        rest = number % 1_000
        head = f"{_written(number // 1_000, joined=joined)} thousand"
        return f"{head} {_written(rest, joined=joined)}" if rest else head
    if number >= 100:
        rest = number % 100
        head = f"{SMALL[number // 100]} hundred"
        return f"{head}{joined}{_written(rest, joined=joined)}" if rest else head
    if number >= 20:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    return SMALL[number]


def _values(text):
    return [(text[n.start : n.end], n.low, n.high) for n in numerals(text)]


def _read(text, *, is_change=False):
    found = []
    for amount in with_ranges(text, amounts(text), lambda _: is_change):
        told, _ = bounded(text, amount)
        found.append((text[told.start : told.end], *ends(told), told.bound.value, told.unit))
    return found


@given(st.integers(1, 999_999_999), st.sampled_from([" ", " and "]))
def test_written_numbers_are_read_back(number, joined):
    text = _written(number, joined=joined)
    assert _values(text) == [(text, number, number)]


@given(st.integers(0, 10**12))
def test_digits_with_commas_are_read_back(number):
    assert _values(f"{number:,}") == [(f"{number:,}", number, number)]


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing_and_in_order(text):
    found = _read(text)
    places = [(n.start, n.end) for n in numerals(text)]
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    assert all(low is None or high is None or low <= high for _, low, high, _, _ in found)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2.5 million", 2_500_000, 2_500_000),
        ("1.2bn", 1_200_000_000, 1_200_000_000),
        ("10k", 10_000, 10_000),
        ("3½", 3.5, 3.5),
        ("1.000.000", 1_000_000, 1_000_000),
        ("10 000", 10_000, 10_000),
        ("a million and a half", 1_500_000, 1_500_000),
        ("one and a half million", 1_500_000, 1_500_000),
        ("half a million", 500_000, 500_000),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("dozens", 24, 99),
        ("scores", 40, 99),
        ("hundreds", 100, 999),
        ("thousands", 1_000, 9_999),
        ("tens of thousands", 10_000, 99_999),
        ("hundreds of thousands", 100_000, 999_999),
        ("several hundred", 200, 999),
        ("several hundred million", 200_000_000, 999_999_999),
        ("a few dozen", 24, 99),
        ("a couple of hundred", 200, 300),
        ("a handful", 3, 9),
        ("a couple", 2, 3),
        ("half", 0.5, 0.5),
        ("two-thirds", 2 / 3, 2 / 3),
        ("a quarter", 0.25, 0.25),
        ("one in five", 0.2, 0.2),
        ("nine out of 12", 0.75, 0.75),
        ("1/16 of", 0.0625, 0.0625),
        ("2 1/2", 2.5, 2.5),
        ("5 ½", 5.5, 5.5),
        ("a pair", 2, 2),
        ("zero", 0, 0),
        ("a quarter of a billion", 250_000_000, 250_000_000),
        ("Nearly two in three", 2 / 3, 2 / 3),
        ("3.2 x 10^8", 320_000_000, 320_000_000),
        ("2×10−9", 2e-9, 2e-9),
        ("4 × 10³", 4_000, 4_000),
    ],
)
def test_forms_of_numbers(text, low, high):
    assert [n[1:] for n in _values(text)] == [(pytest.approx(low), pytest.approx(high))]


@pytest.mark.parametrize(
    "text", ["", "no number", "the third man", "dozen", "million", "someone", "often", "a thing"]
)
def test_words_that_are_no_numbers(text):
    assert _values(text) == []


def test_a_mark_out_of_five_is_no_share():
    assert [n[1] for n in _values("4.5 out of 5")] == [4.5, 5]


def test_numbers_side_by_side_are_not_added():
    assert [n[1] for n in _values("one two three")] == [1, 2, 3]
    assert [n[1] for n in _values("twenty ten")] == [20, 10]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("$1.2bn", "dollar", 1_200_000_000),
        ("US$5", "dollar", 5),
        ("US $84 billion", "dollar", 84_000_000_000),
        ("A$12", "australian dollar", 12),
        ("£2.7m", "pound", 2_700_000),
        ("EUR10m", "euro", 10_000_000),
        ("2.5 per cent", "percent", 2.5),
        ("40%", "percent", 40),
        ("10kW", "kilowatt", 10),
        ("32m2", "square metre", 32),
        ("100m dash", "metre", 100),
        ("2.7m tickets", None, 2_700_000),
        ("more than sixfold", "time", 6),
        ("-5 yards", None, -5),
        ("minus-5", None, -5),
        ("25 basis points", "basis point", 25),
        ("-5C", "degree", -5),
        ("86F", "degree", 86),
        ("$5/month", "dollar", 5),
        ("HK $5", "hong kong dollar", 5),
        ("now-18", None, 18),
        ("two-month", None, 2),
        ("three-member", None, 3),
        ("six-lane", None, 6),
    ],
)
def test_signs_of_money_and_measure(text, unit, value):
    [(_, low, _, _, found)] = _read(text)
    assert (found, low) == (unit, value)


@pytest.mark.parametrize(
    "text",
    "5G|737C|S8|TA-35|22nd|1990s|4x4|17:22|24/7|1.2.3|COVID -19|five-way|two-state|3/month".split(
        "|"
    ),
)
def test_numbers_inside_codes_are_left_out(text):
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("18 to 20", 18, 20),
        ("between 3 and 5", 3, 5),
        ("two or three men", 2, 3),
        ("four to five thousand", 4_000, 5_000),
        ("$89 to $93 billion", 89_000_000_000, 93_000_000_000),
        ("5% to 10%", 5, 10),
        ("18-20 people", 18, 20),
        ("18–20 people", 18, 20),
        ("18- to 24-year-olds", 18, 24),
        ("20,000 to-26,000", 20_000, 26_000),
        ("from 450 up to 900", 450, 900),
    ],
)
def test_two_ends_are_one_range(text, low, high):
    [(_, *found, _, _)] = _read(text)
    assert found == [low, high]


def test_a_sum_is_read_on_both_sides_of_a_stroke():
    assert [r[1] for r in _read("$14/£11")] == [14, 11]


def test_between_belongs_to_the_printed_words():
    assert _read("in between 3 and 5 towns")[0][0] == "between 3 and 5"


def test_a_change_is_two_numbers():
    assert [r[1] for r in _read("rose from 10 to 20", is_change=True)] == [10, 20]
    assert [r[1] for r in _read("from 20 to 10")] == [20, 10]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 24 to 33 billion", [24e9, 33e9]),
        ("from 35 to 24 billion", [35e9, 24e9]),
        ("from 24.2 to 33-35 billion", [24.2e9, 33e9]),
        ("from 500 to 1 million", [500, 1e6]),
        ("from 10 to 20 to 30", [10, 20, 30]),
        ("from 14-18 to 24", [14, 24]),
        ("dropped 7% to $2.3 billion", [7, 2.3e9]),
    ],
)
def test_a_change_shares_its_scale_where_the_units_allow(text, values):
    assert [r[1] for r in _read(text, is_change=True)] == values


def test_a_change_shares_its_unit():
    assert [r[-1] for r in _read("from 13.5 to 14 mm", is_change=True)] == ["millimetre"] * 2
    assert [r[-1] for r in _read("from $2 to 3", is_change=True)] == ["dollar"] * 2
    assert [r[-1] for r in _read("in 2008 to 29 mpg", is_change=True)] == [None, "mile per gallon"]


@pytest.mark.parametrize("text", ["won 3-2", "2-2", "in 2014-15", "3 and 5 men"])
def test_scores_seasons_and_lists_are_no_ranges(text):
    assert all(low == high for _, low, high, _, _ in _read(text))


@pytest.mark.parametrize(
    ("text", "printed", "low", "high", "bound"),
    [
        ("at least 18", "at least 18", 18, None, "at_least"),
        ("At  least another 18", "At  least another 18", 18, None, "at_least"),
        ("more than 160", "more than 160", 160, None, "at_least"),
        ("50 or more", "50 or more", 50, None, "at_least"),
        ("20-plus", "20-plus", 20, None, "at_least"),
        ("up to $5", "up to $5", None, 5, "at_most"),
        ("no more than 7", "no more than 7", None, 7, "at_most"),
        ("as many as 40", "as many as 40", None, 40, "at_most"),
        ("nearly 200", "nearly 200", 200, 200, "about"),
        ("some 300", "some 300", 300, 300, "about"),
        ("~80%", "~80%", 80, 80, "about"),
        ("12 or so", "12 or so", 12, 12, "about"),
        ("about dozens", "about dozens", 24, 99, "vague"),
        ("at least dozens", "at least dozens", 24, None, "at_least"),
        ("two percent plus or minus", "two percent", 2, 2, "exact"),
        ("below the 22", "22", 22, 22, "exact"),
        ("awesome 300", "300", 300, 300, "exact"),
        ("inched back up to 4.8", "4.8", 4.8, 4.8, "exact"),
        ("fell back below 5", "below 5", None, 5, "at_most"),
    ],
)
def test_bounds(text, printed, low, high, bound):
    [(*found, _)] = _read(text)
    assert found == [printed, low, high, bound]


def test_a_broken_list_names_what_is_missing(tmp_path, monkeypatch):
    broken = tmp_path / "numbers.toml"
    broken.write_text('version = "1"\n[unit_sets]\n', encoding="utf-8")
    monkeypatch.setattr(words, "NUMBERS", broken)
    words.number_words.cache_clear()
    with pytest.raises(LexiconError, match=r"numbers\.toml: 'cardinals'"):
        words.number_words()
    words.number_words.cache_clear()
