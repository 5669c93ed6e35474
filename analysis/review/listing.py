"""Findings -> lines for a terminal, and rows for a spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analysis.review.decisions import Log
from analysis.review.finding import ORDER, Finding, Severity
from analysis.vocabulary import plural

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = (
    "rule", "title", "severity", "sentence", "reason", "n", "guidance", "elsewhere",
    "answer", "note", "who", "at", "version", "key",
)  # fmt: skip


def by_rule(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """Return the findings by the id of their rule, strictest rules first, else as found."""
    groups: dict[str, list[Finding]] = {}
    for each in findings:
        groups.setdefault(each.rule, []).append(each)
    strictest = {rule: min(ORDER[f.severity] for f in found) for rule, found in groups.items()}
    return {rule: groups[rule] for rule in sorted(groups, key=strictest.__getitem__)}


def summary(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each severity."""
    counts = Counter(each.severity for each in findings)
    parts = [f"{counts[each]} {each.value}" for each in (Severity.MUST, Severity.CHECK)]
    parts.append(plural(counts[Severity.NOTE], "note"))
    return f"{plural(len(findings), 'finding')}: {', '.join(parts)}"


def lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the findings as plain text, grouped by rule."""
    for found in by_rule(findings).values():
        yield f"{found[0].title} ({len(found)})"
        for each in found:
            yield f"  [{each.severity.value}] {each.sentence or 'The whole draft'}"
            yield f"      {each.reason}"
            for other in each.elsewhere:
                said = " | ".join(part for part in (other.printed, other.note) if part)
                yield f"      {other.outlet}: {said}"
            if each.guidance:
                yield f"      See {each.guidance}"
        yield ""


def frame(findings: Iterable[Finding], log: Log | None = None) -> pd.DataFrame:
    """Return the findings with what was decided about them, one row each."""
    rows = [_row(each, log or Log()) for each in findings]
    return pd.DataFrame(rows, columns=pd.Index(COLUMNS))


def _row(finding: Finding, log: Log) -> dict[str, object]:
    answer = log.answers().get(finding.key)
    notes = log.notes().get(finding.key, ())
    return {
        "rule": finding.rule,
        "title": finding.title,
        "severity": finding.severity.value,
        "sentence": finding.sentence,
        "reason": finding.reason,
        "n": finding.n,
        "guidance": finding.guidance or "",
        "elsewhere": " \u2026 ".join(f"{e.outlet}: {e.printed}" for e in finding.elsewhere),
        "answer": answer.answer.value if answer else "open",
        "note": " / ".join(each.note for each in notes),
        "who": answer.who if answer else "",
        "at": answer.at if answer else "",
        "version": answer.version if answer else "",
        "key": finding.key,
    }
