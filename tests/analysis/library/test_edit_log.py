from datetime import datetime

import pytest

from analysis.errors import InputError
from analysis.library import (
    Change,
    EditKind,
    decisions,
    deed_edits,
    deeds,
    edit,
    history,
    in_force,
    record,
    undo,
    undo_act,
)

pytestmark = pytest.mark.usefixtures("either")

ROLE, SPEAKER = EditKind.ROLE, EditKind.SPEAKER


def test_edits_are_kept_per_story_kind_and_key():
    edit("flood", ROLE, "ann", "expert")
    edit("flood", SPEAKER, "ann", "Ann Lee")
    edit("fire", ROLE, "ann", "witness")
    assert in_force("flood") == {(ROLE, "ann"): "expert", (SPEAKER, "ann"): "Ann Lee"}


def test_the_latest_edit_holds_and_says_what_it_replaced():
    edit("flood", ROLE, "ann", "expert")
    edit("flood", ROLE, "ann", "witness", author="Desk")
    assert in_force("flood") == {(ROLE, "ann"): "witness"}
    first, second = history("flood")
    assert (first.replaced, second.replaced, second.author) == (None, "expert", "Desk")
    assert datetime.fromisoformat(second.made_at).tzinfo is not None


def test_deciding_the_same_twice_is_once():
    edit("flood", ROLE, "ann", "expert")
    edit("flood", ROLE, "ann", "expert")
    assert len(history("flood")) == 1


def test_undoing_brings_back_what_held_before_and_stays_in_the_history():
    edit("flood", ROLE, "ann", "expert")
    edit("flood", ROLE, "ann", "witness")
    undo(history("flood")[1].id)
    assert in_force("flood") == {(ROLE, "ann"): "expert"}
    assert [each.undone_at is None for each in history("flood")] == [True, False]


def test_an_undone_edit_keeps_its_first_time():
    edit("flood", ROLE, "ann", "expert")
    undo(history("flood")[0].id)
    before = history("flood")
    undo(before[0].id)
    assert history("flood") == before


def test_taking_a_thing_back_leaves_no_decision_in_force():
    edit("flood", ROLE, "ann", "expert")
    edit("flood", ROLE, "ann", None)
    assert in_force("flood") == {}
    assert [each.value for each in history("flood")] == ["expert", None]


def test_taking_back_what_nobody_decided_writes_nothing():
    edit("flood", ROLE, "ann", None)
    assert history("flood") == ()


def test_decisions_are_those_in_force_of_some_kinds_the_latest_first():
    edit("flood", ROLE, "ann", "expert")
    edit("flood", SPEAKER, "ann", "Ann Lee")
    edit("flood", ROLE, "bob", "witness")
    edit("flood", ROLE, "ann", "citizen")
    edit("flood", ROLE, "cid", "expert")
    edit("flood", ROLE, "cid", None)
    found = decisions("flood", [ROLE])
    assert [(each.key, each.value) for each in found] == [("ann", "citizen"), ("bob", "witness")]
    assert decisions("fire", [ROLE]) == ()
    assert decisions("flood", []) == ()


def test_a_deed_of_several_edits_is_taken_back_whole():
    edit("flood", ROLE, "ann", "expert")
    act = record(
        [Change("flood", ROLE, "ann", "witness"), Change("flood", ROLE, "bob", "citizen")],
        author="Desk",
    )
    assert [each.author for each in deed_edits(act)] == ["Desk", "Desk"]
    undo_act(act)
    assert in_force("flood") == {(ROLE, "ann"): "expert"}


def test_undoing_one_edit_of_a_deed_takes_back_the_deed():
    record([Change("flood", ROLE, "ann", "witness"), Change("flood", ROLE, "bob", "citizen")])
    undo(history("flood")[0].id)
    assert in_force("flood") == {}


def test_undoing_an_older_deed_leaves_what_was_decided_since():
    first = edit("flood", ROLE, "ann", "expert")
    edit("flood", ROLE, "ann", "witness")
    undo_act(first)
    assert in_force("flood") == {(ROLE, "ann"): "witness"}


def test_undoing_what_is_not_there_does_nothing():
    undo(99)
    undo_act("no such deed")
    assert deeds() == ()


def test_a_thing_decided_twice_in_one_deed_holds_the_last():
    record([Change("flood", ROLE, "ann", "expert"), Change("flood", ROLE, "ann", "witness")])
    assert in_force("flood") == {(ROLE, "ann"): "witness"}
    assert [each.replaced for each in history("flood")] == [None, "expert"]


def test_a_deed_that_changes_nothing_is_none():
    edit("flood", ROLE, "ann", "expert")
    assert record([Change("flood", ROLE, "ann", "expert")]) == ""
    assert record([]) == ""
    assert len(deeds()) == 1


def test_a_deed_goes_on_where_it_was_begun():
    act = edit("flood", ROLE, "ann", "expert")
    assert record([Change("flood", ROLE, "bob", "expert")], act=act) == act
    undo_act(act)
    assert in_force("flood") == {}


def test_deeds_are_listed_latest_first_with_what_they_hold():
    edit("flood", ROLE, "ann", "expert", author="Ann")
    act = record([Change("fire", ROLE, "bob", "x"), Change("fire", SPEAKER, "bob", "Bob")])
    undo_act(act)
    latest, first = deeds()
    assert (latest.act, latest.stories, latest.undone) == (act, ("fire",), True)
    assert latest.counts == {ROLE: 1, SPEAKER: 1}
    assert (first.author, first.undone) == ("Ann", False)
    assert [each.act for each in deeds("flood")] == [first.act]
    assert [each.act for each in deeds(limit=1, offset=1)] == [first.act]


@pytest.mark.parametrize("value", ["a\0b", "half \ud83d"])
def test_characters_that_no_database_keeps_are_refused(value):
    with pytest.raises(InputError):
        edit("flood", ROLE, "ann", value)
    assert history("flood") == ()


def test_history_of_some_kinds_leaves_out_the_others():
    edit("flood", ROLE, "ann", "expert")
    edit("flood", SPEAKER, "ann", "Ann Lee")
    assert [each.kind for each in history("flood", [SPEAKER])] == [SPEAKER]
