from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.near_copies import ChangeKind, alignment, differences
from tests.analysis.near_copies.reports import report

PIECES = "a b the cat U.S. Mr. sat. on! mat? “ran.” , ’s x dog’s 雨".split()
SPACES = [" ", "\n", "\n\n", "\t", "\u2028", "\u00a0"]
TEXTS = st.lists(st.sampled_from(PIECES + SPACES), max_size=25).map(" ".join) | st.text(max_size=30)


def _shown(old, new):
    return [
        (change.kind.value, change.old.of(old), change.new.of(new))
        for change in differences(old, new)
        if change.kind is not ChangeKind.SPACING
    ]


def _applied(old, new, changes):
    return "".join(
        change.old.of(old) if change.kind is ChangeKind.SAME else change.new.of(new)
        for change in changes
    )


def _assert_follow(changes, old_ends, new_ends):
    """Each change begins in both texts where the one before ended."""
    for side, ends in (("old", old_ends), ("new", new_ends)):
        spans = [getattr(change, side) for change in changes]
        assert [span.start for span in spans] == [ends[0], *(s.end for s in spans[:-1])][
            : len(spans)
        ]
        assert not spans or spans[-1].end == ends[1]


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_changes_cover_both_texts_in_order_and_make_the_new_one(old, new):
    changes = differences(old, new)
    _assert_follow(changes, (0, len(old)), (0, len(new)))
    assert _applied(old, new, changes) == new
    for change in changes:
        assert change.old.start < change.old.end or change.new.start < change.new.end
        if change.kind is ChangeKind.REWORDED:
            _assert_follow(change.words, change.old, change.new)
            assert _applied(old, new, change.words) == change.new.of(new)
            assert any(word.kind is not ChangeKind.SAME for word in change.words)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert {change.kind for change in differences(text, text)} <= {ChangeKind.SAME}


def test_added_removed_and_reworded_sentences_are_told_apart():
    old = "Rain fell on Monday. Two people died in the flood. The mayor spoke.\n\nSchools closed."
    new = (
        "Rain fell on Monday. Three people died in the flood.\n\nSchools closed. "
        "They open again on Friday."
    )
    assert _shown(old, new) == [
        ("same", "Rain fell on Monday. ", "Rain fell on Monday. "),
        ("reworded", "Two people died in the flood.", "Three people died in the flood."),
        ("removed", " The mayor spoke.", ""),
        ("same", "\n\nSchools closed.", "\n\nSchools closed."),
        ("added", "", " They open again on Friday."),
    ]


def test_words_inside_a_reworded_sentence_are_marked():
    old = "At least two people died in Port Ellis, officials said."
    new = "At least 12 people died, police said."
    (change,) = differences(old, new)
    assert [(word.kind.value, word.old.of(old), word.new.of(new)) for word in change.words] == [
        ("same", "At least ", "At least "),
        ("removed", "two", ""),
        ("added", "", "12"),
        ("same", " people died", " people died"),
        ("removed", " in Port Ellis", ""),
        ("same", ", ", ", "),
        ("removed", "officials", ""),
        ("added", "", "police"),
        ("same", " said.", " said."),
    ]


def test_sentences_with_little_in_common_are_removed_and_added():
    kinds = [
        kind for kind, _, _ in _shown("The mayor spoke at noon.", "Schools stay closed today.")
    ]
    assert kinds == ["removed", "added"]


def test_white_space_alone_is_no_change_to_read():
    (first, gap, last) = differences("Rain fell. It stopped.", "Rain fell.\n\nIt stopped.")
    assert (first.kind, last.kind) == (ChangeKind.SAME, ChangeKind.SAME)
    assert gap.kind is ChangeKind.SPACING


def test_a_moved_sentence_is_removed_here_and_added_there():
    kinds = [
        kind
        for kind, _, _ in _shown(
            "One is here. Two is there. Three.", "Two is there. Three. One is here."
        )
    ]
    assert sorted(kinds) == ["added", "removed", "same"]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("", "", []),
        ("", "Rain.", ["added"]),
        ("Rain.", "", ["removed"]),
        ("\n", "", ["spacing"]),
        ("Rain.", "Rain.", ["same"]),
    ],
)
def test_empty_texts(old, new, kinds):
    assert [change.kind.value for change in differences(old, new)] == kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Lee left. He ran.", ["Mr. Lee left.", "He ran."]),
        ("The U.S. Army came. “Go!” Ann said.", ["The U.S. Army came.", "“Go!”", "Ann said."]),
        ("It cost 3.5 million. Yes", ["It cost 3.5 million.", "Yes"]),
        ("  A line\nanother line  ", ["A line", "another line"]),
        ("“Stop,” he said. “Now.” they did", ["“Stop,” he said.", "“Now.” they did"]),
        (" \n ", []),
    ],
)
def test_sentences_end_at_marks_and_line_ends(text, expected):
    assert alignment.sentences(text).words() == expected


def test_texts_too_long_to_compare_keep_their_common_beginning_and_end(monkeypatch):
    monkeypatch.setattr(alignment, "MAX_CELLS", 4)
    old = "Begin. First. Second. Third. Finish."
    new = "Begin. Third. Second. First. Finish."
    assert _shown(old, new) == [
        ("same", "Begin. ", "Begin. "),
        ("removed", "First. Second. Third.", ""),
        ("added", "", "Third. Second. First."),
        ("same", " Finish.", " Finish."),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 50_000, "b " + "a " * 49_990),
        ("a. " * 33_000, "b. " + "a. c. " * 16_000),
        ("a b " * 25_000, "c " + "b a " * 24_990),
        ("a!" * 50_000, "?" + "a!" * 49_990),
        ("x\n" * 50_000, "y\n" * 50_000),
        ("!" * 100_000, "?" * 100_000),
        (" " * 100_000, "\n" * 100_000),
    ],
)
def test_long_repetitive_texts_can_be_compared(old, new):
    assert _applied(old, new, differences(old, new)) == new


def test_a_long_report_with_a_changed_sentence_has_one_change():
    old = report(1, 400)
    sentences = alignment.sentences(old).words()
    new = " ".join(
        chain(sentences[:200], [sentences[200].replace(".", " today.")], sentences[201:])
    )
    assert [kind for kind, _, _ in _shown(old, new)] == ["same", "reworded", "same"]
