"""Paragraphs in reading order -> drafts of attributions; remembers who spoke last."""

from __future__ import annotations

from analysis.extract.quotes.drafts import Draft
from analysis.extract.quotes.kinds import is_scare, kind_of
from analysis.extract.quotes.model import Models, probability
from analysis.extract.quotes.paragraphs import Reading, Region, read, region_row
from analysis.extract.quotes.select import Scored, by_cue, chosen
from analysis.extract.quotes.speech import Cue, cue_of, introduced
from analysis.nlp import Paragraph
from analysis.types import QuoteKind, Span

SPEECH = 0.4
"""Least probability at which a quotation counts as someone's words."""


NESTED = 0.5
"""Least probability of a cue inside a report for the quotation it introduces to be its own."""


class Reader:
    """Reads an article paragraph by paragraph; ``drafts`` fills up."""

    def __init__(self, models: Models) -> None:
        self.drafts: list[Draft] = []
        self._models = models
        self._before: Reading | None = None
        self._last: Draft | None = None
        self._last_paragraph = -1

    def take(self, number: int, paragraph: Paragraph) -> None:
        """Add the attributions of the next paragraph."""
        reading = read(paragraph.doc, self._models)
        weigh = self._models.region.log_odds
        spoken = {
            region.number: probability(weigh(region_row(reading, region, self._before)))
            for region in reading.regions
        }
        accepted = [a for a in chosen(reading.scored) if not _outdone(a, reading, spoken)]
        for group in by_cue(accepted):
            self._add_report(number, paragraph, reading, group)
        for region in reading.regions:
            if not _is_part(region, reading, accepted):
                self._add_quotation(number, paragraph, reading, region, spoken[region.number])
        self._before = reading

    def _add_report(
        self, number: int, paragraph: Paragraph, reading: Reading, group: list[Scored]
    ) -> None:
        """Add what one cue reports outside or around quotation marks."""
        parts = sorted(span for item in group for span in item.candidate.content)
        content = [_moved(span, paragraph.start) for span in parts]
        quoted = [
            _moved(
                Span(max(m.inner.start, s.start), min(m.inner.end, s.end)),
                paragraph.start,
            )
            for s in parts
            for m in reading.page.outer
            if m.inner.overlaps(s)
        ]
        best = max(group, key=lambda item: item.p)
        cue = cue_of(number, reading.page, best.candidate.cue, best.candidate.rule, best.p)
        draft = Draft(content, quoted, cue, best.p, best.candidate.name)
        if kind_of(content, quoted, is_clause=True) is QuoteKind.DIRECT:
            draft.content = list(quoted)
        if quoted or parts[-1].end <= reading.page.starts[best.candidate.cue]:
            # Such reports are often followed by more of the same speech, without a cue.
            self._remember(draft, number)
        self.drafts.append(draft)

    def _add_quotation(
        self, number: int, paragraph: Paragraph, reading: Reading, region: Region, p: float
    ) -> None:
        """Add a quotation that no larger report contains: speech, or a scare quote."""
        span = _moved(reading.page.outer[region.number].inner, paragraph.start)
        if p < SPEECH:
            if is_scare(region.shape):
                self.drafts.append(Draft([span], [span], None, p, "scare", is_scare=True))
            return
        cue = introduced(number, reading, region)
        going_on = self._going_on(number, reading, region, cue)
        if going_on is not None:
            going_on.add(span)
            self._last_paragraph = number
            return
        rule = cue.rule if cue else "direct-alone"
        draft = Draft([span], [span], cue, p, rule, is_clause=region.shape.is_sentence)
        self.drafts.append(draft)
        self._remember(draft, number)

    def _remember(self, draft: Draft, number: int) -> None:
        self._last, self._last_paragraph = draft, number

    def _going_on(
        self, number: int, reading: Reading, region: Region, cue: Cue | None
    ) -> Draft | None:
        """Return the attribution that this quotation goes on with.

        Within a paragraph: the same cue ("A," he said, "B."), or none of its own.
        From one paragraph to the next: a quotation that opens the paragraph
        without a cue, after a paragraph that ended in a quotation.
        """
        last = self._last
        if last is None:
            return None
        if cue is not None:
            same = last.cue is not None and cue.cue is not None
            return last if same and _place(last.cue) == _place(cue) else None
        if self._last_paragraph == number:
            return last
        opens = reading.page.outer[region.number].outer.start == 0
        return last if opens and self._last_paragraph == number - 1 else None


def _place(cue: Cue | None) -> tuple[int, int | None] | None:
    return None if cue is None else (cue.paragraph, cue.cue)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _is_part(region: Region, reading: Reading, accepted: list[Scored]) -> bool:
    """Return whether a quotation is only part of a larger report.

    It is more where someone else is quoted inside the report: "X asked for help
    against what the government calls 'an incursion'".
    """
    page = reading.page
    inner = page.outer[region.number].inner
    around = [c for a in accepted for c in a.candidate.content if c.contains(inner)]
    best = region.best
    if not around or best is None or best.p < NESTED:
        return bool(around)
    cue = page.span(best.candidate.cue, best.candidate.cue + 1)
    return not all(c.contains(cue) for c in around)


def _outdone(item: Scored, reading: Reading, spoken: dict[int, float]) -> bool:
    """Return whether a report around a quotation gives way to the quotation alone."""
    return any(
        p >= SPEECH
        and p > item.p
        and any(c.contains(reading.page.outer[n].inner) for c in item.candidate.content)
        for n, p in spoken.items()
    )
