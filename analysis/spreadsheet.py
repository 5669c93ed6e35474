"""Tables -> CSV that a spreadsheet shows and never runs."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
"""First characters that a spreadsheet would take for the start of a formula."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0a-\x0c\x0e-\x20\x7f-\xa0\xad\u061c\u180e"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff]*"
)
"""Characters that a spreadsheet skips, or shows as nothing, before it looks for one."""


def to_csv(frame: pd.DataFrame) -> str:
    """Return the table as CSV; a text that would run as a formula gets a leading quote.

    Numbers stay numbers: only text cells and the names of columns are looked at.
    """
    texts = frame.select_dtypes(["str", "object"]).columns
    made = frame.assign(**{str(name): frame[name].map(inert) for name in texts})
    # A lone carriage return ends a row for a spreadsheet, and pandas leaves it unquoted.
    has_return = any(made[name].astype("str").str.contains("\r").any() for name in texts)
    quoting = csv.QUOTE_NONNUMERIC if has_return else csv.QUOTE_MINIMAL
    return made.rename(columns=inert).to_csv(index=False, quoting=quoting)


def runs(text: str) -> bool:
    """Return whether a spreadsheet could take a text for a formula."""
    place = _INVISIBLE.match(text)
    return text[place.end() if place else 0 :].startswith(_FORMULA)


def inert(cell: object) -> object:
    """Return a cell as it may stand in CSV: a text that could run gets a leading quote."""
    return f"'{cell}" if isinstance(cell, str) and runs(cell) else cell
