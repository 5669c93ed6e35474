"""Articles and their signatures in, which are versions or copies of one another out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.moments import days_between, moment
from analysis.near_copies.addresses import canonical_url, names_page, site
from analysis.near_copies.candidates import crowds, likely_pairs
from analysis.near_copies.shingles import shingles, words
from analysis.near_copies.signature import read

if TYPE_CHECKING:
    from analysis.near_copies.shingles import Hashes
    from analysis.types import Article

NEAR = 0.5
"""Share of the shorter text that stands in the other from which two texts are near copies."""

VERSION_DAYS = 7.0
"""Days between two versions of one report at different addresses; later it is printed again."""


class LinkKind(StrEnum):
    """What two near copies are to each other."""

    VERSION = "version"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that are one text, or were."""

    left_id: str
    """The earlier one, as far as times are known."""
    right_id: str
    kind: LinkKind
    likeness: float
    """Share of the shorter text's runs of five words that stand in the other, in [0, 1];
    1 = all of it."""
    overlap: float
    """Shared runs among all runs of both (Jaccard), in [0, 1]; 1 = nothing was added either."""


class Signed(NamedTuple):
    """An article and its kept signature."""

    article: Article
    signature: bytes


@dataclass(frozen=True, slots=True)
class _Known:
    """What decides between a version and a copy."""

    url: str | None
    site: str | None
    outlet: str | None
    when: datetime | None

    def has_publisher_of(self, other: _Known) -> bool:
        """Return whether both are known to come from one publisher."""
        of_one_site = self.site is not None and self.site == other.site
        return of_one_site or (self.outlet is not None and self.outlet == other.outlet)


def links(signed: Sequence[Signed]) -> tuple[Link, ...]:
    """Return the versions and copies among the articles, in their order.

    A *version* is another text of the same canonical address, whatever became of it, or a near
    copy of the same outlet published within ``VERSION_DAYS`` (a time not known is no reason
    against it). A *copy* is any other near copy: of another outlet, of nobody knows whom, or
    printed again later. Near means that at least ``NEAR`` of the shorter text stands in the
    other word for word, counted on the texts; signatures only say which texts to compare. Texts
    of fewer than ``signature.SHORT`` words are near copies only of equal ones.

    Of more than ``candidates.CROWD`` articles that are all alike, each is linked with the
    first of them at least.
    """
    articles = [each.article for each in signed]
    known = [_known(article) for article in articles]
    of_one_url = set(crowds([each.url for each in known]))
    likely = set(likely_pairs([read(each.signature, each.article.text) for each in signed]))
    compared = _Compared(articles)
    return tuple(
        Link(
            articles[left].id,
            articles[right].id,
            LinkKind.VERSION if is_version else LinkKind.COPY,
            *likeness,
        )
        for left, right, is_version, likeness in _confirmed(known, of_one_url, likely, compared)
    )


_Likeness = tuple[float, float]


def _confirmed(
    known: Sequence[_Known],
    of_one_url: set[tuple[int, int]],
    likely: set[tuple[int, int]],
    compared: _Compared,
) -> Iterator[tuple[int, int, bool, _Likeness]]:
    for pair in sorted(of_one_url | likely):
        likeness = compared.likeness(*pair)
        is_of_one_url = pair in of_one_url
        if is_of_one_url or likeness[0] >= NEAR:
            left, right = _in_time(pair, known)
            is_version = is_of_one_url or _is_version(known[left], known[right])
            yield left, right, is_version, likeness


def _known(article: Article) -> _Known:
    url = canonical_url(article.url)
    outlet = " ".join((article.outlet or "").split()).casefold()
    return _Known(
        url=url if url and names_page(url) else None,
        site=site(url) if url else None,
        outlet=outlet or None,
        when=moment(article.published),
    )


def _is_version(left: _Known, right: _Known) -> bool:
    days = days_between(left.when, right.when)
    return left.has_publisher_of(right) and (days is None or days <= VERSION_DAYS)


def _in_time(pair: tuple[int, int], known: Sequence[_Known]) -> tuple[int, int]:
    left, right = pair
    first, second = known[left].when, known[right].when
    return (right, left) if first and second and second < first else pair


class _Compared:
    """Counts what texts share; each text is read once."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._read: dict[int, Hashes] = {}

    def likeness(self, left: int, right: int) -> _Likeness:
        """Return the share of the shorter text in the other, and the share of all."""
        ours, theirs = self._runs(left), self._runs(right)
        common = len(np.intersect1d(ours, theirs, assume_unique=True))
        fewer = min(len(ours), len(theirs))
        if not fewer:
            return 0.0, 0.0
        return common / fewer, common / (len(ours) + len(theirs) - common)

    def _runs(self, place: int) -> Hashes:
        if place not in self._read:
            self._read[place] = shingles(words(self._articles[place].text))
        return self._read[place]
