"""The parts of a lesson as markup: steps, texts before and after the reveal, the code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.lesson.plans import PlanStep, title_of
from analysis.lesson.reading import paragraphs, pieces
from analysis.lesson.types import STEPS, Card, LessonText, Passage, Step
from analysis.markup import Html, element
from dashboard import words_class as said
from dashboard.components import html

_TAGS = {"headline": "h3", "subhead": "h4"}


def steps(now: Step) -> Html:
    """Return the steps of a lesson, the present one marked."""
    items = [
        element(
            "li",
            title_of(step),
            class_="px-step px-step-now" if step is now else "px-step",
            aria_current="step" if step is now else None,
        )
        for step in STEPS
    ]
    return element("ol", *items, class_="px-steps", aria_label=said.STEPS)


def code(letters: str, address: str) -> Html:
    """Return the code of a class so large that the last row reads it."""
    spaced = f"{letters[:3]} {letters[3:]}"
    return element(
        "div",
        element("p", said.ADDRESS.format(address=address), class_="px-text"),
        element("p", spaced, class_="px-code", aria_label=" ".join(letters)),
    )


def text(one: LessonText, *, revealed: bool, asked: bool = True) -> Html:
    """Return a text with numbered sentences; give-aways masked unless it is revealed."""
    body = [_paragraph(group, revealed=revealed, asked=asked) for group in paragraphs(one)]
    return element("article", *body, class_="px-lesson", lang="en", dir="auto")


def sentence(passage: Passage, *, revealed: bool) -> Html:
    """Return one sentence by itself, large."""
    return element(
        "p",
        element("span", f"{passage.id} ", class_="px-line"),
        *_words(passage, revealed=revealed),
        class_="px-question",
        lang="en",
        dir="auto",
    )


def card(one: Card, *, revealed: bool) -> Html:
    """Return a question card; what the tool found is folded."""
    rows = [
        element("li", each.text if revealed else each.shown, _answer(each.answer))
        for each in one.items
    ]
    return element(
        "section",
        element("h3", one.title, class_="px-panel-title"),
        html.paragraph(one.question),
        element("ul", *rows, class_="px-bullets"),
        class_="px-fold",
    )


def plan_table(found: Iterable[PlanStep]) -> Html:
    """Return a plan with its times and the notes for the teacher."""
    rows: list[list[Html | str]] = [
        [each.title, f"{each.minutes} min", each.pupils, each.teacher] for each in found
    ]
    heads = ["Step", "Time", "Said to pupils", "Notes"]
    return html.table(heads, rows, caption=said.PLAN_TABLE)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> Html:
    """Return rows of plain words as a table."""
    return html.table(list(heads), [list(row) for row in rows], caption=caption)


def _paragraph(group: Sequence[Passage], *, revealed: bool, asked: bool) -> Html:
    parts: list[Html] = []
    for passage in group:
        kind = "px-sentence px-to-mark" if passage.asked and asked else "px-sentence"
        number = element("span", passage.id, class_="px-line")
        words = _words(passage, revealed=revealed)
        parts.append(element("span", number, " ", *words, " ", class_=kind))
    return element(_TAGS.get(group[0].kind, "p"), *parts)


def _words(passage: Passage, *, revealed: bool) -> list[Html | str]:
    if revealed:
        return [passage.text]
    return [
        element("span", each.shown, class_="px-masked") if each.is_masked else each.shown
        for each in pieces(passage)
    ]


def _answer(answer: str) -> Html:
    return element("details", element("summary", said.ANSWER), html.paragraph(answer))
