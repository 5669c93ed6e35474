"""Reviews of drafts: kept when asked, not passed on with a story, gone for good when asked."""

import pytest

from analysis import library, paths
from analysis.corrections import read_corrections
from analysis.errors import InputError
from analysis.library import EditKind

CANARY = "zanzibarite"


def on_disk():
    return b"".join(p.read_bytes() for p in paths.home().rglob("*") if p.is_file())


def test_review_is_kept_and_its_new_state_replaces_it():
    first = library.keep_review("harbour", '{"a": 1}', author="AL")
    assert library.keep_review("harbour", '{"a": 2}', review_id=first) == first
    assert {key: each.value for key, each in library.reviews("harbour").items()} == {
        first: '{"a": 2}'
    }
    assert library.reviews("other") == {}


def test_keeping_is_undone_from_the_history():
    library.keep_review("harbour", "{}")
    library.undo_act(library.deeds("harbour")[0].act)
    assert library.reviews("harbour") == {}


def test_review_leaves_no_byte_when_it_is_deleted():
    kept = library.keep_review("harbour", CANARY)
    library.keep_review("harbour", f"{CANARY} again", review_id=kept)
    other = library.keep_review("harbour", "another")
    assert CANARY.encode() in on_disk()
    assert library.forget_review(kept) is None
    assert CANARY.encode() not in on_disk()
    assert list(library.reviews("harbour")) == [other]


def test_review_changes_no_analysis():
    library.keep_review("harbour", "{}")
    assert read_corrections("harbour").found == {}
    assert EditKind.REVIEW in library.SHELF_KINDS


def test_review_that_is_too_long_is_refused():
    with pytest.raises(InputError, match="at most 1,000,000"):
        library.keep_review("harbour", "x" * 1_000_001)
