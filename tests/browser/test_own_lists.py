"""A reader adds a word list by keyboard, sees what it matches, and finds it on the Framing page."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import drawn

COUNTS = re.compile("What it would match")
MINE = "Calm and storm (your list)"


def _type(page, label: str, text: str) -> None:
    """Reach a field by its label and write with the keyboard alone."""
    page.get_by_label(label, exact=True).focus()
    page.keyboard.type(text)
    page.keyboard.press("Tab")
    drawn(page)


def _press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def test_a_list_is_added_by_keyboard_marked_as_the_readers_kept_and_deleted(visit):
    page = visit("/lists")
    _type(page, "Name of the list", "Calm and storm")
    _type(page, "Side 1: name", "troop words")
    _type(page, "Side 1: words, one a line", "troop | Says who came.")
    _type(page, "Side 2: name", "storm words")
    _type(page, "Side 2: words, one a line", "st*")
    page.get_by_text("fewer than 3 letters beside the star").wait_for()
    page.get_by_label("Side 2: words, one a line", exact=True).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("hurricane*")
    page.keyboard.press("Tab")
    page.get_by_role("region", name=COUNTS).wait_for()
    drawn(page)
    expect(page.locator(".px-list mark").first).to_have_text(re.compile("^troop", re.IGNORECASE))
    _press(page, "Save list")
    page.get_by_text(re.compile("\u201cCalm and storm\u201d added")).wait_for()
    drawn(page)

    framing = visit("/framing")
    framing.get_by_role("radio", name=MINE).or_(framing.get_by_role("button", name=MINE)).click()
    framing.get_by_text("troop words (your list)", exact=False).first.wait_for()
    drawn(framing)
    framing.reload()
    drawn(framing)
    alts = [each.get_attribute("aria-label") for each in framing.locator("[role=figure]").all()]
    assert alts
    assert all("(your list)" in alt for alt in alts)

    page.reload()
    drawn(page)
    page.get_by_role("combobox", name=re.compile("^List|List$")).first.click()
    page.get_by_role("option", name="Calm and storm").click()
    drawn(page)
    # The field of the former list stays a moment, out of the reach of readers.
    kept = page.get_by_role("textbox", name="Name of the list", exact=True)
    kept.and_(page.locator("[value='Calm and storm']")).wait_for()
    _press(page, "Delete list")
    page.get_by_text(re.compile("\u201cCalm and storm\u201d deleted")).wait_for()
    drawn(page)
    after = visit("/framing")
    assert after.get_by_text(MINE).count() == 0
