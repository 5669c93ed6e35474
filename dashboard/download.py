"""A table in, the bytes of a file for spreadsheets out."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters that a spreadsheet would run as a formula."""


def csv_bytes(table: pd.DataFrame) -> bytes:
    """Return a table as CSV for spreadsheets; text that would run as a formula is quoted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.astype(object).where(table.notna(), "").itertuples(index=False):
        writer.writerow([_inert(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _inert(cell: object) -> object:
    if isinstance(cell, str) and cell.lstrip("\ufeff\u200b ").startswith(_FORMULA):
        return f"'{cell}"
    return cell
