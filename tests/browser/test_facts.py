"""A reader looks who reports a statement, reads its words, corrects it, and undoes it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import drawn, press, undo_all, until

TELLINGS = "[class*=st-key-telling-] .px-telling"


def statement(page):
    return page.locator(".st-key-fact-steps").get_by_role("combobox")


def test_a_shape_and_the_lists_open_the_same_kind_of_drawer(visit):
    page = visit("/facts")
    press(page, "Show the sentences")
    drawer = page.get_by_role("dialog")
    drawer.locator(".px-drawer-title").wait_for()
    title = drawer.locator(".px-drawer-title").inner_text()
    assert re.search("stated|reported|figure|not found", title)
    page.keyboard.press("Escape")
    drawer.wait_for(state="detached")
    point = page.locator(".scatterlayer .point").first
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.get_by_role("dialog").locator(".px-focus").wait_for()


def test_every_text_is_told_of_for_a_statement_and_the_link_keeps_it(visit):
    page = visit("/facts")
    first = statement(page).input_value()
    expect(page.locator(TELLINGS)).to_have_count(5)
    page.get_by_role("button", name=re.compile("^Next")).focus()
    page.keyboard.press("Enter")
    until(
        page,
        "first => (document.querySelector('.st-key-fact-steps [role=combobox]')?.value ?? first)"
        " !== first",
        first,
    )
    drawn(page)
    second = statement(page).input_value()
    again = visit(page.evaluate("location.pathname + location.search"))
    expect(statement(again)).to_have_value(second)
    expect(again.locator(TELLINGS)).to_have_count(5)


def test_a_sentence_opens_in_its_article(visit):
    page = visit("/facts")
    page.get_by_role("link", name="Open in article").first.click()
    page.locator(".px-s.px-asked").wait_for()


def test_a_statement_renamed_by_keyboard_survives_a_reload_and_can_be_undone(visit):
    page = visit("/facts")
    page.get_by_text("Correct this fact").click()
    name = page.get_by_role("textbox", name="Call it")
    name.wait_for()
    name.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("A name of my own")
    page.keyboard.press("Tab")
    press(page, "Rename")
    page.get_by_text("called \u201cA name of my own\u201d").first.wait_for()
    again = visit("/facts")
    again.locator(".px-takeaway", has_text="A name of my own").wait_for()
    undo_all(again)
    again.locator(".px-takeaway", has_text="A name of my own").wait_for(state="detached")


def test_a_text_taken_out_of_a_statement_no_longer_tells_it(visit):
    page = visit("/facts")
    page.get_by_text("Correct this fact").click()
    page.get_by_role("button", name="Take it out").wait_for()
    press(page, "Take it out")
    page.get_by_text("do not report the same").first.wait_for()
    again = visit("/facts")
    again.get_by_text("do not report the same").first.wait_for()
    undo_all(again)
    expect(again.get_by_text("do not report the same")).to_have_count(0)


def test_shared_statements_stand_side_by_side_and_can_be_stepped_through(visit):
    page = visit("/read?align=by+shared+statement")
    pairs = page.locator(".px-pair.px-shared")
    pairs.first.wait_for(state="attached")
    total = page.locator(".st-key-steps .px-count")
    expect(total).to_have_text(re.compile(rf"^{pairs.count()}\b"))
    press(page, "Next match")
    page.locator(".px-shared .px-s.px-asked").first.wait_for()
