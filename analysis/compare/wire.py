"""Articles in, the passages that two outlets share word for word out: agency or borrowed copy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from analysis.compare.agencies import agency_credits
from analysis.schema import table
from analysis.spans import merged, n_words, word_spans
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Span, Voice

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, object]
Shingle = tuple[str, ...]

SHINGLE = 5
"""Words in a shingle: shorter runs are shared by chance (Broder 1997; newspaper reuse studies)."""

MIN_RUN = 12
"""Shared words in a row that make a passage: about half a sentence."""

MIN_CONTAINMENT = 0.5
"""Share of a paragraph's shingles in the other article from which the paragraph is shared."""

ALL_PAIRS = 300
"""Articles up to which every pair is compared; beyond, MinHash proposes the pairs."""

PERMUTATIONS = 128
LIKELY = 0.1
"""Estimated overlap (Jaccard) from which MinHash proposes a pair: one shared paragraph."""

_SEED = 1


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles share word for word, with the places in both."""

    left: int
    right: int
    left_spans: tuple[Span, ...]
    right_spans: tuple[Span, ...]
    containment: float
    """Shared shingles as share of the shorter article's shingles, in [0, 1]."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The outlet's own words of one article, quotations left out, by paragraph."""

    paragraphs: tuple[tuple[Span, ...], ...]
    shingles: dict[Shingle, tuple[tuple[int, int], ...]]
    """Shingle -> where it stands: (paragraph, first word)."""


def wire_table(articles: Sequence[AnnotatedArticle], passages: Iterable[Shared]) -> pd.DataFrame:
    """Return one row per pair of outlets' articles that share a passage, most words first.

    ``passages`` are the ``shared_passages`` of the articles: direct quotations are left out,
    since two outlets that report one speech share its words, not their copy. ``words`` counts
    the shared words in the first article, ``containment`` is the share of the shorter one's
    5-word runs that stand in the other, and ``credit`` names the agencies that either credits.
    """
    credits = [" ".join(agency_credits(each)) for each in articles]
    rows = [_row(articles, shared, credits) for shared in passages]
    return table("wire", sorted(rows, key=lambda row: -int(str(row["words"]))))


def wire_spans(
    articles: Sequence[AnnotatedArticle], passages: Iterable[Shared]
) -> dict[str, tuple[Span, ...]]:
    """Return the shared passages of each article, for measures that leave them out.

    ``passages`` are the ``shared_passages`` of the articles. Of the articles that share one the
    first keeps it, so that it is counted once.
    """
    found: dict[str, list[Span]] = defaultdict(list)
    for shared in passages:
        found[articles[shared.right].article.id] += shared.right_spans
    return {article: merged(spans) for article, spans in found.items()}


def shared_passages(articles: Sequence[AnnotatedArticle]) -> Iterator[Shared]:
    """Yield what each pair of articles of different outlets shares, if anything."""
    words = [_words(each) for each in articles]
    for left, right in _pairs(words):
        if articles[left].article.label == articles[right].article.label:
            continue
        common = words[left].shingles.keys() & words[right].shingles.keys()
        spans = [_passages(words[n], common) for n in (left, right)]
        if spans[0] and spans[1]:
            shorter = min(len(words[left].shingles), len(words[right].shingles))
            yield Shared(left, right, spans[0], spans[1], len(common) / shorter)


def _words(annotated: AnnotatedArticle) -> _Words:
    text = annotated.text
    quoted = merged(v.span for v in annotated.voices if v.voice is Voice.QUOTE)
    paragraphs: list[tuple[Span, ...]] = []
    places: dict[Shingle, list[tuple[int, int]]] = defaultdict(list)
    for start, end in _stretches(annotated, quoted):
        spans = tuple(word_spans(text, start, end))
        lowered = [span.of(text).lower() for span in spans]
        for first in range(len(spans) - SHINGLE + 1):
            places[tuple(lowered[first : first + SHINGLE])].append((len(paragraphs), first))
        paragraphs.append(spans)
    return _Words(tuple(paragraphs), {key: tuple(value) for key, value in places.items()})


def _stretches(annotated: AnnotatedArticle, quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield the paragraphs of the article proper, cut where somebody is quoted."""
    for block in annotated.blocks:
        if block.kind not in ARTICLE_KINDS:
            continue
        for match in _PARAGRAPH.finditer(annotated.text, block.start, block.end):
            start = match.start()
            for quote in quoted:
                if start < quote.end and quote.start < match.end():
                    yield Span(start, max(start, quote.start))
                    start = quote.end
            if start < match.end():
                yield Span(start, match.end())


