import pytest

from analysis.near_copies import signature
from analysis.near_copies.shingles import shingles, words
from tests.analysis.near_copies.reports import report


def test_a_signature_is_the_same_on_every_machine():
    # Worked out once; if it changes, kept signatures must be told apart by their first byte.
    text = " ".join(f"word{n}" for n in range(60))
    assert len(signature(text)) == 521
    assert signature(text)[:9].hex() == "013699e8c36c351eae"
    assert signature(text)[9:17].hex() == "c1a2b2022211da07"


def test_typography_case_and_white_space_do_not_count():
    text = report(1, 60) + " It’s the mayor’s co‑operation, he said."
    plain = text.replace("’", "'").replace("‑", "-").replace(" ", "\n\n").upper()
    assert signature(plain) == signature(text)


def test_a_short_text_has_no_hashes_and_another_word_another_signature():
    assert len(signature("Rain fell.")) == 9
    assert signature("Rain fell.") == signature("RAIN FELL")
    assert signature("Rain fell.") != signature("Rain falls.")


@pytest.mark.parametrize("text", ["", "…", "\ud800"])
def test_texts_without_words_have_a_signature(text):
    assert len(signature(text)) == 9


def test_runs_are_counted_once_and_a_shorter_text_is_one_run():
    assert len(shingles(words("a b c d e f"))) == 2
    assert len(shingles(words("a b c d e " * 3))) == 5
    assert len(shingles(words("a b c"))) == 1
    assert len(shingles([])) == 0


def test_characters_count_as_words_where_nothing_is_written_between_words():
    assert words("暴风雨 hit 港口") == ["暴", "风", "雨", "hit", "港", "口"]
