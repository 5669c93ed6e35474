"""Gold article + contract record -> scores for blocks, metadata and forbidden stretches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gold import JUDGED_SIDES, GoldArticle, GoldBlock, normalised
from tallies import Found, Rate, Tally, shown, word_ids, words

from analysis.types import Span

FINDINGS = ("sentences", "terms", "labels", "figures", "agency")
"""Record lists whose rows carry ``start`` and ``end``."""

DATE_CHARS = 10
"""Characters of an ISO date; the time of day is not judged."""


def score_blocks(gold: GoldArticle, record: Mapping[str, Any]) -> Tally:
    """Return block accuracy by characters (white space aside), in all and by kind."""
    tally = Tally()
    predicted: list[str | None] = [None] * len(gold.text)
    for row in record["blocks"]:
        for position in range(row["start"], row["end"]):
            predicted[position] = row["kind"]
    pairs: Counter[tuple[str, str | None]] = Counter()
    for block in gold.blocks:
        here = Counter(dict(_agreed(gold.text, block, predicted)))
        pairs.update(here)
        wrong = sorted(str(got) for want, got in here if want != got)
        if wrong:
            want = "|".join(block.kinds)
            text = shown(gold.text, block.span)
            tally.misses.append(f"block: '{text}' is {want}, found as {', '.join(wrong)}")
    right = sum(n for (want, got), n in pairs.items() if want == got)
    tally.add("blocks: characters", Rate(right, sum(pairs.values())))
    for kind in sorted({name for pair in pairs for name in pair if name}):
        tally.add(
            f"blocks: {kind}",
            Found(
                right=pairs[kind, kind],
                predicted=sum(n for (_, got), n in pairs.items() if got == kind),
                gold=sum(n for (want, _), n in pairs.items() if want == kind),
            ),
        )
    return tally


def _agreed(
    text: str, block: GoldBlock, predicted: list[str | None]
) -> Iterator[tuple[tuple[str, str | None], int]]:
    """Yield ((gold kind, predicted kind), characters); an accepted kind counts as the gold's."""
    counts = Counter(
        predicted[position] for position in range(*block.span) if not text[position].isspace()
    )
    for got, n in counts.items():
        yield (got if got in block.kinds else block.kinds[0], got), n


def score_meta(gold: GoldArticle, record: Mapping[str, Any]) -> Tally:
    """Return whether title, byline, date, its basis and the outlet are accepted values."""
    tally = Tally()
    for name, accepted in gold.meta.items():
        if name == "outlet_basis":  # not in the contract; kept for the reader of the gold
            continue
        got = record["article"].get(name)
        if name == "published" and got:
            got = got[:DATE_CHARS]
        forms = {None if value is None else normalised(value) for value in accepted}
        right = (normalised(got) if got else None) in forms
        tally.judge(f"article: {name}", right, f"'{got}', accepted: {list(accepted)}")
    return tally


def score_forbidden(gold: GoldArticle, record: Mapping[str, Any]) -> Tally:
    """Return how many forbidden stretches are kept clean, and how many claims kept attributed."""
    tally = Tally()
    for item in gold.must_not:
        broken = _counted(record, item.span, item.contrast)
        name = "must_not: nothing counted" if item.contrast is None else "must_not: contrast"
        tally.judge(name, not broken, f"'{shown(gold.text, item.span)}' counted in {broken}")
    tokens = words(gold.text)
    voiced = word_ids(tokens, (Span(row["start"], row["end"]) for row in record["voices"]))
    for span in gold.must_not_be_outlet:
        bare = word_ids(tokens, [span]) - voiced
        hits = _outlet_terms(record, span)
        miss = f"'{shown(gold.text, span)}' has {len(bare)} words and terms {hits} as the outlet's"
        tally.judge("must_not_be_outlet", not bare and not hits, miss)
    return tally


def _counted(record: Mapping[str, Any], span: Span, contrast: str | None) -> list[str]:
    """Return the record lists that count something inside the span."""
    if contrast is not None:
        rows = (row for row in record["terms"] if row["contrast"] == contrast)
        return ["terms"] if _touches(rows, span) else []
    broken = [name for name in FINDINGS if _touches(record.get(name, ()), span)]
    spans = (Span(*pair) for quote in record["quotes"] for pair in quote["content"])
    return [*broken, "quotes"] if any(span.overlaps(other) for other in spans) else broken


def _touches(rows: Iterable[Mapping[str, Any]], span: Span) -> bool:
    return any(span.overlaps(Span(row["start"], row["end"])) for row in rows)


def _outlet_terms(record: Mapping[str, Any], span: Span) -> list[str]:
    """Return the words counted as the outlet's, of the annotated contrasts only."""
    return [
        row["term"]
        for row in record["terms"]
        if row["contrast"] in JUDGED_SIDES
        and row["voice"] == "outlet"
        and span.overlaps(Span(row["start"], row["end"]))
    ]
