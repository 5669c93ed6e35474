"""The draft of a session, in memory only: what is reviewed, and what was decided about it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from analysis import library
from analysis.collect import Paste, Upload
from analysis.review import Finding, Material, findings_of
from analysis.review.decisions import Answer, Kept, Log, decision
from dashboard import review_house, state
from dashboard import words_review as said
from dashboard.review_run import Run

PASTED, FILE, LABEL, WITHOUT = "review-paste", "review-file", "review-label", "review-without"

KEPT_ID = "_review_kept"
"""Where the id of a kept review stands while it is open."""

_REVIEW, _RUN, _PROBLEM = "_review", "_review_run", "_review_problem"
_FOUND, _FILES, _EARLIER = "_review_found", "_review_files", "_review_earlier"
_MANY = 10**6


@dataclass(frozen=True, slots=True)
class Review:
    """A draft that was read, and what was decided about what to check in it."""

    label: str
    story: str
    without: str | None
    text: str
    version: int
    material: Material
    same: tuple[str, ...]
    log: Log

    @property
    def digest(self) -> str:
        """Return what tells one draft text from another."""
        return hashlib.sha256(self.text.encode("utf-8", errors="replace")).hexdigest()


def current() -> Review | None:
    """Return the review of this session, if a draft was read."""
    return state.kept(_REVIEW, None)


def running() -> Run | None:
    """Return the review that goes on, if there is one."""
    return state.kept(_RUN, None)


def files_key() -> str:
    """Return the key of the field for a file; each file read gets a new field."""
    return f"{FILE}-{state.number(_FILES)}"


def begin(given: Paste | Upload, story: str, without: str | None) -> None:
    """Begin to review a draft, and wait a little."""
    run = Run(given, story, without)
    state.keep(_PROBLEM, "")
    state.keep(_RUN, run)
    state.keep(f"{_RUN}-asked", (story, without, " ".join(state.chosen(LABEL).split())))
    run.wait()


def absorb() -> None:
    """Take up what a review that has ended found; decisions about the draft before it stay."""
    run = running()
    if run is None or not run.state.is_done:
        return
    state.keep(_RUN, None)
    if run.found is None:
        state.keep(_PROBLEM, run.problem)
        return
    article, read = run.found
    story, without, label = state.kept(f"{_RUN}-asked", ("", None, ""))
    made = Review(
        label or said.NO_LABEL, story, without, article.text, 1, read.material, read.same, Log()
    )
    before: Review | Kept | None = state.kept(_EARLIER, None) or current()
    if before is not None:
        is_new = before.text != made.text
        made = replace(made, version=before.version + is_new, log=before.log)
    state.keep(_EARLIER, None)
    state.keep(_REVIEW, made)
    state.step(_FILES, 1, _MANY)


def go_on_from(kept: Kept) -> None:
    """Let the draft that is being read follow on a kept review: its decisions hold."""
    state.keep(_EARLIER, kept)
    state.keep(_REVIEW, None)


def take_problem() -> str:
    """Return what kept the last review from being done, once."""
    problem = state.kept(_PROBLEM, "")
    state.keep(_PROBLEM, "")
    return problem


def tell(problem: str) -> None:
    """Keep what the page is to say of the last press."""
    state.keep(_PROBLEM, problem)


def forget() -> None:
    """Drop the draft and everything about it from memory."""
    for key in (_REVIEW, _FOUND, KEPT_ID, _EARLIER):
        state.keep(key, None)
    state.put(PASTED, "")


def findings() -> tuple[Finding, ...]:
    """Return what to check in the draft with the profile that holds; made once for both."""
    review = current()
    if review is None:
        return ()
    token = (review.digest, review.story, review.version, review_house.profile_text())
    return state.remembered(
        _FOUND, token, lambda: findings_of(review.material, review_house.profile())
    )


def answer(finding: Finding, kind: Answer, note: str = "") -> None:
    """Keep an answer to a finding."""
    review = current()
    if review is None:
        return
    made = decision(finding, kind, who=who(), at=now(), version=review.version, note=note)
    state.keep(_REVIEW, replace(review, log=review.log.with_(made)))


def undo(key: str | None = None) -> None:
    """Undo the last answer, or the last one to a finding."""
    review = current()
    if review is None:
        return
    places = [
        n
        for n, each in enumerate(review.log.decisions)
        if not each.is_undone and (key is None or (each.key == key and each.answer != Answer.NOTE))
    ]
    if places:
        state.keep(_REVIEW, replace(review, log=review.log.undone(places[-1])))


def who() -> str:
    """Return the label that goes with decisions."""
    return state.author() or said.NOBODY_NAMED


def now() -> str:
    """Return the time as decisions keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def outlets(story: str) -> Sequence[str]:
    """Return the outlets of a story's articles, each once, by name."""
    return sorted({each.label for each in library.load_story(story).articles})
