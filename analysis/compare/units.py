"""What a number may speak of: these texts, or the outlets that published them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from analysis.measures.statistics import Interval, bootstrap

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

MIN_ARTICLES = 5
"""Articles of an outlet below which a number speaks of the texts alone: with fewer, resampling
articles has hardly anything to vary, and one unusual article decides."""

SENTENCE, PARAGRAPH, WORD, ARTICLE = "sentence", "paragraph", "word", "article"
"""What is taken as independent when chance is reckoned with."""


def is_outlet_level(articles: pd.DataFrame) -> dict[str, bool]:
    """Return, per outlet, whether there are enough articles to speak of the outlet.

    Parameters
    ----------
    articles
        The table ``articles``: one row per article, with ``outlet``.
    """
    counts = articles.groupby("outlet", sort=False)["article_id"].nunique()
    return {str(outlet): bool(n >= MIN_ARTICLES) for outlet, n in counts.items()}


def by_article(
    interval: Interval | None, counts: Sequence[float], bases: Sequence[float], *, per: float = 1
) -> Interval | None:
    """Return the interval of ``sum(counts) / sum(bases)`` with the article as the unit.

    Articles are drawn again with replacement (cluster bootstrap). The result is never
    narrower than ``interval``, which comes from counting alone: where all articles agree, as
    in a zero, resampling them cannot vary and would claim certainty.

    Parameters
    ----------
    counts, bases
        One value per article; articles with nothing to count in are left out.

    References
    ----------
    Davison & Hinkley (1997), *Bootstrap Methods and their Application*, section 3.8.
    """
    units = np.array([[k, n] for k, n in zip(counts, bases, strict=True) if n], dtype=float)
    drawn = bootstrap(units, _ratio) if len(units) else None
    if drawn is None or interval is None:
        return interval
    low, high = drawn[0]
    return Interval(min(interval.low, low * per), max(interval.high, high * per))


def _ratio(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    return sums[:, :1] / sums[:, 1:]
