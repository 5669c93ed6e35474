"""Where a class differs: sentence by sentence, and against the tool or the teacher's key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.lesson.answers import Answer, marked_words, words_value
from analysis.lesson.tool import tone_sign
from analysis.lesson.types import SENTENCE_TASKS, Lesson, Passage, Task
from analysis.lesson.units import units

N_DISPUTED = 3
"""Sentences to discuss in one lesson."""


@dataclass(frozen=True, slots=True)
class SentenceAgreement:
    """How far the class agrees on one sentence: pairs of pupils, of all pairs, per question."""

    passage: Passage
    n: int
    """Pupils who answered the question that most answered."""
    by_task: tuple[tuple[Task, int, int], ...]
    """(question, agreeing pairs, all pairs); for loaded words the pairs of every word."""

    @property
    def differing(self) -> int:
        """Return the pairs that differ, over all questions."""
        return sum(pairs - agreeing for _, agreeing, pairs in self.by_task)

    @property
    def pairs(self) -> int:
        """Return all pairs, over all questions."""
        return sum(pairs for _, _, pairs in self.by_task)

    @property
    def share(self) -> float | None:
        """Return the share of differing pairs in [0, 1], each question weighing the same.

        Higher = more disputed. ``None`` where no two answered.
        """
        shares = [(pairs - agreeing) / pairs for _, agreeing, pairs in self.by_task if pairs]
        return sum(shares) / len(shares) if shares else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Answers of pupils held against another's, on one question."""

    task: Task
    same: int
    n: int
    """Answers compared; for loaded words each word that can be marked is one."""
    n_sentences: int


def agreement_map(lesson: Lesson, answers: Sequence[Answer]) -> tuple[SentenceAgreement, ...]:
    """Return how far the class agrees on each sentence, in the order of the lesson."""
    by_task = {task: units(lesson, answers, task) for task in SENTENCE_TASKS}
    found = []
    for passage in lesson.asked:
        rows, most = [], 0
        for task, all_units in by_task.items():
            mine = [unit for unit in all_units if unit.sentence == passage.id]
            most = max(most, *(unit.n for unit in mine), 0)
            rows.append((task, sum(u.agreeing for u in mine), sum(u.pairs for u in mine)))
        found.append(SentenceAgreement(passage, most, tuple(rows)))
    return tuple(found)


def most_disputed(found: Iterable[SentenceAgreement]) -> tuple[SentenceAgreement, ...]:
    """Return the three sentences on which most pairs differ, the first in the text before."""
    differing = [each for each in found if each.differing]
    return tuple(sorted(differing, key=lambda each: -(each.share or 0))[:N_DISPUTED])


def with_tool(lesson: Lesson, answers: Iterable[Answer]) -> tuple[Comparison, ...]:
    """Return how many answers are the tool's, per question.

    Tone is compared by its direction: the tool counts words and knows no strength.
    """
    tool = [answer for passage in lesson.asked for answer in tool_as_answers(passage)]
    return compared(lesson, answers, tool)


def compared(
    lesson: Lesson, answers: Iterable[Answer], key: Iterable[Answer]
) -> tuple[Comparison, ...]:
    """Return how many answers are those of a key, per question."""
    right = {(each.task, each.subject): each.value for each in key}
    given = [each for each in answers if (each.task, each.subject) in right]
    return tuple(_comparison(lesson, task, given, right) for task in SENTENCE_TASKS)


def tool_as_answers(passage: Passage) -> tuple[Answer, ...]:
    """Return what the tool says of a sentence, as answers of nobody."""
    tool = passage.tool
    if tool is None:
        return ()
    found = {Task.VOICE: tool.voice, Task.WORDS: words_value(tool.words)}
    if tool.own is not None:
        found[Task.OWN] = tool.own
    if tool.tone is not None:
        found[Task.TONE] = str(tone_sign(tool.tone))
    return tuple(Answer(0, task, passage.id, value) for task, value in found.items())


def _comparison(
    lesson: Lesson, task: Task, given: Iterable[Answer], right: dict[tuple[Task, str], str]
) -> Comparison:
    same, n, sentences = 0, 0, set()
    for answer in given:
        if answer.task is not task:
            continue
        passage, value = lesson.passage(answer.subject), right[task, answer.subject]
        hits, of = _same(task, passage, answer.value, value)
        same, n = same + hits, n + of
        sentences.add(answer.subject)
    return Comparison(task, same, n, len(sentences))


def _same(task: Task, passage: Passage | None, value: str, right: str) -> tuple[int, int]:
    """Return how many of how many parts of an answer are the same."""
    if task is Task.WORDS and passage:
        differing = marked_words(value) ^ marked_words(right)
        return len(passage.words) - len(differing), len(passage.words)
    if task is Task.TONE:
        return int(_sign(value) == _sign(right)), 1
    return int(value == right), 1


def _sign(value: str) -> int:
    number = int(value)
    return (number > 0) - (number < 0)
