"""A candidate and the page it came from -> whose article it is: canonical address and outlet."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from analysis.collect.candidate import Candidate
from analysis.collect.names import shown
from analysis.collect.web.fetch import Fetched
from analysis.collect.web.rules import FetchError
from analysis.collect.web.targets import web_target
from analysis.metadata import outlet_of
from analysis.stories import Known
from analysis.types import Basis

ARCHIVES = (
    "archive.org", "archive.ph", "archive.is", "archive.today", "archive.li", "archive.md",
    "archive.vn", "archive.fo", "archive-it.org", "arquivo.pt", "perma.cc", "vefsafn.is",
    "webarchive.org.uk", "webarchive.nationalarchives.gov.uk", "webarchive.loc.gov",
)  # fmt: skip
"""Domains that keep copies of other sites' pages and say whose they are."""

# /web/20220105120000id_/https://… of the Wayback software, /2022.01.05-120000/https://… of others.
_COPY = re.compile(r"/(?:\d{4,14}(?:[a-z]{2}_)?|\d{4}\.\d\d\.\d\d-\d{6})/(https?):/{1,2}(\S+)")
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "go", "ne", "net", "or", "org"})


def sourced(candidate: Candidate, page: Fetched) -> Candidate:
    """Return the candidate with the address and outlet of the page that was fetched.

    The address that a page names as its own is believed for its own site, and for the
    original of an archived copy; a copy on another site stays that site's, with a notice.
    """
    claimed = _claimed(candidate.article.url, page.final_url)
    copied = _original(claimed, page)
    if copied:
        return _with_address(candidate, copied, f"archived copy at {page.final_url}")
    if claimed is None:
        return _with_address(candidate, page.final_url, "the address it was fetched from")
    if same_site(claimed, page.final_url):
        return _with_address(candidate, claimed, None)
    notice = f"the page names another site's address as its own, {shown(claimed)}: see whose it is"
    kept = _with_address(candidate, page.final_url, "the address it was fetched from")
    return replace(kept, notices=(*kept.notices, notice))


def _claimed(url: str | None, here: str) -> str | None:
    """Return the address a page names as its own, unless it names its site's front page."""
    found = _plain(url, here)
    is_front = found is not None and urlsplit(found).path == "/" != urlsplit(here).path
    return None if is_front else found


def _original(claimed: str | None, page: Fetched) -> str | None:
    """Return whose page an archive copied, ``None`` if it is no archive or does not say."""
    if not _is_archive(page.final_url):
        return None
    named = (page.original, claimed, page.final_url)
    for address in (_plain(_inner(each), page.final_url) for each in named if each):
        if address and not _is_archive(address):
            return address
    return None


def _inner(url: str) -> str:
    match = _COPY.search(url)
    return f"{match[1]}://{match[2]}" if match else url


def _plain(url: str | None, base: str) -> str | None:
    """Return an address in its plain form; ``None`` if there is none or it is no web address."""
    try:
        return web_target(urljoin(base, url)).url if url else None
    except (FetchError, ValueError):
        return None


def _is_archive(url: str) -> bool:
    return any(_is_under(_host(url), archive) for archive in ARCHIVES)


def same_site(left: str, right: str) -> bool:
    """Return whether two addresses belong to one outlet, or to one registered domain."""
    outlet = outlet_of(left)
    if outlet and outlet == outlet_of(right):
        return True
    return _registered(_host(left)) == _registered(_host(right))


def _registered(host: str) -> str:
    """Return the part of a host name that its owner registered, by the usual forms of names."""
    labels = host.split(".")
    is_short = len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2
    return ".".join(labels[-3:] if is_short else labels[-2:])


def _with_address(candidate: Candidate, url: str, why: str | None) -> Candidate:
    """Return the candidate at an address; ``why`` = ``None`` keeps what the page said of it."""
    found = replace(candidate, article=replace(candidate.article, url=url))
    if why:
        found = _known(found, "url", why)
    outlet = outlet_of(url)
    if not outlet:
        return found
    article = replace(found.article, outlet=outlet, outlet_basis=Basis.STATED)
    return _known(replace(found, article=article), "outlet", f"domain {_host(url)}")


def _known(candidate: Candidate, field: str, why: str) -> Candidate:
    others = tuple(each for each in candidate.known if each.field != field)
    row = Known(candidate.article.id, field, Basis.STATED, why)
    return replace(candidate, known=(*others, row))


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _is_under(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")
