"""The wall around the app: what every answer says a page may load, and what stays closed."""

from __future__ import annotations

from collections.abc import Coroutine

import pytest

from dashboard import server


def finish(coroutine: Coroutine) -> None:
    """Run what never waits, without a loop: one may be running already, for the browser tests."""
    with pytest.raises(StopIteration):
        coroutine.send(None)


def answer(path: str, own_headers=()) -> list[dict]:
    """Return what the wall sends for a request to an app that answers 200."""
    sent: list[dict] = []

    async def app(scope, receive, send):
        start = {"type": "http.response.start", "status": 200, "headers": list(own_headers)}
        await send(start)
        await send({"type": "http.response.body", "body": b"page"})

    async def send(message):
        sent.append(message)

    finish(server.Wall(app)({"type": "http", "path": path}, None, send))
    return sent


def headers(message: dict) -> dict[str, str]:
    return {key.decode(): value.decode() for key, value in message["headers"]}


def rules() -> dict[str, str]:
    parts = (part.strip().split(" ", maxsplit=1) for part in server.policy().split(";"))
    return dict(parts)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("content-security-policy", server.policy()),
    ],
)
def test_every_answer_says_what_a_page_may_do(name, value):
    assert headers(answer("/")[0])[name] == value


def test_headers_of_the_app_are_replaced_not_repeated():
    start = answer("/", [(b"X-Frame-Options", b"ALLOWALL"), (b"etag", b"1")])[0]
    names = [key.lower() for key, _ in start["headers"]]
    assert names.count(b"x-frame-options") == 1
    assert headers(start)["etag"] == "1"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/"])
def test_counts_of_the_server_are_not_served(path):
    start, body = answer(path)
    assert start["status"] == 404
    assert body["body"] == b""
    assert "content-security-policy" in headers(start)


def test_a_socket_is_passed_on_untouched():
    seen = []

    async def app(scope, receive, send):
        seen.append((scope["type"], send))

    async def send(_): ...

    finish(server.Wall(app)({"type": "websocket", "path": "/"}, None, send))
    assert seen == [("websocket", send)]


def test_scripts_come_from_here_only_and_none_may_be_written_into_a_page():
    assert rules()["default-src"] == "'self'"
    assert "'unsafe-inline'" not in rules()["script-src"]
    assert "'unsafe-eval'" not in rules()["script-src"]
    assert "http" not in server.policy()


@pytest.mark.parametrize("name", ["object-src", "base-uri", "frame-src", "frame-ancestors"])
def test_nothing_is_framed_or_embedded(name):
    assert rules()[name] == "'none'"


def test_the_script_in_streamlits_own_page_is_known_by_its_hash():
    assert rules()["script-src"].count("'sha256-") == 1
