"""What a reader does: load, click a number, read its sentence, share the link."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import drawn, until

NAMES = "framing lists voices tone facts read library method".split()
PATHS = ("/", *(f"/{name}" for name in NAMES))
TROOPS = "/framing?contrast=What+the+soldiers+are+called"
PEACE = ".st-key-framing-troops-peacekeeping-panel"


def href(page) -> str:
    return page.evaluate("location.href")


def dots(page):
    return page.locator(f"{PEACE} .scatterlayer .point")


def click_dot(page, number: int) -> None:
    box = dots(page).nth(number).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def drawer(page):
    found = page.get_by_role("dialog")
    found.locator(".px-drawer-title").wait_for()
    return found


def used(page) -> tuple[int, str]:
    """Return the first row of the first panel with a use, and its outlet."""
    alt = page.locator(f"{PEACE} [role=figure]").get_attribute("aria-label")
    rows = re.findall(r"(?:: |; )([^;:]+?) (\d+) of \d+", alt)
    return next((i, name) for i, (name, k) in enumerate(rows) if int(k) > 0)


@pytest.mark.parametrize("path", PATHS)
def test_page_loads_with_its_notice_and_no_error(visit, path):
    page = visit(path)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    if path not in ("/library", "/lists"):
        expect(page.get_by_role("note")).to_have_count(1)


def test_click_and_keyboard_open_the_same_sentence(visit):
    page = visit(TROOPS)
    row, outlet = used(page)
    click_dot(page, row)
    clicked = drawer(page).locator(".px-focus").inner_text()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    page.get_by_role("combobox", name=re.compile("Outlet")).last.click()
    page.get_by_role("option", name=outlet, exact=True).click()
    button = page.get_by_role("button", name="Show the sentences")
    button.focus()
    page.keyboard.press("Enter")
    found = drawer(page)
    expect(found.locator(".px-focus")).to_have_text(clicked, use_inner_text=True)
    expect(found.locator(".px-facts")).to_contain_text(outlet)
    expect(found.locator(".px-focus mark")).to_have_count(1)


def test_drawer_steps_by_keyboard_and_opens_again_on_the_same_dot(visit):
    page = visit(TROOPS)
    row, _ = used(page)
    click_dot(page, row)
    count = drawer(page).locator(".px-count")
    total = count.inner_text().split(" of ")[1]
    if total != "1":
        page.keyboard.press("Alt+j")
        page.get_by_text(f"2 of {total}", exact=True).wait_for()
        page.keyboard.press("Alt+k")
    page.get_by_text(f"1 of {total}", exact=True).wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    click_dot(page, row)
    drawer(page)


def test_open_in_article_leads_to_the_marked_sentence(visit):
    page = visit(TROOPS)
    row, outlet = used(page)
    click_dot(page, row)
    sentence = drawer(page).locator(".px-focus mark").inner_text()
    page.get_by_role("link", name="Open in article").click()
    asked = page.locator(".px-asked")
    asked.wait_for()
    expect(asked).to_contain_text(sentence)
    where = page.locator(".px-column", has=asked).locator(".px-where").first
    expect(where).to_contain_text(outlet)
    until(page, "document.activeElement.classList.contains('px-asked')")
    until(
        page,
        "(top => 0 <= top && top <= 1500)"
        "(document.querySelector('.px-asked').getBoundingClientRect().top)",
    )
    assert "/read?" in href(page)
    assert "sent=" in href(page)


def test_link_to_a_sentence_opens_it_in_a_new_session(visit):
    page = visit("/read?sent=dw.s8")
    expect(page.locator("#s-dw-s8.px-asked")).to_have_count(1)
    until(page, "document.activeElement.id === 's-dw-s8'")


def test_second_link_replaces_the_article_chosen_before(visit):
    page = visit("/read?left=The+Independent")
    page.get_by_role("link", name="Framing").first.click()
    page.get_by_role("heading", name="Which words are used").wait_for()
    drawn(page)
    page.get_by_role("button", name="Show the sentences").click()
    outlet = drawer(page).locator(".px-facts dd").first.inner_text()
    page.get_by_role("link", name="Open in article").click()
    asked = page.locator(".px-asked")
    asked.wait_for()
    where = page.locator(".px-column", has=asked).locator(".px-where").first
    expect(where).to_contain_text(outlet)


def test_filters_come_back_from_the_link(visit):
    page = visit(TROOPS)
    page.get_by_role("button", name="Deutsche Welle").click()
    until(page, "location.search.includes('outlets=')")
    drawn(page)
    page.get_by_role("combobox", name=re.compile("Count as")).click()
    page.get_by_role("option", name="per 1,000 words").click()
    until(page, "location.search.includes('unit=')")
    drawn(page)
    link = href(page).split("/", 3)[3]
    figure = page.locator(f"{PEACE} [role=figure]")
    until(
        page,
        "q => /in \\d+ words/.test(document.querySelector(q).getAttribute('aria-label'))",
        f"{PEACE} [role=figure]",
    )
    seen = figure.get_attribute("aria-label")
    assert "Deutsche Welle" not in seen
    other = visit(f"/{link}")
    expect(other.locator(f"{PEACE} [role=figure]")).to_have_attribute("aria-label", seen)


def test_reset_clears_the_link(visit):
    page = visit("/framing?unit=count&order=by+date")
    page.get_by_role("button", name="Reset filters").click()
    until(page, "!location.search.includes('unit=')")
    drawn(page)
    assert "order=" not in href(page)


def test_unknown_outlet_in_the_link_is_said(visit):
    page = visit("/framing?outlets=Nobody")
    page.get_by_text("This link mentions something that is not in this library").wait_for()


def test_hollow_dot_opens_a_plain_zero(visit):
    page = visit(TROOPS)
    page.locator("[role=figure][aria-label*=' 0 of ']").first.wait_for()
    alts = page.locator("[role=figure]").all()
    texts = [each.get_attribute("aria-label") for each in alts]
    panel, row = next(
        (p, i)
        for p, text in enumerate(texts)
        for i, k in enumerate(re.findall(r" (\d+) of \d+", text))
        if k == "0"
    )
    box = page.locator(".js-plotly-plot").nth(panel).locator(".point").nth(row).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    drawer(page).get_by_text("0 found. Words looked for:").wait_for()


def test_text_of_the_page_is_the_text_of_the_article(visit):
    page = visit("/read?left=Deutsche+Welle&layers=Frames&layers=Voices")
    shown = page.evaluate(
        """() => [...document.querySelectorAll('.px-column:first-child mark, mark')]
             .filter(m => m.dataset.s).map(m => [m.closest('.px-article').id, +m.dataset.s,
             +m.dataset.e, m.textContent])"""
    )
    assert shown
    assert all(len([*text]) == end - start for _, start, end, text in shown)


def test_figures_follow_a_change_of_theme(visit):
    page = visit(TROOPS)
    page.emulate_media(color_scheme="dark")
    page.locator(".px-header.px-dark").wait_for()
    drawn(page)
    ink = page.locator(f"{PEACE} .annotation-text").first
    until(
        page,
        "q => document.querySelector(q).style.fill === 'rgb(242, 242, 242)'",
        f"{PEACE} .annotation-text",
    )
    expect(ink).to_be_visible()
