"""A web page -> title, text and what the page says of itself; nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.errors import InputError

MAX_TAGS = 100_000
"""Most tags parsed, opening and closing; beyond it the parser's time grows without use."""

MAX_ATTRIBUTES = 500
"""Most attributes on one tag; the parser's time is quadratic in them."""

_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved web page holds."""

    text: str
    title: str | None
    byline: str | None
    published: str | None
    outlet: str | None
    url: str | None


def read_page(html: str) -> Page:
    """Return the article on a page, reader comments included (cleaning lists them).

    Raises
    ------
    InputError
        If the page is too large to parse safely or holds no article text.
    """
    import trafilatura  # noqa: PLC0415 -- a second of import, paid only for web pages
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 -- the same

    _check(html)
    body = trafilatura.extract(html, include_comments=True, favor_recall=True)
    if not body:
        message = "no article text found on this page; paste the text instead"
        raise InputError(message)
    known = extract_metadata(html)
    title = known.title
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return Page(text, title, known.author, known.date, known.sitename, known.url)


def _check(html: str) -> None:
    tags = html.count("<")
    if tags > MAX_TAGS:
        message = f"{tags:,} tags; at most {MAX_TAGS:,} are parsed; paste the text instead"
        raise InputError(message)
    for match in _TAG.finditer(html):
        if len(match.group().split()) > MAX_ATTRIBUTES + 1:
            message = f"a tag with more than {MAX_ATTRIBUTES} attributes; paste the text instead"
            raise InputError(message)
