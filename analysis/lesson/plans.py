"""The two plans of a lesson: what happens in each step, for how long, and what to watch for."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.lesson.types import STEPS, Step

SHORT, LONG = 45, 90
"""Minutes of a school period, and of two."""

MINUTES = (SHORT, LONG)

N_ASKED = {SHORT: 20, LONG: 40}
"""Sentences that a class marks: agreement is told from 20 units on, and one takes a minute."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a plan."""

    step: Step
    title: str
    minutes: int
    pupils: str
    """What pupils do, said to them."""
    teacher: str
    """What the teacher does and watches for."""


_SHORT_MINUTES = dict(zip(STEPS, (3, 8, 3, 14, 2, 7, 8), strict=True))
_LONG_MINUTES = dict(zip(STEPS, (5, 14, 6, 28, 4, 13, 20), strict=True))

_TITLES = {
    Step.BEFORE: "Before you read",
    Step.READ: "Blind read",
    Step.PREDICT: "Predict",
    Step.MARK: "Mark",
    Step.COMMIT: "Commit",
    Step.REVEAL: "Reveal",
    Step.DISCUSS: "Discuss",
}

_PUPILS = {
    Step.BEFORE: (
        "You will read several reports of one event. You will not see who printed them. Every "
        "report chooses: which facts, whose words, which names for the same people. Look for the "
        "choices, not for a winner. Nobody is asked what side they are on."
    ),
    Step.READ: (
        "Read the texts. Names of outlets, authors and other give-aways are masked. Note what "
        "one text has and another has not. Do not look the texts up yet."
    ),
    Step.PREDICT: (
        "Which outlet printed which text? Choose one for each text, or say that you cannot tell. "
        "Remember what made you think so."
    ),
    Step.MARK: (
        "Look at one sentence at a time. Whose words is it? Does the outlet claim something in "
        "it on its own account? How does it sound? Which words are loaded: would another word "
        "for the same thing leave another impression?"
    ),
    Step.COMMIT: (
        "Look through your answers. When you commit them they cannot be changed: what you saw "
        "before the names counts."
    ),
    Step.REVEAL: (
        "Now the names. Compare your answers with the class and with what the tool found. The "
        "tool is a set of rules that makes mistakes: where you differ, either may be right."
    ),
    Step.DISCUSS: (
        "Take the sentences on which the class differed most. Give the words that decided your "
        "answer. Then find out who runs each outlet: leave the page and look elsewhere."
    ),
}

_TEACHER = {
    Step.BEFORE: (
        "Show the code, let everybody in. Say what a loaded word is, with an example of your "
        "own, such as \u201cregime\u201d for \u201cgovernment\u201d. Differing answers are "
        "expected: say so."
    ),
    Step.READ: (
        "For 45 minutes: one text a pupil, spread over the class, then the others in passing. "
        "For 90: all texts. Ask that nobody searches for a sentence on the web."
    ),
    Step.PREDICT: (
        "Ask for reasons, not for hits. Most guesses come from what an outlet is expected to say."
    ),
    Step.MARK: (
        "Watch the progress. Slow readers may stop at half: every saved answer counts. "
        "Screen readers and keyboards work: Tab, arrows, Space, Enter."
    ),
    Step.COMMIT: "Wait until most have committed, then go on; nothing saved is lost.",
    Step.REVEAL: (
        "Give the names. Go through two sentences where the tool and the class differ before "
        "anybody trusts either. Low agreement is the usual result, also among trained people."
    ),
    Step.DISCUSS: (
        "Three most disputed sentences first, then one or two question cards in pairs. End with "
        "who runs each outlet and how that can be checked. One text is not the outlet."
    ),
}


def plan(minutes: int) -> tuple[PlanStep, ...]:
    """Return the steps of the plan of so many minutes.

    Raises
    ------
    KeyError
        If there is no such plan.
    """
    times = {SHORT: _SHORT_MINUTES, LONG: _LONG_MINUTES}[minutes]
    return tuple(
        PlanStep(step, _TITLES[step], times[step], _PUPILS[step], _TEACHER[step]) for step in STEPS
    )


def title_of(step: Step) -> str:
    """Return the name of a step as people read it."""
    return _TITLES[step]


def next_step(step: Step) -> Step | None:
    """Return the step after one, or nothing after the last."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def previous_step(step: Step) -> Step | None:
    """Return the step before one, or nothing before the first."""
    place = STEPS.index(step)
    return STEPS[place - 1] if place else None
