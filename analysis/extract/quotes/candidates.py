"""Parsed paragraph -> every (cue, content) pair its grammar allows; choosing comes later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.extract.quotes.sheet import Sheet
from analysis.types import Span

if TYPE_CHECKING:
    from analysis.parsing import Token

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
    sent = page.sentence[cue.i]
    if cue.text == ":":
        raw = tuple(_around_colon(page, cue, sent))
    else:
        raw = (*_below(page, cue, sent), *_around(page, cue))
    seen: set[tuple[str, tuple[Span, ...]]] = set()
    for rule, head, ranges, variant in raw:
        fitted = fit(page, cue.i, rule, head, ranges, variant)
        if fitted and (rule, fitted.content) not in seen:
            seen.add((rule, fitted.content))
            yield fitted


def may_be_cue(token: Token) -> bool:
    """Return whether a word can report anything, by its part of speech and what hangs on it."""
    if token.text == ":" or not may_stand(token):
        return token.text == ":"
    return token.dep_ in AROUND_DEPS or token.n_lefts + token.n_rights > 0


def may_stand(token: Token) -> bool:
    """Return whether a word can be a cue by its part of speech, whatever hangs on it."""
    return token.text == ":" or (token.pos_ in CUE_POS and token.dep_ != "compound")


def _around_colon(page: Sheet, colon: Token, sent: tuple[int, int]) -> Iterator[Raw]:
    """Yield the headline forms "Source: content" and "Content: source"."""
    left, right = page.trimmed(sent[0], colon.i), page.trimmed(colon.i + 1, sent[1])
    if left is None or right is None or page.tokens[colon.i - 1].like_num:
        return
    if left[1] - left[0] <= COLON_SOURCE:
        yield "colon-after", colon.sent.root.i, (right,), ""
    if right[1] - right[0] <= COLON_SOURCE:
        yield "colon-before", colon.sent.root.i, (left,), ""


def _below(page: Sheet, cue: Token, sent: tuple[int, int]) -> Iterator[Raw]:
    """Yield what hangs below the cue: clauses, objects, objects of its prepositions."""
    for child in cue.children:
        if child.dep_ in CLAUSE_DEPS or child.dep_ in NOUN_DEPS:
            yield from _variants(page, child.dep_, cue, child, sent)
        elif child.dep_ in {"prep", "agent"}:
            for rule, below in _below_prep(child):
                yield from _variants(page, rule, cue, below, sent)


def _below_prep(prep: Token) -> Iterator[tuple[str, Token]]:
    """Yield the objects of a preposition, and of one that follows it ("out against X")."""
    for child in prep.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield child.dep_, child
        elif child.dep_ == "prep":
            yield from (("prep-prep", c) for c in child.children if c.dep_ in {"pobj", "pcomp"})


def _around(page: Sheet, cue: Token) -> Iterator[Raw]:
    """Yield what stands around a parenthetical cue: the clause it interrupts or follows."""
    head = cue.head
    if cue.dep_ not in AROUND_DEPS or head.i == cue.i:
        return
    if cue.dep_ == "prep" and cue.lower_ not in AROUND_PREPS:
        return
    own = (cue.left_edge.i, cue.right_edge.i + 1)
    whole = (head.left_edge.i, head.right_edge.i + 1)
    parts = ((whole[0], own[0]), (own[1], whole[1]))
    content = tuple(t for p in parts if p[0] < p[1] and (t := page.trimmed(*p)))
    if content:
        yield f"around-{cue.dep_}", head.i, content, ""


def _variants(
    page: Sheet, rule: str, cue: Token, head: Token, sent: tuple[int, int]
) -> Iterator[Raw]:
    """Yield the subtree below ``head`` and the same content cut or prolonged."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if start <= cue.i < end:
        start, end = (cue.i + 1, end) if head.i > cue.i else (start, cue.i)
    base = page.trimmed(start, end)
    if base is None:
        return
    seen = {base}
    yield rule, head.i, (base,), ""
    options = _after_cue if base[0] > cue.i else _before_cue
    for variant, left, right in options(page, rule, cue, base, sent):
        part = page.trimmed(left, right)
        if part and part not in seen:
            seen.add(part)
            yield rule, head.i, (part,), variant


Option = tuple[str, int, int]


def _after_cue(
    page: Sheet, rule: str, cue: Token, base: tuple[int, int], sent: tuple[int, int]
) -> Iterator[Option]:
    """Yield other ends for content that follows its cue."""
    start, end = base
    right = [c for c in cue.rights if c.dep_ not in REST_STOP and c.left_edge.i >= end]
    for child in right[:2]:
        yield f"rest-{child.dep_}", start, child.right_edge.i + 1
    cuts = [i for i in range(start + 1, end - 1) if page.edge[i] and page.tokens[i].text in CUT_AT]
    for i in sorted({*cuts[:1], *cuts[-2:]}):
        yield "cut", start, i
    for token in _right_edge(page, base):
        yield f"drop-{token.dep_}", start, token.left_edge.i
    for token in page.tokens[start:end]:
        if token.dep_ == "conj" and token.pos_ == "VERB" and token.tag_ == cue.tag_:
            yield "joined", start, _before_joined(token)
    if rule in SENT_END_RULES and sent[1] - end > 1:
        yield "sentence-end", start, sent[1]


def _before_cue(
    page: Sheet, rule: str, cue: Token, base: tuple[int, int], sent: tuple[int, int]
) -> Iterator[Option]:
    """Yield other ends for content that stands before its cue."""
    if rule == "ccomp":
        subject = [c.left_edge.i for c in cue.children if c.dep_ == "nsubj" and c.i >= base[1]]
        yield "sentence-start", sent[0], min([*subject, cue.i])


def _right_edge(page: Sheet, base: tuple[int, int]) -> list[Token]:
    """Return the modifiers at the right edge of content that may belong to the cue instead."""
    start, end = base
    token, found = page.tokens[end - 1], []
    head = token.head
    while head.i != token.i and start <= head.i < end:
        if token.dep_ in LOOSE_DEPS and token.left_edge.i > start:
            found.append(token)
        token, head = head, head.head
    return found[-MAX_DROPS:]


def _before_joined(verb: Token) -> int:
    """Return where the words that join a second verb begin: "..., and insisted"."""
    left = verb.left_edge.i
    words = [c.i for c in verb.head.children if c.dep_ in {"cc", "punct"} and c.i < left]
    last = max(words, default=left)
    return last if last >= left - 2 else left


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
            right = page.outer[last].outer.end if last >= 0 else span.end
            span = Span(left, _bracket_closed(page.text, left, right))
        if span.start < span.end:
            spans.append(span)
    if not spans:
        return None
    return Candidate(rule, cue, head, (ranges[0][0], ranges[-1][1]), tuple(spans), variant, mark)


def _bracket_closed(text: str, start: int, end: int) -> int:
    """Return the end with the bracket that follows, where the content opened it."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _ends_speech(page: Sheet, number: int, end: int, cue: int) -> bool:
    """Return whether a quotation that ends like speech was joined to the words of its speaker."""
    mark = page.outer[number]
    return end <= cue and mark.inner.of(page.text)[-1:] in {",", ".", "!", "?"}