_PARAGRAPH = re.compile(r"[^\n]+")


def _pairs(words: Sequence[_Words]) -> Iterable[tuple[int, int]]:
    if len(words) <= ALL_PAIRS:
        return combinations(range(len(words)), 2)
    return _likely_pairs(words)


def _likely_pairs(words: Sequence[_Words]) -> list[tuple[int, int]]:
    """Return the pairs that probably overlap, without comparing all with all.

    References
    ----------
    Broder (1997): min-wise hashing of shingles.
    """
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 -- for large stories only

    index = MinHashLSH(threshold=LIKELY, num_perm=PERMUTATIONS)
    pairs: set[tuple[int, int]] = set()
    for number, each in enumerate(words):
        if not each.shingles:
            continue
        signature = MinHash(num_perm=PERMUTATIONS, seed=_SEED)
        signature.update_batch([" ".join(shingle).encode() for shingle in each.shingles])
        pairs |= {(int(str(other)), number) for other in index.query(signature)}
        index.insert(str(number), signature)
    return sorted(pairs)


def _passages(words: _Words, common: Iterable[Shingle]) -> tuple[Span, ...]:
    """Return the runs of shared words that are long enough, and paragraphs mostly shared."""
    starts: dict[int, set[int]] = defaultdict(set)
    for shingle in common:
        for paragraph, first in words.shingles[shingle]:
            starts[paragraph].add(first)
    return merged(
        span
        for paragraph, firsts in starts.items()
        for span in _runs(words.paragraphs[paragraph], firsts)
    )


def _runs(spans: Sequence[Span], firsts: set[int]) -> Iterator[Span]:
    n_shingles = len(spans) - SHINGLE + 1
    is_mostly_shared = len(spans) >= MIN_RUN and len(firsts) / n_shingles >= MIN_CONTAINMENT
    if is_mostly_shared:
        yield Span(spans[0].start, spans[-1].end)
        return
    for first in firsts:
        if first - 1 in firsts:
            continue
        last = first
        while last + 1 in firsts:
            last += 1
        if last - first + SHINGLE >= MIN_RUN:
            yield Span(spans[first].start, spans[last + SHINGLE - 1].end)


def _row(articles: Sequence[AnnotatedArticle], shared: Shared, credits: Sequence[str]) -> Row:
    left, right = articles[shared.left], articles[shared.right]
    named = dict.fromkeys(f"{credits[shared.left]} {credits[shared.right]}".split())
    return {
        "outlet": left.article.label,
        "other_outlet": right.article.label,
        "article_id": left.article.id,
        "other_article_id": right.article.id,
        "sentence_ids": _sentences(left, shared.left_spans),
        "other_sentence_ids": _sentences(right, shared.right_spans),
        "spans": _written(shared.left_spans),
        "other_spans": _written(shared.right_spans),
        "passages": len(shared.left_spans),
        "words": n_words(left.text, shared.left_spans),
        "containment": shared.containment,
        "credit": " ".join(named) or None,
        "text": " … ".join(" ".join(span.of(left.text).split()) for span in shared.left_spans),
    }


def _sentences(annotated: AnnotatedArticle, spans: Sequence[Span]) -> str:
    """Return the ids of the sentences that the passages touch."""
    return " ".join(
        s.id for s in annotated.sentences if any(s.span.overlaps(span) for span in spans)
    )


def _written(spans: Iterable[Span]) -> str:
    return " ".join(f"{start}-{end}" for start, end in spans)
