"""A rule of the review: its name, what it looks at, how strict it is, and the function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analysis.review.finding import Found, Severity
from analysis.review.material import Material


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that every draft is looked through for."""

    id: str
    title: str
    about: str
    """What is looked at, and what it can get wrong, in a sentence or two."""
    find: Callable[[Material], Iterable[Found]]
    severity: Severity = Severity.CHECK
    guidance: str | None = None
    """Key of an entry in ``data/guidance.toml``."""
