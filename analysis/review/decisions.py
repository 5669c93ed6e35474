"""What an editor decided about findings: accept, dismiss, note; who, when, on which version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from analysis.review.finding import Finding

MAX_NOTE = 2_000
"""Longest note on a finding, in characters."""

MAX_LABEL = 200
"""Longest label of a review, in characters."""


class Answer(StrEnum):
    """What an editor answers to a finding."""

    ACCEPT = "accept"
    """It will be seen to."""
    DISMISS = "dismiss"
    """Nothing will be changed."""
    NOTE = "note"
    """Only a remark: the finding stays open."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer to one finding; enough to be read when the finding is gone."""

    key: str
    answer: Answer
    note: str
    who: str
    at: str
    """ISO time in UTC."""
    version: int
    """Of the draft: 1, 2, 3."""
    rule: str
    sentence: str
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class Log:
    """Every answer in the order in which they were given; what was undone stays in it."""

    decisions: tuple[Decision, ...] = ()

    def with_(self, decision: Decision) -> Log:
        """Return the log with one more answer."""
        return Log((*self.decisions, decision))

    def undone(self, place: int | None = None) -> Log:
        """Return the log with one answer undone, the last one unless its place is given."""
        places = [n for n, each in enumerate(self.decisions) if not each.is_undone]
        if place is not None:
            places = [n for n in places if n == place]
        if not places:
            return self
        gone = places[-1]
        return Log(
            tuple(
                replace(each, is_undone=True) if n == gone else each
                for n, each in enumerate(self.decisions)
            )
        )

    def answers(self) -> Mapping[str, Decision]:
        """Return what holds: key of a finding -> its latest accept or dismiss."""
        return {d.key: d for d in self.decisions if not d.is_undone and d.answer is not Answer.NOTE}

    def notes(self) -> Mapping[str, tuple[Decision, ...]]:
        """Return the notes that hold, by key of a finding."""
        found: dict[str, tuple[Decision, ...]] = {}
        for each in self.decisions:
            if each.note and not each.is_undone:
                found[each.key] = (*found.get(each.key, ()), each)
        return found


def decision(
    finding: Finding, answer: Answer, *, who: str, at: str, version: int, note: str = ""
) -> Decision:
    """Return an answer to a finding."""
    words = " ".join(note.split())[:MAX_NOTE]
    sentence = finding.sentence or finding.reason
    return Decision(finding.key, answer, words, who, at, version, finding.title, sentence)


@dataclass(frozen=True, slots=True)
class Kept:
    """A review as it is kept: what was read, and every answer; findings are made anew."""

    label: str
    story: str
    version: int
    text: str
    profile: str
    """The house profile as TOML; empty for none."""
    without: str | None = None
    """The draft's own outlet, whose articles are left out."""
    log: Log = field(default_factory=Log)


def to_record(kept: Kept) -> dict[str, Any]:
    """Return a review as JSON types."""
    return {
        "label": kept.label,
        "story": kept.story,
        "version": kept.version,
        "text": kept.text,
        "profile": kept.profile,
        "without": kept.without,
        "decisions": [
            {
                "key": d.key,
                "answer": d.answer.value,
                "note": d.note,
                "who": d.who,
                "at": d.at,
                "version": d.version,
                "rule": d.rule,
                "sentence": d.sentence,
                "is_undone": d.is_undone,
            }
            for d in kept.log.decisions
        ],
    }


def from_record(row: Mapping[str, Any]) -> Kept:
    """Return the review that ``to_record`` wrote."""
    return Kept(
        row["label"],
        row["story"],
        row["version"],
        row["text"],
        row["profile"],
        row["without"],
        Log(tuple(_decision(each) for each in row["decisions"])),
    )


def _decision(row: Mapping[str, Any]) -> Decision:
    return Decision(**{**row, "answer": Answer(row["answer"])})


def open_findings(findings: Iterable[Finding], log: Log) -> tuple[Finding, ...]:
    """Return the findings that nobody accepted or dismissed."""
    answered = log.answers()
    return tuple(each for each in findings if each.key not in answered)
