"""A web server whose every byte a test writes, and names that lead where the test says."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address

import pytest

from analysis.collect.web.connections import Network
from analysis.collect.web.fetch import Limits, fetch
from analysis.collect.web.pace import Pace
from analysis.collect.web.rules import FetchError, Rule

PUBLIC = "93.184.216.34"
"""An address that is nobody's private one; tests never connect to it."""


class Server:
    """Answers each connection with what ``answer`` writes; counts and keeps what was asked."""

    def __init__(self, answer: Callable, tls=None) -> None:
        self.answer = answer
        self.requests: list[str] = []
        self.connects = 0
        self.stopped = threading.Event()
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connects += 1
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        # The other side may hang up at any point: that is what most of these tests are about.
        with contextlib.suppress(OSError), connection:
            if self._tls:
                with self._tls.wrap_socket(connection, server_side=True) as safe:
                    self._reply(safe)
            else:
                self._reply(connection)

    def _reply(self, connection: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            piece = connection.recv(65536)
            if not piece:
                return
            request += piece
        self.requests.append(request.decode("latin-1"))
        self.answer(connection, self)

    def close(self) -> None:
        self.stopped.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(timeout=10)


@contextmanager
def serving(answer: Callable, tls=None) -> Iterator[Server]:
    server = Server(answer, tls)
    try:
        yield server
    finally:
        server.close()


def response(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    """Return a whole answer as it goes over the wire."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, *headers, "", ""]).encode("latin-1") + body


def sends(data: bytes) -> Callable:
    """Return an answer that is always the same."""
    return lambda connection, _server: connection.sendall(data)


def moves(location: str, status: str = "302 Found") -> Callable:
    """Return an answer that sends the reader on."""
    return sends(response(b"", f"Location: {location}", status=status))


def get(server, path="/", *, scheme="http", host="outlet.example", trust=None, **limits):
    """Fetch a page from the server as if its address were public, and only its."""
    network = Network(
        ports=frozenset({server.port}),
        forbidden=lambda address: None if str(address) == "127.0.0.1" else "tests",
        trust=trust or ssl.create_default_context,
    )
    url = f"{scheme}://{host}:{server.port}{path}"
    return fetch(url, limits=Limits(**limits), network=network, pace=Pace())


def refused(answer: Callable, **limits) -> Rule:
    """Return the rule by which an answer is refused."""
    with serving(answer) as server, pytest.raises(FetchError) as caught:
        get(server, **limits)
    return caught.value.rule


class Names:
    """Stands in for the resolver: each name has the answers a test gives it, in turn."""

    def __init__(self, **answers) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def getaddrinfo(self, host, port, *_args, **_kwargs):
        self.asked.append(host)
        given = self.answers.get(host)
        if given is None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        turns = given if given and isinstance(given[0], list) else [given]
        turn = turns[min(self.asked.count(host), len(turns)) - 1]
        return [self._row(address, port) for address in turn]

    @staticmethod
    def _row(address, port):
        is_six = ip_address(address.partition("%")[0]).version == 6
        family = socket.AF_INET6 if is_six else socket.AF_INET
        place = (address, port, 0, 0) if is_six else (address, port)
        return family, socket.SOCK_STREAM, 6, "", place


class Connects:
    """Stands in for connecting: keeps where to, and refuses."""

    def __init__(self) -> None:
        self.to: list[tuple] = []

    def refuse(self, address) -> None:
        self.to.append(address)
        raise ConnectionRefusedError(111, "Connection refused")
