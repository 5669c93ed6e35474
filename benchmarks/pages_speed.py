"""Measure how fast the text pages come up, beside a bare Streamlit page of the same widgets.

    python benchmarks/pages_speed.py [--runs 7]

The bare page is written from the page itself (``benchmarks.bare_page``). Both are served on this
machine and loaded in turn in one warm Chromium; medians are printed. "First content" is the page's
title on the screen, "answer" the time from a click on an outlet to the last change of the page that
follows.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.bare_page import bare_page

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"overview": "/", "read": "/read"}
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu"]

_ANSWER = """name => new Promise((done, fail) => {
  const app = document.querySelector("[data-testid=stApp]");
  const start = performance.now();
  let last = start;
  // A short run may begin and end unseen: it is over when nothing has changed for a while.
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document.body, {
    attributes: true, characterData: true, childList: true, subtree: true,
  });
  const look = setInterval(() => {
    const quiet = performance.now() - last > 500 && last > start;
    if (!quiet || app.getAttribute("data-test-script-state") !== "notRunning") return;
    clearInterval(look);
    watch.disconnect();
    done(last - start);
  }, 50);
  setTimeout(() => fail("no answer within a minute"), 60_000);
  [...document.querySelectorAll("button")].find(b => b.innerText.trim() === name).click();
})"""


@contextlib.contextmanager
def served(command: list[str], environment: dict[str, str]) -> Iterator[str]:
    """Run a server on a free port and yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryFile() as log:
        run = [each.format(port=port) for each in command]
        server = subprocess.Popen(run, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            while True:
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
                    break
                except (urllib.error.URLError, ConnectionError, TimeoutError):
                    time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def load(page: Page, address: str, outlet: str) -> tuple[float, float]:
    """Return the milliseconds to the first content, and those of an answer to a click."""
    start = time.perf_counter()
    page.goto(address)
    page.locator("h1").first.wait_for()
    first = 1000 * (time.perf_counter() - start)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name=outlet, exact=True).wait_for()
    return first, page.evaluate(_ANSWER, outlet)


def main() -> None:
    """Print one line per page."""
    parser = argparse.ArgumentParser(description="Measure the speed of the text pages.")
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    own = [sys.executable, "-m", "dashboard", "--port", "{port}"]
    for name, path in PAGES.items():
        with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
            script, outlet = bare_page(name)
            file = Path(folder) / "bare.py"
            file.write_text(script, encoding="utf-8")
            bare = [sys.executable, "-m", "streamlit", "run", str(file), "--server.port", "{port}"]
            ours = stack.enter_context(served(own, dict(os.environ)))
            theirs = stack.enter_context(served(bare, dict(os.environ)))
            browser = stack.enter_context(sync_playwright()).chromium.launch(
                executable_path=shutil.which("chromium"), args=OPTIONS
            )
            page = browser.new_context().new_page()
            page.set_default_timeout(120_000)
            places = (ours + path, theirs + path)
            for place in places:
                load(page, place, outlet)  # warms the browser, the server and the store
            times = [[load(page, place, outlet) for place in places] for _ in range(runs)]
            browser.close()
        for number, what in enumerate(("first content", "answer")):
            mine, other = (statistics.median(run[i][number] for run in times) for i in (0, 1))
            print(f"{name:9} {what:14} {mine:6.0f} ms  bare {other:6.0f} ms  x{mine / other:.2f}")


if __name__ == "__main__":
    main()
