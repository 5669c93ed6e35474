"""An address as a person or a page wrote it -> the one server and path it can only mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urlsplit

from analysis.collect.names import shown
from analysis.collect.web.rules import FetchError, Rule
from analysis.limits import MAX_URL_CHARS

PORTS = {"http": 80, "https": 443}
"""Where web pages are; every other port belongs to some other service."""

MAX_HOST_CHARS = 253
"""Longest name the domain name system knows, in characters."""

LOCAL_NAMES = (
    "localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp",
    "home.arpa", "onion",
)  # fmt: skip
"""Endings of names that mean something only inside one machine or network: they are not even
looked up, so that no outside name server hears of them."""

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
# What browsers take as a number at the end of a host name: 127.1, 0x7f.1, 2130706433, 0177.0.0.1.
_NUMERIC_END = re.compile(r"(?:\d+|0x[0-9a-f]*)")
_WHITE = " \t\r\n\f\v"
_KEPT_IN_PATH = "/%:=&?~#+!$,;'@()*[]-._"


@dataclass(frozen=True, slots=True)
class Target:
    """One page on one server; the host is a lower-case ASCII name or a plain numeric address."""

    scheme: str
    host: str
    port: int
    path: str
    """Path and query as they are asked for."""

    @property
    def address(self) -> IPv4Address | IPv6Address | None:
        """Return the numeric address that the host is, ``None`` if it is a name."""
        if ":" in self.host:
            return IPv6Address(self.host)
        return IPv4Address(self.host) if self.host.rpartition(".")[2].isdigit() else None

    @property
    def url(self) -> str:
        """Return the address in its plain form, without fragment."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


def web_target(url: str, *, ports: frozenset[int] = frozenset(PORTS.values())) -> Target:
    """Return what an address stands for, judged by its letters alone; nothing is looked up.

    Raises
    ------
    FetchError
        If it is not http or https, or two programs could read it as two different places.
    """
    url = url.strip(_WHITE)
    _check_letters(url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as err:
        message = f"this is not a web address ({shown(str(err))}); copy it from the browser again"
        raise FetchError(Rule.ADDRESS, message) from err
    scheme = _scheme(parts)
    host = _host(parts.netloc)
    port = PORTS[scheme] if port is None else port
    if port not in ports:
        message = f"port {port}: pages are fetched from ports 80 and 443 only"
        raise FetchError(Rule.PORT, message)
    query = f"?{parts.query}" if parts.query else ""
    return Target(scheme, host, port, quote((parts.path or "/") + query, safe=_KEPT_IN_PATH))


def _check_letters(url: str) -> None:
    if len(url) > MAX_URL_CHARS:
        message = f"{len(url):,} characters; an address has at most {MAX_URL_CHARS:,}"
        raise FetchError(Rule.ADDRESS, message)
    odd = next((c for c in url if c in "\\ " or not c.isprintable()), None)
    if odd is not None:
        name = {"\\": "a backslash", " ": "a blank"}.get(odd, f"the character U+{ord(odd):04X}")
        message = f"holds {name}, which no address may; copy it from the browser again"
        raise FetchError(Rule.ADDRESS, message)


def _scheme(parts: SplitResult) -> str:
    if parts.scheme in PORTS and parts.netloc:
        return parts.scheme
    if parts.scheme and parts.scheme not in PORTS:
        message = f"'{shown(parts.scheme)}:' is not fetched, only http:// and https://"
        raise FetchError(Rule.SCHEME, message)
    message = "not a whole web address; it starts with https:// and the name of a site"
    raise FetchError(Rule.ADDRESS, message)


def _host(netloc: str) -> str:
    """Return the host without its port, in the one form that can only mean one place."""
    if "@" in netloc:
        message = "holds a name or password before '@'; take that part out"
        raise FetchError(Rule.CREDENTIALS, message)
    if netloc.startswith("["):
        return _in_brackets(netloc)
    host = _ascii(netloc.partition(":")[0].lower())
    labels = host.split(".")
    if len(host) > MAX_HOST_CHARS or not all(map(_LABEL.fullmatch, labels)):
        message = f"'{shown(host)}' is not a plain name of a site, such as www.example.org"
        raise FetchError(Rule.HOST, message)
    if _NUMERIC_END.fullmatch(labels[-1]):
        return _dotted(host)
    if len(labels) == 1 or any(host == n or host.endswith(f".{n}") for n in LOCAL_NAMES):
        message = f"'{shown(host)}' is a name inside a machine or network, not a public site"
        raise FetchError(Rule.LOCAL_NAME, message)
    return host


def _in_brackets(netloc: str) -> str:
    inner, _, rest = netloc[1:].partition("]")
    try:
        if (rest and not rest.startswith(":")) or "%" in inner or not inner.isascii():
            raise AddressValueError(inner)
        return str(IPv6Address(inner))
    except AddressValueError as err:
        message = f"'{shown(inner)}' in brackets is not a plain IPv6 address"
        raise FetchError(Rule.ADDRESS, message) from err


def _dotted(host: str) -> str:
    try:
        return str(IPv4Address(host))
    except AddressValueError as err:
        message = f"'{shown(host)}' is a number in an unusual form; give the name of the site"
        raise FetchError(Rule.NUMBER, message) from err


def _ascii(host: str) -> str:
    """Return an international name as it is looked up; a look-alike of another name is refused."""
    if host.isascii():
        return host
    try:
        plain = host.encode("idna").decode("ascii") if len(host) <= MAX_HOST_CHARS else ""
        back = plain.encode("ascii").decode("idna")
    except UnicodeError:
        plain, back = "", ""
    # Full-width digits, other dots, ligatures and ß would silently become another name.
    if not plain or back != host:
        message = f"'{shown(host)}' has letters that stand for others; give its plain spelling"
        raise FetchError(Rule.HOST, message)
    return plain
