"""A page saved as one file (.mht, .mhtml) -> the bytes and address of the page itself."""

from __future__ import annotations

import email
from email.message import Message
from email.policy import compat32

from analysis.errors import InputError

MAX_PARTS = 5_000
"""Most parts of a saved page that are looked through; pages have up to a few hundred."""


def saved_page(data: bytes) -> tuple[bytes, str | None, str | None]:
    """Return the page, the encoding it is said to be in, and the address it was saved from.

    Raises
    ------
    InputError
        If no part of the file is a web page.
    """
    # The older policy reads broken headers as they are, where the newer one raises.
    whole = email.message_from_bytes(data, policy=compat32)
    for number, part in enumerate(whole.walk()):
        if number >= MAX_PARTS:
            break
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return page, part.get_content_charset(), _address(whole, part)
    message = "no web page in this file; save the page again as .html"
    raise InputError(message)


def _address(whole: Message, part: Message) -> str | None:
    for message, header in (
        (whole, "Snapshot-Content-Location"),
        (part, "Content-Location"),
        (whole, "Content-Location"),
    ):
        value = str(message.get(header, "")).strip()
        if value.startswith(("http://", "https://")):
            return "".join(value.split())
    return None
