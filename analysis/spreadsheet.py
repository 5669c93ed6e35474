"""Tables -> CSV that a spreadsheet shows and never runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters that a spreadsheet would take for the start of a formula."""

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060 \n"
"""Characters that a spreadsheet skips before it looks for one."""


def to_csv(frame: pd.DataFrame) -> str:
    """Return the table as CSV; a text that would run as a formula gets a leading quote.

    Numbers stay numbers: only text cells are looked at.
    """
    texts = frame.select_dtypes("str").columns
    return frame.assign(**{name: frame[name].map(_inert) for name in texts}).to_csv(index=False)


def _inert(cell: object) -> object:
    if isinstance(cell, str) and cell.lstrip(_INVISIBLE).startswith(_FORMULA):
        return f"'{cell}"
    return cell
