"""The audit of sources -> dots with ranges, the table shown, and the sentence above them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analysis.review.audit import UNNAMED
from dashboard import words
from dashboard import words_review as said

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

MAX_PANELS = 3
"""Pictures shown: unnamed speakers and the kinds with most quotes; the table holds all."""

KINDS_NAME = "kinds of speakers (effective number)"


def label_of(what: str) -> str:
    """Return what readers call a share."""
    return "Unnamed speakers" if what == UNNAMED else words.capital(words.ROLES[what])


def drawn(shares: pd.DataFrame) -> list[str]:
    """Return what gets a picture: unnamed speakers first, then the kinds with most quotes."""
    known = shares[~shares["what"].isin([UNNAMED, "unknown"])]
    totals = known.groupby("what")["k"].sum().sort_values(ascending=False, kind="stable")
    return [UNNAMED, *map(str, totals.index[: MAX_PANELS - 1])]


def has_shares(shares: pd.DataFrame) -> bool:
    """Return whether any row has enough for a share, so that there is something to draw."""
    return bool(shares["share"].notna().any())


def dots(shares: pd.DataFrame, what: str) -> pd.DataFrame:
    """Return one line per row of the audit: position, range, counts in words."""
    rows = pd.Index(dict.fromkeys(shares["row"]))
    totals = shares.groupby("row").agg(n=("n", "first"), enough=("status", "first"))
    mine = shares[shares["what"] == what].set_index("row")[["k", "share", "low", "high", "status"]]
    found = totals.reindex(rows).join(mine)
    found["k"] = found["k"].fillna(0).astype("int64")
    label = [
        f"{k} of {n}" + (f", {words.STATUSES['too_few']}" if status == "too_few" else "")
        for k, n, status in zip(found["k"], found["n"], found["enough"], strict=True)
    ]
    return pd.DataFrame(
        {
            "row": list(found.index),
            "key": [f"{what}|{row}" for row in found.index],
            "value": found["share"].to_numpy(dtype=float),
            "low": found["low"].to_numpy(dtype=float),
            "high": found["high"].to_numpy(dtype=float),
            "label": label,
        }
    )


def shown(shares: pd.DataFrame, kinds: pd.DataFrame) -> pd.DataFrame:
    """Return all numbers as a table with the names that readers see."""
    rows = [
        {
            "Row": row["row"],
            "What": label_of(str(row["what"])),
            "Articles": row["articles"],
            "k": row["k"],
            "n": row["n"],
            "Value": _percent(row["share"]),
            "Range": _range(row, percent=True),
            "Note": words.STATUSES[str(row["status"])],
        }
        for row in shares.to_dict("records")
    ]
    rows += [
        {
            "Row": row["row"],
            "What": KINDS_NAME,
            "Articles": row["articles"],
            "k": row["n"],
            "n": row["quotes"],
            "Value": "" if math.isnan(row["kinds"]) else f"{row['kinds']:.1f}",
            "Range": _range(row, percent=False),
            "Note": words.STATUSES[str(row["status"])],
        }
        for row in kinds.to_dict("records")
    ]
    heads = ["Row", "What", "Articles", "k", "n", "Value", "Range", "Note"]
    return pd.DataFrame(rows, columns=pd.Index(heads))


def takeaway(outlet: str, kinds: pd.DataFrame, by: str) -> str:
    """Return the sentence above the figure: counts only."""
    return said.AUDIT_TAKEAWAY.format(
        outlet=outlet,
        quotes=words.plural(int(kinds["quotes"].sum()), "quote"),
        articles=words.plural(int(kinds["articles"].sum()), "article"),
        periods=f"{words.plural(len(kinds), 'row')} by {by}",
    )


def top(frames: Sequence[pd.DataFrame]) -> float:
    """Return the end of the axis that all pictures share."""
    highest = [frame["high"].max() for frame in frames]
    return max([0.1, *(value for value in highest if not pd.isna(value))])


def _percent(share: object) -> str:
    value = _number(share)
    return "" if value is None else f"{value:.0%}"


def _number(value: object) -> float | None:
    return value if isinstance(value, float) and not math.isnan(value) else None


def _range(row: Mapping[Hashable, object], *, percent: bool) -> str:
    low, high = (_number(row[end]) for end in ("low", "high"))
    if low is None or high is None:
        return ""
    return f"{low:.0%} to {high:.0%}" if percent else f"{low:.1f} to {high:.1f}"
