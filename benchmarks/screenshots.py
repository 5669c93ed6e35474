"""Take the pictures of the documents: the pages of the demonstration story in a real browser.

python -m benchmarks.screenshots [--out docs/images]
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.pages_speed import OPTIONS, ROOT, served

TROOPS = "contrast=What+the+soldiers+are+called"
PICTURES = (
    # name, address, width, height, theme
    ("overview", "/", 1366, 1100, "light"),
    ("framing", f"/framing?{TROOPS}", 1366, 900, "light"),
    ("read", "/read?layers=Voices&layers=Agency&sent=dw.s8", 1366, 900, "light"),
    ("read-others", "/read?align=one+and+all+others", 1366, 1000, "dark"),
    ("read-phone", "/read?layers=Voices&sent=dw.s8", 390, 844, "dark"),
    ("projector", f"/framing?view=projector&{TROOPS}", 1280, 720, "light"),
)
WAIT_MS = 120_000


def main() -> None:
    """Write one PNG per picture."""
    parser = argparse.ArgumentParser(description="Take the pictures of the documents.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    folder = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "dashboard", "--port", "{port}"]
    with served(command, dict(os.environ)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        for name, path, *look in PICTURES:
            _take(browser, address + path, folder / f"{name}.png", tuple(look))
            print(folder / f"{name}.png")
        browser.close()


def _take(browser: Browser, address: str, file: Path, look: tuple[int, int, str]) -> None:
    width, height, theme = look
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(address)
    page.locator("a", has_text="How this is counted").first.wait_for(state="attached")
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    for chart in page.locator("[data-testid=stPlotlyChart]").all():
        chart.locator(".main-svg").first.wait_for()
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=file)
    context.close()


if __name__ == "__main__":
    main()
