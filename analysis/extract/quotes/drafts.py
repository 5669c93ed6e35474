"""An attribution in the making, and the finished quote it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.extract.cues import cue_lemma, cue_lexicon
from analysis.extract.quotes.kinds import kind_of
from analysis.extract.quotes.sources import source_tokens
from analysis.extract.quotes.speech import Cue
from analysis.nlp import ParsedArticle
from analysis.types import Quote, QuoteKind, Span


@dataclass(slots=True)
class Draft:
    """An attribution that later quotations may still add to; spans are in article offsets."""

    content: list[Span]
    quoted: list[Span]
    cue: Cue | None
    p: float
    rule: str
    is_clause: bool = True
    is_scare: bool = False

    @property
    def order(self) -> tuple[int, int]:
        """Return the sort key of text order, an outer attribution before one inside it."""
        return self.content[0].start, -self.content[-1].end

    def add(self, span: Span) -> None:
        """Take up one more stretch of quoted words."""
        self.content.append(span)
        self.quoted.append(span)


def finished(parsed: ParsedArticle, draft: Draft, number: int) -> Quote:
    """Return the quote with its kind, cue and source."""
    quote = Quote(
        id=f"q{number}",
        kind=QuoteKind.SCARE
        if draft.is_scare
        else kind_of(draft.content, draft.quoted, is_clause=draft.is_clause),
        content=tuple(draft.content),
        quoted=tuple(draft.quoted),
        rule=draft.rule,
        confidence=round(draft.p, 3),
    )
    return quote if draft.cue is None else _with_cue(parsed, quote, draft.cue)


def _with_cue(parsed: ParsedArticle, quote: Quote, cue: Cue) -> Quote:
    paragraph = parsed.paragraphs[cue.paragraph]
    if cue.cue is not None:
        token = paragraph.doc[cue.cue]
        quote = replace(
            quote,
            cue=paragraph.span(token),
            cue_lemma=cue_lemma(token),
            cue_class=cue_lexicon().cue_class(token),
        )
    if cue.source is not None:
        start, end = cue.source_range or source_tokens(paragraph.doc[cue.source])
        quote = replace(quote, source=paragraph.span(paragraph.doc[start:end]))
    return quote
