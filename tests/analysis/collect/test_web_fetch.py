"""One page from a server: fetched rightly, or refused with its reason, within its limits."""

import gzip
import os
import socket
import threading

import pytest

from analysis.collect.web.connections import Network
from analysis.collect.web.fetch import USER_AGENT, Limits, fetch
from analysis.collect.web.pace import Pace
from analysis.collect.web.rules import FetchError, Rule
from tests.loopback import PUBLIC, Names, get, moves, refused, response, sends, serving

pytestmark = pytest.mark.enable_socket

PAGE = "<html><p>The minister said “no”.</p></html>".encode()
MIB = 1024 * 1024


@pytest.fixture(autouse=True)
def names(monkeypatch):
    names = Names(**{"outlet.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]})
    monkeypatch.setattr(socket, "getaddrinfo", names.getaddrinfo)
    return names


def test_a_page_comes_with_its_address_type_and_encoding():
    answer = sends(response(PAGE, kind="Text/HTML; Charset=UTF-8"))
    with serving(answer) as server:
        page = get(server, "/a/b?c=d#e")
    assert page.url == page.final_url == f"http://outlet.example:{server.port}/a/b?c=d"
    assert (page.status, page.content_type, page.charset) == (200, "text/html", "utf-8")
    assert (page.body, page.redirects, page.original) == (PAGE, (), None)


def test_the_request_says_who_asks_and_carries_nothing_else():
    with serving(sends(response(PAGE))) as server:
        get(server, "/a")
    lines = server.requests[0].strip().split("\r\n")
    assert lines[0] == "GET /a HTTP/1.1"
    headers = dict(line.split(": ", 1) for line in lines[1:])
    assert headers["Host"] == f"outlet.example:{server.port}"
    assert headers["User-Agent"] == USER_AGENT
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_letters_outside_ascii_are_asked_for_as_browsers_do():
    with serving(sends(response(PAGE))) as server:
        get(server, "/Алматы?q=ä%20b")
    assert server.requests[0].startswith(
        "GET /%D0%90%D0%BB%D0%BC%D0%B0%D1%82%D1%8B?q=%C3%A4%20b HTTP/1.1"
    )


def test_an_international_name_is_looked_up_in_its_ascii_form(names):
    names.answers["xn--mnchen-3ya.example"] = ["127.0.0.1"]
    with serving(sends(response(PAGE))) as server:
        assert get(server, host="münchen.example").body == PAGE


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP"])
def test_a_packed_page_is_unpacked(coding):
    answer = sends(response(gzip.compress(PAGE), f"Content-Encoding: {coding}"))
    with serving(answer) as server:
        assert get(server).body == PAGE


def test_a_page_packed_in_two_parts_is_joined():
    packed = gzip.compress(PAGE[:10]) + gzip.compress(PAGE[10:])
    with serving(sends(response(packed, "Content-Encoding: gzip"))) as server:
        assert get(server).body == PAGE


def test_a_page_in_chunks_is_joined():
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    with serving(sends(head + b"5\r\nworld\r\n3;x=y\r\nly!\r\n0\r\n\r\n")) as server:
        assert get(server).body == b"worldly!"


def test_redirects_are_followed_and_named():
    def answer(connection, server):
        at_end = "GET /end" in server.requests[-1]
        (sends(response(PAGE)) if at_end else moves("../end?x=1#top"))(connection, server)

    with serving(answer) as server:
        page = get(server, "/a/start")
    home = f"http://outlet.example:{server.port}"
    assert (page.url, page.final_url) == (f"{home}/a/start", f"{home}/end?x=1")
    assert page.redirects == (f"{home}/end?x=1",)


@pytest.mark.parametrize(("n_moves", "rule"), [(5, None), (6, Rule.REDIRECTS)])
def test_at_most_five_redirects_are_followed(n_moves, rule):
    def answer(connection, server):
        is_end = server.connects > n_moves
        (sends(response(PAGE)) if is_end else moves(f"/{server.connects}"))(connection, server)

    with serving(answer) as server:
        if rule is None:
            assert len(get(server).redirects) == n_moves
        else:
            with pytest.raises(FetchError) as caught:
                get(server)
            assert (caught.value.rule, server.connects) == (rule, 6)


def test_cookies_are_never_sent_back():
    def answer(connection, server):
        is_first = server.connects == 1
        reply = (
            response(b"", "Location: /2", "Set-Cookie: a=b", status="302 Found")
            if is_first
            else response(PAGE)
        )
        connection.sendall(reply)

    with serving(answer) as server:
        get(server)
    assert all("cookie" not in request.lower() for request in server.requests)


def test_an_archive_names_the_original():
    link = 'Link: <https://outlet.example/a>; rel="original", <http://x.example/t>; rel="timemap"'
    with serving(sends(response(PAGE, link))) as server:
        assert get(server).original == "https://outlet.example/a"


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        (sends(response(b"no", status="404 Not Found")), Rule.STATUS),
        (sends(response(b"", status="304 Not Modified")), Rule.STATUS),
        (sends(response(b"", status="301 Moved")), Rule.STATUS),
        (sends(response(PAGE, kind="application/octet-stream")), Rule.TYPE),
        (sends(response(PAGE, kind="image/png")), Rule.TYPE),
        (sends(response(PAGE, kind="")), Rule.TYPE),
        (sends(response(b"\x7fELF\x02\x01\x01" + bytes(57), kind="text/html")), Rule.TYPE),
        (sends(response(b"\x7fELF" + bytes(60), kind="application/x-executable")), Rule.TYPE),
        (sends(response(b"%PDF-1.7 words")), Rule.TYPE),
        (sends(response(PAGE, kind="application/pdf")), Rule.TYPE),
        (sends(response(PAGE, "Content-Encoding: br")), Rule.CODING),
        (sends(response(PAGE, "Content-Encoding: gzip, gzip")), Rule.CODING),
        (sends(response(PAGE, "Content-Encoding: gzip")), Rule.CODING),
        (sends(response(gzip.compress(PAGE)[:-9], "Content-Encoding: gzip")), Rule.SHORT),
        (sends(response(PAGE)[:-9]), Rule.SHORT),
        (sends(b"SSH-2.0-OpenSSH_9.2\r\n"), Rule.CONNECTION),
        (sends(b""), Rule.CONNECTION),
        (sends(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n"), Rule.HEADERS),
        (sends(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300 + b"\r\n"), Rule.HEADERS),
        (
            sends(b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"x" * 30_000 + b"\r\n") * 10 + b"\r\n"),
            Rule.HEADERS,
        ),
    ],
)
def test_an_answer_that_is_no_page_is_refused(answer, rule):
    assert refused(answer) == rule


@pytest.mark.parametrize(
    "words", [PAGE, "Words in two bytes each".encode("utf-16"), "Words".encode("utf-16-le")]
)
def test_text_in_wide_letters_is_text(words):
    with serving(sends(response(words, kind="text/plain"))) as server:
        assert get(server).body == words


def test_chunks_that_break_off_are_refused():
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert refused(sends(head + b"5\r\nwor")) == Rule.SHORT


def test_a_server_that_is_down_is_named():
    with serving(sends(b"")) as server:
        pass
    with pytest.raises(FetchError, match="cannot be reached") as caught:
        get(server)
    assert caught.value.rule == Rule.CONNECTION


@pytest.mark.parametrize(("n_bytes", "is_kept"), [(999, True), (1000, True), (1001, False)])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("is_measured", [False, True])
def test_the_size_limit_holds_to_the_byte(n_bytes, is_kept, packed, is_measured):
    body = os.urandom(n_bytes).replace(b"\x00", b"0")
    wire = gzip.compress(body) if packed and is_kept else body
    if packed and not is_kept:
        wire = gzip.compress(b"a" * n_bytes)
    whole = response(wire, *(["Content-Encoding: gzip"] if packed else []))
    if not is_measured:
        whole = whole.replace(f"Content-Length: {len(wire)}\r\n".encode(), b"")
    limit = 1000 if is_kept is False or not packed else max(1000, len(wire))
    with serving(sends(whole)) as server:
        if is_kept:
            assert len(get(server, body_bytes=limit).body) == n_bytes
        else:
            with pytest.raises(FetchError) as caught:
                get(server, body_bytes=limit)
            assert caught.value.rule == Rule.SIZE


def test_a_resolver_that_hangs_is_not_waited_for(monkeypatch):
    over = threading.Event()

    def getaddrinfo(*_args, **_kwargs):
        over.wait(30)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(FetchError) as caught:
        fetch("https://outlet.example/", limits=Limits(seconds=0.2), pace=Pace())
    over.set()
    assert caught.value.rule == Rule.TIME


def test_the_next_address_of_a_site_is_tried_when_one_does_not_answer(names):
    names.answers["outlet.example"] = ["::1", "127.0.0.1"]
    with serving(sends(response(PAGE))) as server:  # listens on 127.0.0.1 only
        network = Network(ports=frozenset({server.port}), forbidden=lambda _address: None)
        url = f"http://outlet.example:{server.port}/"
        assert fetch(url, network=network, pace=Pace()).body == PAGE


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://outlet.example/", "'ftp:' is not fetched, only http:// and https://"),
        (
            "http://169.254.169.254/",
            "an address set aside for the local link, where cloud machines find their keys "
            "(169.254.0.0/16); only public web pages are fetched",
        ),
        ("http://outlet.example:22/", "port 22: pages are fetched from ports 80 and 443 only"),
        (
            "http://no\x1b.example/",
            "holds the character U+001B, which no address may; copy it from the browser again",
        ),
    ],
)
def test_a_refusal_says_its_rule_in_plain_words(url, message):
    with pytest.raises(FetchError) as caught:
        fetch(url, pace=Pace())
    assert str(caught.value) == message


def test_words_of_a_server_cannot_steer_what_shows_them():
    status = "404 \x1b[2J\u202e".encode("latin-1", "replace").decode("latin-1") + "x" * 500
    answer = sends(response(b"", status=status))
    with serving(answer) as server, pytest.raises(FetchError) as caught:
        get(server)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


def test_a_fetch_uses_up_a_turn_only_when_it_connects(names):
    pace = Pace(per_minute=1)
    for url in ("http://10.0.0.1/", "http://nobody.example/"):
        with pytest.raises(FetchError):
            fetch(url, pace=pace)
    assert pace.wait_seconds() == 0


def test_too_many_pages_a_minute_are_refused_with_when_to_try_again(names):
    names.answers["outlet.example"] = [PUBLIC]
    pace = Pace(per_minute=1)
    pace.count()
    with pytest.raises(FetchError, match=r"try again in (60|59) seconds") as caught:
        fetch("https://outlet.example/", pace=pace)
    assert caught.value.rule == Rule.PACE
