"""Parsed paragraph -> every (cue, content) pair its grammar allows; choosing comes later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.quotes.sheet import Sheet, trimmed
from analysis.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

CLAUSE_DEPS = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass", "pcomp"})
NOUN_DEPS = frozenset({"dobj", "attr", "oprd", "nsubjpass", "dative", "appos", "acomp", "nsubj"})
AROUND_DEPS = frozenset({"parataxis", "advcl", "prep", "ccomp", "relcl", "dep", "conj"})
AROUND_PREPS = frozenset({"according", "per", "to", "in", "for", "from", "by"})
CUE_POS = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN", "ADP", "SCONJ"})
REST_STOP = frozenset({"conj", "cc", "punct", "parataxis", "npadvmod"})
CUT_AT = frozenset({",", "—", "–", "--", ";", "-", ":"})
LOOSE_DEPS = frozenset({"prep", "advcl", "npadvmod", "relcl", "acl", "conj", "advmod", "xcomp"})
"""Relations of modifiers that parsers often attach to the wrong word."""

MAX_DROPS = 4
"""Right-edge modifiers tried, the highest in the tree last."""

COLON_SOURCE = 8
"""Longest speaker before or after a colon, in tokens."""

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

    @property
    def name(self) -> str:
        """Return the pattern with the way its content was cut: "ccomp:joined"."""
        return f"{self.rule}:{self.variant}" if self.variant else self.rule


Raw = tuple[str, int, tuple[tuple[int, int], ...], str]


def candidates(page: Sheet, cue: Token) -> Iterator[Candidate]:
    """Yield what one word may report, each content fitted to the quotation marks."""
    raw = _around_colon(cue) if cue.text == ":" else (*_below(cue, cue.sent), *_around(cue))
    seen: set[tuple[str, tuple[Span, ...]]] = set()
    for rule, head, ranges, variant in raw:
        fitted = fit(page, cue.i, rule, head, ranges, variant)
        if fitted and (rule, fitted.content) not in seen:
            seen.add((rule, fitted.content))
            yield fitted


def may_be_cue(token: Token) -> bool:
    """Return whether a word can report anything: verbs, nouns, adjectives, prepositions, a colon."""
    return token.pos_ in CUE_POS or token.text == ":"


def _around_colon(colon: Token) -> Iterator[Raw]:
    """Yield the headline forms "Source: content" and "Content: source"."""
    doc, sent = colon.doc, colon.sent
    left, right = trimmed(doc, sent.start, colon.i), trimmed(doc, colon.i + 1, sent.end)
    if left is None or right is None or doc[colon.i - 1].like_num:
        return
    if left[1] - left[0] <= COLON_SOURCE:
        yield "colon-after", sent.root.i, (right,), ""
    if right[1] - right[0] <= COLON_SOURCE:
        yield "colon-before", sent.root.i, (left,), ""


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
    for i in sorted({*cuts[:1], *cuts[-2:]}):
        yield "cut", start, i
    for token in _right_edge(cue.doc, base):
        yield f"drop-{token.dep_}", start, token.left_edge.i
    for token in cue.doc[start:end]:
        if token.dep_ == "conj" and token.pos_ == "VERB" and token.tag_ == cue.tag_:
            yield "joined", start, _before_joined(token)
    if rule in SENT_END_RULES and sent.end - end > 1:
        yield "sentence-end", start, sent.end


def _right_edge(doc: Doc, base: tuple[int, int]) -> list[Token]:
    """Return the modifiers at the right edge of content that may belong to the cue instead."""
    start, end = base
    token, found = doc[end - 1], []
    while token.head.i != token.i and start <= token.head.i < end:
        if token.dep_ in LOOSE_DEPS and token.left_edge.i > start:
            found.append(token)
        token = token.head
    return found[-MAX_DROPS:]


def _before_joined(verb: Token) -> int:
    """Return where the words that join a second verb begin: "..., and insisted"."""
    words = [
        c.i for c in verb.head.children if c.dep_ in {"cc", "punct"} and c.i < verb.left_edge.i
    ]
    last = max(words, default=verb.left_edge.i)
    return last if last >= verb.left_edge.i - 2 else verb.left_edge.i


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
        first, last = page.inside[start], page.inside[end - 1]
        if home >= 0:
            span, limit = page.span(start, end), page.outer[home].inner
            span = Span(max(span.start, limit.start), min(span.end, limit.end))
        elif first >= 0 and (first == last or _ends_speech(page, first, end, cue)):
            mark = first if len(ranges) == 1 else mark
            span = page.outer[first].inner
        else:
            span = page.span(start, end)
            left = page.outer[first].outer.start if first >= 0 else span.start
            span = Span(left, page.outer[last].outer.end if last >= 0 else span.end)
        if span.start < span.end:
            spans.append(span)
    if not spans:
        return None
    return Candidate(rule, cue, head, (ranges[0][0], ranges[-1][1]), tuple(spans), variant, mark)


def _ends_speech(page: Sheet, number: int, end: int, cue: int) -> bool:
    """Return whether a quotation that ends like speech was joined to the words of its speaker."""
    mark = page.outer[number]
    return end <= cue and mark.inner.of(page.doc.text)[-1:] in {",", ".", "!", "?"}
