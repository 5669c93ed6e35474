"""Parsed paragraph -> every (cue, content) pair its grammar allows; choosing comes later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.quotes.sheet import Sheet, trimmed
from analysis.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.tokens import Span as DocSpan

CLAUSE_DEPS = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass", "pcomp"})
NOUN_DEPS = frozenset({"dobj", "attr", "oprd", "nsubjpass", "dative", "appos", "acomp", "nsubj"})
AROUND_DEPS = frozenset({"parataxis", "advcl", "prep", "ccomp", "relcl", "dep", "conj"})
AROUND_PREPS = frozenset({"according", "per", "to", "in", "for", "from", "by"})
CUE_POS = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADP", "SCONJ"})
REST_STOP = frozenset({"conj", "cc", "punct", "parataxis", "npadvmod"})
CUT_AT = frozenset({",", "—", "–", "--", ";", "-", ":"})
SENT_END_RULES = frozenset({"ccomp", "pobj", "dobj", "advcl", "xcomp"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible attribution: the cue word and what it may report.

    ``rule`` names the pattern, ``variant`` how the content was cut from the tree.
    ``content`` is in characters of the paragraph; two spans when the cue interrupts.
    """

    rule: str
    cue: int
    head: int
    tokens: tuple[int, int]
    content: tuple[Span, ...]
    variant: str = ""
    mark: int = -1
    """The quotation (index into ``Sheet.outer``) that is the whole content, or -1."""


def candidates(page: Sheet) -> Iterator[Candidate]:
    """Yield the candidates of one paragraph, each content fitted to the quotation marks."""
    for sent in page.doc.sents:
        for token in sent:
            if token.pos_ in CUE_POS:
                for rule, head, ranges, variant in (*_below(token, sent), *_around(token)):
                    fitted = fit(page, token.i, rule, head, ranges, variant)
                    if fitted:
                        yield fitted


Raw = tuple[str, int, tuple[tuple[int, int], ...], str]


def _below(cue: Token, sent: DocSpan) -> Iterator[Raw]:
    """Yield what hangs below the cue: clauses, objects, objects of its prepositions."""
    for child in cue.children:
        if child.dep_ in CLAUSE_DEPS or child.dep_ in NOUN_DEPS:
            yield from _variants(child.dep_, cue, child, sent)
        elif child.dep_ in {"prep", "agent"}:
            yield from _below_prep(cue, child, sent)


def _below_prep(cue: Token, prep: Token, sent: DocSpan) -> Iterator[Raw]:
    for child in prep.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield from _variants(child.dep_, cue, child, sent)
        elif child.dep_ == "prep":
            for low in child.children:
                if low.dep_ in {"pobj", "pcomp"}:
                    yield from _variants("prep-prep", cue, low, sent)


def _around(cue: Token) -> Iterator[Raw]:
    """Yield what stands around a parenthetical cue: the clause it interrupts or follows."""
    if cue.dep_ not in AROUND_DEPS or cue.head.i == cue.i:
        return
    if cue.dep_ == "prep" and cue.lower_ not in AROUND_PREPS:
        return
    own = (cue.left_edge.i, cue.right_edge.i + 1)
    whole = (cue.head.left_edge.i, cue.head.right_edge.i + 1)
    parts = ((whole[0], own[0]), (own[1], whole[1]))
    content = tuple(t for p in parts if p[0] < p[1] and (t := trimmed(cue.doc, *p)))
    if content:
        yield f"around-{cue.dep_}", cue.head.i, content, ""


def _variants(rule: str, cue: Token, head: Token, sent: DocSpan) -> Iterator[Raw]:
    """Yield the subtree below ``head`` and the same content cut or prolonged."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if start <= cue.i < end:
        start, end = (cue.i + 1, end) if head.i > cue.i else (start, cue.i)
    base = trimmed(cue.doc, start, end)
    if base is None:
        return
    seen = {base}
    yield rule, head.i, (base,), ""
    options = (
        _after_cue(rule, cue, base, sent) if base[0] > cue.i else _before_cue(rule, cue, base, sent)
    )
    for variant, left, right in options:
        part = trimmed(cue.doc, left, right)
        if part and part not in seen:
            seen.add(part)
            yield rule, head.i, (part,), variant


def _after_cue(
    rule: str, cue: Token, base: tuple[int, int], sent: DocSpan
) -> Iterator[tuple[str, int, int]]:
    start, end = base
    right = [c for c in cue.rights if c.left_edge.i >= end and c.dep_ not in REST_STOP]
    for child in right[:2]:
        yield f"rest-{child.dep_}", start, child.right_edge.i + 1
    cuts = [i for i in range(start + 1, end - 1) if cue.doc[i].text in CUT_AT]
    for n, i in enumerate({*cuts[:1], *cuts[-2:]}):
        yield "cut", start, i
    if rule in SENT_END_RULES and sent.end - end > 1:
        yield "sentence-end", start, sent.end


def _before_cue(
    rule: str, cue: Token, base: tuple[int, int], sent: DocSpan
) -> Iterator[tuple[str, int, int]]:
    if rule == "ccomp":
        subject = [c.left_edge.i for c in cue.children if c.dep_ == "nsubj" and c.i >= base[1]]
        yield "sentence-start", sent.start, min([*subject, cue.i])


def fit(
    page: Sheet, cue: int, rule: str, head: int, ranges: tuple[tuple[int, int], ...], variant: str
) -> Candidate | None:
    """Return the candidate with content that respects the quotation marks.

    Content inside marks with the cue outside them is the whole quotation; content
    that a mark would cut in two reaches to that mark; a cue inside a quotation
    reports nothing outside it.
    """
    home = page.inside[cue]
    spans: list[Span] = []
    mark = -1
    for start, end in ranges:
        span = page.span(start, end)
        first, last = page.inside[start], page.inside[end - 1]
        if home >= 0:
            limit = page.outer[home].inner
            span = Span(max(span.start, limit.start), min(span.end, limit.end))
        else:
            mark = first if first >= 0 and first == last and len(ranges) == 1 else mark
            left = page.outer[first].inner.start if first >= 0 else span.start
            right = page.outer[last].inner.end if last >= 0 else span.end
            span = Span(left, right)
        if span.start < span.end:
            spans.append(span)
    if not spans:
        return None
    return Candidate(rule, cue, head, (ranges[0][0], ranges[-1][1]), tuple(spans), variant, mark)
