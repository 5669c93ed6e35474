"""Class sessions: secrets, isolation, answers kept once, deletion without a trace."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis import library, paths
from analysis.errors import InputError
from analysis.library import NewMark, SeatRole, class_sessions, engine
from analysis.library.class_values import ALPHABET, MAX_SEATS

MARKING = ("mark", "commit")


def opened(step="mark", articles=("post",)):
    return library.open_class("harbour", '{"lesson": "text"}', step, list(articles))


def joined(room, name):
    token = library.join_class(room.id, name)
    return token, library.seat(token)


def mark(client, value="yes", subject="A1"):
    return NewMark(client, "own", subject, value)


@pytest.mark.usefixtures("either")
def test_code_key_and_token_lead_to_their_own_thing_only():
    room, key = opened().classroom, opened().teacher_key
    assert len(room.code) == 6
    assert set(room.code) <= set(ALPHABET)
    assert library.class_for_code(f" {room.code[:3].lower()}-{room.code[3:]} ") == room
    token, seat = joined(room, "Ana")
    assert library.seat(f"{token[:4]} {token[4:].lower()}") == seat
    assert library.class_for_teacher(key) != room
    assert library.class_for_teacher(room.code) is None
    assert library.class_for_teacher(token) is None
    assert library.seat("Ana") is None
    assert library.seat(room.code) is None


@pytest.mark.usefixtures("either")
def test_the_latest_answer_holds_and_a_repeated_one_is_kept_once():
    room = opened().classroom
    _, ana = joined(room, "Ana")
    _, bo = joined(room, "Bo")
    library.save_marks(ana, [mark("1", "yes")], MARKING)
    library.save_marks(ana, [mark("2", "no")], MARKING)
    library.save_marks(ana, [mark("1", "yes")], MARKING)
    library.save_marks(bo, [mark("1", "yes")], MARKING)
    assert [each.value for each in library.marks_of_seat(ana)] == ["no"]
    assert [each.value for each in library.marks_of_seat(bo)] == ["yes"]
    assert len(library.class_marks(room.id)) == 2


@pytest.mark.usefixtures("either")
def test_answers_survive_a_restart():
    room = opened().classroom
    token, seat = joined(room, "Ana")
    library.save_marks(seat, [mark("1")], MARKING)
    engine.close_all()
    assert library.marks_of_seat(library.seat(token))[0].value == "yes"


def test_no_answer_is_taken_in_another_step_after_commit_or_after_the_close():
    made = opened("read")
    _, seat = joined(made.classroom, "Ana")
    with pytest.raises(InputError, match="gone on to the next step"):
        library.save_marks(seat, [mark("1")], MARKING)
    library.set_step(made.teacher_key, "mark")
    library.save_marks(seat, [mark("1")], MARKING)
    library.commit_seat(seat)
    with pytest.raises(InputError, match="committed"):
        library.save_marks(seat, [mark("2")], MARKING)
    _, other = joined(made.classroom, "Bo")
    library.close_class(made.teacher_key)
    with pytest.raises(InputError, match="closed"):
        library.save_marks(other, [mark("3")], MARKING)
    with pytest.raises(InputError, match="closed"):
        library.join_class(made.classroom.id, "Cy")
    with pytest.raises(InputError, match="closed"):
        library.set_step(made.teacher_key, "reveal")


def test_the_teachers_key_has_one_seat_that_no_pupil_can_name():
    room = opened().classroom
    seat = library.key_seat(room.id)
    assert seat.role is SeatRole.KEY
    assert library.key_seat(room.id) == seat
    assert library.seats(room.id) == ()
    with pytest.raises(InputError, match="letters and digits"):
        library.join_class(room.id, seat.name)
    library.save_marks(seat, [mark("1")], ())
    assert len(library.class_marks(room.id)) == 1


@pytest.mark.parametrize(
    ("name", "why"),
    [("  ", "empty"), ("x" * 25, "at most 24"), ("a\u200bb", "letters"), ("a@b.org", "e-mail")],
)
def test_a_nickname_that_cannot_be_used_is_refused(name, why):
    room = opened().classroom
    with pytest.raises(InputError, match=why):
        library.join_class(room.id, name)


def test_a_nickname_is_taken_once_in_a_class_and_a_class_has_so_many_seats():
    room = opened().classroom
    library.join_class(room.id, "Ana")
    with pytest.raises(InputError, match="taken"):
        library.join_class(room.id, " ANA ")
    library.join_class(opened().classroom.id, "Ana")
    library.key_seat(room.id)
    for number in range(1, MAX_SEATS):
        library.join_class(room.id, f"Pupil {number}")
    with pytest.raises(InputError, match="60 seats"):
        library.join_class(room.id, "One more")


def test_a_file_of_answers_has_one_seat_and_a_number_when_its_name_is_taken():
    room = opened().classroom
    library.join_class(room.id, "Ana")
    seat = library.imported_seat(room.id, "Ana", "file-secret")
    assert seat.name == "Ana (2)"
    assert library.imported_seat(room.id, "Ana", "file-secret") == seat


def test_a_new_token_ends_the_old_one():
    room = opened().classroom
    token, seat = joined(room, "Ana")
    fresh = library.new_token(room.id, seat.number)
    assert library.seat(token) is None
    assert library.seat(fresh) == seat
    library.new_token("another class", seat.number)
    assert library.seat(fresh) == seat


def test_a_lost_key_is_made_anew():
    made = opened()
    key = library.new_teacher_key(made.classroom.code)
    assert library.class_for_teacher(made.teacher_key) is None
    assert library.class_for_teacher(key) == made.classroom
    with pytest.raises(InputError, match="no class with the code NONE"):
        library.new_teacher_key("none")


@pytest.mark.usefixtures("either")
def test_thirty_writers_at_once_lose_nothing():
    room = opened().classroom
    seats = [joined(room, f"Pupil {n}")[1] for n in range(10)]

    def write(seat):
        for n in range(10):
            library.save_marks(seat, [mark(f"{n}", subject=f"A{n}")], MARKING)

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(write, seats))
    found = library.class_marks(room.id)
    assert len(found) == 100
    assert {each.seat for each in found} == {each.number for each in seats}


def test_deleting_a_class_leaves_no_byte_of_a_nickname_or_an_answer():
    made = opened()
    _, seat = joined(made.classroom, "Zebedee-Quill")
    library.save_marks(seat, [mark("1", "an-answer-to-find")], MARKING)
    other = opened().classroom
    library.join_class(other.id, "Stays")
    library.delete_class(made.teacher_key)
    held = b"".join(path.read_bytes() for path in paths.home().rglob("*") if path.is_file())
    assert b"Zebedee" not in held
    assert b"an-answer-to-find" not in held
    assert [each.name for each in library.seats(other.id)] == ["Stays"]
    assert library.class_for_code(made.classroom.code) is None
    with pytest.raises(InputError, match="deleted"):
        library.delete_class(made.teacher_key)


def test_deleting_a_pupil_leaves_the_others():
    room = opened().classroom
    _, ana = joined(room, "Zebedee-Quill")
    _, bo = joined(room, "Bo")
    for seat in (ana, bo):
        library.save_marks(seat, [mark("1")], MARKING)
    library.delete_seat(room.id, ana.number)
    held = b"".join(path.read_bytes() for path in paths.home().rglob("*") if path.is_file())
    assert b"Zebedee" not in held
    assert [each.name for each in library.seats(room.id)] == ["Bo"]
    assert [each.seat for each in library.class_marks(room.id)] == [bo.number]


def test_a_class_that_nobody_closed_is_deleted_after_its_time(monkeypatch):
    made = opened()
    monkeypatch.setattr(class_sessions, "KEEP_DAYS", -1)
    assert library.class_for_teacher(made.teacher_key)
    opened()
    assert library.class_for_teacher(made.teacher_key) is None


@pytest.mark.usefixtures("either")
def test_a_backup_holds_no_class_and_restoring_one_leaves_classes(tmp_path):
    library.edit("flood", library.EditKind.ROLE, "ann", "expert")
    made = opened()
    library.join_class(made.classroom.id, "Zebedee-Quill")
    kept = library.backup(tmp_path / "kept.sqlite")
    assert b"Zebedee" not in kept.path.read_bytes()
    library.restore(kept.path)
    assert [each.name for each in library.seats(made.classroom.id)] == ["Zebedee-Quill"]
    assert library.in_force("flood") == {(library.EditKind.ROLE, "ann"): "expert"}
