"""A table of articles (.jsonl, .csv, .parquet) -> Articles, row by row; a bad row is named."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from analysis.decoding import decoded
from analysis.errors import InputError
from analysis.limits import checked_date, checked_size, checked_text, checked_unicode
from analysis.types import Article, Basis

ROW_SUFFIXES = frozenset({".jsonl", ".csv", ".parquet"})

MAX_TABLE_BYTES = 4 * 1024**3
"""Largest table of articles read, in bytes."""

MAX_CELL_CHARS = 1_000_000
"""Longest cell of a CSV file, in characters."""

_OPTIONAL = (
    "outlet",
    "title",
    "published",
    "url",
    "story",
    "byline",
    "language",
    "genre",
    "rights",
)


class RowError(InputError):
    """A row that cannot become an article."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(reason)
        self.where = where
        self.reason = reason


def read_rows(path: Path) -> Iterator[Article | RowError]:
    """Yield an article, or the reason there is none, for each row of the file.

    Raises
    ------
    InputError
        If the file as a whole cannot be read or lacks the columns ``id`` and ``text``.
    """
    checked_size(path, MAX_TABLE_BYTES)
    reader = {".jsonl": _json_rows, ".csv": _csv_rows, ".parquet": _parquet_rows}
    for number, row in reader[path.suffix.lower()](path):
        where = f"{path.name}:{number}"
        try:
            yield row if isinstance(row, RowError) else _article(row)
        except InputError as err:
            yield RowError(where, str(err))


def _article(row: Mapping[str, object]) -> Article:
    missing = [key for key in ("id", "text") if not _is_text(row.get(key))]
    if missing:
        message = f"no {' and no '.join(missing)}; each row needs 'id' and 'text'"
        raise InputError(message)
    given = {key: checked_unicode(str(row[key])) for key in _OPTIONAL if _is_text(row.get(key))}
    if "published" in given:
        checked_date(given["published"])
    return Article(
        id=checked_unicode(str(row["id"])),
        text=checked_text(str(row["text"])),
        outlet_basis=Basis.STATED if "outlet" in given else Basis.UNKNOWN,
        published_basis=Basis.STATED if "published" in given else Basis.UNKNOWN,
        **given,
    )


def _is_text(value: object) -> bool:
    """Return whether a cell holds words or a number; lists, flags and blanks do not count."""
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, str) and bool(value.strip()))


def _json_rows(path: Path) -> Iterator[tuple[int, Mapping[str, object] | RowError]]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as err:
                yield number, RowError(f"{path.name}:{number}", f"not a JSON object ({err})")
                continue
            if not isinstance(row, dict):
                yield number, RowError(f"{path.name}:{number}", "not a JSON object")
                continue
            yield number, row


def _csv_rows(path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    csv.field_size_limit(MAX_CELL_CHARS)
    reader = csv.DictReader(io.StringIO(decoded(path.read_bytes()), newline=""))
    _check_columns(reader.fieldnames or ())
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as err:
        message = f"line {reader.line_num}: {err}; the rows before it were read"
        raise InputError(message) from err


def _parquet_rows(path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    import pyarrow as pa  # noqa: PLC0415 -- half a second of import, paid only for this format
    import pyarrow.parquet as pq  # noqa: PLC0415 -- the same

    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid as err:
        message = f"not a Parquet file ({err}); export it again"
        raise InputError(message) from err
    with file:
        names = file.schema_arrow.names
        _check_columns(names)
        columns = [name for name in names if name in {"id", "text", *_OPTIONAL}]
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield number, row


def _check_columns(names: Iterable[str]) -> None:
    names = list(names)
    missing = [key for key in ("id", "text") if key not in names]
    if missing:
        message = f"missing column {' and '.join(missing)}; found: {', '.join(names) or 'none'}"
        raise InputError(message)
