"""A draft, the story's other articles and a house profile in; what to check out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analysis.compare.facts import Alignment
from analysis.review.finding import ORDER, Finding, Found, Severity
from analysis.review.guidance import guidance
from analysis.review.house import house_terms
from analysis.review.keys import key_of, told_apart
from analysis.review.material import Material, sentence_text
from analysis.review.profile import NO_PROFILE, CheckSetting, HouseProfile, HouseRule
from analysis.review.rule import Rule
from analysis.review.rules import HOUSE, RULES
from analysis.types import AnnotatedArticle


def review(
    draft: AnnotatedArticle,
    others: Sequence[AnnotatedArticle],
    profile: HouseProfile = NO_PROFILE,
    *,
    alignment: Alignment | None = None,
) -> tuple[Finding, ...]:
    """Return what to check in a draft, rule by rule, each with its sentence and its evidence.

    The same articles and profile give the same findings in the same order; keys stay the same
    for a sentence whose words stay, wherever it moves.

    Parameters
    ----------
    draft
        The draft, annotated together with ``others`` so that speakers have one name in all.
    others
        The story's other articles: what the draft is read beside. There may be none; rules
        that compare then find nothing.
    alignment
        Which statements of (draft, *others), in this order, report the same; without it no
        claims are compared.
    """
    return findings_of(Material(draft, tuple(others), alignment), profile)


def findings_of(material: Material, profile: HouseProfile) -> tuple[Finding, ...]:
    """Return what to check in a draft, its rules applied and the house's own."""
    found = [*_of_checks(material, profile), *_of_house(material, profile)]
    keys = told_apart(each.key for each in found)
    return tuple(replace(each, key=key) for each, key in zip(found, keys, strict=True))


def exit_severity(findings: Iterable[Finding]) -> Severity | None:
    """Return the strictest severity among the findings, or nothing."""
    return min((each.severity for each in findings), key=ORDER.__getitem__, default=None)


def _of_checks(material: Material, profile: HouseProfile) -> Iterator[Finding]:
    for rule in RULES:
        setting = profile.checks.get(rule.id, CheckSetting(rule.severity))
        if setting.severity is None:
            continue
        for found in rule.find(material):
            severity = Severity.NOTE if found.is_weak else setting.severity
            yield _finding(material, rule, setting, found, severity)


def _finding(
    material: Material, rule: Rule, setting: CheckSetting, found: Found, severity: Severity
) -> Finding:
    entry = guidance()[rule.guidance] if rule.guidance else None
    reason = f"{found.reason} {setting.reason}".strip()
    link = setting.guidance or (entry.link if entry else None)
    sentence = sentence_text(material.draft, found.span) if found.span else ""
    return Finding(
        rule.id, rule.title, severity, found.span, sentence, found.about, reason, found.n, link,
        found.elsewhere, key_of(rule.id, found.about, sentence),
    )  # fmt: skip


def _of_house(material: Material, profile: HouseProfile) -> Iterator[Finding]:
    for rule, found in house_terms(material, profile):
        sentence = sentence_text(material.draft, found.span) if found.span else ""
        name = f"{HOUSE}.{rule.id}"
        yield Finding(
            name, _title(profile, rule), rule.severity, found.span, sentence, found.about,
            found.reason, found.n, rule.guidance, found.elsewhere,
            key_of(name, found.about, sentence),
        )  # fmt: skip


def _title(profile: HouseProfile, rule: HouseRule) -> str:
    return f"{profile.name}: {rule.id}"
