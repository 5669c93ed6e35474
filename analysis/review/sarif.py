"""Findings -> SARIF 2.1.0, the form that code hosts and editors read check results in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from analysis.review.finding import Finding, Severity
from analysis.types import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

LEVELS = {Severity.NOTE: "note", Severity.CHECK: "warning", Severity.MUST: "error"}

FINGERPRINT = "parallaxSentence/v1"
"""Name of the key that stays the same when a sentence moves."""

_LINE_END = re.compile(r"\r\n|\r|\n")


def to_sarif(findings: Sequence[Finding], text: str, uri: str) -> dict[str, Any]:
    """Return the findings as one SARIF log; ``uri`` names the draft, ``text`` is what was read.

    Columns count code points from 1 and a region ends before its end column, as the form
    asks. A finding about the whole draft has no region.
    """
    rules = list(dict.fromkeys((each.rule, each.title, each.guidance) for each in findings))
    ids = list(dict.fromkeys(rule for rule, _, _ in rules))
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    run = {
        "tool": {
            "driver": {
                "name": "Parallax review",
                "version": version("parallax-news"),
                "rules": [_rule(rule, rules) for rule in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": quote(uri)}}],
        "results": [_result(each, ids, text, quote(uri), starts) for each in findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: str, rules: Sequence[tuple[str, str, str | None]]) -> dict[str, Any]:
    _, title, guidance = next(each for each in rules if each[0] == rule)
    found: dict[str, Any] = {"id": rule, "shortDescription": {"text": title}}
    return {**found, "helpUri": guidance} if guidance else found


def _result(
    finding: Finding, ids: Sequence[str], text: str, uri: str, starts: Sequence[int]
) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri, "index": 0}}
    if finding.span:
        place["region"] = _region(finding.span, text, starts)
    return {
        "ruleId": finding.rule,
        "ruleIndex": ids.index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": finding.reason},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {FINGERPRINT: finding.key},
    }


def _region(span: Span, text: str, starts: Sequence[int]) -> dict[str, Any]:
    first, last = (bisect_right(starts, offset) - 1 for offset in span)
    return {
        "startLine": first + 1,
        "startColumn": span.start - starts[first] + 1,
        "endLine": last + 1,
        "endColumn": span.end - starts[last] + 1,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.of(text)},
    }
