import pytest
from locating import GoldError, located, located_at

from analysis.types import Span

TEXT = "He said the unrest ended. The unrest, she said, went on.\nThey agreed."
WHOLE = Span(0, len(TEXT))


def test_a_string_that_occurs_once_is_found():
    assert located(TEXT, "ended", within=WHOLE) == Span(19, 24)


def test_a_numbered_occurrence_is_found():
    assert located(TEXT, "unrest", within=WHOLE, n=2) == Span(30, 36)


def test_an_elision_stands_for_the_words_between():
    assert located(TEXT, "The unrest … went on", within=WHOLE).of(TEXT) == (
        "The unrest, she said, went on"
    )


def test_only_whole_words_are_found():
    with pytest.raises(GoldError, match="is not in"):
        located(TEXT, "rest", within=WHOLE)


@pytest.mark.parametrize(
    ("string", "n", "message"),
    [
        ("uprising", None, "is not in"),
        ("unrest", None, "stands 2 times"),
        ("unrest", 3, "there is no number 3"),
        ("went on … agreed", None, "is not in"),  # an elision never crosses a line end
    ],
)
def test_a_string_that_does_not_fit_is_refused(string, n, message):
    with pytest.raises(GoldError, match=message):
        located(TEXT, string, within=WHOLE, n=n)


def test_a_block_must_be_the_next_thing_in_the_text():
    assert located_at(TEXT, "They agreed.", 56) == Span(57, 69)
    with pytest.raises(GoldError, match="expected 'They agreed"):
        located_at(TEXT, "They agreed.", 0)
