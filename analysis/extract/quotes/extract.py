"""Parsed article -> its attributions, in text order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from analysis.extract.cues import cue_lemma, cue_lexicon
from analysis.extract.quotes.kinds import is_scare, kind_of
from analysis.extract.quotes.model import models
from analysis.extract.quotes.paragraphs import Reading, Region, read, region_row
from analysis.extract.quotes.select import Scored, chosen
from analysis.extract.quotes.sources import source_tokens
from analysis.extract.quotes.speech import Cue, cue_of, introduced
from analysis.nlp import Paragraph, ParsedArticle
from analysis.types import Quote, QuoteKind, Span

SPEECH = 0.4
"""Least probability at which a quotation counts as someone's words."""


@dataclass(slots=True)
class Draft:
    """An attribution in the making, in article offsets."""

    content: list[Span]
    quoted: list[Span]
    cue: Cue | None
    p: float
    rule: str
    clause: bool = True
    scare: bool = False
    head: int = field(default=0)


def extract_quotes(parsed: ParsedArticle) -> tuple[Quote, ...]:
    """Return the attributions of one article in text order.

    Each has its content (outer quotation marks excluded), the parts of it that
    stand inside marks, the cue and the words that name the speaker. ``confidence``
    is the probability, in [0, 1], that an annotator marks the same content;
    higher = surer.
    """
    reader = _Reader(parsed)
    for number, paragraph in enumerate(parsed.paragraphs):
        reader.take(number, paragraph)
    drafts = sorted(reader.drafts, key=lambda d: (d.content[0].start, -d.content[-1].end))
    return tuple(_quote(parsed, draft, n) for n, draft in enumerate(drafts, start=1))


class _Reader:
    """Walks through the paragraphs and remembers who spoke last."""

    def __init__(self, parsed: ParsedArticle) -> None:
        self.parsed = parsed
        self.models = models()
        self.drafts: list[Draft] = []
        self.before: Reading | None = None
        self.last: Draft | None = None
        self.last_paragraph = -9

    def take(self, number: int, paragraph: Paragraph) -> None:
        """Add the attributions of the next paragraph."""
        reading = read(paragraph.doc, self.models["cue"], self.models["candidate"])
        accepted = chosen(reading.scored)
        regions = self.models["region"]
        spoken: dict[int, float] = {
            r.number: regions.probability(region_row(reading, r, self.before))
            for r in reading.regions
        }
        accepted = [a for a in accepted if not self._outdone(a, reading, spoken)]
        for group in by_cue(accepted):
            self._add_clause(number, paragraph, reading, group)
        for region in reading.regions:
            inner = reading.page.outer[region.number].inner
            if any(c.contains(inner) for a in accepted for c in a.candidate.content):
                continue
            self._add_region(number, paragraph, reading, region, spoken[region.number])
        self.before = reading

    def _outdone(self, item: Scored, reading: Reading, spoken: dict[int, float]) -> bool:
        """Return whether a clause around a quotation gives way to the quotation alone."""
        return any(
            spoken[r.number] >= SPEECH
            and spoken[r.number] > item.p
            and any(c.contains(reading.page.outer[r.number].inner) for c in item.candidate.content)
            for r in reading.regions
        )

    def _add_clause(
        self, number: int, paragraph: Paragraph, reading: Reading, group: list[Scored]
    ) -> None:
        """Add what one cue reports outside or around quotation marks."""
        start = paragraph.start
        parts = sorted(span for item in group for span in item.candidate.content)
        content = [Span(s.start + start, s.end + start) for s in parts]
        quoted = [
            Span(max(m.inner.start, s.start) + start, min(m.inner.end, s.end) + start)
            for s in parts
            for m in reading.page.outer
            if m.inner.overlaps(s)
        ]
        best = max(group, key=lambda item: item.p)
        c = best.candidate
        cue = cue_of(number, paragraph.doc, c.cue, c.rule, best.p)
        rule = f"{c.rule}{':' + c.variant if c.variant else ''}"
        self.drafts.append(Draft(content, quoted, cue, best.p, rule))

    def _add_region(
        self, number: int, paragraph: Paragraph, reading: Reading, region: Region, p: float
    ) -> None:
        inner = reading.page.outer[region.number].inner
        span = Span(inner.start + paragraph.start, inner.end + paragraph.start)
        if p < SPEECH:
            if is_scare(region.shape):
                self.drafts.append(Draft([span], [span], None, p, "scare", scare=True))
            return
        cue = introduced(number, reading, region)
        carried = None if cue is not None else self._carried(number, reading, region)
        if carried is not None and carried.clause:
            carried.content.append(span)
            carried.quoted.append(span)
            self.last_paragraph = number
            return
        if (
            cue is not None
            and self.last is not None
            and self.last_paragraph == number
            and self.last.cue is not None
            and self.last.cue.cue == cue.cue
            and self.last.cue.paragraph == number
            and cue.cue is not None
        ):
            self.last.content.append(span)
            self.last.quoted.append(span)
            return
        draft = Draft(
            [span], [span], cue, p, cue.rule if cue else "direct-alone", region.shape.is_clause
        )
        if carried is not None:
            draft.cue = carried.cue
            draft.rule = "direct-carried"
        self.drafts.append(draft)
        self.last, self.last_paragraph = draft, number

    def _carried(self, number: int, reading: Reading, region: Region) -> Draft | None:
        """Return the attribution whose speaker goes on in this quotation."""
        if self.last is None:
            return None
        if self.last_paragraph == number:
            return self.last
        if self.last_paragraph == number - 1 and reading.page.outer[region.number].outer.start == 0:
            return self.last
        return None


def by_cue(accepted: list[Scored]) -> list[list[Scored]]:
    """Return the accepted candidates of each cue together: "X is expected to go" is one report."""
    groups: dict[int, list[Scored]] = {}
    for item in accepted:
        groups.setdefault(item.candidate.cue, []).append(item)
    return list(groups.values())


def _quote(parsed: ParsedArticle, draft: Draft, n: int) -> Quote:
    kind = (
        QuoteKind.SCARE
        if draft.scare
        else kind_of(draft.content, draft.quoted, clause=draft.clause)
    )
    quote = Quote(
        f"q{n}",
        kind,
        tuple(draft.content),
        tuple(draft.quoted),
        rule=draft.rule,
        confidence=round(draft.p, 3),
    )
    if draft.cue is None:
        return quote
    paragraph = parsed.paragraphs[draft.cue.paragraph]
    if draft.cue.cue is not None:
        token = paragraph.doc[draft.cue.cue]
        quote = replace(
            quote,
            cue=paragraph.span(token),
            cue_lemma=cue_lemma(token),
            cue_class=cue_lexicon().cue_class(token),
        )
    if draft.cue.source is not None:
        start, end = draft.cue.source_range or source_tokens(paragraph.doc[draft.cue.source])
        quote = replace(quote, source=paragraph.span(paragraph.doc[start:end]))
    return quote
