import re

import pytest

from analysis.patterns import Form, Glob, WordIndex, forms, problem, spelling


def split(word):
    return re.findall(r"[\w*]+|[^\w\s]", word)


@pytest.mark.parametrize(
    ("entry", "word", "fits"),
    [
        ("peacekeep*", "peacekeepers", True),
        ("peacekeep*", "peacekeep", True),
        ("peacekeep*", "peace", False),
        ("*phobia", "islamophobia", True),
        ("*phobia", "phobias", False),
        ("*migra*", "immigrants", True),
        ("anti*ism", "antifascism", True),
        ("aba*aba", "aba", False),  # the two ends may not share letters
        ("a.b*cd", "axbcd", False),  # a full stop stands for itself
        ("a[bc]*", "ab", False),
    ],
)
def test_a_star_stands_for_any_letters_within_a_word(entry, word, fits):
    assert Glob(tuple(entry.split("*"))).fits(word) is fits


@pytest.mark.parametrize(
    ("entry", "part"),
    [
        ("", "no letter"),
        ("*", "no letter"),
        ("- !", "no letter"),
        ("ab*", "fewer than 3 letters"),
        ("*a*b*cde", "more than 2 stars"),
        ("word " * 13, "13 words"),
        ("x" * 201, "201 characters"),
    ],
)
def test_what_cannot_be_searched_is_said(entry, part):
    assert part in (problem(entry) or "")


@pytest.mark.parametrize(
    "entry", ["abc*", "so-called", "AT&T", "9/11", "c++", "boots on the ground"]
)
def test_ordinary_entries_are_no_problem(entry):
    assert problem(entry) is None


def test_small_letters_and_one_kind_of_hyphen_and_apostrophe_are_compared():
    assert spelling("Pro\u2011Life\u2019s") == "pro-life's"


def test_a_word_with_a_hyphen_has_a_form_as_one_word_and_one_as_several():
    assert forms("pro-life", split) == (
        Form(("pro-life",), 1),
        Form(("pro", "-", "life"), 3),
    )


def test_the_head_of_a_form_is_its_first_written_word():
    assert {form.head for form in forms("pro-life group", split)} == {1, 3}


def test_many_hyphenated_words_have_only_the_form_of_separate_words():
    (form,) = forms("a-b c-d e-f g-h", split)
    assert len(form.words) == 12


def _found(entries, *row):
    index = WordIndex((form, entry) for entry in entries for form in forms(entry, split))
    return [(start, end, what) for start, end, _, what in index.find([*row])]


def test_words_are_found_by_any_of_their_spellings():
    row = [("the",), ("armies", "army"), ("left", "leave")]
    assert _found(["army leave", "armies"], *row) == [(1, 2, "armies"), (1, 3, "army leave")]


def test_stars_may_stand_in_any_word():
    row = [("illegal",), ("immigrants", "immigrant"), ("and",), ("unlawfully",)]
    assert _found(["illegal immigra*", "*lawful*"], *row) == [
        (0, 2, "illegal immigra*"),
        (3, 4, "*lawful*"),
    ]


def test_an_entry_longer_than_the_row_is_not_found():
    assert _found(["army leave town"], ("army",), ("leave",)) == []


def test_nothing_is_found_in_nothing():
    assert _found(["army"]) == []
