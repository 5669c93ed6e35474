"""Web address in, the one form of it under which an article is known out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

_VARIANTS = frozenset({"www", "m", "mobile", "amp"})
"""First parts of a host that show the same articles as the host without them."""

_SHARED_SUFFIXES = frozenset({"ac", "co", "com", "edu", "gob", "gov", "net", "ne", "or", "org"})
"""Under a country these are no site of their own: m.co.uk is a site, not a variant of co.uk."""

_TRACKING = re.compile(
    r"utm_\w+|at_(?:campaign|medium|custom\w*|link\w*|format|ptr\w*|bbc\w*)|"
    r"(?:fb|g|dc|ms|y|tt|tw|li_fat_|wbra|gbra)clid|gclsrc|li_fat_id|igshid|igsh|_g[al]|"
    r"mc_[ce]id|mkt_tok|hsctatracking|_hs(?:enc|mi)|vero_(?:id|conv)|oly_\w+_id|s_kwcid|"
    r"wt[._]\w+|xtor|cmpid|ncid|ocid|icid|s_cid|smid|smtyp|guccounter|guce_referrer\w*|"
    r"ref_?(?:src|url)|__twitter_impression|amp|outputtype|jsessionid|phpsessid|sessionid",
    re.IGNORECASE,
)
"""Parameters that say how a reader came, or which layout is wanted, and never which article."""

_AMBIGUOUS = frozenset({"ref", "referer", "referrer", "source", "src", "from", "share", "via"})
"""Parameters that mostly say how a reader came, but on some sites which article."""

_WORDING = re.compile(r"[A-Za-z_.\-]*")
_SLUG = re.compile(r"[-_\d]")
"""A last part of a path with a digit or hyphen names an article by itself."""

_AMP_END = re.compile(r"(?:/amp|\.amp(?:\.html?)?)/?$")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^/]*", re.IGNORECASE)
_CACHED = re.compile(r"^/(?:amp/)?[cv]/s/|^/amp/s/")
"""Path under which a cache keeps a copy: the address of the original follows."""

_MAX_CHARS = 4_096
"""Longest address read, in characters; servers refuse longer ones."""

_PORTS = {"http": 80, "https": 443}
_KEPT = ":@!$&'()*+,;=~-._"
"""Characters that a part of a path may hold as they are."""


def canonical_url(url: str | None) -> str | None:
    """Return one form for all addresses that show the same article; ``None`` if it is no address.

    Scheme, ``www.``, mobile and AMP hosts and endings, tracking parameters, their order, the
    place on the page and a trailing slash do not count. What may tell two articles apart stays:
    in doubt two addresses remain two.
    """
    url = (url or "").strip()
    parts = _parts(url) if len(url) <= _MAX_CHARS else None
    if not parts:
        return None
    port = f":{parts.port}" if parts.port and parts.port != _PORTS[parts.scheme] else ""
    path = _path(parts.path)
    query = _query(parts.query, path)
    route = f"#{parts.fragment}" if parts.fragment[:1] in {"!", "/"} else ""
    return f"https://{_host(parts.hostname or '')}{port}{path}{query}{route}"


def names_page(canonical: str) -> bool:
    """Return whether a canonical address is more than the front page of a site."""
    return canonical.count("/") > 2 or "?" in canonical or "#" in canonical


def site(canonical: str) -> str:
    """Return the host of a canonical address."""
    return urlsplit(canonical).netloc


def _parts(url: str) -> SplitResult | None:
    """Return the parts of an address, those of the original for a copy that a cache keeps."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host.strip(".") or ".." in host or port == 0:
        return None
    host = host.removeprefix("www.")
    kept = _CACHED.match(parts.path)
    if kept and (host == "google.com" or host.endswith(".cdn.ampproject.org")):
        query = f"?{parts.query}" if parts.query else ""
        return _parts(f"https://{parts.path[kept.end() :]}{query}")
    return parts


def _host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    labels = _ascii(host).strip(".").split(".")
    while labels[0] in _VARIANTS and _is_site(labels[1:]):
        labels = labels[1:]
    return ".".join(labels)


def _ascii(host: str) -> str:
    """Return the host as name servers know it, or as it is if they cannot."""
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host


def _is_site(labels: list[str]) -> bool:
    """Return whether a host stands for a site: more than the ending that many sites share."""
    is_shared = len(labels) == 2 and labels[0] in _SHARED_SUFFIXES and len(labels[1]) == 2
    return len(labels) > 1 and not is_shared


def _path(path: str) -> str:
    parts: list[str] = []
    for part in _SESSION.sub("", path).split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in {"", "."}:
            plain = unquote(part, errors="surrogateescape")
            parts.append(quote(plain, safe=_KEPT, errors="surrogateescape"))
    joined = "".join(f"/{part}" for part in parts)
    return _INDEX.sub("", _AMP_END.sub("", joined))


def _query(query: str, path: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = sorted(_telling(pairs, is_named=bool(_SLUG.search(path.rpartition("/")[2]))))
    return f"?{urlencode(kept, errors='surrogateescape')}" if kept else ""


def _telling(pairs: Iterable[tuple[str, str]], *, is_named: bool) -> Iterable[tuple[str, str]]:
    """Yield the parameters that may say which article is meant."""
    for name, value in pairs:
        is_aside = is_named and name.lower() in _AMBIGUOUS and _WORDING.fullmatch(value)
        if not (_TRACKING.fullmatch(name) or is_aside):
            yield name, value
