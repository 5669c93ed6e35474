from hypothesis import given
from hypothesis import strategies as st

from analysis.truecase import truecased, vocabulary

BODY = (
    "The Vardanian troops and the UN mission left the capital on Monday, two days after protests "
    "against higher prices began there, and people who had feared the worst went back to work in "
    "shops and offices that were closed for more than a week of unrest."
)
KNOWN = vocabulary(BODY)


def test_title_case_keeps_capitals_on_names_only():
    line = "Vardanian Troops Left After Protests in Capital"
    assert truecased(line, KNOWN) == "Vardanian troops left after protests in capital"


def test_word_that_the_body_does_not_hold_is_taken_for_an_ordinary_one():
    assert truecased("Vardanian Troops Restored Order", KNOWN) == "Vardanian troops restored order"


def test_shouted_line_is_read_like_a_title_and_keeps_abbreviations():
    assert truecased("THE UN AND VARDANIAN TROOPS LEFT", KNOWN) == (
        "The UN and Vardanian troops left"
    )


def test_ordinary_sentence_is_unchanged():
    line = "The Vardanian troops left the Capital District on Monday."
    assert truecased(line, KNOWN) == line


def test_short_line_gives_no_evidence_and_is_unchanged():
    assert truecased("Troops Left", KNOWN) == "Troops Left"


def test_short_body_gives_no_evidence_and_the_line_is_unchanged():
    assert truecased("Vardanian Troops Left Capital", vocabulary("Troops left.")) == (
        "Vardanian Troops Left Capital"
    )


@given(st.text())
def test_length_never_changes(line):
    assert len(truecased(line, KNOWN)) == len(line)
