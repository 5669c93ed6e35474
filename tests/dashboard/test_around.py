"""One article with all others: each sentence once, others beside the first partner."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.prepare.around import FocusRow, around


def test_what_others_report_stands_beside_the_sentence():
    rows = around(
        ["a", "b"], {"x": ["x1", "x2"], "y": ["y1"]}, {"x": {("b", "x2")}, "y": {("b", "y1")}}
    )
    assert rows == [FocusRow(("a",), ()), FocusRow(("b",), (("x", ("x2",)), ("y", ("y1",))))]


def test_sentences_that_nobody_else_reports_are_one_row():
    assert around(["a", "b"], {"x": ["x1"]}, {}) == [FocusRow(("a", "b"), ())]


def test_partners_are_in_the_order_of_their_text():
    rows = around(["a"], {"x": ["x2", "x10"]}, {"x": {("a", "x10"), ("a", "x2")}})
    assert rows == [FocusRow(("a",), (("x", ("x2", "x10")),))]


def test_a_sentence_of_another_text_is_shown_once():
    rows = around(["a", "b"], {"x": ["x1"]}, {"x": {("a", "x1"), ("b", "x1")}})
    assert rows == [FocusRow(("a",), (("x", ("x1",)),)), FocusRow(("b",), ())]


def test_without_other_texts_the_article_stands_alone():
    assert around(["a"], {}, {}) == [FocusRow(("a",), ())]
    assert around([], {}, {}) == []


@given(
    st.integers(0, 8),
    st.dictionaries(
        st.sampled_from("xyz"), st.sets(st.tuples(st.integers(0, 9), st.integers(0, 6)))
    ),
)
def test_every_sentence_stands_once_and_only_beside_a_partner(n, numbers):
    focus = [f"s{i}" for i in range(n)]
    pairs = {key: {(f"s{a}", f"s{b}") for a, b in each} for key, each in numbers.items()}
    rows = around(focus, {key: [f"s{i}" for i in range(7)] for key in pairs}, pairs)
    assert [each for row in rows for each in row.sentences] == focus
    shown = [(key, each) for row in rows for key, ids in row.others for each in ids]
    assert len(shown) == len(set(shown))
    for row in rows:
        for key, ids in row.others:
            assert all((row.sentences[0], each) in pairs[key] for each in ids)
