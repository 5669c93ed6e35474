"""What a library says when its file is not as it was written."""

import random

from analysis import paths
from analysis.errors import LibraryError, LibraryProblem
from analysis.library import (
    DATABASE,
    EditKind,
    add,
    articles,
    check,
    decisions,
    edit,
    engine,
    in_force,
    undo,
)
from tests.analysis.library.expected import Fails
from tests.analysis.library.invented import candidate, candidates

ROLE = EditKind.ROLE


def _file():
    return paths.home() / DATABASE


def test_a_file_that_was_cut_off_is_called_damaged_and_left_as_it_is():
    add(candidates(200))
    engine.close_all()
    _file().write_bytes(_file().read_bytes()[:8192])
    before = _file().read_bytes()
    with Fails(LibraryProblem.DAMAGED, "bring back a backup"):
        articles()
    engine.close_all()
    assert _file().read_bytes() == before


def test_no_flipped_bit_gives_a_wrong_text_unnoticed():
    """200 libraries with one bit turned over in each: 0 may give other words and say nothing."""
    add(
        [candidate(f"Rain fell on day {n}. " * 20, title=f"T{n}", outlet="Post") for n in range(20)]
    )
    for number in range(20):
        edit("flood", ROLE, f"speaker {number}", "expert")
    true = {each.article.id: each for each in articles(limit=20)}
    decided = in_force("flood")
    engine.close_all()
    whole = _file().read_bytes()
    chance = random.Random(6)
    for _ in range(200):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        _file().write_bytes(damaged)
        for rest in paths.home().glob(f"{DATABASE}-*"):
            rest.unlink()
        for each in _read_or_said(lambda: articles(limit=20)):
            assert each.damage or each == true[each.article.id]
        for what, value in _read_or_said(lambda: in_force("flood").items()):
            assert decided[what] == value
        engine.close_all()


def _read_or_said(read):
    try:
        return read()
    except LibraryError:
        return ()


def test_a_damaged_decision_is_named_and_can_be_taken_out_of_force():
    edit("flood", ROLE, "ann", "expert")
    edit("flood", ROLE, "bob", "expert")
    with engine.writing() as connection:
        connection.exec_driver_sql("UPDATE edits SET value = 'media' WHERE id = 1")
    with Fails(LibraryProblem.DAMAGED, "edit 1 is not as it was written.*library undo 1"):
        decisions("flood", [ROLE])
    assert [each.where for each in check()] == ["edit 1"]
    undo(1)
    assert in_force("flood") == {(ROLE, "bob"): "expert"}


def test_the_check_of_a_whole_library_finds_nothing_and_of_a_changed_one_each_place():
    ids = add(candidates(2)).new
    edit("flood", ROLE, "ann", "expert")
    assert check() == ()
    with engine.writing() as connection:
        connection.exec_driver_sql(f"UPDATE articles SET title = 'x' WHERE id = '{ids[0]}'")
        connection.exec_driver_sql("UPDATE edits SET holds = false WHERE key = 'ann'")
    assert [each.where for each in check()] == [f"article {ids[0]}", "edit 3"]
