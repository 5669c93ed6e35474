"""Bytes of a web page -> its text, by byte-order mark, UTF-8, what the page says, or a detector."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from analysis.decoding import SAMPLE_BYTES, WESTERN_SHARE, decoded
from analysis.errors import InputError

PRESCAN_BYTES = 8_192
"""How far into a page its own word on its encoding is looked for; browsers look at 1,024."""

MAX_BROKEN_SHARE = 0.01
"""Most unreadable characters, as a share of those above ASCII, for an encoding to be believed."""

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAID = re.compile(
    rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_NOT_TEXT = re.compile(
    rb"<script\b.*?</script|<style\b.*?</style|<!--.*?-->|<[^<>]*>", re.IGNORECASE | re.DOTALL
)
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers read for an encoding that a page names: the one it is part of (WHATWG)."""


_OF_TEXT = re.compile(
    r"utf-(8|16|16-le|16-be)|cp(866|874|932|949|125\d)|iso8859-\d+|koi8-[ru]|mac-(roman|cyrillic)"
    r"|ascii|gb2312|gbk|gb18030|big5(hkscs)?|euc_(jp|kr)|iso2022_jp|shift_jis|tis-620"
)
"""Encodings that a page may name, those of browsers. Python knows others, such as punycode and
unicode_escape, that are no encodings of pages and slow or surprising on hostile bytes."""


def page_text(data: bytes, charset: str | None = None) -> str:
    """Return the text of the page's bytes; ``charset`` is what its server said.

    Raises
    ------
    InputError
        If the bytes are in no encoding that can be told.
    """
    if data.startswith(_MARKS):
        return decoded(data)
    if wide := _wide(data):
        return data.decode(wide, "replace").lstrip("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass  # an older encoding, or damaged: what the server and the page say comes next
    for name in (charset, _said(data)):
        text = _readable(data, name) if name else None
        if text is not None:
            return text
    return _guessed(data)


def _wide(data: bytes) -> str | None:
    """Return the two-byte encoding of the page, from its mark or its first "<"."""
    if data.startswith(codecs.BOM_UTF16_LE) or data[:4].lstrip(b" \n\r\t")[:2] == b"<\x00":
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE) or data[:2] == b"\x00<":
        return "utf-16-be"
    return None


def _said(data: bytes) -> str | None:
    found = _SAID.search(data[:PRESCAN_BYTES])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _readable(data: bytes, name: str) -> str | None:
    """Return the text in a named encoding, ``None`` if the bytes are hardly in it."""
    try:
        codec = codecs.lookup(name).name
        if not _OF_TEXT.fullmatch(codec):
            return None
        text = data.decode(_WIDER.get(codec, codec), "replace")
    except (LookupError, UnicodeError):
        return None
    high = sum(byte >= 0x80 for byte in data[:SAMPLE_BYTES])
    broken = text[:SAMPLE_BYTES].count("\ufffd")
    return text if broken <= max(1, MAX_BROKEN_SHARE * high) else None


def _guessed(data: bytes) -> str:
    """Return the text in the encoding that fits what readers see; the tags are all ASCII."""
    seen = _NOT_TEXT.sub(b" ", data[: 4 * SAMPLE_BYTES])[:SAMPLE_BYTES]
    high = sum(byte >= 0x80 for byte in seen)
    if high <= WESTERN_SHARE * len(seen):
        return data.decode("cp1252", "replace")
    best = from_bytes(seen).best()
    if best is None:
        message = "the page names no encoding and none fits; open it in a browser, save it as UTF-8"
        raise InputError(message)
    return data.decode(best.encoding, "replace")
