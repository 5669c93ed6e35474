"""Findings and decisions -> what the Review page shows: groups, sentences with marks, lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from analysis.markup import Html, element, joined
from analysis.review import Finding
from analysis.review.decisions import Decision, Log
from analysis.review.finding import ORDER, Elsewhere
from analysis.review.guidance import guidance
from analysis.review.listing import by_rule
from analysis.review.material import Material
from analysis.review.rules import RULES
from analysis.review.signed import moment, told
from analysis.tables import sentence_at
from dashboard import words
from dashboard import words_review as said

MAX_SHOWN = 10
"""Findings of one rule shown at once."""

_ABOUT = {rule.id: rule.about for rule in RULES}


def shown(findings: Iterable[Finding], log: Log, choice: str) -> Mapping[str, list[Finding]]:
    """Return the findings to show by rule, strictest first within a rule."""
    answered = log.answers()
    wanted = {
        said.OPEN: lambda f: f.key not in answered,
        said.DECIDED: lambda f: f.key in answered,
        said.ALL: lambda f: True,
    }[choice]
    groups = by_rule(each for each in findings if wanted(each))
    return {rule: sorted(found, key=lambda f: ORDER[f.severity]) for rule, found in groups.items()}


def about(rule: str) -> str:
    """Return what a rule looks at; nothing for a house's own."""
    return _ABOUT.get(rule, "")


def n_decided(findings: Sequence[Finding], log: Log) -> int:
    """Return how many of the findings were accepted or dismissed."""
    answered = log.answers()
    return sum(each.key in answered for each in findings)


def n_gone(findings: Sequence[Finding], log: Log) -> int:
    """Return how many decided findings are not found in this version of the draft."""
    return len(set(log.answers()) - {each.key for each in findings})


def finding_html(finding: Finding, material: Material, names: Mapping[str, str]) -> Html:
    """Return a finding: severity, sentence with its words marked, reason, guidance, evidence."""
    severity = words.capital(said.SEVERITIES[finding.severity.value])
    return joined(
        element("p", severity, class_=f"px-severity px-{finding.severity.value}"),
        element("p", *_sentence(finding, material), class_="px-kwic", dir="auto"),
        element("p", finding.reason, class_="px-text", dir="auto"),
        _guidance(finding, names),
        _elsewhere(finding.elsewhere),
    )


def _sentence(finding: Finding, material: Material) -> list[Html | str]:
    if finding.span is None:
        return [element("em", said.WHOLE)]
    text = material.draft.text
    sentence = sentence_at(material.draft, finding.span.start)
    start, end = sentence.span if sentence else finding.span
    left, right = finding.span.start, min(finding.span.end, end)
    if right - left <= 1:  # a place, not words
        return [text[start:end]]
    return [text[start:left], element("mark", text[left:right]), text[right:end]]


def guidance_names() -> dict[str, str]:
    """Return what each address of guidance is called, and whether anybody looked at it."""
    return {
        each.link: each.name if each.basis == "read" else f"{each.name} {said.NOT_OPENED}"
        for each in guidance().values()
    }


def _guidance(finding: Finding, names: Mapping[str, str]) -> Html:
    if not finding.guidance:
        return joined()
    link = element(
        "a",
        names.get(finding.guidance, finding.guidance),
        href=finding.guidance,
        rel="noreferrer noopener",
        target="_blank",
    )
    return element("p", f"{said.GUIDANCE}: ", link, class_="px-hint")


def _elsewhere(found: Sequence[Elsewhere]) -> Html:
    if not found:
        return joined()
    items = [
        element(
            "li",
            element("strong", each.outlet),
            f": {each.sentence}" if each.sentence else "",
            element("span", each.note, class_="px-why") if each.note else "",
            dir="auto",
        )
        for each in found
    ]
    head = element("summary", said.ELSEWHERE.format(number=len(found)))
    return element("details", head, element("ul", *items, class_="px-bullets"), class_="px-fold")


def state_line(answer: Decision | None, notes: Sequence[Decision]) -> Html:
    """Return what was decided about a finding, and its notes."""
    lines = [words.capital(told(answer))] if answer else []
    lines += [f"{said.NOTE_LABEL} ({each.who}, {moment(each.at)}): {each.note}" for each in notes]
    return element("p", " \u00b7 ".join(lines), class_="px-hint", dir="auto") if lines else joined()


def log_rows(log: Log) -> list[list[Html | str]]:
    """Return the log for a table, the latest first."""
    return [
        [
            moment(each.at),
            each.who,
            str(each.version),
            each.rule,
            words.shortened(each.sentence, 160),
            f"{each.answer.value}{f': {each.note}' if each.note else ''}"
            f"{said.UNDONE if each.is_undone else ''}",
        ]
        for each in reversed(log.decisions)
    ]
