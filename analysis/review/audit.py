"""Articles of one outlet -> who is quoted in them, month by month or section by section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
import pandas as pd

from analysis.compare.diversity import effective_number, effective_numbers
from analysis.compare.units import MIN_ARTICLES, by_article
from analysis.measures.base import MIN_QUOTES
from analysis.measures.sourcing import counted_quotes
from analysis.measures.statistics import Interval, bootstrap, wilson
from analysis.types import AnnotatedArticle, Article, Quote, Role, Status

if TYPE_CHECKING:
    from numpy.typing import NDArray

NOT_KNOWN = "not known"

UNNAMED = "unnamed"
"""What stands in ``what`` for quotes of speakers without a name."""

COLUMNS = ("row", "what", "articles", "k", "n", "share", "low", "high", "status")
_NUMBERS = ("share", "low", "high")
"""Columns that are empty where a row is too few, and numbers all the same."""

KINDS = ("row", "articles", "quotes", "n", "kinds", "low", "high", "status")

_SECTION = re.compile(r"[a-z]+(?:-[a-z]+)*")
"""A part of an address that can name a section: words, no numbers and no file."""

_MONTH = len("2026-11")


class By(StrEnum):
    """What a row of the audit is."""

    MONTH = "month"
    SECTION = "section"
    BOTH = "month and section"


@dataclass(frozen=True, slots=True)
class _Counted:
    """One article's quotes."""

    row: str
    quotes: tuple[Quote, ...]


def section_of(article: Article) -> str:
    """Return the section: the form of the article if stated, else the first part of its address."""
    if article.genre:
        return article.genre
    parts = urlsplit(article.url or "").path.strip("/").split("/")
    # The last part names the article itself.
    is_section = len(parts) > 1 and _SECTION.fullmatch(parts[0])
    return parts[0] if is_section else NOT_KNOWN


def row_of(article: Article, by: By) -> str:
    """Return the row that an article is counted in."""
    month = (article.published or "")[:_MONTH] or NOT_KNOWN
    if by is By.MONTH:
        return month
    return section_of(article) if by is By.SECTION else f"{month}, {section_of(article)}"


def source_shares(articles: Sequence[AnnotatedArticle], by: By) -> pd.DataFrame:
    """Return the share of each kind of speaker, and of unnamed speakers, row by row.

    ``k`` of ``n`` quotes in ``articles``; the range draws the articles again and is never
    narrower than Wilson's. Under ``MIN_QUOTES`` quotes or ``MIN_ARTICLES`` articles a row is
    too few: counts stay, shares are empty.

    References
    ----------
    Davison & Hinkley (1997), section 3.8 (cluster bootstrap); Wilson (1927).
    """
    found = [
        _share(row, what, members)
        for row, members in _rows(articles, by).items()
        for what in (UNNAMED, *_roles(members))
    ]
    return pd.DataFrame(found, columns=pd.Index(COLUMNS)).astype(dict.fromkeys(_NUMBERS, "float64"))


def source_kinds(articles: Sequence[AnnotatedArticle], by: By) -> pd.DataFrame:
    """Return the effective number of kinds of speakers, row by row.

    ``exp(H)`` with Miller and Madow's correction over the ``n`` quotes whose speaker's kind is
    known; higher = spread more evenly over more kinds. The range draws the articles again;
    it can lose kinds and never find one, so it is widened to hold the value.

    References
    ----------
    Shannon (1948); Miller (1955); Hill (1973); Davison & Hinkley (1997), section 3.8.
    """
    found = [_kinds(row, members) for row, members in _rows(articles, by).items()]
    numbers = dict.fromkeys(("kinds", "low", "high"), "float64")
    return pd.DataFrame(found, columns=pd.Index(KINDS)).astype(numbers)


def _rows(articles: Iterable[AnnotatedArticle], by: By) -> dict[str, list[_Counted]]:
    rows: dict[str, list[_Counted]] = {}
    for each in articles:
        name = row_of(each.article, by)
        rows.setdefault(name, []).append(_Counted(name, counted_quotes(each)))
    return {name: rows[name] for name in sorted(rows, key=lambda name: (name == NOT_KNOWN, name))}


def _roles(members: Iterable[_Counted]) -> list[str]:
    counts = Counter(quote.role.value for each in members for quote in each.quotes)
    return [role.value for role in Role if counts[role.value]]


def _holds(quote: Quote, what: str) -> bool:
    if what == UNNAMED:
        return quote.speaker is not None and not quote.named
    return quote.role.value == what


def _share(row: str, what: str, members: Sequence[_Counted]) -> dict[str, object]:
    each_k = [sum(_holds(q, what) for q in each.quotes) for each in members]
    each_n = [len(each.quotes) for each in members]
    k, n = sum(each_k), sum(each_n)
    status = _status(len(members), n, k)
    is_enough = status in (Status.OK, Status.ZERO)
    interval = by_article(wilson(k, n), each_k, each_n) if is_enough else None
    return {
        "row": row,
        "what": what,
        "articles": len(members),
        "k": k,
        "n": n,
        "share": k / n if is_enough else None,
        "low": interval and interval.low,
        "high": interval and interval.high,
        "status": status.value,
    }


def _status(n_articles: int, n: int, k: int) -> Status:
    if n == 0:
        return Status.NOT_APPLICABLE
    if n < MIN_QUOTES or n_articles < MIN_ARTICLES:
        return Status.TOO_FEW
    return Status.OK if k else Status.ZERO


def _kinds(row: str, members: Sequence[_Counted]) -> dict[str, object]:
    names = [role for role in Role if role is not Role.UNKNOWN]
    units = np.array(
        [[sum(q.role is role for q in each.quotes) for role in names] for each in members],
        dtype=np.float64,
    )
    counts = [int(count) for count in units.sum(axis=0)]
    n = sum(counts)
    status = _status(len(members), n, n)
    value = effective_number(counts) if status is Status.OK else None
    interval = _interval(units, value)
    return {
        "row": row,
        "articles": len(members),
        "quotes": sum(len(each.quotes) for each in members),
        "n": n,
        "kinds": value,
        "low": interval and interval.low,
        "high": interval and interval.high,
        "status": status.value,
    }


def _interval(units: NDArray[np.float64], value: float | None) -> Interval | None:
    if value is None:
        return None
    # An article in which no kind is known draws nothing.
    known = units[units.sum(axis=1) > 0]
    drawn = bootstrap(known, lambda sums: effective_numbers(sums)[:, None])
    if drawn is None:
        return None
    return Interval(min(drawn[0].low, value), max(drawn[0].high, value))
