"""Articles in, the stories they may belong to out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from analysis.clean.lists import word_sets
from analysis.grouping.clusters import Group, clusters
from analysis.grouping.likeness import likeness
from analysis.grouping.terms import Terms, terms
from analysis.moments import moment
from analysis.types import Article

if TYPE_CHECKING:
    from scipy.sparse import csr_array

LIKE = 0.22
"""Mean likeness from which articles are proposed as one story; chosen on one half of the
development data (docs/decisions/015)."""

DAYS = 7.0
"""Days between the publication of two articles from which they need to be very like."""

N_WORDS = 8
"""Words shown for a proposal: about as many as fit in a line."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Articles that are likely to be about one event."""

    article_ids: tuple[str, ...]
    """In the order of their times; those without time at the end."""
    likeness: float
    """Mean likeness of all pairs in [0, 1]; higher = more telling words in common."""
    words: tuple[str, ...]
    """Words and names that tell most of them apart from the rest, the most telling first."""
    first: str | None
    """When the first of them was published, as far as times are known."""
    last: str | None


def proposed_stories(articles: Sequence[Article], *, days: float = DAYS) -> tuple[Proposal, ...]:
    """Return groups of two and more articles that may be about one event, the likest first.

    Articles are alike if they share telling words and names, in headline and text; texts
    published more than ``days`` apart are joined only if they are very like. An article stands
    in one proposal at most. Nothing is decided here: people look at each group.

    References
    ----------
    Allan et al. (1998), "Topic detection and tracking pilot study"; Yang, Pierce & Carbonell
    (1998): group-average clustering of news by weighted words and time.
    """
    if len(articles) < 2:
        return ()
    found = terms([f"{each.title or ''}\n{each.text}" for each in articles])
    moments = [moment(each.published) for each in articles]
    alike = likeness(found.weights, moments, days=days)
    groups = [group for group in clusters(alike, least=LIKE) if len(group) > 1]
    proposals = [_proposal(articles, moments, found, group) for group in groups]
    return tuple(sorted(proposals, key=lambda each: (-each.likeness, each.article_ids)))


def _proposal(
    articles: Sequence[Article], moments: Sequence[datetime | None], found: Terms, group: Group
) -> Proposal:
    dated = sorted((when, place) for place in group if (when := moments[place]))
    order = [place for _, place in dated] + [place for place in group if moments[place] is None]
    rows = found.weights[list(group)]
    return Proposal(
        article_ids=tuple(articles[place].id for place in order),
        likeness=_mean_likeness(rows),
        words=_telling(rows, found.written),
        first=articles[order[0]].published if dated else None,
        last=articles[order[len(dated) - 1]].published if dated else None,
    )


def _mean_likeness(rows: csr_array) -> float:
    """Return the mean cosine of all pairs of rows, each of length 1."""
    n = len(rows.indptr) - 1
    total = np.asarray(rows.sum(axis=0))
    itself = float((rows.data**2).sum())
    return (float(total @ total) - itself) / (n * (n - 1))


def _telling(rows: csr_array, written: Sequence[str]) -> tuple[str, ...]:
    """Return the words with most weight in at least half of the rows, function words out."""
    columns = rows.tocsc()
    n_with = np.diff(columns.indptr)
    total = np.where(2 * n_with >= len(rows.indptr) - 1, np.asarray(rows.sum(axis=0)), 0)
    best = [int(place) for place in np.argsort(-total, kind="stable") if total[place] > 0]
    plain = word_sets()["function"]
    return tuple(islice((written[n] for n in best if written[n].lower() not in plain), N_WORDS))
