"""What is done to many articles at once, as decisions and in words."""

from __future__ import annotations

import pytest

from analysis.library import Change, EditKind, key_of
from dashboard.prepare.library_changes import Bulk, done, planned
from dashboard.prepare.library_items import Ref

OWN, SHIPPED = Ref("a1", "", ("flood",)), Ref("post", "harbour", ("harbour",))


def test_a_field_is_set_where_each_article_keeps_its_decisions():
    assert planned([OWN, SHIPPED], Bulk.OUTLET, "Echo").changes == (
        Change("", EditKind.FIELD, key_of("a1", "outlet"), "Echo"),
        Change("harbour", EditKind.FIELD, key_of("post", "outlet"), "Echo"),
    )


def test_only_own_articles_go_into_another_story():
    plan = planned([OWN, SHIPPED], Bulk.PUT_IN, "ferry")
    assert plan.changes == (Change("ferry", EditKind.MEMBER, key_of("a1"), "in"),)
    assert plan.stayed == 1


def test_a_shipped_article_goes_back_into_its_own_story():
    assert planned([SHIPPED], Bulk.PUT_IN, "harbour").stayed == 0


def test_only_members_are_taken_out_of_a_story():
    plan = planned([OWN, SHIPPED], Bulk.TAKE_OUT, "harbour")
    assert plan.changes == (Change("harbour", EditKind.MEMBER, key_of("post"), "out"),)
    assert plan.stayed == 0


@pytest.mark.parametrize(
    ("bulk", "kept", "member"), [(Bulk.BIN, "bin", "out"), (Bulk.KEEP, "library", "in")]
)
def test_the_bin_of_a_shipped_article_is_to_be_out_of_its_story(bulk, kept, member):
    assert planned([OWN, SHIPPED], bulk, "").changes == (
        Change("", EditKind.KEPT, key_of("a1"), kept),
        Change("harbour", EditKind.MEMBER, key_of("post"), member),
    )


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ((Bulk.OUTLET, "Echo", 2), "Set the outlet to \u201cEcho\u201d: 2 articles."),
        ((Bulk.LANGUAGE, "", 1), "Set the language to \u201cnot known\u201d: 1 article."),
        ((Bulk.BIN, "", 3), "Move to the bin: 3 articles."),
        (
            (Bulk.PUT_IN, "The flood", 2, 1),
            "Put into a story \u201cThe flood\u201d: 2 articles. Staying where they are, because "
            "they come with Parallax: 1 article.",
        ),
    ],
)
def test_what_was_done_is_told(told, text):
    assert done(*told) == text


def test_what_changes_a_field_names_it():
    assert (Bulk.RIGHTS.field, Bulk.PUT_IN.field) == ("rights", "")
    assert Bulk.PUT_IN.is_about_story
