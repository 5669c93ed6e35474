"""Measure a whole lesson: scripted pupils in real browsers, the server killed in the middle.

    python benchmarks/classroom.py [--pupils 30] [--sentences 4] [--seed 1] [--home FOLDER]

Each pupil is a browser context of its own in one Chromium: joins with the code, reads, guesses,
marks sentences, and after the server was killed and started again goes on from the same address.
An answer counts as acknowledged when the page has said "Saved". At the end every acknowledged
answer must be in the store under the pupil who gave it, and nothing else; the agreement that the
export states must be the library's on the exported answers. Exit status 1 if not.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from pathlib import Path

import krippendorff
import numpy as np
from playwright.sync_api import BrowserContext, Page, sync_playwright

from dashboard import words_class as said

ROOT = Path(__file__).resolve().parents[1]
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WAIT_MS = 600_000
OPENING = "/classroom?class-way=Open+a+class+or+make+its+files"
VOICES = said.ANSWERS["voice"]
SHARE_BEFORE_KILL = 0.5


class Server:
    """The app in a process of its own."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {**os.environ, "PARALLAX_HOME": str(home), "PYTHONPATH": str(ROOT)}
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "dashboard", "--port", str(self.port)]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=quiet, stderr=quiet
        )
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.2)
        message = "the app did not answer"
        raise SystemExit(message)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()


class Pupil:
    """One pupil with the answers that the page acknowledged."""

    def __init__(self, context: BrowserContext, name: str, seed: int) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(WAIT_MS)
        self.name = name
        self.draw = random.Random(seed)
        self.sentence = self.value = ""
        self.begun = 0.0
        self.acknowledged: dict[str, str] = {}
        self.seconds: list[float] = []

    def join(self, address: str, code: str) -> None:
        """Take a seat."""
        self.page.goto(f"{address}/classroom?join={code}")
        self.page.get_by_role("textbox", name=said.NAME).fill(self.name)
        self.page.get_by_role("button", name=said.JOIN, exact=True).click()
        self.page.get_by_text(f"You are {self.name} in class").wait_for()

    def press(self) -> None:
        """Answer the sentence on the page and save."""
        self.sentence = self.page.locator(".px-question .px-line").first.inner_text().strip()
        self.value = self.draw.choice(list(VOICES))
        self.page.get_by_role("radio", name=VOICES[self.value], exact=True).focus()
        self.page.keyboard.press("Space")
        self.begun = time.monotonic()
        self.page.get_by_role("button", name=said.SAVE, exact=True).click()

    def see(self) -> None:
        """Wait until the save is acknowledged, and note it."""
        done = len({*self.acknowledged, self.sentence})
        self.page.get_by_text(re.compile(rf"Saved \d\d:\d\d, {done} of")).wait_for()
        self.seconds.append(time.monotonic() - self.begun)
        self.acknowledged[self.sentence] = self.value


def main() -> int:
    """Run the lesson and print the figures; return the exit status."""
    options = _options()
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        server = Server(options.home or Path(home))
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        try:
            return lesson(server, chromium, options)
        finally:
            chromium.close()
            server.kill()


def lesson(server: Server, chromium, options: argparse.Namespace) -> int:  # noqa: ANN001 -- a Browser
    """Go through every step; return 1 if an acknowledged answer is missing or misplaced."""
    teacher = chromium.new_context().new_page()
    teacher.set_default_timeout(WAIT_MS)
    teacher.goto(server.address + OPENING)
    teacher.get_by_role("button", name=said.OPEN, exact=True).click()
    teacher.locator(".px-code").wait_for()
    code = teacher.locator(".px-code").inner_text().replace(" ", "").strip()
    pupils = [
        Pupil(chromium.new_context(), f"Pupil {n}", options.seed * 1_000 + n)
        for n in range(1, options.pupils + 1)
    ]
    begun = time.monotonic()
    for each in pupils:
        each.join(server.address, code)
    print(f"{len(pupils)} joined in {time.monotonic() - begun:.0f} s")
    for title in ("Blind read", "Predict", "Mark"):
        _go_on(teacher, title)
        for each in pupils:
            each.page.locator(".px-step-now", has_text=title).wait_for()
    before = max(1, round(options.sentences * SHARE_BEFORE_KILL))
    _mark_all(pupils, before)
    _kill_and_go_on(server, pupils, before)
    _mark_all(pupils, options.sentences - before)
    teacher.reload()
    teacher.locator(".px-code").wait_for()
    for title in ("Commit", "Reveal", "Discuss"):
        _go_on(teacher, title)
        for each in pupils:
            each.page.locator(".px-step-now", has_text=title).wait_for()
    teacher.get_by_text(said.END, exact=True).click()
    with teacher.expect_download() as saving:
        teacher.get_by_role("button", name=said.EXPORT).click()
    return report(Path(saving.value.path()).read_bytes(), pupils)


