"""Parsed sentences in, statements out: the clauses that can be compared between outlets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.extract.clauses import SUBJECTS, VERBS, Clause, clauses, is_content
from analysis.extract.sentences import NAME_LABELS, find_sentences
from analysis.nlp import Paragraph, ParsedArticle
from analysis.spans import trimmed
from analysis.types import Sentence, Span, Statement

if TYPE_CHECKING:
    from analysis.parsing import Token

_ARGUMENTS = SUBJECTS | {"dobj", "attr"}
_NEGATORS = frozenset({"no", "neither", "nobody", "none", "nothing", "never", "nor"})
_EDGES = " \t\n,;:–—-"
_HYPHENS = frozenset("-–")
_TIMES = frozenset({"DATE", "TIME"})
_JOINING = frozenset("after although as because but since so that though when while".split())
"""Words that join a clause; "if" and its like are kept, they change what is reported."""

_JOINTS = frozenset({"CCONJ", "PUNCT", "SPACE"})


def find_statements(
    parsed: ParsedArticle, sentences: Sequence[Sentence] | None = None
) -> tuple[Statement, ...]:
    """Return what the sentences report, in text order, numbered f1, f2, ...

    A sentence is one statement, or several where it holds further finite clauses:
    coordinated ones, adverbial ones with a subject (after, because), and relative ones
    behind a comma. A clause that shares its subject with the one before is compared with
    that subject. The words of a claim stay with the verb that reports it. A clause of fewer
    than ``clauses.MIN_CONTENT`` content words stays with the clause around it. Questions and titles
    without a verb report nothing.
    """
    found: list[Statement] = []
    sentences = find_sentences(parsed) if sentences is None else sentences
    by_paragraph = _by_paragraph(parsed, sentences)
    for paragraph, inside in zip(parsed.paragraphs, by_paragraph, strict=True):
        for sentence in inside:
            for clause in clauses(_tokens(paragraph, sentence)):
                span = _span(paragraph, clause, sentence, parsed.article.text)
                statement = _statement(clause, f"f{len(found) + 1}", sentence.id, span, paragraph)
                if statement and not span.of(parsed.article.text).endswith("?"):
                    found.append(statement)
    return tuple(found)


def _by_paragraph(parsed: ParsedArticle, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Return the sentences of each paragraph."""
    starts = [paragraph.start for paragraph in parsed.paragraphs]
    found: list[list[Sentence]] = [[] for _ in starts]
    for sentence in sentences:
        found[bisect_right(starts, sentence.start) - 1].append(sentence)
    return found


def _tokens(paragraph: Paragraph, sentence: Sentence) -> list[Token]:
    start, end = sentence.start - paragraph.start, sentence.end - paragraph.start
    first, last = (bisect_left(paragraph.doc.starts, char) for char in (start, end))
    return paragraph.doc.tokens[first:last]


def _span(paragraph: Paragraph, clause: Clause, sentence: Sentence, text: str) -> Span:
    """Return where a clause stands, without the joints at its edges.

    A clause around another one covers it: a statement is one stretch of text. A relative
    clause whose noun begins the sentence begins behind it: no two statements begin alike.
    """
    whole = _tokens(paragraph, sentence)
    tokens = clause.own
    if clause.verb.dep_ == "relcl" and clause.about and clause.about[0].i != whole[0].i:
        tokens = (*clause.about, *tokens)
    inner = list(tokens)
    while len(inner) > 1 and clause.verb.dep_ != "ROOT" and _is_joint(inner[0]):
        inner.pop(0)
    while len(inner) > 1 and _hangs(inner[-1], inner[-2]):
        inner.pop()
    start = sentence.start if inner[0].i == whole[0].i else paragraph.span(inner[0]).start
    end = sentence.end if inner[-1].i == whole[-1].i else paragraph.span(inner[-1]).end
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return trimmed(text, Span(start, end))


def _hangs(last: Token, before: Token) -> bool:
    """Return whether a last word belongs to the next clause: "and", or a stop beyond it."""
    return last.pos_ == "CCONJ" or (last.pos_ in _JOINTS and last.i != before.i + 1)


def _is_joint(token: Token) -> bool:
    """Return whether a word only joins a clause to the one before it."""
    if token.is_quote:
        return False
    return token.pos_ in _JOINTS or (token.dep_ == "mark" and token.lower_ in _JOINING)


def _about(clause: Clause, span: Span, paragraph: Paragraph) -> str:
    if not clause.about or span.contains(paragraph.span(clause.about[-1])):
        return ""
    return "".join(token.text_with_ws for token in clause.about).strip()


def _statement(
    clause: Clause, number: str, sentence: str, span: Span, paragraph: Paragraph
) -> Statement | None:
    lemmas = tuple(_lemmas(clause.tokens))
    if not lemmas or not any(token.pos_ in VERBS for token in clause.own):
        return None
    verb = _reported(clause.verb)
    return Statement(
        id=number,
        sentence_id=sentence,
        start=span.start,
        end=span.end,
        lemmas=lemmas,
        names=tuple(dict.fromkeys(_names(clause.tokens))),
        predicate=verb.lemma_.lower() if verb.pos_ in VERBS else None,
        negated=_is_negated(verb),
        about=_about(clause, span, paragraph),
    )


def _reported(verb: Token) -> Token:
    """Return the verb of what is reported: "ended" in "he said that the unrest has ended"."""
    while True:
        claim = next((c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in VERBS), None)
        if claim is None:
            return verb
        verb = claim


def _lemmas(clause: Sequence[Token]) -> Iterator[str]:
    for token in clause:
        if is_content(token):
            yield token.lemma_.lower() if token.pos_ != "PROPN" else token.lower_


def _names(clause: Sequence[Token]) -> Iterator[str]:
    """Yield the names, each a run of proper nouns or of nouns inside a named entity."""
    run: list[Token] = []
    for token in clause:
        if run and token.i != run[-1].i + 1:
            yield from _joined(run)
            run = []
        if _is_name(token) or (run and token.text in _HYPHENS):
            run.append(token)
        elif run:
            yield from _joined(run)
            run = []
    yield from _joined(run)


def _joined(run: list[Token]) -> Iterator[str]:
    while run and run[-1].text in _HYPHENS:
        run = run[:-1]
    if run:
        yield "".join(token.text_with_ws for token in run).strip().lower()


def _is_name(token: Token) -> bool:
    if token.ent_type_ in _TIMES:
        return False
    return token.pos_ == "PROPN" or (
        token.ent_type_ in NAME_LABELS and token.pos_ in {"NOUN", "ADJ"}
    )


def _is_negated(verb: Token) -> bool:
    """Return whether the clause denies: "not", or no one and nothing as subject or object."""
    return any(
        child.dep_ == "neg"
        or child.lower_ in _NEGATORS
        or (child.dep_ in _ARGUMENTS and any(grand.lower_ in _NEGATORS for grand in child.children))
        for child in verb.children
    )
