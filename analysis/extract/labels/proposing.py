"""Grouped naming phrases -> the referents worth comparing, each under a readable name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.extract.labels.candidates import Candidate
from analysis.extract.labels.grouping import Keys
from analysis.types import LabelForm

MIN_LABELS = 2
"""Different labels below which there is nothing to compare."""

MIN_MENTIONS = 3
"""Mentions in all below which a referent is not proposed: two phrases with one head and no more
evidence often name two things."""


@dataclass(slots=True)
class _Group:
    """What one key stands for in the story."""

    forms: Counter[tuple[str, bool]] = field(default_factory=Counter)
    """(Label, whether it is a name by itself) -> times."""

    @property
    def n_labels(self) -> int:
        """Return the number of different labels, capitals aside."""
        return len({label.lower() for label, _ in self.forms})

    def is_proposed(self) -> bool:
        """Return whether the referent is worth comparing."""
        return self.forms.total() >= MIN_MENTIONS and self.n_labels >= MIN_LABELS

    def names(self) -> list[str]:
        """Return what the referent may be called, best first; persons by their fullest name."""
        ranked = sorted(self.forms.items(), key=lambda item: (-item[1], item[0]))
        return [label if is_name else f"the {label}" for (label, is_name), _ in ranked]


def referents(articles: Sequence[Sequence[Candidate]], keys: Sequence[Keys]) -> dict[str, str]:
    """Return key -> name for the groups that are proposed; no two have one name."""
    groups: dict[str, _Group] = {}
    for found, row in zip(articles, keys, strict=True):
        for candidate, key in zip(found, row, strict=True):
            if key:
                entry = groups.setdefault(key, _Group())
                entry.forms[candidate.label, _is_name(candidate)] += 1
    result: dict[str, str] = {}
    taken: set[str] = set()
    for key, entry in sorted(groups.items(), key=lambda item: (-item[1].forms.total(), item[0])):
        if entry.is_proposed():
            result[key] = _free(entry.names(), taken)
            taken.add(result[key].lower())
    return result


def _is_name(candidate: Candidate) -> bool:
    """Return whether a label needs no article: a name, or "Lee's request"."""
    first = candidate.label.split()[0]
    owned = first[:1].isupper() and first.endswith(("'s", "’s", "'", "’"))
    return owned or (candidate.proper and candidate.form is not LabelForm.TITLE)


def _free(names: Sequence[str], taken: set[str]) -> str:
    """Return the first name that no other referent has, with a number where all are taken."""
    for name in names:
        if name.lower() not in taken:
            return name
    numbered = (f"{names[0]} ({n})" for n in range(2, len(taken) + 3))
    return next(name for name in numbered if name.lower() not in taken)
