"""Head of a page -> title, authors, outlet, address and language, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from analysis.clean.bylines import after_by
from analysis.collect.page.addresses import readable_address, saved_from
from analysis.collect.page.head import MAX_FIELD_CHARS, Fact, Head
from analysis.collect.page.linked_data import names_of, text_of
from analysis.metadata import outlet_of
from analysis.types import Basis

MAX_AUTHORS = 8

_SEPARATORS = re.compile(r"\s+[|–—·•»:-]+\s+")


def stated_titles(head: Head) -> tuple[str, ...]:
    """Return the titles the page gives its article outside the text, the surest first."""
    found = (
        text_of(head.data.get("headline")),
        head.meta.get("og:title"),
        head.meta.get("twitter:title"),
        head.title,
    )
    return tuple(dict.fromkeys(title for title in found if title))


def title_fact(head: Head, headline: str | None) -> Fact | None:
    """Return the headline on the page, else the title its head gives, without the site's name."""
    if headline:
        return Fact("title", headline, Basis.STATED, headline)
    for name, value in (
        ("headline", text_of(head.data.get("headline"))),
        ("og:title", head.meta.get("og:title")),
        ("<title>", head.title),
    ):
        if value:
            title = value if name == "headline" else _without_site(value, head)
            return Fact("title", title, Basis.STATED, f"{name}: {value}")
    return None


def _without_site(title: str, head: Head) -> str:
    """Return the title without the last part that names the site."""
    parts = _SEPARATORS.split(title)
    if len(parts) < 2 or not _names_site(parts[-1], head):
        return title
    last = [match.start() for match in _SEPARATORS.finditer(title)][-1]
    return title[:last]


def _names_site(words: str, head: Head) -> bool:
    site = head.meta.get("og:site_name") or text_of(head.data.get("publisher")) or ""
    return _letters(words) == _letters(site) or _is_host(words, _host(head))


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _is_host(words: str, host: str) -> bool:
    """Return whether the words are the host's name: "The Post" and thepost.example."""
    letters = _letters(words)
    labels = [_letters(label) for label in host.split(".")[:-1]]
    short = letters.removeprefix("the")
    return len(short) > 1 and any(short in (label, label.removeprefix("the")) for label in labels)


def _host(head: Head) -> str:
    address = url_fact(head, None)
    return (urlsplit(address.value).hostname or "") if address else ""


def url_fact(head: Head, fetched: str | None) -> Fact | None:
    """Return the address of the original article: canonical, og:url, as saved, as fetched."""
    saved = saved_from(head.notes)
    base = fetched or saved
    for name, value in (
        ("canonical", head.canonical),
        ("og:url", head.meta.get("og:url")),
        ("url", text_of(head.data.get("url"))),
        ("saved from", saved),
        ("fetched from", fetched),
    ):
        address = readable_address(value, base)
        if address and (urlsplit(address).path.strip("/") or urlsplit(address).query):
            return Fact("url", address, Basis.STATED, f"{name}: {value}")
    return None


def byline_fact(head: Head, lines: Iterable[str]) -> Fact | None:
    """Return the authors: of the structured data, of the head, else of the byline itself."""
    site = _letters(head.meta.get("og:site_name") or text_of(head.data.get("publisher")) or "")
    stated = (
        ("author", ", ".join(names_of(head.data.get("author"))[:MAX_AUTHORS])),
        ("author", head.meta.get("author", "")),
        ("article:author", head.meta.get("article:author", "")),
        ("dc.creator", head.meta.get("dc.creator", "")),
    )
    for name, value in stated:
        if _is_name(value) and _letters(value) != site:
            return Fact("byline", value, Basis.STATED, f"{name}: {value}")
    for line in lines:
        name = (after_by(line) or line).strip(" ,|•·–—-")
        if _is_name(name):
            return Fact("byline", name, Basis.STATED, line)
    return None


def _is_name(value: str) -> bool:
    return (
        any(map(str.isalpha, value))
        and len(value) <= MAX_FIELD_CHARS // 2
        and "://" not in value
        and "@" not in value
    )


def outlet_fact(head: Head, fetched: str | None, address: str | None) -> Fact | None:
    """Return whose page it is: by the address, the site's own name, or the end of its title.

    A page may name another outlet's address as the canonical one of a copy: where it was
    fetched from comes first.
    """
    for each in (readable_address(fetched), address):
        if each and (known := outlet_of(each)):
            return Fact("outlet", known, Basis.STATED, each)
    for name, value in (
        ("og:site_name", head.meta.get("og:site_name")),
        ("publisher", text_of(head.data.get("publisher"))),
        ("application-name", head.meta.get("application-name")),
    ):
        if value and "://" not in value:
            return Fact("outlet", value, Basis.STATED, f"{name}: {value}")
    parts = _SEPARATORS.split(head.title or "")
    if len(parts) > 1 and _is_host(parts[-1], _host(head)):
        return Fact("outlet", parts[-1], Basis.INFERRED, f"<title>: {head.title}")
    return None


def language_fact(head: Head, detected: str, *, english: bool) -> Fact | None:
    """Return the language of the text: as declared if the text agrees, else as detected.

    ``english`` says whether the text has English function words.
    """
    said = head.language or head.meta.get("og:locale") or head.meta.get("content-language") or ""
    code = re.split(r"[-_]", said.strip().lower())[0]
    if code == detected:
        return Fact("language", code, Basis.STATED, f"lang: {said}")
    if len(code) in (2, 3) and code.isalpha() and detected == "en" and not english:
        return Fact("language", code, Basis.STATED, f"lang: {said}")
    return Fact("language", detected, Basis.INFERRED, "the words of the text")
