"""A table of articles (.csv, .tsv, .jsonl, .parquet) -> its items, row by row; bad rows named."""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from typing import BinaryIO

from analysis.collect.candidate import Item, Refused
from analysis.collect.columns import Row, checked_columns, is_address, is_used, item
from analysis.collect.csv_records import Record, read_records
from analysis.collect.messages import Unit
from analysis.collect.names import shown
from analysis.collect.source import Kind, Source
from analysis.decoding import encoding_of
from analysis.errors import InputError
from analysis.limits import MAX_PARQUET_ROWS, MAX_ROW_CHARS

_FOREIGN = re.compile("[\udc80-\udcff]")
"""What stands for bytes that cannot be decoded."""

_BYTEWISE = frozenset({"utf-8", "utf-8-sig", "cp1252"})

PARQUET_ROWS = 256
"""Rows of a Parquet file held at once."""

PARQUET_BYTES = 1024**2
"""Bytes of a column that are read at once; without this it would be all of a group of rows."""

TOLD_ROWS = 256
"""Rows after which the reader says how far it is."""

Numbered = tuple[int, Row | InputError]
"""A row, or why there is none, with its line (CSV, JSON lines) or number (Parquet), from 1."""


def read_rows(source: Source) -> Iterator[Item | Unit]:
    """Yield what each row of the table is, in order; no row is passed over.

    Now and then a ``Unit`` says how much of the file lies behind.

    Raises
    ------
    InputError
        If the file as a whole cannot be read, or has no column for text or address.
    """
    readers = {
        Kind.CSV: _csv_rows,
        Kind.JSON_LINES: _json_rows,
        Kind.PARQUET: _parquet_rows,
    }
    # The rows are closed before the stream they are read from, also when nobody wants the rest.
    with source.open() as stream, closing(readers[source.kind](stream)) as rows:
        for number, each in enumerate(items(rows, source), start=1):
            yield each
            if number % TOLD_ROWS == 0:
                yield Unit(0, source.label, min(stream.tell(), source.size))


def items(rows: Iterable[Numbered], source: Source) -> Iterator[Item]:
    """Yield an article, an address to fetch, or the reason there is neither, for each row."""
    for line, row in rows:
        try:
            if isinstance(row, InputError):
                raise row
            yield item(row, source, line)
        except InputError as err:
            yield Refused(f"{source.label}:{line}", str(err))


def _csv_rows(stream: BinaryIO) -> Generator[Numbered]:
    encoding = encoding_of(stream)
    stream.seek(0)
    # Bytes that do not fit become signs no text has, so that only their rows are refused; in
    # encodings of several bytes they become U+FFFD, which the article's notices count.
    errors = "surrogateescape" if encoding in _BYTEWISE else "replace"
    text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="")
    try:
        yield from _rows_of(read_records(text))
    finally:
        text.detach()  # the stream is closed by whoever opened it


def _rows_of(records: Iterator[Record]) -> Iterator[Numbered]:
    head = next(records, None)
    if head is None:
        message = "the table is empty; nothing to analyse"
        raise InputError(message)
    if any(map(is_address, head.cells)):
        yield _address_row(head)
        yield from map(_address_row, records)
        return
    if head.problem:
        message = f"the line with the names of the columns is broken: {head.problem}"
        raise InputError(message)
    checked_columns(head.cells)
    for record in records:
        yield record.line, _row(head.cells, record)


def _row(columns: tuple[str, ...], record: Record) -> Row | InputError:
    if record.problem:
        return InputError(record.problem)
    cells = record.cells
    if any(map(_FOREIGN.search, cells)):
        return InputError("bytes that are not in the encoding of the file; save it as UTF-8")
    if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
        return InputError(f"{len(cells)} cells where the first line names {len(columns)} columns")
    return dict(zip(columns, cells, strict=False))


def _address_row(record: Record) -> Numbered:
    """Return a row of a table without names of columns: its last address is the article's."""
    addresses = [cell.strip() for cell in record.cells if is_address(cell)]
    if not addresses:
        return record.line, InputError(record.problem or "no address in this row")
    return record.line, {"url": addresses[-1]}


def _json_rows(stream: BinaryIO) -> Generator[Numbered]:
    number = 0
    while line := stream.readline(MAX_ROW_CHARS + 1):
        number += 1
        if len(line) > MAX_ROW_CHARS:
            while not line.endswith(b"\n") and (line := stream.readline(MAX_ROW_CHARS)):
                pass
            yield number, InputError(f"longer than {MAX_ROW_CHARS:,} bytes; split it")
        elif line.strip():
            yield number, _json_row(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)


def _json_row(line: bytes) -> Row | InputError:
    try:
        row = json.loads(line)
    # A ValueError also tells of bytes that are not text, and of numbers of thousands of digits.
    except (ValueError, RecursionError) as err:
        return InputError(f"not a JSON object ({json_problem(err)})")
    return row if isinstance(row, Mapping) else InputError("not a JSON object")


def json_problem(err: ValueError | RecursionError) -> str:
    """Return what is wrong with some JSON, in plain words."""
    if isinstance(err, json.JSONDecodeError):
        return f"{err.msg}: line {err.lineno}, column {err.colno}"
    if isinstance(err, UnicodeError):
        return "bytes that are not UTF-8"
    return "a number or a nesting beyond all measure"


def _parquet_rows(stream: BinaryIO) -> Generator[Numbered]:
    import pyarrow as pa  # noqa: PLC0415 -- half a second of import, paid only for this format
    import pyarrow.parquet as pq  # noqa: PLC0415 -- the same

    number = 0
    try:
        with pq.ParquetFile(stream, pre_buffer=False, buffer_size=PARQUET_BYTES) as file:
            checked_columns(file.schema_arrow.names)
            if file.metadata.num_rows > MAX_PARQUET_ROWS:
                message = f"{file.metadata.num_rows:,} rows; at most {MAX_PARQUET_ROWS:,} are read"
                raise InputError(message)
            used = [name for name in file.schema_arrow.names if is_used(name)]
            for batch in file.iter_batches(PARQUET_ROWS, columns=used, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    # A ValueError tells of text that is not UTF-8.
    except (pa.ArrowException, OSError, ValueError) as err:
        where = f"; read up to row {number:,}" if number else ""
        message = f"not a Parquet file, or a damaged one{where} ({shown(str(err).strip())})"
        raise InputError(message) from err
