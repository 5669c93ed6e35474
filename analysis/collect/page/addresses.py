"""Addresses a page gives of itself -> the address of the original article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from courlan.clean import normalize_url

MAX_ADDRESS_CHARS = 2_000

_ARCHIVED = re.compile(
    r"https?://[^/\s]+/(?:[\w.*-]+/)*?[\d.*-]{4,}[a-z_]*/(https?:/{1,2}[^\s]+)", re.IGNORECASE
)
"""An archive's address: its own host, a time, and then the whole address of the original."""

_SAVED = re.compile(
    r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE
)


def original_address(address: str) -> str:
    """Return the address of the original for that of an archived copy; others as they are."""
    found = _ARCHIVED.match(address)
    if not found:
        return address
    return re.sub(r"^(https?):/+", r"\1://", found[1])


def readable_address(value: str | None, base: str | None = None) -> str | None:
    """Return a complete web address of the original, ``None`` if the value is none.

    What only tells where a reader came from ("utm_source", "fbclid") is left out: it is one
    article whatever the way to it.
    """
    if not value or len(value) > MAX_ADDRESS_CHARS:
        return None
    try:
        full = urljoin(base or "", value.strip())
        parts = urlsplit(full)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or "." not in parts.hostname:
        return None
    return normalize_url(original_address(full))


def saved_from(notes: Iterable[str]) -> str | None:
    """Return the address that a browser wrote into the page when it saved it."""
    for note in notes:
        if found := _SAVED.search(note):
            return readable_address(found[1] or found[2])
    return None
