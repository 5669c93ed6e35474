"""The app behind one wall more: headers that let a page load and send nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from streamlit import config

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

PAGE = Path(st.__file__).with_name("static") / "index.html"
"""The one page that Streamlit serves; everything else is loaded by it."""

CLOSED = "/_stcore/metrics"
"""Counts of this server that nobody here reads."""

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Wall:
    """ASGI middleware: the headers on every answer, and no answer where nothing is to be read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        names = {**_FIXED, "Content-Security-Policy": policy()}
        self.headers = [(key.lower().encode(), value.encode()) for key, value in names.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers to its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in self.headers}
                kept = [pair for pair in message.get("headers", ()) if pair[0].lower() not in own]
                message["headers"] = [*kept, *self.headers]
            await send(message)

        if scope["path"].rstrip("/") == CLOSED:
            await with_headers({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await self.app(scope, receive, with_headers)


@lru_cache(maxsize=1)
def policy() -> str:
    """Return what a page may load: its own files, and the one script written into it."""
    scripts = _INLINE_SCRIPT.findall(PAGE.read_text(encoding="utf-8"))
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    rules = {
        "default-src": "'self'",
        # Streamlit loads a component's script as a blob; only a script that runs already
        # can make one, so markup in an article gains nothing from it.
        "script-src": f"'self' blob: {hashes}".rstrip(),
        "style-src": "'self' 'unsafe-inline'",  # the widgets write their styles into the page
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def middleware() -> list[Middleware]:
    """Return the wall, and behind it the refusal of any name but this server's own.

    A page elsewhere that renames itself to this address (DNS rebinding) gets no answer.
    """
    names = config.get_option("server.allowedHosts") or ["*"]
    return [
        Middleware(Wall),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(names), www_redirect=False),
    ]


app = st.App(Path(__file__).with_name("app.py"), middleware=middleware())
