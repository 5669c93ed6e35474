"""The body of an answer -> its bytes, unpacked, never more than are allowed."""

from __future__ import annotations

import http.client
import zlib
from collections.abc import Iterator

from analysis.collect.names import shown
from analysis.collect.web.clock import Clock
from analysis.collect.web.rules import FetchError, Rule
from analysis.limits import MAX_RATIO, RATIO_FREE_BYTES

CHUNK_BYTES = 64 * 1024
"""Bytes read, and unpacked, in one go: what bounds the memory a hostile body can take."""

_GZIP = 16 + zlib.MAX_WBITS


def body_of(response: http.client.HTTPResponse, limit: int, clock: Clock) -> bytes:
    """Return the whole body of an answer, at most ``limit`` bytes, packed and unpacked.

    Raises
    ------
    FetchError
        If it is longer, cut off, packed otherwise than with gzip, or too slow.
    """
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in {"identity", "gzip", "x-gzip"}:
        message = f"the server packs the page as '{shown(coding)}' though only gzip was asked for"
        raise FetchError(Rule.CODING, message)
    if response.length is not None and response.length > limit:
        raise _too_long(limit)
    chunks = _received(response, limit, clock)
    return b"".join(chunks if coding == "identity" else _unpacked(chunks, limit, clock))


def _received(response: http.client.HTTPResponse, limit: int, clock: Clock) -> Iterator[bytes]:
    total = 0
    try:
        while chunk := response.read(CHUNK_BYTES):
            total += len(chunk)
            if total > limit:
                raise _too_long(limit)
            clock.remaining()
            yield chunk
    except (http.client.HTTPException, OSError, ValueError) as err:
        raise _cut_off() from err
    if response.length:
        raise _cut_off()


def _unpacked(packed: Iterator[bytes], limit: int, clock: Clock) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(_GZIP)
    n_in = n_out = 0
    for chunk in packed:
        n_in += len(chunk)
        rest = chunk
        while rest:
            if unpacker.eof:
                # A gzip body may be several streams one after another.
                unpacker = zlib.decompressobj(_GZIP)
            piece, rest = _step(unpacker, rest)
            n_out += len(piece)
            _check(n_in, n_out, limit)
            clock.remaining()
            yield piece
    if not unpacker.eof:
        raise _cut_off()


def _step(unpacker: zlib._Decompress, data: bytes) -> tuple[bytes, bytes]:
    """Return one bounded piece of what the data stands for, and the data still to unpack."""
    try:
        piece = unpacker.decompress(data, CHUNK_BYTES)
    except zlib.error as err:
        message = f"the page says it is packed with gzip and is not ({err})"
        raise FetchError(Rule.CODING, message) from err
    return piece, unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail


def _check(n_in: int, n_out: int, limit: int) -> None:
    if n_out > limit:
        raise _too_long(limit)
    if n_out > RATIO_FREE_BYTES and n_out > MAX_RATIO * n_in:
        message = f"each packed byte unpacks to more than {MAX_RATIO}: no page of text does"
        raise FetchError(Rule.RATIO, message)


def _too_long(limit: int) -> FetchError:
    message = f"the page is longer than {limit:,} bytes; save it in a browser and add the file"
    return FetchError(Rule.SIZE, message)


def _cut_off() -> FetchError:
    message = "the page broke off before its end; try again later"
    return FetchError(Rule.SHORT, message)
