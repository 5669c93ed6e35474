"""A table in, the bytes of a file for spreadsheets out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.spreadsheet import to_csv

if TYPE_CHECKING:
    import pandas as pd


def csv_bytes(table: pd.DataFrame) -> bytes:
    """Return a table as CSV that spreadsheets open as UTF-8 and never run."""
    return to_csv(table).encode("utf-8-sig")
