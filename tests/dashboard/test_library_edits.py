"""Edits and deeds of the library in words."""

from __future__ import annotations

import pytest

from analysis.library import Deed, Edit, EditKind, key_of
from analysis.types import Article
from dashboard.prepare import library_edits as told
from dashboard.prepare.library_items import Item, Ref

TITLES = {"flood": "The flood"}
DAY = "2024-05-01T12:30:59+00:00"


def _edit(kind: EditKind, key: str, value: str | None, **about: str | None) -> Edit:
    given = {"story": "flood", "replaced": None, "author": "MK", "undone_at": None, **about}
    return Edit(1, kind=kind, key=key, value=value, made_at=DAY, act="d1", **given)


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (_edit(EditKind.FIELD, key_of("a1", "outlet"), "Echo"), "Outlet: \u201cEcho\u201d"),
        (
            _edit(EditKind.FIELD, key_of("a1", "outlet"), "", replaced="Echo"),
            "Outlet: not known (before: \u201cEcho\u201d)",
        ),
        (_edit(EditKind.FIELD, key_of("a1", "title"), None), "Headline: as it was found"),
        (_edit(EditKind.MEMBER, key_of("a1"), "in"), "put into \u201cThe flood\u201d"),
        (_edit(EditKind.MEMBER, key_of("a1"), "out", story="x"), "taken out of \u201cx\u201d"),
        (_edit(EditKind.KEPT, key_of("a1"), "bin"), "moved to the bin"),
        (_edit(EditKind.STORY, key_of("kept"), "library"), "story made: \u201cThe flood\u201d"),
        (_edit(EditKind.STORY, key_of("place"), "Lind"), "Place: \u201cLind\u201d"),
        (_edit(EditKind.NOTE, key_of("n", "a1"), "Rain\nfell"), "note: \u201cRain fell\u201d"),
        (_edit(EditKind.NOTE, key_of("n", "a1"), None), "note removed"),
        (_edit(EditKind.ROLE, key_of("ana"), "expert"), "role of a speaker: \u201cexpert\u201d"),
    ],
)
def test_an_edit_says_what_it_does_and_what_it_replaced(edit, text):
    assert told.in_words(edit, TITLES) == text


def test_every_kind_of_edit_has_words():
    for kind in EditKind:
        assert told.in_words(_edit(kind, key_of("a1", "b2"), None), {})


def test_lines_say_when_and_who():
    edit = _edit(EditKind.KEPT, key_of("a1"), "bin", author=None, undone_at=DAY)
    (line,) = told.edit_lines([edit], TITLES)
    assert line.text == "2024-05-01 12:30 UTC, no name given: moved to the bin"
    assert line.is_undone


def test_a_deed_says_when_who_and_where():
    deed = Deed("d1", DAY, "MK", {EditKind.FIELD: 2}, ("flood",), False)
    assert told.deed_head(deed, TITLES) == "2024-05-01 12:30 UTC, MK \u00b7 \u201cThe flood\u201d"
    assert told.deed_what(deed) == "2 fields of articles"


def test_the_edits_of_a_deed_say_what_was_done_better_than_their_kinds():
    edits = [
        _edit(EditKind.STORY, key_of("uid"), "77"),
        _edit(EditKind.STORY, key_of("kept"), "library"),
        _edit(EditKind.STORY, key_of("title"), "The flood"),
        _edit(EditKind.MEMBER, key_of("a1"), "in"),
        _edit(EditKind.MEMBER, key_of("a2"), "in"),
    ]
    deed = Deed("d1", DAY, None, {EditKind.STORY: 3, EditKind.MEMBER: 2}, ("flood",), False)
    assert told.deed_what(deed, edits) == "1 story made and 2 articles put into a story"


def test_parts_of_a_deed_name_their_articles_and_hide_inner_names():
    edits = [_edit(EditKind.STORY, key_of("uid"), "77"), _edit(EditKind.KEPT, key_of("a1"), "bin")]
    assert told.told(edits, TITLES, lambda article: f"<{article}>") == ["<a1>: moved to the bin"]


def test_of_a_long_deed_the_first_parts_are_told():
    edits = [_edit(EditKind.KEPT, key_of(f"a{n}"), "bin") for n in range(told.MAX_TOLD + 5)]
    lines = told.told(edits, TITLES, str)
    assert (len(lines), lines[-1]) == (told.MAX_TOLD + 1, "and 5 more")


def test_an_own_article_is_binned_unless_the_latest_decision_keeps_it():
    item = Item(Ref("a1", ""), Article("a1", "Rain."))
    kept = _edit(EditKind.KEPT, key_of("a1"), "library")
    binned = _edit(EditKind.KEPT, key_of("a1"), "bin")
    taken_back = _edit(EditKind.KEPT, key_of("a1"), "bin", undone_at=DAY)
    assert not told.is_binned(item, [kept])
    assert told.is_binned(item, [binned, kept])
    assert not told.is_binned(item, [taken_back, kept])
    assert told.is_binned(item, [])


def test_a_shipped_article_is_out_when_it_is_in_no_story():
    assert told.is_binned(Item(Ref("post", "harbour"), Article("post", "")), [])
    assert not told.is_binned(Item(Ref("post", "harbour", ("harbour",)), Article("post", "")), [])
