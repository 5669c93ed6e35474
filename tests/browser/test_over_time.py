"""The way of an editor with a batch: start with its folder, follow a link, open a number."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.analysis.batches import article, written
from tests.browser.conftest import Server, drawn, until
from tests.browser.test_accessibility import is_too_wide, violations

DAYS = ("2024-03-04", "2024-03-05", "2024-03-12", "2024-03-13", None)


@pytest.fixture
def started(chromium, tmp_path):
    articles = [
        article(f"{outlet}{place}", outlet=outlet, published=day, k=place)
        for outlet in ("Post", "Courier")
        for place, day in enumerate(DAYS)
    ]
    articles += [article(f"m{place}", outlet="Many", published=DAYS[0]) for place in range(60)]
    folder = written(tmp_path / "result", articles)
    with Server(tmp_path, "--batch", str(folder)) as server:
        yield server.address


def test_a_number_of_a_batch_opens_its_sentences(contexts, started):
    page = contexts["dark"].new_page()
    page.set_viewport_size({"width": 1366, "height": 1500})
    page.goto(f"{started}/corpus?step=month&papers=Post")
    drawn(page)
    figure = page.get_by_role("figure").first
    expect(figure).to_have_attribute("aria-label", re.compile(r"Post: 1 mark\b"))
    page.get_by_text("week", exact=True).click()
    page.locator("[role=figure][aria-label*='Post: 2 marks']").wait_for()
    drawn(page)
    assert "step=" not in page.url
    assert "papers=Post" in page.url
    assert violations(page) == []
    page.get_by_role("button", name="Show the sentences").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("mark", has_text="Force").first.wait_for()
    expect(dialog).to_contain_text("All 2 sentences, the newest articles first.")
    page.set_viewport_size({"width": 1366, "height": 320})  # the list has to scroll
    until(page, "() => innerHeight === 320")
    assert violations(page) == []
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    page.set_viewport_size({"width": 390, "height": 1500})
    until(page, "() => innerWidth === 390")
    drawn(page)
    assert not is_too_wide(page)
    page.close()


def test_more_sentences_than_fifty_are_shown_when_asked(contexts, started):
    page = contexts["light"].new_page()
    page.set_viewport_size({"width": 1366, "height": 900})
    page.goto(f"{started}/corpus?papers=Many")
    drawn(page)
    page.get_by_role("button", name="Show the sentences").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("The first 50 of 60 sentences").wait_for()
    dialog.get_by_role("button", name="Show more sentences").click()
    dialog.get_by_text("All 60 sentences").wait_for()
    expect(dialog.locator(".px-list > li")).to_have_count(60)
    assert violations(page) == []
    page.close()
