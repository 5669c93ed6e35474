"""What a review finds: one thing to check, with its sentence, reason, guidance and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.rights import Rights
from analysis.types import Span

NOT_PRINTED = "(the text may not be reprinted)"


class Severity(StrEnum):
    """How much a desk wants to see a finding; it says nothing of who is right."""

    NOTE = "note"
    """For information: nothing is asked."""
    CHECK = "check"
    """To be looked at before publication."""
    MUST = "must"
    """The house's own rule asks for a change or a decision."""


ORDER = {Severity.MUST: 0, Severity.CHECK: 1, Severity.NOTE: 2}
"""What stands first in a list."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One sentence of another article of the story, as evidence beside a finding."""

    outlet: str
    article_id: str
    sentence: str
    note: str = ""
    rights: Rights = Rights.EXCERPT
    """What may be reprinted of the article."""

    @property
    def printed(self) -> str:
        """Return the sentence as a file may hold it that leaves this machine."""
        return NOT_PRINTED if self.sentence and self.rights is Rights.LINK else self.sentence


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields before severity, guidance and key are known."""

    span: Span | None
    """Where in the draft; ``None`` = it is about the whole draft."""
    about: str
    """What tells this finding from another of the same rule in the same sentence."""
    reason: str
    n: int
    """How many things were counted for it; the reason says which."""
    elsewhere: tuple[Elsewhere, ...] = ()
    is_weak: bool = False
    """Whether it is for information only, whatever the severity of its rule."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to check in a draft."""

    rule: str
    title: str
    """Heading of the rule."""
    severity: Severity
    span: Span | None
    sentence: str
    """The sentence of the draft, on one line; empty where it is about the whole draft."""
    about: str
    reason: str
    n: int
    guidance: str | None
    """Address of public guidance."""
    elsewhere: tuple[Elsewhere, ...]
    key: str
    """The same for the same rule and sentence in every version of the draft."""
