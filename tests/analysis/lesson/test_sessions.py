import csv
import io
import json
import zipfile

import pytest

from analysis import library
from analysis.errors import InputError
from analysis.lesson import sessions
from analysis.lesson.answers import check, marked_words, words_value
from analysis.lesson.export import class_zip
from analysis.lesson.handed_in import MAX_BYTES, checked, read_answers
from analysis.lesson.throttle import PER_PLACE, PER_SERVER, Throttle
from analysis.lesson.types import Task
from analysis.library import engine
from tests.analysis.lesson.made import lesson

LESSON = lesson()
FIRST = LESSON.asked[0]


@pytest.fixture(autouse=True)
def _closed():
    yield
    engine.close_all()


@pytest.fixture
def opened():
    made = sessions.open_lesson(LESSON)
    library.set_step(made.teacher_key, "mark")
    return made


def joined(room, name):
    return library.seat(library.join_class(room.id, name))


def file_of(**changes):
    found = {
        "format": "parallax-lesson-answers",
        "version": 1,
        "lesson": LESSON.id,
        "story": LESSON.story,
        "minutes": 45,
        "seed": LESSON.seed,
        "articles": [],
        "name": "Ana",
        "pupil": "0123456789abcdef",
        "answers": [
            {"id": "answer-01", "task": "own", "subject": FIRST.id, "value": "yes"},
            {"id": "answer-02", "task": "guess", "subject": "A", "value": "?"},
        ],
        **changes,
    }
    return json.dumps(found).encode()


def answer(**changes):
    made = {"id": "answer-01", "task": "own", "subject": FIRST.id, "value": "yes"}
    return [{**made, **changes}]


@pytest.mark.parametrize(
    ("task", "subject", "value"),
    [
        (Task.OWN, FIRST.id, "maybe"),
        (Task.OWN, "A1", "yes"),  # the headline, which nobody is asked about
        (Task.OWN, "Z9", "yes"),
        (Task.TONE, FIRST.id, "3"),
        (Task.GUESS, "A", "The Moon"),
        (Task.GUESS, "F", "?"),
        (Task.WORDS, FIRST.id, "0-4"),
        (Task.WORDS, FIRST.id, "x"),
        (Task.WORDS, FIRST.id, f"{FIRST.words[0].start}-{FIRST.words[0].end} "),
    ],
)
def test_an_answer_that_the_lesson_does_not_ask_for_is_refused(task, subject, value):
    with pytest.raises(InputError, match="is no answer"):
        check(LESSON, task, subject, value)


def test_marked_words_are_kept_by_their_place():
    value = words_value(FIRST.words[1::-1])
    check(LESSON, Task.WORDS, FIRST.id, value)
    check(LESSON, Task.WORDS, FIRST.id, "")
    assert marked_words(value) == set(FIRST.words[:2])


def test_a_class_keeps_its_lesson_and_nobody_reads_anothers_answers(opened):
    assert sessions.lesson_of_class(opened.classroom.id) == LESSON
    ana, bo = joined(opened.classroom, "Ana"), joined(opened.classroom, "Bo")
    sessions.save(LESSON, ana, [("1", Task.OWN, FIRST.id, "yes")])
    assert sessions.answers_of_seat(bo) == ()
    assert [each.value for each in sessions.answers_of_seat(ana)] == ["yes"]
    found = sessions.answers_of_class(opened.classroom)
    assert found.n_by_seat == {ana.number: 1, bo.number: 0}


def test_guesses_are_taken_before_marks(opened):
    ana = joined(opened.classroom, "Ana")
    library.set_step(opened.teacher_key, "predict")
    sessions.save(LESSON, ana, [("1", Task.GUESS, "A", "?")])
    with pytest.raises(InputError, match="next step"):
        sessions.save(LESSON, ana, [("2", Task.OWN, FIRST.id, "yes")])


