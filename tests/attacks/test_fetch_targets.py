"""Addresses that lead anywhere but to a public web page: refused before any connection is made."""

import socket

import pytest

from analysis.collect.web.connections import Network
from analysis.collect.web.fetch import fetch
from analysis.collect.web.pace import Pace
from analysis.collect.web.rules import FetchError, Rule
from tests.loopback import PUBLIC, Connects, Names, moves, response, sends, serving

pytestmark = pytest.mark.enable_socket

NAMES = {
    "public.example": [PUBLIC],
    "loop.example": ["127.0.0.1"],
    "loop-six.example": ["::1"],
    "ten.example": ["10.1.2.3"],
    "home.example": ["192.168.1.1"],
    "lab.example": ["172.31.255.255"],
    "cgnat.example": ["100.100.100.200"],
    "keys.example": ["169.254.169.254"],
    "keys-six.example": ["fd00:ec2::254"],
    "azure.example": ["168.63.129.16"],
    "zero.example": ["0.0.0.0"],
    "zero-six.example": ["::"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "mapped-public.example": [f"::ffff:{PUBLIC}"],
    "compatible.example": ["::7f00:1"],
    "nat64.example": ["64:ff9b::7f00:1"],
    "nat64-local.example": ["64:ff9b:1::a00:1"],
    "6to4.example": ["2002:7f00:1::"],
    "teredo.example": ["2001:0:53aa:64c:0:0:80ff:fffe"],
    "unique-local.example": ["fc00::1"],
    "link-local.example": ["fe80::1"],
    "scoped.example": ["fe80::1%1"],
    "site-local.example": ["fec0::1"],
    "many.example": ["224.0.0.1"],
    "many-six.example": ["ff02::1"],
    "docs.example": ["192.0.2.1"],
    "docs-six.example": ["2001:db8::1"],
    "docs-new.example": ["3fff::1"],
    "bench.example": ["198.18.0.1"],
    "reserved.example": ["240.0.0.1"],
    "broadcast.example": ["255.255.255.255"],
    "unassigned.example": ["4000::1"],
    "mixed.example": [PUBLIC, "127.0.0.1"],
    "mixed-last.example": [PUBLIC, "2606:2800:220:1::1", "10.0.0.1"],
    "mixed-six.example": ["2606:2800:220:1::1", "::1"],
    "127.0.0.1.nip.example": ["127.0.0.1"],
    "discard.example": ["100::1"],
    "relay.example": ["192.88.99.1"],
    "protocol.example": ["192.0.0.192"],
}

SCHEME = (
    "file:///etc/passwd",
    "file://public.example/etc/passwd",
    "FILE:///c:/windows/win.ini",
    "ftp://public.example/",
    "gopher://public.example:70/_x",
    "data:text/html,<p>words",
    "javascript:alert(1)",
    "jar:http://public.example!/x",
    "ldap://public.example/",
    "dict://public.example:11211/stat",
    "view-source:http://public.example/",
    "ws://public.example/",
)
ADDRESS = (
    "",
    "//127.0.0.1/",
    "/etc/passwd",
    "http:127.0.0.1",
    "http:/127.0.0.1/",
    "http:///127.0.0.1/",
    "https://",
    "http://public.example\\@127.0.0.1/",
    "http://127.0.0.1\\.public.example/",
    "http://public.example/\r\nHost: 127.0.0.1",
    "http://public.exa\tmple/",
    "http://public.example/\x00",
    "http://public.example /",
    "http://public.example/\u202e",
    "http://public.example\u200b/",
    "http://[::1/",
    "http://[fe80::1%25eth0]/",
    "http://[::1]x/",
    "http://[127.0.0.1]/",
    "http://[v1.x]/",
    "http://public.example:80x/",
    "http://public.example:99999/",
    "http://public.example:８０/",
    "http://public.example\u2100.example/",
    "http://public.example/" + "a" * 3000,
)
CREDENTIALS = (
    "http://public.example@127.0.0.1/",
    "http://user:secret@public.example/",
    "http://127.0.0.1:80@public.example/",
    "https://@public.example/",
    "http://a@b@127.0.0.1/",
)
PORT = tuple(
    f"http://public.example:{port}/" for port in (0, 22, 25, 81, 3306, 6379, 8000, 8080, 8443, 9200)
)
NUMBER = (
    "http://2130706433/",
    "http://017700000001/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0X7F.0.0.1/",
    "http://0177.0.0.1/",
    "http://127.0.0.01/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0/",
    "http://10.1/",
    "http://127.0.0.1.2/",
    "http://256.256.256.256/",
    "http://public.example.0x1/",
    "http://3232235777/",
)
HOST = (
    "http://127.0.0.1./",
    "http://localhost./",
    "http://public.example./",
    "http://.public.example/",
    "http://public..example/",
    "http://127%2e0%2e0%2e1/",
    "http://１２７.０.０.１/",
    "http://127。0。0。1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://ｌocalhost/",
    "http://straße.example/",
    "http://public.example;127.0.0.1/",
    "http://public.example,127.0.0.1/",
    "http://-public.example/",
    "http://*/",
    "http://" + "a" * 64 + ".example/",
    "http://" + "a." * 200 + "example/",
)
LOCAL_NAME = (
    "http://localhost/",
    "http://LOCALHOST:80/",
    "http://a.localhost/",
    "http://metadata/",
    "http://intranet/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://printer.local/",
    "http://router.lan/",
    "http://nas.home.arpa/",
    "http://news.onion/",
)
RANGE = (
    "http://127.0.0.1/",
    "https://127.0.0.1/",
    "http://127.0.0.1:443/",
    "http://127.255.255.254/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://172.16.0.1/",
    "http://192.168.0.1/",
    "http://192.0.0.8/",
    "http://198.19.255.255/",
    "http://203.0.113.9/",
    "http://224.0.0.251/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::169.254.169.254]/",
    "http://[64:ff9b:1::10.0.0.1]/",
    "http://[2002:a00:1::]/",
    "http://[2001::1]/",
    "http://[fd00:ec2::254]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://[5f00::1]/",
    *(f"http://{name}/" for name in NAMES if name != "public.example"),
)
FORBIDDEN = [
    *((Rule.SCHEME, url) for url in SCHEME),
    *((Rule.ADDRESS, url) for url in ADDRESS),
    *((Rule.CREDENTIALS, url) for url in CREDENTIALS),
    *((Rule.PORT, url) for url in PORT),
    *((Rule.NUMBER, url) for url in NUMBER),
    *((Rule.HOST, url) for url in HOST),
    *((Rule.LOCAL_NAME, url) for url in LOCAL_NAME),
    *((Rule.RANGE, url) for url in RANGE),
    (Rule.LOOKUP, "http://nobody.example/"),
]

REDIRECT_STATUSES = (
    "301 Moved Permanently",
    "302 Found",
    "303 See Other",
    "307 Temporary Redirect",
    "308 Permanent Redirect",
)
REDIRECTED = (
    (Rule.RANGE, "http://169.254.169.254/latest/meta-data/"),
    (Rule.RANGE, "//[::1]/"),
    (Rule.RANGE, "http://ten.example/"),
    (Rule.NUMBER, "http://2130706433/"),
    (Rule.SCHEME, "file:///etc/passwd"),
    (Rule.PORT, "http://public.example:6379/"),
    (Rule.CREDENTIALS, "http://public.example@127.0.0.1/"),
    (Rule.LOCAL_NAME, "http://localhost/"),
    (Rule.ADDRESS, "http://public.example\\@127.0.0.1/"),
)


@pytest.fixture
def names(monkeypatch):
    names = Names(**NAMES)
    monkeypatch.setattr(socket, "getaddrinfo", names.getaddrinfo)
    return names


@pytest.fixture
def connects(monkeypatch):
    connects = Connects()
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, lambda _sock, address: connects.refuse(address))
    return connects


