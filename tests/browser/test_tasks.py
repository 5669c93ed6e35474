"""What people come for, counted in clicks from the Overview, and by keyboard alone."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import drawn, press

MOST_CLICKS = 3


@pytest.fixture
def clicks(visit):
    """Return the Overview and a function that clicks and counts."""
    page = visit("/")
    made = []

    def click(found):
        made.append(1)
        assert len(made) <= MOST_CLICKS
        found.click()
        drawn(page)

    return page, click


def test_who_said_164(clicks):
    page, click = clicks
    click(page.get_by_role("link", name="Facts & omissions"))
    click(page.get_by_role("tab", name="Numbers"))
    row = page.locator("tr", has_text=re.compile(r"\b164\b")).first
    row.wait_for()
    assert len(row.locator("td, th").all_inner_texts()) > 3


def test_send_me_that_view(clicks):
    page, click = clicks
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    click(page.get_by_role("link", name="Framing"))
    click(page.get_by_role("button", name="Copy link to this view"))
    page.locator("#px-said", has_text="Copied").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == page.evaluate("location.href")


def test_which_outlet_calls_them_terrorists_on_its_own_account(clicks):
    page, click = clicks
    click(page.get_by_role("link", name="Framing"))
    click(page.get_by_role("button", name="What armed people are called"))
    click(page.get_by_role("tab", name="Where in the text"))
    assert page.locator("th", has_text="Whose words").count()


def test_a_sentence_is_reached_and_cited_by_keyboard_alone(visit):
    page = visit("/voices")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "Show the sentences")
    drawer = page.get_by_role("dialog")
    drawer.locator(".px-copies").first.wait_for()
    cites = drawer.get_by_role("button", name=re.compile("^Copy citation"))
    assert cites.count() == drawer.locator(".px-list > li").count()
    cites.first.focus()
    page.keyboard.press("Enter")
    page.locator("#px-said", has_text="Copied").wait_for(state="attached")
    assert "with Parallax" in page.evaluate("navigator.clipboard.readText()")
    drawer.get_by_role("link", name="Open in article").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.classList.contains('px-asked')")


def test_a_piece_is_put_back_and_set_aside_again_where_it_stands(visit):
    page = visit("/read")
    page.locator(".px-aside summary").first.click()
    page.get_by_role("button", name=re.compile("^Put back into the article")).first.focus()
    page.keyboard.press("Enter")
    again = page.get_by_role("button", name=re.compile("^Set aside again"))
    again.first.wait_for()
    drawn(page)
    again.first.focus()
    page.keyboard.press("Enter")
    again.first.wait_for(state="detached")


def test_a_narrow_screen_shows_one_text_and_the_switch_brings_the_other(visit):
    page = visit("/read", width=390)
    left, right = page.locator(".px-column.px-left"), page.locator(".px-column.px-right")
    assert left.is_visible()
    assert not right.is_visible()
    page.locator(".st-key-narrow-switch").get_by_role("button").nth(1).click()
    right.wait_for()
    assert not left.is_visible()


def test_a_wide_screen_shows_both_texts_and_no_switch(visit):
    page = visit("/read", width=1366)
    assert page.locator(".px-column.px-left").is_visible()
    assert page.locator(".px-column.px-right").is_visible()
    assert not page.locator(".st-key-narrow-switch").is_visible()


@pytest.mark.parametrize("path", ["/", "/framing", "/facts", "/read"])
def test_at_twice_the_size_nothing_is_cut_off(visit, path):
    page = visit(path, width=683)
    assert page.evaluate(
        "(() => { const m = document.querySelector('.stMain');"
        " return m.scrollWidth <= m.clientWidth; })()"
    )


def test_paper_is_light_and_without_controls_even_in_the_dark_theme(visit):
    page = visit("/read?view=print", theme="dark")
    ground = page.locator(".stApp").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    assert page.locator(".px-paper").is_visible()
    assert page.locator(".px-legend").is_visible()
    assert not page.get_by_role("button", name="Swap").is_visible()
    assert page.evaluate("location.href") in page.locator(".px-paper").inner_text()