def test_the_teachers_key_stays_apart_from_the_class(opened):
    key = library.key_seat(opened.classroom.id)
    sessions.save(LESSON, key, [("1", Task.OWN, FIRST.id, "no")])
    found = sessions.answers_of_class(opened.classroom)
    assert (len(found.pupils), len(found.key)) == (0, 1)


def test_a_file_of_answers_comes_in_once(opened):
    for _ in range(2):
        seat = sessions.bring_in(LESSON, opened.classroom, read_answers(file_of()))
    assert seat.name == "Ana"
    assert len(sessions.answers_of_class(opened.classroom).pupils) == 2
    assert len(sessions.answers_of_class(opened.classroom).seats) == 1


def test_a_file_of_another_lesson_changes_nothing(opened):
    found = read_answers(file_of(lesson="another"))
    with pytest.raises(InputError, match="another lesson"):
        sessions.bring_in(LESSON, opened.classroom, found)
    assert sessions.answers_of_class(opened.classroom).seats == ()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff\xfe\x00", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (b"[]", "holds no answers"),
        (b"{}", "no file of answers"),
        (b"x" * (MAX_BYTES + 1), "at most 1,000,000"),
        (file_of(version=2), "no file of answers"),
        (file_of(answers=answer() * 501), "at most 500"),
        (file_of(answers="all"), "no list"),
        (file_of(answers=[1]), "no question"),
        (file_of(answers=answer(task="dance")), "no question"),
        (file_of(answers=answer(value=1)), "empty"),
        (file_of(answers=answer(id="x")), "no id"),
        (file_of(name=""), "'name'"),
        (file_of(pupil="a b c d e f"), "no id"),
        (file_of(minutes=True), "which plan"),
        (file_of(articles="post"), "name its articles"),
    ],
)
def test_a_file_that_is_no_answers_says_what_is_wrong(data, why):
    with pytest.raises(InputError, match=why):
        read_answers(data)


def test_one_answer_that_does_not_fit_refuses_the_file():
    with pytest.raises(InputError, match="is no answer"):
        checked(LESSON, read_answers(file_of(answers=answer(value="perhaps"))))


def test_the_export_holds_every_answer_and_runs_nothing(opened):
    ana = joined(opened.classroom, "=1+1")
    word = FIRST.words[0]
    sessions.save(
        LESSON,
        ana,
        [
            ("1", Task.OWN, FIRST.id, "yes"),
            ("2", Task.WORDS, FIRST.id, words_value([word])),
            ("3", Task.GUESS, "A", "?"),
        ],
    )
    found = sessions.answers_of_class(opened.classroom)
    data = class_zip(LESSON, opened.classroom, found)
    assert data == class_zip(LESSON, opened.classroom, found)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert "pupils.csv" in file.namelist()
        assert all("/" not in name and ".." not in name for name in file.namelist())
        rows = {
            name: list(csv.DictReader(io.StringIO(file.read(name).decode("utf-8-sig"))))
            for name in file.namelist()
            if name.endswith(".csv")
        }
        kept = json.loads(file.read("class.json"))
    assert rows["pupils.csv"][0]["name"] == "'=1+1"
    marked = next(row for row in rows["answers.csv"] if row["question"] == "words")
    assert (marked["sentence"], marked["words"]) == (FIRST.id, FIRST.of(word))
    assert [row["status"] for row in rows["agreement.csv"]] == ["too_few"] * 4
    assert len(rows["sentences.csv"]) == 20
    assert len(kept["answers"]) == 3
    assert FIRST.text not in data.decode("latin-1")


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_wrong_codes_stop_further_tries_for_a_while():
    clock = Clock()
    door = Throttle(clock)
    for _ in range(PER_PLACE):
        assert door.wait("a") == 0
        door.wrong("a")
    assert door.wait("a") > 0
    assert door.wait("b") == 0
    clock.now += 61
    assert door.wait("a") == 0


def test_all_places_together_are_stopped_too():
    door = Throttle(Clock())
    for number in range(PER_SERVER):
        door.wrong(f"place {number}")
    assert door.wait("another") > 0
