"""Quotes of all outlets -> how many kinds of speakers are heard, who is not, and by what names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.outlets import counted
from analysis.measures.base import MIN_QUOTES
from analysis.measures.statistics import LEVEL, REPLICATES, SEED, Interval, wilson
from analysis.schema import records, table
from analysis.types import QuoteKind, Role, Status

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

WITH_MARKS = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.FRAGMENT})
"""Kinds that hold a speaker's own words inside quotation marks."""


def diversity(quotes: pd.DataFrame, voices: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return how varied the speakers of each outlet are; one row per outlet.

    ``roles`` is the effective number of kinds of speakers, ``exp(H)`` with Miller and Madow's
    correction; higher = spread more evenly over more kinds. ``rarefied`` is the number of
    kinds expected in ``drawn`` quotes, the fewest of any outlet that has enough: only this
    may be compared between outlets. Both leave out quotes whose speaker's kind is not known
    (``n`` counts the others) and are empty below five. ``low`` and ``high`` are the bootstrap
    range of ``roles`` over quotes. Shares have Wilson intervals over ``quotes``; ``first`` is
    who is heard first, at ``first_at`` from 0 (start of the article) to 1 (end).

    References
    ----------
    Shannon (1948); Miller (1955); Hill (1973); Hurlbert (1971), rarefaction; Wilson (1927).
    """
    rows = counted(quotes)
    by_outlet = {name: rows[rows["outlet"] == name] for name in articles["outlet"].unique()}
    kinds = {name: _kinds(part) for name, part in by_outlet.items()}
    drawn = min((len(each) for each in kinds.values() if len(each) >= MIN_QUOTES), default=0)
    return table(
        "diversity",
        [
            {
                "outlet": name,
                **_roles(kinds[name], drawn),
                **_shares(part),
                **_first(voices[voices["outlet"] == name]),
            }
            for name, part in by_outlet.items()
        ],
    )


def unheard(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return who is heard elsewhere in the story but not in an outlet: speakers and kinds.

    One row per outlet, speaker or kind of speaker it does not have, and other outlet that
    has it, with the number of ``quotes`` there. Absence is from these texts, no more.
    """
    rows = counted(quotes)
    known = rows[rows["role"] != Role.UNKNOWN.value]
    outlets = [str(name) for name in articles["outlet"].unique()]
    found = [
        *_absent(rows.dropna(subset="speaker_id"), "speaker_id", outlets),
        *_absent(known, "role", outlets),
    ]
    names = dict(zip(rows["speaker_id"], rows["speaker"], strict=True))
    roles = dict(zip(rows["speaker_id"], rows["role"], strict=True))
    return table(
        "unheard",
        [
            {
                "outlet": outlet,
                "what": "speaker" if key == "speaker_id" else "role",
                "speaker_id": value if key == "speaker_id" else None,
                "speaker": names[value] if key == "speaker_id" else None,
                "role": roles[value] if key == "speaker_id" else value,
                "heard_in": other,
                "quotes": number,
            }
            for outlet, key, value, other, number in found
        ],
    )


def aliases(quotes: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """Return under which words each speaker appears: one row per speaker, words and outlet.

    ``alias`` is the mention as it stands in the text, empty where a quote has none; ``was``
    is what the analysis called the speaker before a reader's correction. Captions count here:
    a correction must reach every quote.
    """
    keys = ["article_id", "quote_id"]
    rows = quotes[quotes["kind"] != QuoteKind.SCARE.value]
    former = before[[*keys, "speaker"]].rename(columns={"speaker": "was"})
    rows = rows.merge(former, on=keys, how="left").assign(
        alias=rows["source_text"].fillna("").to_numpy()
    )
    rows["was"] = rows["was"].where(rows["was"].fillna("") != rows["speaker"].fillna(""))
    groups = rows.groupby(["speaker_id", "alias", "outlet"], sort=False, dropna=False)
    found = groups.agg(
        speaker=("speaker", "first"),
        quotes=("quote_id", "size"),
        role=("role", "first"),
        role_basis=("role_basis", "first"),
        institution=("institution", "first"),
        was=("was", "first"),
    ).reset_index()
    order = found.assign(last=found["speaker"].isna(), name=found["speaker"].str.casefold())
    places = order.sort_values(["last", "name", "outlet", "alias"], kind="stable").index
    return table("aliases", records(found.loc[places]))


def effective_number(counts: Iterable[int]) -> float | None:
    """Return ``exp(H)`` of counts, ``H`` with Miller and Madow's correction; ``None`` for none."""
    k = np.array([[count for count in counts if count]], dtype=np.float64)
    return float(effective_numbers(k)[0]) if k.size else None


def rarefied(counts: Sequence[int], drawn: int) -> float | None:
    """Return the number of kinds expected among ``drawn`` of the counted, without replacement.

    ``sum(1 - C(n - n_k, m) / C(n, m))`` (Hurlbert 1971); ``None`` where more are drawn than
    there are.
    """
    n = sum(counts)
    if not 0 < drawn <= n:
        return None
    return float(sum(1 - _none_drawn(n, count, drawn) for count in counts))


def _none_drawn(n: int, count: int, drawn: int) -> float:
    """Return the chance that ``drawn`` of ``n`` hold none of ``count``."""
    left = np.arange(drawn, dtype=np.float64)
    return float(np.prod(np.maximum(0.0, n - count - left) / (n - left)))


def effective_numbers(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ``exp(H)`` of each row of counts, corrected; each row must hold something."""
    n = counts.sum(axis=1, keepdims=True)
    p = counts / n
    plain = -np.where(p > 0, p * np.log(np.where(p > 0, p, 1.0)), 0.0).sum(axis=1)
    return np.exp(plain + ((counts > 0).sum(axis=1) - 1) / (2 * n[:, 0]))


def _range(counts: Sequence[int]) -> Interval:
    """Return the percentile interval of the effective number when the quotes are redrawn."""
    n = sum(counts)
    rng = np.random.default_rng(SEED)
    drawn = rng.multinomial(n, np.array(counts) / n, size=REPLICATES).astype(np.float64)
    tail = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(effective_numbers(drawn), [tail, 100 - tail])
    return Interval(float(low), float(high))


def _kinds(rows: pd.DataFrame) -> list[str]:
    return [str(role) for role in rows["role"] if role != Role.UNKNOWN.value]


def _roles(kinds: list[str], drawn: int) -> dict[str, object]:
    counts = sorted(Counter(kinds).values(), reverse=True)
    enough = len(kinds) >= MIN_QUOTES
    interval = _range(counts) if enough else None
    return {
        "n": len(kinds),
        "seen": len(counts),
        "roles": effective_number(counts) if enough else None,
        "low": interval and interval.low,
        "high": interval and interval.high,
        "rarefied": rarefied(counts, drawn) if enough else None,
        "drawn": drawn,
    }


def _shares(rows: pd.DataFrame) -> dict[str, object]:
    """Return the shares of quotes from named and from unnamed speakers, and in direct speech."""
    resolved = rows["speaker"].notna()
    marked = rows["kind"].isin([kind.value for kind in WITH_MARKS])
    n = len(rows)
    found: dict[str, object] = {"quotes": n, "unresolved": int((~resolved).sum())}
    counts = {
        "named": int((resolved & rows["named"]).sum()),
        "unnamed": int((resolved & ~rows["named"]).sum()),
        "direct": int(marked.sum()),
    }
    for name, k in counts.items():
        interval = wilson(k, n)
        found |= {
            name: k,
            f"{name}_share": k / n if n else None,
            f"{name}_low": interval and interval.low,
            f"{name}_high": interval and interval.high,
        }
    too_few = Status.TOO_FEW if n else Status.NOT_APPLICABLE
    return {**found, "status": Status.OK if n >= MIN_QUOTES else too_few}


def _first(voices: pd.DataFrame) -> dict[str, object]:
    known = voices.dropna(subset="speaker_id").sort_values("first", kind="stable")
    if not len(known):
        return {"first": None, "first_role": None, "first_at": None}
    top = known.iloc[0]
    return {"first": top["speaker"], "first_role": top["role"], "first_at": top["first"]}


def _absent(
    rows: pd.DataFrame, key: str, outlets: Sequence[str]
) -> Iterable[tuple[str, str, str, str, int]]:
    """Yield (outlet, key, value, other outlet, quotes there) for every value an outlet lacks."""
    heard: Mapping[tuple[str, str], int] = Counter(
        zip(rows["outlet"].astype(str), rows[key].astype(str), strict=True)
    )
    values = list(dict.fromkeys(value for _, value in heard))
    for outlet in outlets:
        for value in values:
            if (outlet, value) not in heard:
                yield from (
                    (outlet, key, value, other, heard[other, value])
                    for other in outlets
                    if (other, value) in heard
                )
