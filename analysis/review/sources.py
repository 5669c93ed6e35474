"""Passages that rest on one source, and sources without a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.paragraphs import paragraph_spans
from analysis.review.finding import Found
from analysis.review.material import Material, begin
from analysis.review.rule import Rule
from analysis.review.words import LOADED
from analysis.spans import n_words, word_spans
from analysis.types import BlockKind, CueClass, Quote, Role, Span
from analysis.vocabulary import plural

MIN_QUOTES = 3
"""Quotes of one source in a row that make a passage: two are a quote and its follow-up."""

MIN_WORDS = 80
"""Words of a passage that rests on one source: about four news sentences."""

MAX_GAP = 1
"""Paragraphs without any source inside a passage: more begin another one."""

_BARE_WORDS = 1
"""Words of a description, articles and numbers aside, that tell a reader nothing."""

_NOTHING_SAID = frozenset(
    "a an the one two three four several some many few other another who that of".split()
)
_OPINION = frozenset(
    "believe feel think fear hope should must ought better worse best worst good bad".split()
)
"""Words that give a judgement rather than a piece of information."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph of the draft's text and the sources in it, in order."""

    span: Span
    sources: tuple[str, ...]


def one_source(material: Material) -> Iterator[Found]:
    """Yield passages in which all that is said by anybody is said by one source."""
    for run in _runs(_paragraphs(material)):
        span = Span(run[0].span.start, run[-1].span.end)
        words = n_words(material.draft.text, [span])
        sources = [each for paragraph in run for each in paragraph.sources]
        if len(sources) >= MIN_QUOTES and words >= MIN_WORDS:
            name = _name(material, sources[0])
            yield Found(
                Span(span.start, span.start + 1),
                sources[0],
                f"From here on {plural(len(run), 'paragraph')} ({words} words) rest on one source: "
                f"{plural(len(sources), 'quote')}, all of {name}. Check whether a second source "
                "is needed.",
                len(sources),
            )


def _paragraphs(material: Material) -> list[_Paragraph]:
    draft = material.draft
    body = [block.span for block in draft.blocks if block.kind is BlockKind.BODY]
    found: list[_Paragraph] = []
    for span in paragraph_spans(draft.text):
        if any(block.start <= span.start < block.end for block in body):
            inside = [q for q in material.quotes if span.start <= q.content[0].start < span.end]
            found.append(_Paragraph(span, tuple(_source(q) for q in inside)))
    return found


def _source(quote: Quote) -> str:
    """Return what tells one source from another; a quote without one is like no other."""
    return quote.speaker_id or quote.id


def _runs(paragraphs: Sequence[_Paragraph]) -> Iterator[list[_Paragraph]]:
    """Yield the longest rows of paragraphs that have one and the same source."""
    run: list[_Paragraph] = []
    gap = 0
    for each in paragraphs:
        if not each.sources:
            gap += 1
            continue
        is_same = run and set(each.sources) == set(run[0].sources) and gap <= MAX_GAP
        if run and not is_same:
            yield run
            run = []
        gap = 0
        if len(set(each.sources)) == 1:
            run.append(each)
    if run:
        yield run


def _name(material: Material, source: str) -> str:
    found = (q.speaker for q in material.quotes if q.speaker_id == source)
    return next((name for name in found if name), "the same speaker")


def _anonymous(material: Material) -> tuple[Quote, ...]:
    return tuple(q for q in material.quotes if q.role is Role.ANONYMOUS)


def anonymous_sources(material: Material) -> Iterator[Found]:
    """Yield each quote of a source without a name: how it is described, and how many there are."""
    found = _anonymous(material)
    for quote in found:
        words = quote.source.of(material.draft.text) if quote.source else ""
        count = f"{len(found)} of {plural(len(material.quotes), 'quote')} in this draft"
        if is_bare(words):
            reason = (
                f"\u201c{words}\u201d tells a reader nothing of the source ({count} without a "
                "name). Check whether it can be described more closely, and why it is not named."
            )
        else:
            reason = (
                f"A source without a name, described as \u201c{words}\u201d ({count}). Check that "
                "the text says why, and that an editor knows who it is."
            )
        yield Found(begin(quote), "used", reason, len(found))


def is_bare(description: str) -> bool:
    """Return whether a description of a source says no more than that it is one."""
    words = [span.of(description).lower() for span in word_spans(description)]
    return len([word for word in words if word not in _NOTHING_SAID]) <= _BARE_WORDS


def anonymous_opinion(material: Material) -> Iterator[Found]:
    """Yield quotes of sources without a name that judge rather than inform."""
    draft = material.draft
    for quote in _anonymous(material):
        words = [
            span.of(draft.text) for part in quote.content for span in word_spans(draft.text, *part)
        ]
        judging = [word for word in words if word.lower() in _OPINION]
        judging += [
            hit.span.of(draft.text)
            for hit in draft.wordings
            if hit.contrast == LOADED and any(part.contains(hit.span) for part in quote.content)
        ]
        if judging or quote.cue_class is CueClass.EMOTIVE:
            shown = ", ".join(f"\u201c{word}\u201d" for word in dict.fromkeys(judging))
            why = f" ({shown})" if shown else ""
            yield Found(
                begin(quote),
                "opinion",
                f"A source without a name seems to give an opinion{why}. Check whether it is "
                "information that cannot be had otherwise.",
                max(1, len(judging)),
            )


SOURCES = (
    Rule(
        id="sources.one",
        title="Passages that rest on one source",
        about=f"Rows of paragraphs with at least {MIN_QUOTES} quotes and {MIN_WORDS} words in "
        "which nobody else is heard. What the reporter saw or read is not known here.",
        find=one_source,
        guidance="fairness",
    ),
    Rule(
        id="sources.anonymous",
        title="Sources without a name",
        about="Quotes of sources whose name is withheld, with how they are described. A name may "
        "be withheld to protect somebody.",
        find=anonymous_sources,
        guidance="anonymity",
    ),
    Rule(
        id="sources.anonymous_opinion",
        title="Opinions of sources without a name",
        about="Quotes of sources without a name that hold words of judgement or loaded words. "
        "Found by words: open the sentence.",
        find=anonymous_opinion,
        guidance="anonymity",
    ),
)
