"""What a reader takes along: the report from the Overview, a picture from a figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import words_share
from tests.browser.test_accessibility import violations


def test_report_is_saved_from_the_overview(visit):
    page = visit("/")
    with page.expect_download() as saving:
        page.get_by_role("button", name=words_share.REPORT).click()
    text = Path(saving.value.path()).read_text(encoding="utf-8")
    assert saving.value.suggested_filename == "kazakhstan-2022-report.html"
    assert "<title>Kazakhstan, January 2022" in text
    assert len(text.encode()) < 1_000_000


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "start"), [("SVG", b"<svg"), ("PNG", b"\x89PNG")], ids=["svg", "png"]
)
def test_picture_is_saved_by_the_browser(visit, name, start, theme):
    page = visit("/framing", theme=theme)
    assert page.locator(".modebar-btn").count() == 0
    page.get_by_text(name, exact=True).first.click()
    button = page.locator(".modebar-btn").first
    button.wait_for()
    with page.expect_download() as saving:
        button.click()
    assert saving.value.suggested_filename.endswith(f".{name.lower()}")
    assert Path(saving.value.path()).read_bytes().startswith(start)
    assert violations(page) == []
