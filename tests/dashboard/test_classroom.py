"""The Classroom page as teachers and pupils use it."""

from __future__ import annotations

import html

import pytest

from analysis import library
from analysis.lesson import sessions
from analysis.lesson.throttle import Throttle
from analysis.lesson.types import Task
from analysis.library import engine
from dashboard import schoolroom
from dashboard import words_class as said
from tests.analysis.lesson import made
from tests.dashboard.invented import app, shown

LESSON = made.lesson()
OPENING = {"class-way": said.FOR_TEACHERS}


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    """Count wrong codes anew for each test, on a clock that a slow machine does not move."""
    door = Throttle(lambda: 0.0)
    monkeypatch.setattr(schoolroom, "_door", lambda: door)
    monkeypatch.setattr(schoolroom, "_place", lambda: "here")
    yield
    engine.close_all()


@pytest.fixture
def story(library):
    library(made.story())


@pytest.fixture
def opened():
    return sessions.open_lesson(LESSON)


def page(**parameters):
    at = app("classroom", **parameters)
    assert not at.exception
    return at


def text(at):
    return html.unescape(shown(at))


def press(at, key):
    at.button(key=key).click().run()
    assert not at.exception
    return at


def parameter(at, name):
    found = at.query_params[name]
    return found if isinstance(found, str) else found[-1]


def pupil(opened, name="Ana", step="mark"):
    token = library.join_class(opened.classroom.id, name)
    library.set_step(opened.teacher_key, step)
    return page(seat=token), token


def choose(at, task, value):
    at.radio(key=f"class-{task}-{LESSON.asked[0].id}").set_value(value)


def test_a_teacher_opens_a_class_and_leads_it_through_every_step(story):
    at = press(page(story="harbour", **OPENING), "class-open")
    (room,) = library.classes()
    assert room.story == "harbour"
    assert f"{room.code[:3]} {room.code[3:]}" in text(at)
    assert library.class_for_teacher(parameter(at, "class-key")) == room
    for step in ("read", "predict", "mark", "commit", "reveal", "discuss"):
        press(at, "class-next")
        assert library.classes()[0].step == step
    assert "Harbour Post" in text(at)
    press(at, "class-back")
    assert library.classes()[0].step == "reveal"


def test_without_a_story_a_class_can_be_joined_but_not_opened(library):
    library()
    assert page().button(key="class-join-go")
    assert "bring in articles" in text(page(**OPENING))


def test_a_pupil_joins_with_code_and_nickname_and_gets_a_way_back(opened):
    at = page(join=opened.classroom.code.lower())
    at.text_input(key="class-name").set_value("Ana")
    press(at, "class-join-go")
    token = parameter(at, "seat")
    assert library.seat(token).name == "Ana"
    assert "join" not in at.query_params
    again = page(seat=token)
    assert "You are Ana in class" in text(again)
    assert token in text(again)


def test_a_wrong_code_is_refused_and_many_wrong_ones_for_a_while(opened):
    at = page(join="")
    for _ in range(10):
        at.text_input(key="class-code").set_value("XXXXXX")
        at.text_input(key="class-name").set_value("Ana")
        press(at, "class-join-go")
        assert "no open class with this code" in text(at)
    at.text_input(key="class-code").set_value(opened.classroom.code)
    press(at, "class-join-go")
    assert "Too many wrong codes" in text(at)
    assert library.seats(opened.classroom.id) == ()


def test_a_seat_code_typed_on_another_device_leads_back(opened):
    _, token = pupil(opened)
    at = page(join=opened.classroom.code)
    at.text_input(key="class-seat-code").set_value(f"{token[:6].lower()}-{token[6:]}")
    press(at, "class-again-go")
    assert "You are Ana" in text(at)


def test_codes_cannot_be_tried_out_on_the_screen_for_the_projector(opened):
    for _ in range(10):
        assert "no open class with this code" in text(page(screen="XXXXXX"))
    assert "Too many wrong codes" in text(page(screen=opened.classroom.code))


@pytest.mark.parametrize("key", ["seat", "class-key"])
def test_an_address_that_leads_nowhere_says_so(key):
    at = page(**{key: "nothing"})
    assert "deleted" in text(at)


def test_a_seat_is_no_key_and_a_key_is_no_seat(opened):
    _, token = pupil(opened)
    assert said.NO_KEY in text(page(**{"class-key": token}))
    assert said.GONE in text(page(seat=opened.teacher_key))
    assert said.GONE in text(page(seat="Ana"))


@pytest.mark.parametrize("step", ["before", "read", "predict", "mark", "commit"])
def test_before_the_reveal_nothing_a_pupil_sees_names_who_printed_a_text(opened, step):
    at, _ = pupil(opened, step=step)
    names = {"Harbour Post", "Town Courier"}
    if step != "predict":  # the choice of names is what the step is about
        assert not any(name in text(at) for name in names)
    assert "Ana Quill" not in text(at)
    assert not at.sidebar.children


