"""Measure how a very long article comes up and scrolls in Read side by side.

    python -m benchmarks.long_article [--words 10000] [--paragraph 4] [--runs 5] [--align LAYOUT]

The article is made of the demonstration story's sentences in a random order, ``--paragraph`` of
them to a paragraph, and stands in a library of its own beside a made one of 800 words. The page
is opened anew each time with whose words and listed words marked, after one visit that makes and
keeps the analysis. Medians are printed. "First text" is the first sentence on the screen,
"settled" the last change of the page. A long task is one that keeps the browser from answering
for 50 ms or more.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from analysis import library
from analysis.collect.candidate import Candidate, Origin, Way
from analysis.types import Article, Basis
from benchmarks.pages_speed import OPTIONS, served
from benchmarks.texts import SEED, recombined

BESIDE = 800
"""Words of the article beside it: those of the demonstration story's mean."""

LEAST = 8
"""Words of a sentence; what is shorter is a heading or a name."""

QUIET_MS = 1_500
"""Milliseconds without a change after which a page has settled; more than its own timers."""

TEXTS = ":is(.px-columns, .px-aligned)"

WAIT_MS = 600_000

_WATCH = """
window.parallaxTasks = [];
window.parallaxChanged = performance.now();
new PerformanceObserver(list => {
  for (const each of list.getEntries()) parallaxTasks.push([each.startTime, each.duration]);
}).observe({ type: "longtask", buffered: true });
new MutationObserver(() => { parallaxChanged = performance.now(); })
  .observe(document, { childList: true, subtree: true });
"""

_SETTLED = """quiet => {
  const app = document.querySelector("[data-testid=stApp]");
  return app.getAttribute("data-test-script-state") === "notRunning"
    && performance.now() - parallaxChanged > quiet;
}"""

_SCROLL = """() => new Promise(done => {
  const main = document.querySelector(".stMain");
  const start = performance.now();
  const frames = [];
  let last = start;
  main.scrollTop = 0;
  const step = now => {
    frames.push(now - last);
    last = now;
    const before = main.scrollTop;
    main.scrollTop += 300;
    if (main.scrollTop > before) return requestAnimationFrame(step);
    const tasks = parallaxTasks.filter(([at]) => at > start).map(([, long]) => long);
    done({ frames: frames.slice(2), tasks, height: main.scrollHeight });
  };
  requestAnimationFrame(step);
})"""

Figures = Mapping[str, float]


def made(n_words: int, sentences: int, *, seed: int = SEED) -> str:
    """Return a text of about ``n_words`` words, that many sentences to a paragraph."""
    lines = "\n".join(each.text for each in recombined(40)).split("\n")
    found = [each for line in dict.fromkeys(lines) for each in re.split(r"(?<=[.!?])\s+", line)]
    found = [each for each in found if len(each.split()) >= LEAST]
    chance = random.Random(seed)
    paragraphs: list[str] = []
    count = 0
    while count < n_words:
        paragraphs.append(" ".join(chance.choices(found, k=sentences)))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def keep(n_words: int, sentences: int) -> str:
    """Keep both articles in the library and return the id of their story."""
    long = Article("long", made(n_words, sentences), outlet="A long read")
    other = Article("other", made(BESIDE, sentences, seed=SEED + 1), outlet="Beside it")
    found = [
        Candidate(
            replace(each, title=each.outlet, outlet_basis=Basis.STATED, language="en"),
            Origin(Way.PASTE, each.id),
        )
        for each in (long, other)
    ]
    return str(library.add(found, title="A long article").story)


def measured(page: Page, address: str) -> Figures:
    """Open the page anew, wait until it has settled, scroll to its end; return what it took."""
    start = time.perf_counter()
    page.goto(address)
    page.locator(".stMain .px-s").first.wait_for()
    first = time.perf_counter() - start
    page.wait_for_function(_SETTLED, arg=QUIET_MS)
    settled = page.evaluate("parallaxChanged") / 1000
    loading = [long for _, long in page.evaluate("parallaxTasks")]
    scrolled = page.evaluate(_SCROLL)
    frames = sorted(scrolled["frames"])
    return {
        "first text, s": first,
        "settled, s": settled,
        "long tasks while loading": len(loading),
        "longest of them, ms": max(loading, default=0),
        "frames while scrolling": len(frames),
        "median frame, ms": statistics.median(frames),
        "95th of 100 frames, ms": frames[int(0.95 * len(frames))],
        "longest frame, ms": frames[-1],
        "long tasks while scrolling": len(scrolled["tasks"]),
        "their time in all, ms": sum(scrolled["tasks"]),
        "elements in the texts": page.locator(f"{TEXTS} *").count(),
        "words of the texts": len((page.locator(TEXTS).text_content() or "").split()),
        "height of the page, px": scrolled["height"],
    }


def runs_of(browser: Browser, address: str, runs: int) -> list[Figures]:
    """Return the figures of each run, after one visit that warms the browser and the analysis."""
    page = browser.new_context(viewport={"width": 1366, "height": 900}).new_page()
    page.set_default_timeout(WAIT_MS)
    page.add_init_script(_WATCH)
    measured(page, address)
    return [measured(page, address) for _ in range(runs)]


def main() -> None:
    """Print one line per figure."""
    parser = argparse.ArgumentParser(description="Measure a long article in Read side by side.")
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--paragraph", type=int, default=4, help="sentences of a paragraph")
    parser.add_argument("--layers", nargs="*", default=["Voices", "Frames"])
    parser.add_argument("--align", default="as printed", help="how the texts are laid out")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PARALLAX_HOME"] = folder
        story = keep(options.words, options.paragraph)
        asked = urlencode({"story": story, "align": options.align, "layers": options.layers}, True)
        command = [sys.executable, "-m", "dashboard", "--port", "{port}"]
        with served(command, dict(os.environ)) as place, sync_playwright() as playwright:
            chromium = shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
            found = runs_of(browser, f"{place}/read?{asked}", options.runs)
            browser.close()
    for name in found[0]:
        values = sorted(each[name] for each in found)
        print(
            f"{name:28} {statistics.median(values):9,.2f}  ({values[0]:,.2f} to {values[-1]:,.2f})"
        )


if __name__ == "__main__":
    main()
