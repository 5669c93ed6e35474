"""Servers that send too much, too slowly or for ever: each ends at its limit, in little memory."""

import socket
import tracemalloc
import zlib

import pytest

from analysis.collect.web.rules import Rule
from tests.loopback import Names, moves, refused

pytestmark = pytest.mark.enable_socket

MIB = 1024 * 1024


@pytest.fixture(autouse=True)
def names(monkeypatch):
    names = Names(**{"outlet.example": ["127.0.0.1"]})
    monkeypatch.setattr(socket, "getaddrinfo", names.getaddrinfo)
    return names


def bomb(n_bytes):
    """Return an answer of so many zeros, packed a thousand times, never held in one piece."""

    def answer(connection, _server):
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
        )
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        for _ in range(n_bytes // MIB):
            connection.sendall(packer.compress(bytes(MIB)))
        connection.sendall(packer.flush())

    return answer


def endless(connection, server):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while not server.stopped.is_set():
        connection.sendall(b"a" * 65536)


def endless_chunks(connection, server):
    connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    while not server.stopped.is_set():
        connection.sendall(b"1\r\na\r\n" * 10_000)


def endless_trailers(connection, server):
    connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
    )
    while not server.stopped.is_set():
        connection.sendall(b"X: y\r\n" * 10_000)


def endless_headers(connection, server):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while not server.stopped.is_set():
        connection.sendall(b"X: y\r\n" * 10)


def endless_continue(connection, server):
    while not server.stopped.is_set():
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def drips(before):
    def answer(connection, server):
        connection.sendall(before)
        while not server.stopped.wait(0.02):
            connection.sendall(b"a")

    return answer


def hangs(before):
    def answer(connection, server):
        connection.sendall(before)
        server.stopped.wait(30)

    return answer


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n"


@pytest.mark.parametrize(
    ("answer", "rules"),
    [
        (bomb(4096 * MIB), {Rule.RATIO}),
        (endless, {Rule.SIZE}),
        (endless_chunks, {Rule.TIME, Rule.SIZE}),
        (endless_trailers, {Rule.TIME}),
        (endless_headers, {Rule.HEADERS}),
        (endless_continue, {Rule.HEADERS}),
        (drips(b"HTTP/1.1 200 OK\r\nX: "), {Rule.TIME}),
        (drips(HEAD), {Rule.TIME}),
        (hangs(b""), {Rule.TIME}),
        (hangs(HEAD + b"<p>"), {Rule.TIME}),
    ],
)
def test_a_hostile_answer_ends_with_its_limit_and_takes_little_memory(answer, rules):
    seconds = 0.5 if Rule.TIME in rules else 14.0
    tracemalloc.start()
    try:
        assert refused(answer, seconds=seconds) in rules
        assert tracemalloc.get_traced_memory()[1] <= 100 * MIB
    finally:
        tracemalloc.stop()


def test_the_time_of_all_redirects_counts_together():
    def answer(connection, server):
        if not server.stopped.wait(0.2):
            moves(f"/{server.connects}")(connection, server)

    assert refused(answer, seconds=0.5, redirects=1000) == Rule.TIME
