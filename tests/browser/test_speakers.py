"""A reader corrects a speaker by keyboard, sees the counts change, reloads, and undoes it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import drawn, press, undo_all

WHO = "/voices?section=Who+is+who"


def facts(page):
    return page.locator(".px-facts").first


def test_a_speaker_renamed_by_keyboard_survives_a_reload_and_can_be_undone(visit):
    page = visit(WHO)
    name = page.get_by_role("textbox", name="Name", exact=True)
    former = name.input_value()
    name.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Somebody Else Altogether")
    page.keyboard.press("Tab")
    press(page, "Rename")
    made = page.get_by_text(f"{former} is called \u201cSomebody Else Altogether\u201d")
    made.wait_for()
    expect(facts(page)).to_contain_text(former)  # as what the speaker was
    again = visit("/voices")
    again.locator("table").get_by_text("Somebody Else Altogether").first.wait_for(state="attached")
    page = visit(WHO)
    page.get_by_text(f"{former} is called").wait_for()
    undo_all(page)
    page.get_by_text("No speaker of this story was corrected.").wait_for()
    expect(page.get_by_text("Somebody Else Altogether")).to_have_count(0)


def test_a_kind_set_by_keyboard_changes_the_counts_and_can_be_undone(visit):
    page = visit(WHO)
    before = facts(page).inner_text()
    kind = page.get_by_role("combobox", name=re.compile("Kind of speaker"))
    kind.focus()
    page.keyboard.type("other")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    press(page, "Set the kind")
    page.get_by_text("is: other").wait_for()
    drawn(page)
    expect(facts(page)).to_contain_text("a reader")
    expect(facts(page)).not_to_have_text(before, use_inner_text=True)
    kinds = visit("/voices?section=Kinds+of+speakers")
    kinds.locator("table").get_by_text("other", exact=True).first.wait_for(state="attached")
    page = visit(WHO)
    undo_all(page)
    expect(facts(page)).to_have_text(before, use_inner_text=True)


def test_wrong_speaker_in_the_drawer_leads_to_that_speaker(visit):
    page = visit("/voices")
    page.get_by_role("button", name="Show the sentences").first.click()
    drawer = page.get_by_role("dialog")
    drawer.locator(".px-drawer-title").wait_for()
    said = drawer.locator(".px-fact", has_text="Speaker").first.locator("dd").inner_text()
    drawer.get_by_role("link", name="Wrong speaker?").click()
    page.get_by_text("Corrections made").wait_for()
    drawn(page)
    expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value(said)
