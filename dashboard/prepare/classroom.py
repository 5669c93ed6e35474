"""A class's answers -> rows and sentences that the page Classroom shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from analysis.lesson.agreement import Agreement, Outcome, agreement
from analysis.lesson.answers import Answer, marked_words
from analysis.lesson.disputed import (
    Comparison,
    SentenceAgreement,
    agreement_map,
    compared,
    most_disputed,
    tool_as_answers,
    with_tool,
)
from analysis.lesson.reading import as_printed, masked
from analysis.lesson.types import SENTENCE_TASKS, Lesson, Passage, Task
from analysis.types import Span
from dashboard import words
from dashboard import words_class as said

MIN_CLASS = 5
"""Answers from which on a pupil sees counts of the class: with fewer, single pupils show."""

Row = list[str]
Given = Mapping[tuple[Task, str], str]
"""(question, sentence or text) -> the answer of one seat."""


def given(answers: Iterable[Answer]) -> dict[tuple[Task, str], str]:
    """Return the answers of one seat by question and subject."""
    return {(each.task, each.subject): each.value for each in answers}


def n_done(lesson: Lesson, mine: Given) -> int:
    """Return how many sentences a seat has answered at least one question about."""
    return sum(any((task, p.id) in mine for task in SENTENCE_TASKS) for p in lesson.asked)


def first_open(lesson: Lesson, mine: Given, after: int) -> int:
    """Return the place of the next sentence with an unanswered question; none = the same."""
    places = [*range(after + 1, len(lesson.asked)), *range(after + 1)]
    return next((p for p in places if _is_open(lesson.asked[p], mine)), after)


def _is_open(passage: Passage, mine: Given) -> bool:
    return any((task, passage.id) not in mine for task in SENTENCE_TASKS)


def clock(moment: str, zone: str | None) -> str:
    """Return a moment as hours and minutes where the reader is."""
    at = datetime.fromisoformat(moment)
    try:
        local = at.astimezone(ZoneInfo(zone)) if zone else at.astimezone(UTC)
    except (ZoneInfoNotFoundError, ValueError):
        local = at.astimezone(UTC)
    return f"{local:%H:%M}"


def word_labels(passage: Passage) -> dict[Span, str]:
    """Return the words to choose from; one that comes again gets a number."""
    seen: Counter[str] = Counter()
    labels = {}
    for span in passage.words:
        word = passage.of(span)
        seen[word] += 1
        labels[span] = word if seen[word] == 1 else f"{word} ({seen[word]})"
    return labels


def answer_words(passage: Passage | None, task: Task, value: str | None) -> str:
    """Return an answer as people read it; a dash where there is none."""
    if value is None:
        return "\u2013"
    if task is Task.WORDS:
        marked = sorted(marked_words(value))
        return ", ".join(passage.of(span) for span in marked) if passage and marked else "none"
    return said.ANSWERS[task][value]


def tool_words(passage: Passage, task: Task, value: str | None) -> str:
    """Return what the tool says, as people read it: of tone it knows the direction only."""
    if task is Task.TONE and value is not None:
        return said.TOOL_TONES[value]
    return answer_words(passage, task, value)


def agreement_rows(lesson: Lesson, answers: Sequence[Answer]) -> list[Row]:
    """Return one row a question: pairs, alpha, range, and what they rest on."""
    return [_agreement_row(each) for each in agreement(lesson, answers)]


def _agreement_row(each: Agreement) -> Row:
    share = "\u2013" if each.share is None else f" ({each.share:.0%})"
    if each.outcome is Outcome.OK and each.alpha is not None:
        alpha = f"{each.alpha:.2f}"
        limits = f"{each.low:.2f} to {each.high:.2f}" if each.low is not None else "\u2013"
    else:
        alpha = said.TOO_FEW if each.outcome is Outcome.TOO_FEW else said.NO_VARIATION
        limits = "\u2013"
    rests = words.plural(each.n_sentences, "sentence")
    if each.task is Task.WORDS:
        rests += f", {words.plural(each.n_units, 'word')}"
    pairs = f"{each.agreeing:,} of {each.pairs:,}{share}" if each.pairs else "\u2013"
    return [said.SHORT[each.task], pairs, alpha, limits, f"{rests}, {each.n_answers:,} answers"]


def map_rows(lesson: Lesson, answers: Sequence[Answer]) -> list[Row]:
    """Return one row a sentence: for each question the agreeing pairs of all pairs."""
    return [
        [
            each.passage.id,
            str(each.n),
            *(
                f"{agreeing} of {pairs}" if pairs else "\u2013"
                for _, agreeing, pairs in each.by_task
            ),
            as_printed(each.passage),
        ]
        for each in agreement_map(lesson, answers)
    ]


def disputed_lines(
    lesson: Lesson, answers: Sequence[Answer], *, revealed: bool
) -> list[tuple[str, list[str]]]:
    """Return the most disputed sentences, each with what was answered and by how many."""
    return [
        (f"{each.passage.id}: {_words_of(each.passage, revealed=revealed)}", _spread(each, answers))
        for each in most_disputed(agreement_map(lesson, answers))
    ]


def _words_of(passage: Passage, *, revealed: bool) -> str:
    return as_printed(passage) if revealed else masked(passage)


def _spread(each: SentenceAgreement, answers: Sequence[Answer]) -> list[str]:
    return [
        f"{said.SHORT[task]}: {class_words(each.passage, task, answers)}" for task in SENTENCE_TASKS
    ]


def class_words(passage: Passage, task: Task, answers: Iterable[Answer]) -> str:
    """Return how many of a class gave each answer about a sentence, the most frequent first."""
    values = [a.value for a in answers if a.task is task and a.subject == passage.id]
    if not values:
        return "\u2013"
    if task is Task.WORDS:
        marks = Counter(span for value in values for span in marked_words(value))
        parts = [f"{passage.of(span)} {k}" for span, k in marks.most_common()]
        return f"{', '.join(parts) or 'none'} (of {len(values)})"
    counts = Counter(values).most_common()
    return ", ".join(f"{said.ANSWERS[task][value]} {k}" for value, k in counts)


def reveal_rows(lesson: Lesson, mine: Given, answers: Sequence[Answer], letter: str) -> list[Row]:
    """Return one row a question and sentence of a text: own answer, the class's, the tool's."""
    text = lesson.text(letter)
    rows: list[Row] = []
    for passage in text.asked if text else ():
        tool = given(tool_as_answers(passage))
        for task in SENTENCE_TASKS:
            key = (task, passage.id)
            n = sum(each.task is task and each.subject == passage.id for each in answers)
            whole = (
                class_words(passage, task, answers)
                if n >= MIN_CLASS
                else said.FEW_CLASS.format(n=MIN_CLASS)
            )
            rows.append(
                [
                    passage.id,
                    said.SHORT[task],
                    answer_words(passage, task, mine.get(key)),
                    whole,
                    tool_words(passage, task, tool.get(key)),
                ]
            )
    return rows


def guess_line(lesson: Lesson, answers: Iterable[Answer], letter: str) -> str:
    """Return how many guessed the outlet of a text."""
    text = lesson.text(letter)
    values = [a.value for a in answers if a.task is Task.GUESS and a.subject == letter]
    hits = sum(value == text.outlet for value in values) if text else 0
    return said.GUESSED.format(k=hits, n=len(values)) if values else ""


def comparison_rows(lesson: Lesson, answers: Sequence[Answer], key: Sequence[Answer]) -> list[Row]:
    """Return one row a question: answers the same as the tool's, and as the teacher's key."""
    sides = zip(with_tool(lesson, answers), compared(lesson, answers, key), strict=True)
    return [[said.SHORT[tool.task], _same(tool), _same(own)] for tool, own in sides]


def _same(each: Comparison) -> str:
    what = "words" if each.task is Task.WORDS else "answers"
    return f"{each.same:,} of {each.n:,} {what}" if each.n else "\u2013"