def loopback(port: int) -> Network:
    """Return a network in which 127.0.0.1 on one port counts as public, and nothing else does."""
    usual = Network()
    return Network(
        ports=usual.ports | {port},
        forbidden=lambda a: None if str(a) == "127.0.0.1" else usual.forbidden(a),
    )


def test_the_table_is_as_long_as_the_attack_sets_it_answers():
    assert len({url for _, url in FORBIDDEN}) >= 88


@pytest.mark.parametrize(("rule", "url"), FORBIDDEN)
def test_a_forbidden_target_is_refused_without_a_connection(rule, url, names, connects):
    with pytest.raises(FetchError) as refused:
        fetch(url, pace=Pace())
    assert (refused.value.rule, connects.to) == (rule, [])


@pytest.mark.parametrize(
    "url", [url for rule, url in FORBIDDEN if rule not in {Rule.RANGE, Rule.LOOKUP}]
)
def test_a_target_whose_letters_forbid_it_is_not_even_looked_up(url, names, connects):
    with pytest.raises(FetchError):
        fetch(url, pace=Pace())
    assert names.asked == []


def test_a_public_target_is_connected_to(names, connects):
    with pytest.raises(FetchError) as refused:
        fetch("http://public.example/page", pace=Pace())
    assert (refused.value.rule, connects.to) == (Rule.CONNECTION, [(PUBLIC, 80)])


