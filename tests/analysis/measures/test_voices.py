import pytest

from analysis.measures.voices import voice_share
from analysis.types import Status, Voice
from tests.analysis.factories import annotated, prose


def _rows(article):
    return {row.voice: row for row in voice_share(article)}


def test_shares_are_words_in_a_voice_by_all_words():
    # 6 + 7 + 2 words: outlet 2 + 3 + 2, paraphrase 4, quote 4.
    rows = _rows(
        annotated(
            "He said: “We will stay here.” The mayor said that it was over. Rain fell.",
            quoted=["We will stay here."],
            paraphrased=["that it was over"],
        )
    )
    assert rows[Voice.OUTLET].value == pytest.approx(7 / 15)
    assert rows[Voice.PARAPHRASE].value == pytest.approx(4 / 15)
    assert rows[Voice.QUOTE].value == pytest.approx(4 / 15)
    assert {row.n for row in rows.values()} == {15}
    assert {row.status for row in rows.values()} == {Status.TOO_FEW}


def test_a_voice_that_never_speaks_is_zero_in_a_long_article():
    row = _rows(annotated(prose(15)))[Voice.QUOTE]
    assert (row.value, row.n, row.low, row.high, row.status) == (0.0, 150, 0.0, 0.0, Status.ZERO)


def test_an_interval_holds_the_share_and_has_width():
    article = annotated(prose(14) + " “We stay.” " * 5, quoted=["We stay."])
    row = _rows(article)[Voice.QUOTE]
    assert row.value == pytest.approx(10 / 150)
    assert 0 < row.low < row.value < row.high < 0.2
    assert row.status is Status.OK


def test_an_empty_article_has_no_shares():
    rows = _rows(annotated(""))
    assert [(r.value, r.n, r.status) for r in rows.values()] == [
        (None, 0, Status.NOT_APPLICABLE)
    ] * 3
