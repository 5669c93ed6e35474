"""The report opened as a file: it reads, links, prints and passes axe without a script."""

from __future__ import annotations

import io
from datetime import date

import pytest

from analysis.report import report_html
from tests.analysis.report.stories import full
from tests.browser.test_accessibility import TAGS

SECTIONS = (
    "Headlines, as printed",
    "Where the counts differ",
    "Words for the same things",
    "Names for the same thing",
    "Distinctive words",
    "Voices",
    "Who did what to whom",
    "Numbers",
    "Tone and reading level",
    "What was set aside",
    "How this was counted",
    "How to cite, and rights",
    "Evidence",
)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(report_html(full(), made=date(2026, 11, 22)), encoding="utf-8")
    return path


@pytest.fixture
def read(browser, file):
    """Return a function that opens the report; any request but for the file fails the test."""
    contexts, asked = [], []

    def open_report(*, theme="light", width=1366, scripts=False):
        context = browser.new_context(
            color_scheme=theme,
            java_script_enabled=scripts,
            bypass_csp=scripts,
            viewport={"width": width, "height": 1000},
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_report
    for context in contexts:
        context.close()
    assert {url.partition("#")[0] for url in asked} == {file.as_uri()}


def test_report_is_complete_without_scripts(read):
    page = read()
    assert page.locator("h2").all_inner_texts() == list(SECTIONS)
    assert page.locator("svg[role=img]").count() > 5


def test_a_number_leads_to_its_sentence(read):
    page = read()
    page.get_by_role("link", name="5 of", exact=False).first.click()
    shown = page.locator(":target")
    assert "peacekeepers" in shown.locator("mark").first.inner_text()
    assert shown.is_visible()


def test_keyboard_reaches_the_report_past_its_contents(read):
    page = read()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the report"
    page.keyboard.press("Enter")
    assert page.url.endswith("#headlines")


@pytest.mark.parametrize("width", [390, 1366])
def test_report_fits_its_width(read, width):
    page = read(width=width, scripts=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
def test_report_has_no_violation(read, theme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = read(theme=theme, width=width, scripts=True)
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ] == []


@pytest.mark.parametrize(("theme", "is_dark"), [("light", False), ("dark", True)])
def test_ground_follows_the_theme(read, theme, is_dark):
    page = read(theme=theme, scripts=True)
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    channels = [int(part) for part in colour[4:-1].split(",")[:3]]
    assert (sum(channels) < 3 * 128) == is_dark


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_printed_pages_hold_every_section_in_light(read, paper):
    pypdf = pytest.importorskip("pypdf")
    page = read(theme="dark")
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    text = " ".join(" ".join(each.extract_text().split()) for each in pages)
    assert len(pages) > 3
    assert [each for each in SECTIONS if each not in text] == []
    assert "The peacekeepers arrived" in text