def test_answers_are_saved_acknowledged_and_there_after_a_reload(opened):
    at, token = pupil(opened)
    first = LESSON.asked[0]
    choose(at, Task.VOICE, "quote")
    choose(at, Task.TONE, "-1")
    at.checkbox(key=f"class-none-{first.id}").check()
    press(at, f"class-save-{first.id}")
    assert "1 of 20" in text(at)
    assert "Saved" in text(at)
    kept = {a.task: a.value for a in sessions.answers_of_seat(library.seat(token))}
    assert kept == {Task.VOICE: "quote", Task.TONE: "-1", Task.WORDS: ""}
    again = page(seat=token)
    assert again.radio(key=f"class-voice-{first.id}").value == "quote"
    assert again.radio(key=f"class-own-{first.id}").value is None
    assert again.checkbox(key=f"class-none-{first.id}").value is True
    press(again, "class-to-open")
    assert again.radio(key=f"class-voice-{LESSON.asked[1].id}").value is None


def test_nothing_chosen_is_not_saved(opened):
    at, token = pupil(opened)
    press(at, f"class-save-{LESSON.asked[0].id}")
    assert said.NOTHING_CHOSEN in text(at)
    assert sessions.answers_of_seat(library.seat(token)) == ()


def test_what_comes_too_late_is_said_to_be_not_saved(opened):
    at, token = pupil(opened)
    choose(at, Task.VOICE, "quote")
    library.set_step(opened.teacher_key, "reveal")
    at.button(key=f"class-save-{LESSON.asked[0].id}").click().run()
    assert sessions.answers_of_seat(library.seat(token)) == ()


def test_guesses_and_the_commit_are_kept(opened):
    at, token = pupil(opened, step="predict")
    at.selectbox(key="class-guess-A").set_value("Town Courier")
    press(at, "class-guess-go")
    assert "1 of 2" in text(at)
    library.set_step(opened.teacher_key, "commit")
    at = page(seat=token)
    press(at, "class-commit")
    assert said.COMMITTED in text(at)


def test_the_reveal_shows_own_answers_and_counts_only_for_enough_pupils(opened):
    at, token = pupil(opened)
    choose(at, Task.VOICE, "quote")
    press(at, f"class-save-{LESSON.asked[0].id}")
    library.set_step(opened.teacher_key, "reveal")
    found = text(page(seat=token))
    assert "Harbour Post" in found
    assert "somebody's, quoted" in found
    assert "fewer than 5 answered" in found


def test_the_teacher_sees_who_is_here_and_how_far(opened):
    at, _ = pupil(opened)
    choose(at, Task.VOICE, "quote")
    press(at, f"class-save-{LESSON.asked[0].id}")
    found = text(page(**{"class-key": opened.teacher_key}))
    assert "1 joined, 0 committed" in found
    assert "1 of 20" in found


def test_agreement_is_shown_with_what_it_rests_on(opened):
    for name, own in (("Ana", "yes"), ("Bo", "no")):
        at, _ = pupil(opened, name)
        choose(at, Task.OWN, own)
        press(at, f"class-save-{LESSON.asked[0].id}")
    at = page(**{"class-key": opened.teacher_key})
    at.pills(key="class-part").set_value(said.AGREE).run()
    found = text(at)
    assert "0 of 1 (0%)" in found
    assert "too few (under 20 sentences)" in found
    assert "0.42" in found
    assert LESSON.asked[0].text in found


def test_the_screen_for_the_projector_shows_the_code_and_no_key(opened):
    found = text(page(screen=opened.classroom.code))
    assert opened.classroom.code[:3] in found
    assert opened.teacher_key not in found


def test_a_class_is_closed_saved_and_deleted(opened):
    _, token = pupil(opened, "Zebedee")
    at = page(**{"class-key": opened.teacher_key})
    at.pills(key="class-part").set_value(said.END).run()
    assert at.button(key="class-delete").disabled
    press(at, "class-close")
    assert said.CLOSED in text(at)
    assert said.ENDED in text(page(seat=token))
    at.checkbox(key="class-sure").check().run()
    press(at, "class-delete")
    assert "Deleted" in text(at)
    assert library.classes() == ()
    assert said.GONE in text(page(seat=token))


def test_a_pupil_who_lost_the_way_back_gets_a_new_one(opened):
    _, token = pupil(opened)
    at = page(**{"class-key": opened.teacher_key})
    at.pills(key="class-part").set_value(said.END).run()
    press(at, "class-lost-go")
    assert "New seat code for Ana" in text(at)
    assert library.seat(token) is None


def test_nicknames_act_as_nothing_but_words(opened):
    token = library.join_class(opened.classroom.id, "<b>![x](//y)")
    found = shown(page(seat=token))
    assert "<b>!" not in found
    assert "&lt;b&gt;!" in found
    assert "<b>!" not in shown(page(**{"class-key": opened.teacher_key}))
