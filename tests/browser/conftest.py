"""The app in a process of its own, and a real Chromium that reaches nothing else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_socket

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
LOAD_MS = 90_000
POLL_MS = 50

LISTEN = """window.talk = { sent: 0, heard: 0 };
window.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    this.addEventListener("message", () => { window.talk.heard = performance.now(); });
  }
  send(data) {
    window.talk.sent = performance.now();
    super.send(data);
  }
};"""
"""Notes in the page when it last spoke with the server: a press that the server has not answered
yet looks like a page that is done."""

ANSWERED = """() => {
  const { sent, heard } = window.talk ?? { sent: 0, heard: 0 };
  return heard >= sent && performance.now() - heard > 100;
}"""

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in Path(str(item.path)).parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.enable_socket)


@pytest.fixture(scope="session")
def chromium():
    """Return the path of a Chromium; without one, skip here and fail in CI."""
    if CHROMIUM:
        return CHROMIUM
    message = "no Chromium found; install it (Debian: apt-get install chromium) to run these tests"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """Return the folder of the library that all browser tests share."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def address(chromium, home) -> Iterator[str]:
    """Start the app on a free port with a library of its own; return where it is."""
    with Server(home) as server:
        yield server.address


class Server:
    """The app in a process of its own, with a library in a folder; it can be started anew."""

    def __init__(self, home: Path, *options: str) -> None:
        self.options = options
        pytest_socket.enable_socket()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {**os.environ, "PARALLAX_HOME": str(home)}

    def __enter__(self) -> Server:
        command = [sys.executable, "-m", "dashboard", "--port", str(self.port), *self.options]
        with tempfile.TemporaryFile() as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        _wait(f"{self.address}/_stcore/health", self.process)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)

    def restart(self) -> None:
        """Kill the process as a power cut would, and start another one."""
        self.process.kill()
        self.process.wait(timeout=20)
        self.__enter__()


def _wait(url: str, server: subprocess.Popen) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"the app did not answer at {url} within {START_SECONDS} seconds")


@pytest.fixture(scope="session")
def browser(chromium):
    pytest_socket.enable_socket()
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as p:
        playwright.expect.set_options(timeout=LOAD_MS)
        running = p.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def contexts(browser):
    """Return one browser context per theme: its cache spares loading the figures anew."""
    made = {theme: browser.new_context(color_scheme=theme) for theme in ("light", "dark")}
    for context in made.values():
        context.set_default_timeout(LOAD_MS)
        context.add_init_script(LISTEN)
    yield made
    for context in made.values():
        context.close()


@pytest.fixture
def visit(contexts, address):
    """Return a function that opens a page of the app and waits until it is drawn.

    Each call is a session of its own. A request outside this computer fails the test.
    """
    pages, outside = [], []

    def note(request):
        if not request.url.startswith((address, "data:", "blob:")):
            outside.append(request.url)

    def open_page(path: str = "/", *, width: int = 1366, theme: str = "light"):
        page = contexts[theme].new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": 1500})
        page.on("request", note)
        page.goto(address + path)
        drawn(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert outside == []


def until(page, asked: str, argument=None) -> None:
    """Wait until a JavaScript expression holds in the page.

    Playwright's own wait evaluates text inside the page, which the page's security rules forbid.
    """
    end = time.monotonic() + LOAD_MS / 1000
    while not page.evaluate(asked, argument):
        if time.monotonic() > end:
            pytest.fail(f"{page.url} did not come to hold: {asked}")
        page.wait_for_timeout(POLL_MS)


def drawn(page) -> None:
    """Wait until the page's last element stands and the server has nothing more to send."""
    # On paper the link is not shown, but it is still the last thing the server sends.
    page.locator("a", has_text="How this is counted").first.wait_for(state="attached")
    until(page, ANSWERED)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    until(
        page,
        "() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')]"
        ".every(chart => chart.querySelector('.main-svg'))",
    )


def press(page, name: str) -> None:
    """Press a button with the keyboard."""
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")


def undo_all(page) -> None:
    """Take back every decision that the page lists, one after the other."""
    while left := page.get_by_role("button", name="Undo").count():
        press(page, "Undo")
        until(
            page,
            "n => [...document.querySelectorAll('button')]"
            ".filter(b => b.innerText.trim() === 'Undo').length < n",
            left,
        )
        drawn(page)
