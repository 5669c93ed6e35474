"""How many sentences stand behind a number of a batch, and how many of them are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import words
from dashboard import words_corpus as said
from dashboard.prepare.followed import Followed
from dashboard.query import Query

if TYPE_CHECKING:
    import pandas as pd


def sentences_of(rows: pd.DataFrame, query: Query) -> int | None:
    """Return how many sentences the number of a query counts, for a share."""
    found = rows.loc[rows["key"] == f"{query.outlet}|{query.since}", "k"]
    return int(found.iloc[0]) if len(found) else None


def how_many(n_counted: int | None, followed: Followed, n_shown: int, most: int) -> str:
    """Return how many sentences are shown behind a number, and which; ``most`` were looked for."""
    about = said.ON_BALANCE.get(followed.key, "")
    if not n_shown:
        terms = said.LOOKED_FOR.format(words=", ".join(followed.terms)) if followed.terms else ""
        return " ".join(filter(None, (said.NONE_BEHIND, about, terms)))
    of = n_counted if followed.is_share else None
    is_all = n_shown < most or of == n_shown
    text = said.ALL_BEHIND if is_all else said.SOME_BEHIND if of is None else said.FIRST_BEHIND
    told = text.format(n=words.plural(n_shown, "sentence"), shown=n_shown, of=of or 0)
    return f"{told} {about}".rstrip()
