"""Bytes -> text, by the byte-order mark, UTF-8, or the encoding a detector is sure of."""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO

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

CHUNK_BYTES = 1024 * 1024
"""Bytes of a large file looked at in one go."""

WESTERN_SHARE = 0.1
"""Share of bytes above ASCII up to which text is taken as Windows-1252: English with curly
quotation marks and a few accents, on which detectors guess other code pages."""

MIXED_SHARE = 0.5
"""Share of the bytes above ASCII that form whole UTF-8 characters from which text that is not
UTF-8 is taken as UTF-8 with pieces of something else in it."""

WIDE_SHARE = 0.4
"""Share of NUL bytes at even or at odd places from which bytes are UTF-16 without its mark: half
in English, none in other text."""

WIDE_BYTES = 16
"""Fewest bytes that can show this."""

_NO_TEXT = "not a text file (it holds NUL bytes); save it as plain text in UTF-8"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def decoded(data: bytes) -> str:
    """Return the text that the bytes stand for, line ends as they are.

    Raises
    ------
    InputError
        If the bytes are not text, or in an encoding that cannot be told.
    """
    encoding = encoding_of(io.BytesIO(data))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as err:
        message = f"looks like {encoding}, but byte {err.start:,} is not; save it as UTF-8"
        raise InputError(message) from err
    if len(_CONTROL.findall(text)) > len(text) / 100:
        message = "not a text file (unprintable bytes); save it as plain text in UTF-8"
        raise InputError(message)
    return text


def encoding_of(stream: BinaryIO) -> str:
    """Return Python's name for the encoding of a stream, reading it until that is clear.

    Single bytes may still not fit: UTF-8 with pieces of something else in it is ``utf-8``.

    Raises
    ------
    InputError
        If the bytes are not text, or in an encoding that cannot be told.
    """
    chunk = stream.read(CHUNK_BYTES)
    for mark, encoding in _MARKS:
        if chunk.startswith(mark):
            return encoding
    if b"\x00" in chunk:
        return _without_mark(chunk)
    decoder = codecs.getincrementaldecoder("utf-8")()
    while chunk:
        following = stream.read(CHUNK_BYTES)
        try:
            decoder.decode(chunk, final=not following)
        except UnicodeDecodeError as err:
            # The decoder counts from up to three bytes before this chunk: near enough.
            return _guessed(chunk, max(0, err.start - SAMPLE_BYTES // 2))
        chunk = following
    return "utf-8"


def _without_mark(chunk: bytes) -> str:
    """Return the byte order of UTF-16 that lost its mark."""
    sample = chunk[:SAMPLE_BYTES]
    if len(sample) < WIDE_BYTES:
        raise InputError(_NO_TEXT)
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > WIDE_SHARE * len(sample) and not even:
        return "utf-16-le"
    if even > WIDE_SHARE * len(sample) and not odd:
        return "utf-16-be"
    raise InputError(_NO_TEXT)


def _guessed(chunk: bytes, start: int) -> str:
    sample = chunk[start : start + SAMPLE_BYTES]
    high = len(sample.translate(None, bytes(range(0x80))))
    whole = sum(len(match) for match in _UTF8_CHARACTER.findall(sample))
    if whole and whole >= MIXED_SHARE * high:
        return "utf-8"  # with a few bytes of something else, which decoding will name
    if high <= WESTERN_SHARE * len(sample) and _fits(sample, "cp1252"):
        return "cp1252"
    best = from_bytes(sample).best()
    if best is None:
        message = "not UTF-8, and no other encoding fits; save it as UTF-8"
        raise InputError(message)
    return best.encoding


def _fits(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