def _kill_and_go_on(server: Server, pupils: list[Pupil], before: int) -> None:
    server.kill()
    begun = time.monotonic()
    server.start()
    for each in pupils:
        each.page.reload()
        each.page.get_by_text(f"You have answered {before} of").wait_for()
    seconds = time.monotonic() - begun
    print(f"server killed; all {len(pupils)} back in their seats {seconds:.0f} s later")
    for each in pupils:
        for place in range(2, before + 2):
            each.page.get_by_role("button", name=said.GO_ON, exact=True).click()
            each.page.get_by_text(f"Sentence {place} of").wait_for()


def _mark_all(pupils: list[Pupil], times: int) -> None:
    for _ in range(times):
        for each in pupils:
            each.press()
        for each in pupils:
            each.see()
        print(f"saved by all {len(pupils)}", flush=True)


def _go_on(teacher: Page, title: str) -> None:
    teacher.get_by_role("button", name=f"Next step: {title}").click()
    teacher.locator(".px-step-now", has_text=title).wait_for()


def report(data: bytes, pupils: list[Pupil]) -> int:
    """Hold what was acknowledged against the export; print the figures."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        rows = {
            name: list(csv.DictReader(io.StringIO(file.read(f"{name}.csv").decode("utf-8-sig"))))
            for name in ("pupils", "answers", "agreement")
        }
    names = {row["pupil"]: row["name"] for row in rows["pupils"]}
    kept: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows["answers"]:
        kept[names[row["pupil"]]][row["sentence"]] = row["answer"]
    lost = sum(
        kept[each.name].get(sentence) != value
        for each in pupils
        for sentence, value in each.acknowledged.items()
    )
    extra = sum(len(kept[each.name].keys() - each.acknowledged.keys()) for each in pupils)
    total = sum(len(each.acknowledged) for each in pupils)
    seconds = sorted(second for each in pupils for second in each.seconds)
    print(f"acknowledged {total}, missing or under another name {lost}, never given {extra}")
    print(
        f"save to acknowledgement: median {statistics.median(seconds):.2f} s, "
        f"p95 {seconds[int(0.95 * (len(seconds) - 1))]:.2f} s (n = {len(seconds)})"
    )
    same = _same_alpha(rows, kept, pupils)
    return int(bool(lost or extra or not same))


def _same_alpha(rows: dict, kept: dict[str, dict[str, str]], pupils: list[Pupil]) -> bool:
    stated = next(row for row in rows["agreement"] if row["question"] == "voice")
    sentences = sorted({sentence for found in kept.values() for sentence in found})
    values = list(VOICES)
    table = [
        [values.index(kept[p.name][s]) if s in kept[p.name] else np.nan for s in sentences]
        for p in pupils
    ]
    alpha = krippendorff.alpha(table, level_of_measurement="nominal")
    print(f"alpha in the export: {stated['alpha'] or stated['status']}; the library's: {alpha:.6f}")
    return not stated["alpha"] or abs(float(stated["alpha"]) - alpha) < 1e-9


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pupils", type=int, default=30)
    parser.add_argument("--sentences", type=int, default=4, help="marked by each pupil")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--home", type=Path, help="library to use; else a new one is made")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
