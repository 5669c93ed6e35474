"""Answers of a class -> units of agreement: how many chose each value for each thing asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.lesson.answers import Answer, marked_words
from analysis.lesson.types import OWN_VALUES, TONE_VALUES, VOICE_VALUES, Lesson, Passage, Task

MARKED, UNMARKED = "marked", "not marked"

VALUES: Mapping[Task, tuple[str, ...]] = {
    Task.VOICE: VOICE_VALUES,
    Task.OWN: OWN_VALUES,
    Task.TONE: TONE_VALUES,
    Task.WORDS: (UNMARKED, MARKED),
}
"""Task -> its values in order; for tone the order carries meaning."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that several pupils judged: a sentence, or for loaded words one word of it."""

    sentence: str
    counts: tuple[int, ...]
    """How many chose each value, in the order of ``VALUES``."""

    @property
    def n(self) -> int:
        """Return how many judged it."""
        return sum(self.counts)

    @property
    def pairs(self) -> int:
        """Return the number of pairs of pupils that judged it."""
        return self.n * (self.n - 1) // 2

    @property
    def agreeing(self) -> int:
        """Return the number of those pairs that gave the same answer."""
        return sum(count * (count - 1) // 2 for count in self.counts)


def units(lesson: Lesson, answers: Iterable[Answer], task: Task) -> tuple[Unit, ...]:
    """Return the units of one question, in the order of the lesson; unanswered ones too."""
    given: dict[str, list[str]] = defaultdict(list)
    for answer in answers:
        if answer.task is task:
            given[answer.subject].append(answer.value)
    found: list[Unit] = []
    for passage in lesson.asked:
        values = given[passage.id]
        if task is Task.WORDS:
            found += _word_units(passage, values)
        else:
            found.append(Unit(passage.id, _counts(Counter(values), VALUES[task])))
    return tuple(found)


def pairable(found: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units that at least two pupils judged: others say nothing of agreement."""
    return tuple(unit for unit in found if unit.n > 1)


def _word_units(passage: Passage, values: Sequence[str]) -> list[Unit]:
    chosen = [marked_words(value) for value in values]
    return [
        Unit(passage.id, (len(chosen) - k, k))
        for word in passage.words
        for k in [sum(word in each for each in chosen)]
    ]


def _counts(counter: Counter[str], values: Sequence[str]) -> tuple[int, ...]:
    return tuple(counter[value] for value in values)
