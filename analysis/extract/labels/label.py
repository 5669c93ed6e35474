"""Parsed articles of a story and their quotes in, the labels of each article out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from analysis.extract.labels.candidates import Candidate, find_candidates
from analysis.extract.labels.grouping import group
from analysis.extract.labels.proposing import referents
from analysis.extract.speakers.people import People, person_heads
from analysis.extract.voices import voice_spans
from analysis.nlp import ParsedArticle
from analysis.types import Label, Quote, Span, Voice, VoiceSpan


def find_labels(
    articles: Sequence[tuple[ParsedArticle, tuple[Quote, ...]]],
) -> list[tuple[Label, ...]]:
    """Return each article's naming phrases, those for one thing under one referent.

    A referent is proposed where the story names it at least three times and in at least two
    ways; other phrases have ``referent`` None.
    """
    found = [find_candidates(parsed) for parsed, _ in articles]
    keys = group(found, _people([parsed for parsed, _ in articles]))
    names = referents(found, keys)
    return [
        _labels(candidates, [names.get(key or "") for key in row], voice_spans(quotes))
        for candidates, row, (_, quotes) in zip(found, keys, articles, strict=True)
    ]


def _people(articles: Sequence[ParsedArticle]) -> People:
    """Return the persons named in the story; full names first, so that surnames find theirs."""
    people = People()
    heads = [
        head
        for article in articles
        for paragraph in article.paragraphs
        for head in person_heads(paragraph.doc)
    ]
    for head in sorted(heads, key=lambda head: not any(c.dep_ == "compound" for c in head.lefts)):
        people.enter(head)
    return people


def _labels(
    candidates: Sequence[Candidate],
    names: Sequence[str | None],
    voices: Sequence[VoiceSpan],
) -> tuple[Label, ...]:
    ends = [voice.end for voice in voices]
    return tuple(
        _label(candidate, name, _voice_at(voices, ends, candidate.span))
        for candidate, name in zip(candidates, names, strict=True)
    )


def _label(candidate: Candidate, referent: str | None, voice: VoiceSpan | None) -> Label:
    return Label(
        start=candidate.start,
        end=candidate.end,
        referent=referent,
        label=candidate.label,
        head=candidate.head,
        voice=voice.voice if voice else Voice.OUTLET,
        quote_id=voice.quote_id if voice else None,
        form=candidate.form,
    )


def _voice_at(voices: Sequence[VoiceSpan], ends: Sequence[int], span: Span) -> VoiceSpan | None:
    """Return the layer that holds the phrase's last word, which is the one that names."""
    after = bisect_right(ends, span.end - 1)
    found = voices[after] if after < len(voices) else None
    return found if found and found.span.overlaps(span) else None
