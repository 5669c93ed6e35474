"""Steps between matches, and links to sentences."""

from __future__ import annotations

import pytest

from analysis.render import Mark
from dashboard.components.reader import Place, matches, neighbours, parse_place, places
from tests.analysis.factories import annotated

TEXT = annotated("One stands. Two stands. Three stands. Four stands.")
SECOND, FOURTH = Place("a1", "s2"), Place("a1", "s4")


def test_matches_are_the_sentences_in_which_a_mark_begins():
    marks = [Mark(14, 17, "frame", "x"), Mark(15, 30, "voice", "y")]
    assert matches([(TEXT, marks)]) == [SECOND]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (None, (None, SECOND)),
        (Place("a1", "s1"), (None, SECOND)),
        (SECOND, (None, FOURTH)),
        (Place("a1", "s3"), (SECOND, FOURTH)),
        (FOURTH, (SECOND, None)),
        (Place("other", "s1"), (None, SECOND)),
    ],
)
def test_steps_lead_to_the_nearest_match_on_either_side(asked, expected):
    assert neighbours(places([TEXT]), [SECOND, FOURTH], asked) == expected


def test_without_a_match_there_is_nowhere_to_step():
    assert neighbours(places([TEXT]), [], SECOND) == (None, None)


@pytest.mark.parametrize("text", [None, "", "a1", "a1.", "a1.s9", "zz.s1", "a1.s1.s1"])
def test_link_to_nothing_is_nothing(text):
    assert parse_place(text, [TEXT]) is None


def test_link_names_article_and_sentence():
    assert parse_place("a1.s2", [TEXT]) == SECOND
    assert str(SECOND) == "a1.s2"
