"""Tables -> one Excel workbook: a sheet a table, the dictionary first; texts never run."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.dictionary import HEADS, about, dictionary
from analysis.spreadsheet import runs

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MAX_CELL = 32_767
"""Characters that one cell of a workbook holds."""

MAX_ROWS = 1_048_575
"""Rows under the head that one sheet holds."""

WIDTHS = {"text": 60, "left": 50, "right": 50, "name": 50, "meaning": 70, "why": 50, "title": 40}
"""Widths of the columns that hold long texts, in characters; all others get ``WIDTH``."""

WIDTH = 16

_OPTIONS = {
    "in_memory": True,
    # A text is a text, whatever it begins with.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(tables: Mapping[str, pd.DataFrame], story: Sequence[tuple[str, str]]) -> bytes:
    """Return the tables as a workbook.

    The first sheet says what the file is (``story``: names and texts) and what each table
    and column means. Every text cell is typed as text; one that begins like a formula also
    carries the mark by which a spreadsheet keeps it a text when it is edited.
    """
    import xlsxwriter  # noqa: PLC0415 -- only a download needs it

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": "Parallax", "comments": "Counts and evidence, no scores"})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@", "valign": "top"})
        kept = book.add_format({"num_format": "@", "valign": "top", "quote_prefix": True})
        number = book.add_format({"valign": "top"})
        sheet = _Writer(text, kept, number)
        _front(book.add_worksheet("dictionary"), sheet, head, tables, story)
        for name, frame in tables.items():
            _table(book.add_worksheet(name), sheet, head, frame)
    return out.getvalue()


class _Writer:
    """Writes one cell as what it is: a text, a number, a truth value, or nothing."""

    def __init__(self, text: Format, kept: Format, number: Format) -> None:
        self._text, self._kept, self._number = text, kept, number

    def __call__(self, sheet: Worksheet, row: int, column: int, value: object) -> None:
        """Write ``value``; what is missing stays empty."""
        if isinstance(value, str):
            form = self._kept if runs(value) else self._text
            sheet.write_string(row, column, value[:MAX_CELL], form)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, self._number)
        elif isinstance(value, (int, float)) and math.isfinite(value):
            sheet.write_number(row, column, value, self._number)


def _front(
    sheet: Worksheet,
    write: _Writer,
    head: Format,
    tables: Mapping[str, pd.DataFrame],
    story: Sequence[tuple[str, str]],
) -> None:
    """Write what the file is, then the tables, then every column."""
    rows: list[tuple[str, ...]] = [*story, (), ("table", "one row"), *(
        (name, about(name)) for name in tables
    ), ()]  # fmt: skip
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            write(sheet, row, column, cell)
    first = len(rows)
    for column, name in enumerate(HEADS):
        sheet.write_string(first, column, name, head)
        sheet.set_column(column, column, WIDTHS.get(name, WIDTH + 6))
    for row, cells in enumerate(dictionary(tables), first + 1):
        for column, cell in enumerate(cells):
            write(sheet, row, column, cell)


def _table(sheet: Worksheet, write: _Writer, head: Format, frame: pd.DataFrame) -> None:
    for column, name in enumerate(frame.columns):
        sheet.write_string(0, column, str(name), head)
        sheet.set_column(column, column, WIDTHS.get(str(name), WIDTH))
    shown = frame.head(MAX_ROWS)
    for row, cells in enumerate(shown.astype(object).itertuples(index=False), 1):
        for column, cell in enumerate(cells):
            write(sheet, row, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(shown)), max(0, len(frame.columns) - 1))
