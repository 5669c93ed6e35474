"""Gold article + contract record -> scores for attributions, speakers and the voice layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gold import GoldArticle, GoldQuote, normalised
from tallies import Found, Tally, as_span, best_pairs, dice, shown, word_ids, words

from analysis.types import Span

MATCH = 0.8
"""Least dice of words for two contents to be the same quote (as in PolNeAR evaluations)."""

EXCUSED = 0.5
"""Least dice with an optional attribution for a prediction not to be judged at all."""

KINDS = ("direct", "indirect", "mixed", "fragment", "scare")
VOICES = ("quote", "paraphrase", "outlet")
ANALYSED = frozenset({"headline", "standfirst", "subhead", "body", "caption", "gallery"})


def matched(gold: GoldArticle, record: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    """Return (gold number, prediction number) of the required quotes that were found."""
    required = [i for i, quote in enumerate(gold.quotes) if not quote.optional]
    predicted = range(len(record["quotes"]))
    return best_pairs(_similarity(gold, record, required, predicted), MATCH)


def score_quotes(gold: GoldArticle, record: Mapping[str, Any]) -> Tally:
    """Return quotes found (dice >= 0.8), in all and by kind, and what was said right of them."""
    tally = Tally()
    pairs = matched(gold, record)
    rows = record["quotes"]
    taken = {j for _, j in pairs}
    optional = [i for i, quote in enumerate(gold.quotes) if quote.optional]
    free = [j for j in range(len(rows)) if j not in taken]
    excused = {j for (_, j), v in _similarity(gold, record, optional, free).items() if v >= EXCUSED}
    judged = [j for j in range(len(rows)) if j not in excused]
    required = [i for i, quote in enumerate(gold.quotes) if not quote.optional]
    tally.add("quotes: all", Found(len(pairs), len(judged), len(required)))
    want = {i: gold.quotes[i].kinds[0] for i in required}
    want |= {i: rows[j]["kind"] for i, j in pairs if rows[j]["kind"] in gold.quotes[i].kinds}
    for kind in KINDS:
        right = sum(want[i] == rows[j]["kind"] == kind for i, j in pairs)
        n_predicted = sum(rows[j]["kind"] == kind for j in judged)
        n_gold = sum(value == kind for value in want.values())
        tally.add(f"quotes: {kind}", Found(right, n_predicted, n_gold))
    for i, j in sorted(pairs):
        _judge(tally, gold, gold.quotes[i], rows[j])
    for i in sorted(set(required) - {i for i, _ in pairs}):
        quote = gold.quotes[i]
        tally.misses.append(f"quote missed: {quote.kinds[0]} '{_content(gold, quote.content)}'")
    for j in sorted(set(judged) - taken):
        spans = tuple(Span(*pair) for pair in rows[j]["content"])
        tally.misses.append(f"quote too many: {rows[j]['kind']} '{_content(gold, spans)}'")
    return tally


def _similarity(
    gold: GoldArticle, record: Mapping[str, Any], golds: Sequence[int], rows: Sequence[int]
) -> dict[tuple[int, int], float]:
    """Return the dice of each pair that shares a word, best accepted extent."""
    tokens = words(gold.text)
    theirs = {
        j: word_ids(tokens, (Span(*pair) for pair in record["quotes"][j]["content"])) for j in rows
    }
    result: dict[tuple[int, int], float] = {}
    for i in golds:
        extents = [word_ids(tokens, spans) for spans in gold.quotes[i].contents]
        for j, ids in theirs.items():
            value = max(dice(extent, ids) for extent in extents)
            if value > 0:
                result[i, j] = value
    return result


def _judge(tally: Tally, gold: GoldArticle, quote: GoldQuote, row: Mapping[str, Any]) -> None:
    where = _content(gold, quote.content)
    kind = row["kind"]
    tally.judge("quotes: kind", kind in quote.kinds, f"'{where}' is {quote.kinds}, found {kind}")
    named = "named" if quote.named and quote.speakers[0] else "unnamed or none"
    miss = f"'{where}' is {quote.speakers}, found '{row['speaker']}'"
    tally.judge(f"speaker: {named}", speaker_is_right(gold, quote, row["speaker"]), miss)
    miss = f"'{where}' is {quote.roles}, found {row['role']}"
    tally.judge("speaker: role", row["role"] in quote.roles, miss)
    if quote.named is not None:
        miss = f"'{where}' is {quote.named}, found {row['named']}"
        tally.judge("speaker: is named", row["named"] == quote.named, miss)
    for name, want in (("cue", quote.cue), ("source", quote.source)):
        if want is not None:
            got = as_span(row[name])
            miss = f"'{where}' is '{shown(gold.text, want)}', found '{shown(gold.text, got)}'"
            tally.judge(f"quotes: {name}", got is not None and want.overlaps(got), miss)


def speaker_is_right(gold: GoldArticle, quote: GoldQuote, speaker: str | None) -> bool:
    """Return whether a predicted speaker is accepted; null is, where no one is named."""
    if speaker is None:
        return None in quote.speakers or quote.named is False
    return any(
        normalised(speaker) in gold.names[name] for name in quote.speakers if name is not None
    )


def score_voices(gold: GoldArticle, record: Mapping[str, Any]) -> Tally:
    """Return words rightly given to quote, paraphrase and outlet, in the analysed blocks.

    Not judged: words of optional attributions, words on which accepted extents
    differ, and "that" right before a content.
    """
    tokens = words(gold.text)
    analysed = (block.span for block in gold.blocks if block.kinds[0] in ANALYSED)
    judged = word_ids(tokens, analysed) - _doubtful_words(gold, tokens)
    want = gold_layer(gold, tokens)
    got = _layer(record, tokens)
    tally = Tally()
    for voice in VOICES:
        ours = {i for i in judged if want.get(i, "outlet") == voice}
        theirs = {i for i in judged if got.get(i, "outlet") == voice}
        tally.add(f"voice: {voice}", Found(len(ours & theirs), len(theirs), len(ours)))
    return tally


def gold_layer(gold: GoldArticle, tokens: Sequence[Span]) -> dict[int, str]:
    """Return word number -> quote or paraphrase, from the required attributions."""
    quotes = [quote for quote in gold.quotes if not quote.optional]
    content = word_ids(tokens, (span for quote in quotes for span in quote.content))
    inside = word_ids(tokens, (span for quote in quotes for span in quote.quoted))
    return dict.fromkeys(content, "paraphrase") | dict.fromkeys(inside, "quote")


def _layer(record: Mapping[str, Any], tokens: Sequence[Span]) -> dict[int, str]:
    layer: dict[int, str] = {}
    for voice in ("paraphrase", "quote"):
        spans = (Span(v["start"], v["end"]) for v in record["voices"] if v["voice"] == voice)
        layer |= dict.fromkeys(word_ids(tokens, spans), voice)
    return layer


def _doubtful_words(gold: GoldArticle, tokens: Sequence[Span]) -> frozenset[int]:
    sure: set[int] = set()
    doubtful: set[int] = set()
    for quote in gold.quotes:
        extents = [word_ids(tokens, spans) for spans in quote.contents]
        agreed = frozenset[int]() if quote.optional else frozenset.intersection(*extents)
        sure |= agreed
        doubtful |= frozenset.union(*extents) - agreed
        before = (min(extent) - 1 for extent in extents)
        doubtful |= {i for i in before if i >= 0 and tokens[i].of(gold.text) == "that"}
    return frozenset(doubtful - sure)


def _content(gold: GoldArticle, spans: Sequence[Span]) -> str:
    return " / ".join(shown(gold.text, span) for span in spans)
