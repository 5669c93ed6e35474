"""What a class answered -> tables for people: answers, agreement, the map of sentences."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.lesson.agreement import agreement
from analysis.lesson.answers import Answer, marked_words
from analysis.lesson.disputed import Comparison, agreement_map, compared, with_tool
from analysis.lesson.reading import as_printed
from analysis.lesson.types import Lesson, Passage, Task


def answers_table(lesson: Lesson, answers: Sequence[Answer]) -> pd.DataFrame:
    """Return one row an answer; ``start`` and ``end`` are places in the original article."""
    return pd.DataFrame(
        [_answer_row(lesson, each) for each in answers],
        columns=[
            "pupil",
            "question",
            "text",
            "outlet",
            "sentence",
            "start",
            "end",
            "answer",
            "words",
        ],
    )


def agreement_table(lesson: Lesson, answers: Sequence[Answer]) -> pd.DataFrame:
    """Return one row a question: agreeing pairs of all pairs, alpha with its interval and n."""
    return pd.DataFrame(
        [
            {
                "question": each.task.value,
                "n_sentences": each.n_sentences,
                "n_units": each.n_units,
                "n_answers": each.n_answers,
                "agreeing_pairs": each.agreeing,
                "pairs": each.pairs,
                "percent": None if each.share is None else round(100 * each.share, 1),
                "alpha": each.alpha,
                "low": each.low,
                "high": each.high,
                "status": each.outcome.value,
            }
            for each in agreement(lesson, answers)
        ]
    )


def map_table(lesson: Lesson, answers: Sequence[Answer]) -> pd.DataFrame:
    """Return one row a sentence: for each question the agreeing pairs of all pairs."""
    rows = []
    for each in agreement_map(lesson, answers):
        row: dict[str, object] = {
            "sentence": each.passage.id,
            "pupils": each.n,
            "differing_pairs": each.differing,
            "pairs": each.pairs,
        }
        for task, agreeing, pairs in each.by_task:
            row[f"{task.value}_agreeing"] = agreeing
            row[f"{task.value}_pairs"] = pairs
        rows.append({**row, "words": as_printed(each.passage)})
    return pd.DataFrame(rows)


def comparison_table(
    lesson: Lesson, answers: Sequence[Answer], key: Sequence[Answer]
) -> pd.DataFrame:
    """Return one row a question and other side: answers that are the same, of how many."""
    sides = [("tool", with_tool(lesson, answers))]
    if key:
        sides.append(("teacher", compared(lesson, answers, key)))
    return pd.DataFrame(
        [_comparison_row(side, each) for side, found in sides for each in found],
        columns=["compared_with", "question", "same", "n", "n_sentences"],
    )


def _comparison_row(side: str, each: Comparison) -> dict[str, object]:
    return {
        "compared_with": side,
        "question": each.task.value,
        "same": each.same,
        "n": each.n,
        "n_sentences": each.n_sentences,
    }


def _answer_row(lesson: Lesson, each: Answer) -> dict[str, object]:
    passage = lesson.passage(each.subject)
    text = lesson.text(each.subject[:1])
    return {
        "pupil": each.who,
        "question": each.task.value,
        "text": each.subject[:1],
        "outlet": text.outlet if text else None,
        "sentence": passage.id if passage else None,
        "start": passage.start if passage else None,
        "end": passage.end if passage else None,
        "answer": each.value,
        "words": _words(passage, each),
    }


def _words(passage: Passage | None, each: Answer) -> str | None:
    if passage is None or each.task is not Task.WORDS:
        return None
    return "; ".join(passage.of(span) for span in sorted(marked_words(each.value)))
