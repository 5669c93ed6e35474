import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.spans import clipped, merged, n_words, subtracted, trimmed, word_spans
from analysis.types import Span

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(min(p), max(p)))
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The president's 2,000 troops", ["The", "president's", "2,000", "troops"]),
        ("Russian-led", ["Russian-led"]),
        ("coup d’etat.", ["coup", "d’etat"]),
        ("— … !", []),
        ("", []),
        ("🚩 flag_day", ["flag", "day"]),
    ],
)
def test_words_keep_inner_marks_and_drop_punctuation(text, words):
    assert [span.of(text) for span in word_spans(text)] == words


def test_trimmed_drops_white_space_at_both_ends():
    assert trimmed("  a b\n", Span(0, 6)) == Span(2, 5)
    assert trimmed("   ", Span(0, 3)) == Span(3, 3)


def test_merged_joins_touching_and_overlapping_spans():
    assert merged([Span(4, 6), Span(0, 2), Span(2, 3), Span(5, 9)]) == (Span(0, 3), Span(4, 9))


def test_subtracted_cuts_holes_out():
    assert subtracted([Span(0, 10)], [Span(2, 4), Span(9, 12)]) == (Span(0, 2), Span(4, 9))


@given(spans, spans)
def test_subtracted_keeps_exactly_the_characters_outside_the_holes(kept, holes):
    left = {i for span in subtracted(kept, holes) for i in range(*span)}
    expected = {i for s in kept for i in range(*s)} - {i for s in holes for i in range(*s)}
    assert left == expected


@given(spans, st.tuples(st.integers(0, 30), st.integers(30, 60)).map(lambda p: Span(*p)))
def test_clipped_never_leaves_the_frame(parts, frame):
    assert all(frame.contains(part) for part in clipped(parts, frame))


@given(st.text())
def test_word_spans_are_in_order_and_inside_the_text(text):
    found = list(word_spans(text))
    assert found == sorted(found)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert n_words(text, [Span(0, len(text))]) == len(found)
