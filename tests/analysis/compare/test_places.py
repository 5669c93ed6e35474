import pytest

from analysis.compare.places import first_uses, placed
from analysis.tables import tidy
from analysis.types import BlockKind
from tests.analysis.factories import annotated

TERMS = {("fires", "big"): ["blaze"], ("fires", "small"): ["fire"]}


def _placed(*blocks):
    made = annotated(*blocks, hits=TERMS)
    return placed(tidy("terms", [made]), tidy("sentences", [made]))


def test_first_sentence_is_zero_and_last_is_one():
    found = _placed("The blaze began. It was seen. The fire ended.")
    assert dict(zip(found["side"], found["place"], strict=True)) == {"big": 0.0, "small": 1.0}


def test_middle_of_three_sentences_is_a_half():
    found = _placed("It began. The fire burned. It ended.")
    assert list(found["place"]) == [pytest.approx(0.5)]


def test_article_of_one_sentence_has_its_start_alone():
    assert list(_placed("The fire burned.")["place"]) == [0.0]


def test_captions_have_no_place_and_do_not_move_others():
    found = _placed("It began. The fire ended.", (BlockKind.CAPTION, "A blaze at night."))
    assert list(zip(found["side"], found["place"], strict=True)) == [("small", 1.0)]


def test_first_uses_are_told_by_outlet():
    found = _placed("It began. The fire burned. The fire ended.")
    assert first_uses(found) == (
        "First use, as a share of the way through the article: The Example 50%."
    )


def test_no_use_is_told():
    assert first_uses(_placed("Nothing burned.")) == (
        "None of these words is used in the chosen texts."
    )
