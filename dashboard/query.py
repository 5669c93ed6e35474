"""What a number on the screen stands for: the question whose answer is its sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """Which findings to show; ``None`` leaves a field open.

    ``title`` says in plain words what the number counts; ``sentence`` is an
    (article id, sentence id) pair, for numbers that stand for one sentence; ``quotes``
    asks for all quotes of an outlet, ``unnamed`` for those without a speaker.
    """

    title: str
    contrast: str | None = None
    side: str | None = None
    voice: str | None = None
    outlet: str | None = None
    speaker_id: str | None = None
    unnamed: bool = False
    quotes: bool = False
    role: str | None = None
    cue_lemma: str | None = None
    term: str | None = None
    given: str | None = None
    """With ``quotes``: only those of "named", "unnamed" or "official" speakers, or "direct"."""
    sentence: tuple[str, str] | None = None
    word: str | None = None
    referent: str | None = None
    label: str | None = None
    telling: str | None = None
    """How harm is told (``analysis.compare.agency.PARTS``), or ``all`` of it."""
    event: str | None = None
    agent: str | None = None
    victim: str | None = None
    since: str | None = None
    """Of a batch: the first day of the stretch of time, empty where the date is not known."""
    fact: str | None = None
    """A statement that several texts report, by its id: its sentences in ``outlet``."""


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a figure: its key in the figure, its names in the lists, its question."""

    key: str
    labels: tuple[str, ...]
    query: Query