@pytest.mark.parametrize("url", [f"http://{PUBLIC}/", "https://[2606:2800:220:1::1]/"])
def test_a_public_number_is_connected_to_without_a_lookup(url, names, connects):
    with pytest.raises(FetchError):
        fetch(url, pace=Pace())
    assert (len(connects.to), names.asked) == (1, [])


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0x7f.1", "localhost", "[::ffff:127.0.0.1]", "loop.example", "0"],
)
def test_a_server_on_this_machine_is_never_reached(host, names):
    with serving(sends(response(b"<p>secret"))) as server:
        with pytest.raises(FetchError):
            fetch(f"http://{host}:{server.port}/", network=Network(ports=frozenset({server.port})))
        assert server.connects == 0


@pytest.mark.parametrize(("rule", "location"), REDIRECTED)
@pytest.mark.parametrize("status", REDIRECT_STATUSES)
def test_a_redirect_is_checked_like_an_address(status, rule, location, names, monkeypatch):
    names.answers["start.example"] = ["127.0.0.1"]
    with serving(moves(location, status)) as server:
        with pytest.raises(FetchError) as refused:
            fetch(
                f"http://start.example:{server.port}/", network=loopback(server.port), pace=Pace()
            )
        assert (refused.value.rule, server.connects) == (rule, 1)
    assert "start.example" in str(refused.value)


@pytest.mark.parametrize(
    "head",
    [
        b"<meta http-equiv=refresh content='0;url=http://169.254.169.254/'>",
        b"<script>location='http://169.254.169.254/'</script>",
        b"<base href='http://169.254.169.254/'><img src=x><link rel=preload href=y>",
    ],
)
def test_what_a_page_asks_a_browser_to_load_is_not_loaded(head, names):
    names.answers["start.example"] = ["127.0.0.1"]
    with serving(sends(response(head, "Refresh: 0; url=http://10.0.0.1/"))) as server:
        page = fetch(
            f"http://start.example:{server.port}/", network=loopback(server.port), pace=Pace()
        )
    assert (page.body, server.connects, names.asked) == (head, 1, ["start.example"])


def test_a_second_lookup_cannot_change_where_a_connection_goes(names, connects):
    names.answers["turning.example"] = [[PUBLIC], ["127.0.0.1"]]
    with pytest.raises(FetchError):
        fetch("https://turning.example/", pace=Pace())
    assert connects.to == [(PUBLIC, 443)]
    assert names.asked == ["turning.example"]


def test_a_name_that_turns_private_before_a_redirect_is_refused(names):
    names.answers["turning.example"] = [["127.0.0.1"], ["127.0.0.2"]]
    with serving(moves("/again")) as server:
        with pytest.raises(FetchError) as refused:
            fetch(
                f"http://turning.example:{server.port}/", network=loopback(server.port), pace=Pace()
            )
        assert (refused.value.rule, server.connects) == (Rule.RANGE, 1)


def test_a_connection_that_ends_elsewhere_is_dropped(names, monkeypatch):
    with serving(sends(response(b"<p>secret"))) as server:
        connect = socket.socket.connect
        monkeypatch.setattr(
            socket.socket, "connect", lambda sock, _to: connect(sock, ("127.0.0.1", server.port))
        )
        with pytest.raises(FetchError) as refused:
            fetch("http://public.example/", pace=Pace())
    assert (refused.value.rule, server.requests) == (Rule.CONNECTION, [])


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
def test_a_proxy_named_by_the_environment_is_not_used(variable, names, monkeypatch):
    names.answers["start.example"] = ["127.0.0.1"]
    monkeypatch.setenv(variable, "http://169.254.169.254:3128")
    with serving(sends(response(b"<p>Words"))) as server:
        page = fetch(
            f"http://start.example:{server.port}/", network=loopback(server.port), pace=Pace()
        )
    assert page.status == 200
