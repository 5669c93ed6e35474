"""Bytes -> text, by the byte-order mark, UTF-8, or the encoding a detector is sure of."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from analysis.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

SAMPLE_BYTES = 200_000
"""Bytes shown to the encoding detector; more changes nothing and takes longer."""


WESTERN_SHARE = 0.1
"""Share of bytes above ASCII up to which text is taken as Windows-1252: English with curly
quotation marks and a few accents, on which detectors guess other code pages."""


def decoded(data: bytes) -> str:
    """Return the text that the bytes stand for, line ends as they are.

    Raises
    ------
    InputError
        If the bytes are not text, or in an encoding that cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding)
    if b"\x00" in data:
        message = "not a text file (it holds NUL bytes); save it as plain text in UTF-8"
        raise InputError(message)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> str:
    high = sum(byte >= 0x80 for byte in data[:SAMPLE_BYTES])
    if high <= WESTERN_SHARE * len(data[:SAMPLE_BYTES]):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass  # a byte that Windows-1252 does not use: ask the detector
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    if best is None:
        message = "not UTF-8, and no other encoding fits; save it as UTF-8"
        raise InputError(message)
    text = _decode(data, best.encoding)
    if sum(not (c.isprintable() or c.isspace()) for c in text) > len(text) / 100:
        message = "not a text file (unprintable bytes); save it as plain text in UTF-8"
        raise InputError(message)
    return text


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as err:
        message = f"looks like {encoding}, but byte {err.start:,} is not; save it as UTF-8"
        raise InputError(message) from err
