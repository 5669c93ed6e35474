"""A target -> a connected socket to an address that was checked before, and to no other."""

from __future__ import annotations

import io
import queue
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from analysis.collect.names import shown
from analysis.collect.web.addresses import forbidden_use
from analysis.collect.web.clock import Clock
from analysis.collect.web.rules import FetchError, Rule
from analysis.collect.web.targets import PORTS, Target

MAX_TRIED = 4
"""Most addresses of one site tried one after another; the time left is shared among them."""


@dataclass(frozen=True, slots=True)
class Network:
    """What may be reached, and whose certificates are believed; only tests change it."""

    ports: frozenset[int] = frozenset(PORTS.values())
    forbidden: Callable[[IPv4Address | IPv6Address], str | None] = forbidden_use
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context


def addresses_of(target: Target, network: Network, clock: Clock) -> tuple[str, ...]:
    """Return the checked addresses of a target, looked up once.

    Raises
    ------
    FetchError
        If the name is unknown, or any one of its addresses is not public: a site that
        mixes public and private answers is not a site to trust.
    """
    literal = target.address
    found = [str(literal)] if literal else _looked_up(target, clock)
    for text in found:
        use = network.forbidden(ip_address(text))
        if use:
            lead = "" if literal else f"'{shown(target.host)}' leads to "
            message = f"{lead}an address set aside for {use}; only public web pages are fetched"
            raise FetchError(Rule.RANGE, message)
    return tuple(found)


def _looked_up(target: Target, clock: Clock) -> list[str]:
    """Ask the system's resolver in a thread, for it knows no deadline of its own."""
    answers: queue.SimpleQueue[Sequence[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            answers.put([str(row[4][0]) for row in rows])
        except (OSError, UnicodeError) as err:
            answers.put(err)

    threading.Thread(target=ask, daemon=True, name="parallax-lookup").start()
    try:
        answer = answers.get(timeout=clock.remaining())
    except queue.Empty:
        raise clock.error() from None
    if isinstance(answer, Exception) or not answer:
        message = f"no site '{shown(target.host)}' is known; check the spelling and the network"
        raise FetchError(Rule.LOOKUP, message)
    return list(dict.fromkeys(answer))


def connected(
    target: Target, addresses: Sequence[str], network: Network, clock: Clock
) -> socket.socket:
    """Return a socket to the first of the addresses that answers, encrypted for https.

    Raises
    ------
    FetchError
        If none answers in time, or the certificate is not for this site.
    """
    raw = _first_answering(addresses[:MAX_TRIED], target.port, clock)
    if target.scheme == "http":
        return raw
    try:
        raw.settimeout(clock.remaining())
        return network.trust().wrap_socket(raw, server_hostname=target.host)
    except ssl.SSLCertVerificationError as err:
        message = f"the certificate of '{shown(target.host)}' does not hold ({err.verify_message})"
        raise FetchError(Rule.CERTIFICATE, message) from err
    except (OSError, ValueError) as err:
        raise _failure(target, err, clock) from err
    finally:
        # A wrapped socket has taken over; closing what it came from is then without effect.
        raw.close()


def _first_answering(addresses: Sequence[str], port: int, clock: Clock) -> socket.socket:
    reason: OSError | None = None
    for left, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
        try:
            return _pinned(address, port, clock.remaining() / left)
        except OSError as err:
            reason = err
    if clock.is_over or isinstance(reason, TimeoutError):
        message = "the server does not answer; try again later"
        raise FetchError(Rule.TIME, message) from reason
    message = f"the server cannot be reached ({_words(reason)})"
    raise FetchError(Rule.CONNECTION, message) from reason


def _pinned(address: str, port: int, seconds: float) -> socket.socket:
    """Connect to exactly this address: no name is looked up again on the way."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with ExitStack() as opened:
        sock = opened.enter_context(socket.socket(family, socket.SOCK_STREAM))
        sock.settimeout(seconds)
        sock.connect((address, port))
        if ip_address(sock.getpeername()[0]) != ip_address(address):
            message = "something on this machine sends connections elsewhere"
            raise OSError(message)
        opened.pop_all()  # all is well: whoever asked for it closes it
    return sock


def _failure(target: Target, err: Exception, clock: Clock) -> FetchError:
    if clock.is_over or isinstance(err, TimeoutError):
        return clock.error()
    message = f"no safe connection to '{shown(target.host)}' ({_words(err)})"
    return FetchError(Rule.CONNECTION, message)


def _words(err: Exception | None) -> str:
    return shown(str(getattr(err, "strerror", None) or err))


class TimedSocket:
    """A socket as an HTTP client reads it, whose every read and write ends with the clock.

    A time limit on each read would let a server that drips one byte at a time go on for ever.
    """

    def __init__(self, sock: socket.socket, clock: Clock) -> None:
        self._sock = sock
        self._reader = _TimedReader(sock, clock)
        self._clock = clock

    def sendall(self, data: bytes) -> None:
        """Send a request."""
        self._sock.settimeout(self._clock.remaining())
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return what the server sends."""
        return io.BufferedReader(self._reader)

    def allow(self, n_bytes: int | None) -> None:
        """Let the server send so many more bytes; ``None`` = no limit here."""
        self._reader.allowed = n_bytes

    def close(self) -> None:
        """Leave the socket open: whoever opened it closes it, after the body is read."""


class _TimedReader(io.RawIOBase):
    def __init__(self, sock: socket.socket, clock: Clock) -> None:
        super().__init__()
        self._sock = sock
        self._clock = clock
        self.allowed: int | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # pyright: ignore[reportIncompatibleMethodOverride] -- the base takes any buffer
        self._sock.settimeout(self._clock.remaining())
        try:
            n_bytes = self._sock.recv_into(buffer)
        except TimeoutError:
            raise self._clock.error() from None
        if self.allowed is not None:
            self.allowed -= n_bytes
            if self.allowed < 0:
                message = "the server sends more headers than any page needs"
                raise FetchError(Rule.HEADERS, message)
        return n_bytes
