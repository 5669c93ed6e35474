import krippendorff
import numpy as np
import pytest

from analysis.lesson.agreement import Outcome, _alphas, _coincidences, agreement_on, scale_of
from analysis.lesson.answers import Answer, words_value
from analysis.lesson.disputed import (
    agreement_map,
    compared,
    most_disputed,
    tool_as_answers,
    with_tool,
)
from analysis.lesson.types import SENTENCE_TASKS, TONE_VALUES, VOICE_VALUES, Task
from analysis.lesson.units import Unit, units
from tests.analysis.lesson.made import answers, lesson

LESSON = lesson()


def drawn(values, n_pupils=5, n_units=20, seed=3):
    generator = np.random.default_rng(seed)
    table = generator.choice(values, size=(n_units, n_pupils)).tolist()
    for place, row in enumerate(table):
        row[place % n_pupils] = row[0] if place % 3 else None
    return table


def matrix(table, values):
    """Return the answers as the library takes them: one row a pupil, nan = no answer."""
    return np.array(
        [[np.nan if v is None else values.index(v) for v in row] for row in table], dtype=float
    ).T


@pytest.mark.parametrize(("task", "values"), [(Task.VOICE, VOICE_VALUES), (Task.TONE, TONE_VALUES)])
def test_alpha_is_the_librarys_on_the_same_answers(task, values):
    table = drawn(values)
    found = agreement_on(LESSON, answers(LESSON, task, table), task)
    expected = krippendorff.alpha(
        matrix(table, values), level_of_measurement=scale_of(task), value_domain=range(len(values))
    )
    assert found.alpha == pytest.approx(expected)
    assert found.outcome is Outcome.OK
    assert found.n_units == found.n_sentences == 20
    assert found.low < found.alpha < found.high


@pytest.mark.parametrize("task", [Task.VOICE, Task.TONE])
def test_the_drawn_values_are_computed_as_the_library_does(task):
    table = drawn(VOICE_VALUES if task is Task.VOICE else TONE_VALUES)
    found = [unit for unit in units(LESSON, answers(LESSON, task, table), task) if unit.n > 1]
    ours = _alphas(_coincidences(found).sum(axis=0)[None], scale_of(task))
    counts = np.array([unit.counts for unit in found])
    theirs = krippendorff.alpha(value_counts=counts, level_of_measurement=scale_of(task))
    assert ours[0] == pytest.approx(theirs)


def test_words_are_judged_one_by_one_and_drawn_with_their_sentence():
    marked = [
        Answer(who, Task.WORDS, each.id, words_value(each.words[: who % 3]))
        for each in LESSON.asked
        for who in range(1, 5)
    ]
    found = agreement_on(LESSON, marked, Task.WORDS)
    assert found.n_sentences == 20
    assert found.n_units == sum(len(each.words) for each in LESSON.asked)
    table = [
        [int(word in each.words[: who % 3]) for each in LESSON.asked for word in each.words]
        for who in range(1, 5)
    ]
    assert found.alpha == pytest.approx(krippendorff.alpha(table, level_of_measurement="nominal"))


def test_under_twenty_sentences_is_too_few():
    found = agreement_on(LESSON, answers(LESSON, Task.OWN, [["yes", "no"]] * 19), Task.OWN)
    assert (found.outcome, found.alpha, found.low) == (Outcome.TOO_FEW, None, None)
    assert (found.agreeing, found.pairs, found.share) == (0, 19, 0)


def test_one_pupil_alone_agrees_with_nobody():
    found = agreement_on(LESSON, answers(LESSON, Task.OWN, [["yes"]] * 20), Task.OWN)
    assert (found.n_units, found.pairs, found.share) == (0, 0, None)


def test_one_answer_everywhere_leaves_alpha_undefined():
    found = agreement_on(LESSON, answers(LESSON, Task.OWN, [["yes", "yes"]] * 20), Task.OWN)
    assert (found.outcome, found.alpha, found.share) == (Outcome.NO_VARIATION, None, 1)


def test_pairs_count_who_agrees_with_whom():
    # Three say yes and two no: 3 + 1 of 10 pairs agree.
    unit = Unit("A1", (3, 2))
    assert (unit.agreeing, unit.pairs) == (4, 10)


def test_the_most_disputed_sentences_come_first_and_agreed_ones_not_at_all():
    table = [["yes", "yes", "yes"]] * 20
    table[4], table[7] = ["yes", "no", "yes"], ["yes", "no", None]
    found = most_disputed(agreement_map(LESSON, answers(LESSON, Task.OWN, table)))
    assert [each.passage for each in found] == [LESSON.asked[7], LESSON.asked[4]]
    assert (found[1].differing, found[1].pairs, found[1].n) == (2, 3, 3)


def test_answers_are_held_against_the_tool_tone_by_its_direction():
    each = next(p for p in LESSON.asked if "We saw" in p.text)
    given = [Answer(1, Task.VOICE, each.id, "quote"), Answer(2, Task.VOICE, each.id, "outlet")]
    by_task = {found.task: found for found in with_tool(LESSON, given)}
    assert (by_task[Task.VOICE].same, by_task[Task.VOICE].n) == (1, 2)
    key = [Answer(9, Task.TONE, each.id, "1")]
    tones = [Answer(n, Task.TONE, each.id, value) for n, value in enumerate(("2", "1", "0"))]
    by_task = {found.task: found for found in compared(LESSON, tones, key)}
    assert (by_task[Task.TONE].same, by_task[Task.TONE].n) == (2, 3)


def test_marked_words_are_held_against_the_tool_word_by_word():
    each = next(p for p in LESSON.asked if "brutal" in p.text)
    given = [Answer(1, Task.WORDS, each.id, "")]
    found = {c.task: c for c in with_tool(LESSON, given)}[Task.WORDS]
    assert (found.same, found.n, found.n_sentences) == (len(each.words) - 1, len(each.words), 1)


def test_the_tool_answers_nothing_where_it_found_nothing():
    tasks = {answer.task for answer in tool_as_answers(LESSON.asked[0])}
    assert tasks <= set(SENTENCE_TASKS) - {Task.OWN}
