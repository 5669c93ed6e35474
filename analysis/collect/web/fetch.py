"""The address of a page -> its bytes, from a public web server and from nowhere else."""

from __future__ import annotations

import http.client
import re
import socket
from contextlib import closing
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from analysis.collect.names import shown
from analysis.collect.web.bodies import body_of
from analysis.collect.web.clock import Clock
from analysis.collect.web.connections import Network, TimedSocket, addresses_of, connected
from analysis.collect.web.pace import PACE, Pace
from analysis.collect.web.rules import FetchError, Rule
from analysis.collect.web.targets import Target, web_target

USER_AGENT = "Parallax/0.1 (news comparison; reads single pages that a person asks for)"
"""How servers see us. There is no crawling, so robots.txt, which is for crawlers, is not asked."""

CONTENT_TYPES = frozenset(
    {
        "text/html", "application/xhtml+xml", "application/xml", "text/xml",
        "application/rss+xml", "application/atom+xml", "application/pdf", "text/plain",
        "application/json",
    }
)  # fmt: skip
"""Kinds of page that a reader here understands."""

MAX_HEADER_BYTES = 64 * 1024
"""Most bytes of status line and headers; news sites send 1 to 10 kB."""

_READ_AHEAD = 8 * 1024  # io.DEFAULT_BUFFER_SIZE: body that arrives together with the headers
_MOVED = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_ORIGINAL = re.compile(r"<([^<>]*)>[^<>]*?;\s*rel\s*=\s*\"?(?:[\w-]+ +)*original\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one page may cost; the whole of it, redirects included, has one deadline."""

    seconds: float = 14.0
    """From the first lookup to the last byte: 15 with what it takes to end."""
    body_bytes: int = 10 * 1024 * 1024
    """Of the body, packed and unpacked."""
    redirects: int = 5


LIMITS = Limits()
INTERNET = Network()


@dataclass(frozen=True, slots=True)
class Fetched:
    """One page as a server sent it."""

    url: str
    """The address that was asked for, in its plain form."""
    final_url: str
    """The address that the page came from, after redirects."""
    status: int
    content_type: str
    """Media type without parameters, in lower case."""
    body: bytes
    redirects: tuple[str, ...] = ()
    """Every address on the way from ``url`` to ``final_url``, the last included."""
    charset: str | None = None
    """The encoding that the server states."""
    original: str | None = None
    """The address that an archive says it copied the page from (RFC 7089)."""


def fetch(
    url: str,
    *,
    limits: Limits = LIMITS,
    network: Network = INTERNET,
    pace: Pace = PACE,
) -> Fetched:
    """Return one page, asked for without cookies, passwords or proxies.

    Every address on the way is looked up once, checked before any connection, and then
    connected to as checked.

    Raises
    ------
    FetchError
        If any rule stands against it; the message says which.
    """
    clock = Clock(limits.seconds)
    target = web_target(url, ports=network.ports)
    addresses = addresses_of(target, network, clock)
    pace.count()
    way = [target]
    while True:
        with pace.alone(way[-1].host, clock):
            answer = _asked(way[-1], addresses, limits, network, clock)
        if isinstance(answer, Fetched):
            redirects = tuple(step.url for step in way[1:])
            return replace(answer, url=target.url, redirects=redirects)
        if len(way) > limits.redirects:
            message = f"sent on more than {limits.redirects} times; open it in a browser instead"
            raise FetchError(Rule.REDIRECTS, message)
        step, addresses = _next(way[-1], answer, network, clock)
        way.append(step)


def _next(
    here: Target, location: str, network: Network, clock: Clock
) -> tuple[Target, tuple[str, ...]]:
    """Return where a redirect leads, checked in full like an address that a person gave."""
    try:
        target = web_target(urljoin(here.url, location), ports=network.ports)
        if here.scheme == "https" and target.scheme == "http":
            message = "from https to http, where anybody on the way can change the page"
            raise FetchError(Rule.DOWNGRADE, message)
        return target, addresses_of(target, network, clock)
    except FetchError as err:
        message = f"'{shown(here.host)}' sends us on to '{shown(location)}': {err}"
        raise FetchError(err.rule, message) from err
    except ValueError as err:
        message = f"'{shown(here.host)}' sends us on to '{shown(location)}', which is no address"
        raise FetchError(Rule.ADDRESS, message) from err


def _asked(
    target: Target, addresses: tuple[str, ...], limits: Limits, network: Network, clock: Clock
) -> Fetched | str:
    """Return the page at a target, or the address that the server sends us on to."""
    with closing(connected(target, addresses, network, clock)) as sock:
        response = _response(target, sock, clock)
        with closing(response):
            location = response.getheader("Location")
            if response.status in _MOVED and location:
                # Header bytes come as Latin-1; addresses in them are UTF-8 where not ASCII.
                return location.encode("latin-1").decode("utf-8", "replace")
            content_type = _checked_type(response)
            body = body_of(response, limits.body_bytes, clock)
            _check_content(content_type, body)
            return _fetched(target, response, content_type, body)


def _response(target: Target, sock: socket.socket, clock: Clock) -> http.client.HTTPResponse:
    timed = TimedSocket(sock, clock)
    timed.allow(MAX_HEADER_BYTES + _READ_AHEAD)
    kind = http.client.HTTPSConnection if target.scheme == "https" else http.client.HTTPConnection
    connection = kind(target.host, target.port)
    connection.sock = timed  # already connected and checked: the client itself opens nothing
    try:
        connection.request("GET", target.path, headers=_HEADERS)
        response = connection.getresponse()
    except http.client.HTTPException as err:
        rule = Rule.HEADERS if _is_flood(err) else Rule.CONNECTION
        message = f"the server does not answer as web servers do ({shown(str(err))})"
        raise FetchError(rule, message) from err
    except OSError as err:
        message = f"the connection broke off ({shown(str(err.strerror or err))})"
        raise FetchError(Rule.CONNECTION, message) from err
    timed.allow(None)
    return response


def _is_flood(err: http.client.HTTPException) -> bool:
    return isinstance(err, http.client.LineTooLong) or "headers" in str(err)


def _checked_type(response: http.client.HTTPResponse) -> str:
    if response.status not in {200, 203}:
        message = f"the server answers {response.status} ({shown(response.reason)}), not a page"
        raise FetchError(Rule.STATUS, message)
    stated = response.getheader("Content-Type") or ""
    content_type = stated.partition(";")[0].strip().lower()
    if content_type not in CONTENT_TYPES:
        kind = f"'{shown(content_type)}'" if content_type else "of no stated kind"
        message = f"this is {kind}; web pages, feeds, PDF and plain text are fetched"
        raise FetchError(Rule.TYPE, message)
    return content_type


def _check_content(content_type: str, body: bytes) -> None:
    """Refuse a body that is plainly not what its headers say."""
    if content_type == "application/pdf":
        is_other = b"%PDF-" not in body[:1024]
    else:
        is_other = body.startswith(b"%PDF-") or (b"\x00" in body[:1024] and not _is_wide(body))
    if is_other:
        message = f"the server calls this '{content_type}', and it is something else"
        raise FetchError(Rule.TYPE, message)


def _is_wide(body: bytes) -> bool:
    """Return whether NUL bytes may be half of UTF-16 letters: all at even or all at odd places."""
    head = body[:1024]
    has_mark = body[:2] in {b"\xff\xfe", b"\xfe\xff"}
    return has_mark or not (head[::2].count(0) and head[1::2].count(0))


def _fetched(
    target: Target, response: http.client.HTTPResponse, content_type: str, body: bytes
) -> Fetched:
    charset = _CHARSET.search(response.getheader("Content-Type") or "")
    original = _ORIGINAL.search(response.getheader("Link") or "")
    return Fetched(
        url=target.url,
        final_url=target.url,
        status=response.status,
        content_type=content_type,
        body=body,
        charset=charset[1].lower() if charset else None,
        original=original[1] if original else None,
    )
