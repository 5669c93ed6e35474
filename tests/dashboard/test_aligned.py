from hypothesis import given
from hypothesis import strategies as st

from dashboard.prepare.aligned import AlignedRow, aligned


def test_matching_sentences_stand_beside_each_other():
    rows = aligned(["a", "b", "c"], ["x", "y", "z"], {("b", "y")})
    assert rows == [
        AlignedRow(("a",), ()),
        AlignedRow((), ("x",)),
        AlignedRow(("b",), ("y",)),
        AlignedRow(("c",), ()),
        AlignedRow((), ("z",)),
    ]


def test_sentences_without_partner_in_a_row_are_one_row():
    rows = aligned(["a", "b", "c"], ["x"], {("c", "x")})
    assert rows == [AlignedRow(("a", "b"), ()), AlignedRow(("c",), ("x",))]


def test_what_is_told_in_another_order_stands_where_the_left_has_it():
    rows = aligned(["a", "b"], ["x", "y"], {("a", "y"), ("b", "x")})
    assert rows == [AlignedRow(("a",), ("y",)), AlignedRow(("b",), ("x",))]


def test_one_sentence_may_have_two_partners_in_text_order():
    rows = aligned(["a"], ["x", "y", "z"], {("a", "z"), ("a", "x")})
    assert rows == [AlignedRow(("a",), ("x", "z")), AlignedRow((), ("y",))]


def test_two_sentences_in_a_row_may_share_a_partner():
    rows = aligned(["a", "b"], ["x"], {("a", "x"), ("b", "x")})
    assert rows == [AlignedRow(("a", "b"), ("x",))]


def test_a_partner_shown_further_up_is_not_shown_twice():
    rows = aligned(["a", "b", "c"], ["x"], {("a", "x"), ("c", "x")})
    assert rows == [AlignedRow(("a",), ("x",)), AlignedRow(("b",), ()), AlignedRow(("c",), ())]


def test_nothing_matches():
    assert aligned(["a"], ["x"], set()) == [AlignedRow(("a",), ()), AlignedRow((), ("x",))]
    assert aligned([], [], set()) == []


sizes = st.integers(0, 8)


@given(sizes, sizes, st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12))
def test_every_sentence_stands_in_exactly_one_row(n_left, n_right, numbers):
    left = [f"l{i}" for i in range(n_left)]
    right = [f"r{i}" for i in range(n_right)]
    pairs = {(f"l{a}", f"r{b}") for a, b in numbers if a < n_left and b < n_right}
    rows = aligned(left, right, pairs)
    assert [each for row in rows for each in row.left] == left
    assert sorted(each for row in rows for each in row.right) == right
    for row in rows:
        for one in row.left if row.right else ():
            assert any((one, other) in pairs for other in row.right)
