"""A reader corrects a speaker by keyboard, sees the counts change, reloads, and undoes it."""

from __future__ import annotations

import re

from tests.browser.conftest import drawn, press, undo_all

WHO = "/voices?section=Who+is+who"


def facts(page) -> str:
    return page.locator(".px-facts").first.inner_text()


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
    assert former in facts(page)  # as what the speaker was
    again = visit("/voices")
    assert again.locator("table").get_by_text("Somebody Else Altogether").count() > 0
    page = visit(WHO)
    page.get_by_text(f"{former} is called").wait_for()
    undo_all(page)
    assert page.get_by_text("Somebody Else Altogether").count() == 0
    assert page.get_by_text("No speaker of this story was corrected.").count() == 1


def test_a_kind_set_by_keyboard_changes_the_counts_and_can_be_undone(visit):
    page = visit(WHO)
    before = facts(page)
    kind = page.get_by_role("combobox", name=re.compile("Kind of speaker"))
    kind.focus()
    page.keyboard.type("other")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    press(page, "Set the kind")
    page.get_by_text("is: other").wait_for()
    drawn(page)
    assert "a reader" in facts(page)
    assert facts(page) != before
    kinds = visit("/voices?section=Kinds+of+speakers")
    assert kinds.locator("table").get_by_text("other", exact=True).count() > 0
    page = visit(WHO)
    undo_all(page)
    assert facts(page) == before


def test_wrong_speaker_in_the_drawer_leads_to_that_speaker(visit):
    page = visit("/voices")
    page.get_by_role("button", name="Show the sentences").first.click()
    drawer = page.get_by_role("dialog")
    drawer.locator(".px-drawer-title").wait_for()
    said = drawer.locator(".px-fact", has_text="Speaker").first.locator("dd").inner_text()
    drawer.get_by_role("link", name="Wrong speaker?").click()
    page.get_by_text("Corrections made").wait_for()
    drawn(page)
    assert page.get_by_role("textbox", name="Name", exact=True).input_value() == said
