import sqlite3
from datetime import datetime

from analysis import paths
from analysis.corrections import key_of
from analysis.library import EditKind, edit, history, in_force, undo

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


def test_reading_an_empty_library_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "none"))
    assert in_force("flood") == {}
    assert not (tmp_path / "none").exists()


def test_blocks_put_back_in_the_first_version_are_taken_over_once():
    home = paths.home()
    home.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(home / "library.sqlite") as old:
        old.execute(
            'CREATE TABLE put_backs (story_id TEXT, article_id TEXT, start INT, "end" INT,'
            " made_at TEXT)"
        )
        old.execute("INSERT INTO put_backs VALUES ('flood', 'a', 10, 20, '2026-11-01T00:00:00')")
    old.close()
    expected = {(EditKind.PUT_BACK, key_of("a", 10, 20)): "body"}
    assert in_force("flood") == expected
    edit("flood", ROLE, "ann", "expert")
    assert in_force("flood") == {**expected, (ROLE, "ann"): "expert"}
