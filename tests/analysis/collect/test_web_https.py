"""Pages over https: only from the server that the certificate is for, from a trusted one."""

import shutil
import socket
import ssl
import subprocess

import pytest

from analysis.collect.web.rules import FetchError, Rule
from tests.loopback import Names, get, moves, response, sends, serving

pytestmark = pytest.mark.enable_socket

PAGE = b"<html><p>The minister said no.</p></html>"


@pytest.fixture(autouse=True)
def names(monkeypatch):
    names = Names(**{"outlet.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]})
    monkeypatch.setattr(socket, "getaddrinfo", names.getaddrinfo)
    return names


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Return a certificate for outlet.example that signs itself, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the openssl program to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-nodes", "-days", "2", "-subj", "/CN=outlet.example"),
            *("-addext", "subjectAltName=DNS:outlet.example"),
            *("-keyout", folder / "key.pem", "-out", folder / "cert.pem"),
        ],
        check=True,
        capture_output=True,
    )
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture
def tls(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


@pytest.fixture
def trust(certificate):
    return lambda: ssl.create_default_context(cafile=str(certificate[0]))


def test_a_page_comes_over_https_when_its_certificate_is_trusted(tls, trust):
    with serving(sends(response(PAGE)), tls) as server:
        page = get(server, scheme="https", trust=trust)
    assert (page.body, page.final_url) == (PAGE, f"https://outlet.example:{server.port}/")


def test_a_certificate_nobody_vouches_for_is_refused(tls):
    with serving(sends(response(PAGE)), tls) as server, pytest.raises(FetchError) as caught:
        get(server, scheme="https")
    assert (caught.value.rule, server.requests) == (Rule.CERTIFICATE, [])


def test_a_certificate_for_another_name_is_refused(tls, trust):
    with serving(sends(response(PAGE)), tls) as server, pytest.raises(FetchError) as caught:
        get(server, scheme="https", host="other.example", trust=trust)
    assert (caught.value.rule, server.requests) == (Rule.CERTIFICATE, [])


def test_a_server_without_encryption_is_refused_for_https(trust):
    with serving(sends(b"")) as server, pytest.raises(FetchError) as caught:
        get(server, scheme="https", trust=trust, seconds=0.5)
    assert caught.value.rule in {Rule.CONNECTION, Rule.TIME}


def test_a_redirect_from_https_to_http_is_refused(tls, trust):
    def answer(connection, server):
        moves(f"http://outlet.example:{server.port}/")(connection, server)

    with serving(answer, tls) as server, pytest.raises(FetchError) as caught:
        get(server, scheme="https", trust=trust)
    assert caught.value.rule == Rule.DOWNGRADE


def drips(connection, server):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while not server.stopped.wait(0.02):
        connection.sendall(b"a")


def test_a_page_dripped_over_https_ends_with_the_deadline(tls, trust):
    with serving(drips, tls) as server, pytest.raises(FetchError) as caught:
        get(server, scheme="https", trust=trust, seconds=0.5)
    assert caught.value.rule == Rule.TIME
