"""A job that was tried -> what is finished with it, and what is to be tried next.

What cannot be done as it is, is tried article by article, and those that fail are refused, each
with its reason. The other articles of a story are then analysed together once more; if none fails
alone, what was found in each alone must do.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from analysis.jobs import Done, Job, Work, tried

MAX_TRIES = 2
"""Workers that a story or a single article may end: the first may have been ended by others."""

Next = tuple[list[Done], list[Job]]
"""What is finished, and what is to be tried before anything else."""


@dataclass(slots=True)
class _Apart:
    """A story whose articles are tried alone, and what came of those that were."""

    story: Job
    alone: list[Done] = field(default_factory=list)

    def after(self, single: Done) -> Next:
        """Return what comes after one more of its articles."""
        self.alone.append(single)
        refused = [single] if single.refusal else []
        if len(self.alone) < len(self.story.places):
            return refused, []
        good = [each for each in self.alone if not each.refusal]
        # One that is left over has nobody to be analysed together with.
        if len(good) in (0, 1, len(self.alone)):
            return [*refused, *good], []
        places = {place for each in good for place in each.job.places}
        return refused, [self.story.only(places)]


class Attempts:
    """What became of jobs until now."""

    def __init__(self) -> None:
        self._lost: Counter[tuple[int, ...]] = Counter()
        self._apart: dict[tuple[int, ...], _Apart] = {}

    def after(self, done: Done) -> Next:
        """Return what comes after a job that was done or broke down."""
        job = done.job
        self._lost.pop(job.places, None)
        if done.refusal and len(job.places) > 1:
            singles = job.singles()
            if job.is_story:
                apart = _Apart(job)
                self._apart |= {single.places: apart for single in singles}
            return [], singles
        if apart := self._apart.pop(job.places, None):
            return apart.after(done)
        return [done], []

    def after_loss(self, job: Job, reason: str) -> Next:
        """Return what comes after a job whose worker ended, and what ended it."""
        if job.is_story or len(job.places) == 1:
            self._lost[job.places] += 1
            if self._lost[job.places] < MAX_TRIES:
                return [], [job]
        return self.after(Done(job, refusal=f"{reason}, {MAX_TRIES} times; left out"))


def done_here(given: Iterable[Job], work: Work, options: object) -> Iterator[Done]:
    """Yield jobs, or what can be done of them, as this process does them."""
    attempts = Attempts()
    for job in given:
        waiting = deque([job])
        while waiting:
            finished, again = attempts.after(tried(waiting.popleft(), work, options))
            waiting.extendleft(reversed(again))
            yield from finished
