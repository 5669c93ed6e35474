"""A review -> one self-contained HTML file: findings, decisions, who signed, when and what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.report.environment import rendered
from analysis.report.page import Head
from analysis.report.parts import Block, Line, Pairs, Paragraph, Section, Small, Table
from analysis.review.decisions import Answer, Decision, Log
from analysis.review.finding import Finding
from analysis.review.listing import by_rule, summary
from analysis.vocabulary import listed, plural

ANSWERS = {
    Answer.ACCEPT: "accepted: will be seen to",
    Answer.DISMISS: "dismissed: nothing will be changed",
    Answer.NOTE: "note",
}
OPEN = "open"

NOTICE = (
    "A list of things to check, found by rules; not a list of mistakes. Whoever signs decides. "
    "What is not found here may still need checking."
)


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands at the head of a signed review."""

    label: str
    version: int
    who: str
    at: str
    """ISO time in UTC."""
    story: str
    outlets: tuple[str, ...]
    profile: str


def signed_html(findings: Sequence[Finding], log: Log, signature: Signature) -> str:
    """Return the review as an HTML file that runs nothing and loads nothing.

    It holds the sentences that findings are about, never the whole draft.
    """
    sections = tuple(_sections(findings, log, signature))
    head = Head(
        signature.label,
        f"Review of version {signature.version}, signed by {signature.who}",
        (f"signed {moment(signature.at)}", summary(findings)),
        NOTICE,
        (),
    )
    titles = {each.id: each.title for each in sections}
    return rendered(head=head, sections=sections, groups=(), numbers={}, titles=titles)


def moment(at: str) -> str:
    """Return an ISO time as people read it, to the minute."""
    return f"{at[:10]} {at[11:16]} UTC"


def told(decision: Decision) -> str:
    """Return an answer in words: what, by whom, when, on which version."""
    return (
        f"{ANSWERS[decision.answer]} \u2013 {decision.who}, {moment(decision.at)}, "
        f"version {decision.version}"
    )


def _sections(findings: Sequence[Finding], log: Log, signature: Signature) -> Iterator[Section]:
    yield Section("what", "What was reviewed", (_what(findings, log, signature),))
    for number, found in enumerate(by_rule(findings).values(), start=1):
        yield Section(f"rule-{number}", found[0].title, (_table(found, log),))
    yield Section("log", "Log", (_log(log),))


def _what(findings: Sequence[Finding], log: Log, signature: Signature) -> Block:
    answered = sum(each.key in log.answers() for each in findings)
    beside = listed(list(signature.outlets)) or "no other article"
    pairs = {
        "Draft": f"{signature.label}, version {signature.version}",
        "Read beside": f"{signature.story}: {beside}",
        "House profile": signature.profile,
        "Decided": f"{answered} of {plural(len(findings), 'finding')}",
        "Signed": f"{signature.who}, {moment(signature.at)}",
    }
    return Pairs(tuple((name, (text,)) for name, text in pairs.items()))


def _table(found: Sequence[Finding], log: Log) -> Block:
    rows = tuple(_row(each, log) for each in found)
    heads = ("Sentence of the draft", "To check", "In the other articles", "Decision")
    return Table(found[0].title, heads, rows, headed=True)


def _row(finding: Finding, log: Log) -> tuple[Line, ...]:
    answer = log.answers().get(finding.key)
    notes = [f" Note: {each.note}" for each in log.notes().get(finding.key, ())]
    where = [
        part for e in finding.elsewhere for part in (f"{e.outlet}: {e.printed} ", Small(e.note))
    ]
    link = (Small(finding.guidance),) if finding.guidance else ()
    return (
        (finding.sentence or "The whole draft",),
        (f"[{finding.severity.value}] {finding.reason}", *link),
        tuple(where) or ("",),
        (told(answer) if answer else OPEN, *map(Small, notes)),
    )


def _log(log: Log) -> Block:
    if not log.decisions:
        return Paragraph(("Nothing was decided.",))
    rows: tuple[tuple[Line, ...], ...] = tuple(
        (
            (moment(each.at),),
            (each.who,),
            (str(each.version),),
            (each.rule,),
            (each.sentence,),
            (_said(each),),
        )
        for each in log.decisions
    )
    return Table(
        "Log", ("When", "Who", "Version", "Rule", "Sentence", "Decision"), rows, headed=True
    )


def _said(decision: Decision) -> str:
    said = decision.answer.value + (f": {decision.note}" if decision.note else "")
    return f"{said} (undone)" if decision.is_undone else said
