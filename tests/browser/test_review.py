"""An editor reviews a draft by keyboard: read, try a profile, decide, undo, a new version, sign."""

from __future__ import annotations

import re

from analysis import paths
from tests.browser.conftest import drawn, press, until
from tests.browser.test_accessibility import is_too_wide, violations

STORY = paths.STORIES / "kazakhstan-2022"
DRAFT = (STORY / "004_1c8335ddd882d85a.txt").read_text(encoding="utf-8")
"""A real article as the draft; it is left out of what it is read beside."""

FIRST = "Dozens of people were also injured."
NEW = "It was quiet on Sunday.\n"

READ_MS = 240_000
"""Longest wait for a draft of this length on a busy machine."""

PROFILE = (
    'id = "desk"\nname = "Desk"\nversion = "1"\n[[rules]]\nid = "alliance"\n'
    'terms = ["alliance"]\nallowed = "quoted"\nseverity = "must"\nreason = "Say whose."\n'
)


def write(page, label: str, text: str) -> None:
    """Write into a field by keyboard alone and leave it."""
    field = page.get_by_label(label, exact=True)
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Tab")
    drawn(page)


def finding(page, sentence: str):
    return page.locator("[class*='st-key-finding-']").filter(has_text=sentence).first


def press_in(page, place, name: str) -> None:
    place.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")
    drawn(page)


def summary(page, pattern: str) -> None:
    page.locator(".px-takeaway").filter(has_text=re.compile(pattern)).wait_for()
    drawn(page)


def test_editor_reviews_two_versions_by_keyboard(visit):
    page = visit("/review")
    write(page, "Label of the review", "Withdrawal")
    write(page, "Who are you?", "AL")
    text = "The text of the draft, with its headline on the first line"
    write(page, text, DRAFT)
    press(page, "Review the draft")
    page.locator(".px-takeaway").filter(has_text="Version 1 of").wait_for(timeout=READ_MS)
    summary(page, "Version 1 of .Withdrawal.: .* 0 must, .* 0 decided")
    page.get_by_text("Left out because it is the draft itself: Deutsche Welle.").wait_for()
    assert violations(page) == []

    page.locator("summary").filter(has_text="House profile").first.focus()
    page.keyboard.press("Enter")
    profile = "The profile as TOML (changes hold at once; Ctrl+Enter applies)"
    write(page, profile, PROFILE.replace("must", "loud"))
    page.get_by_text("write one of: note, check, must").wait_for()
    write(page, profile, PROFILE)
    summary(page, r"Version 1 of .* [1-9]\d* must")

    press_in(page, finding(page, FIRST), "Dismiss")
    summary(page, "1 decided")
    page.locator("summary").filter(has_text="Log (1)").first.focus()
    page.keyboard.press("Enter")
    press(page, "Undo the last decision")
    summary(page, "0 decided")
    press_in(page, finding(page, FIRST), "Accept")
    summary(page, "1 decided")

    headline, rest = DRAFT.split("\n", 1)
    write(page, text, f"{headline}\n{rest}\n{NEW}")
    press(page, "Review this version")
    page.locator(".px-takeaway").filter(has_text="Version 2 of").wait_for(timeout=READ_MS)
    summary(page, "Version 2 of .* 1 decided")
    page.get_by_role("button", name="Signed review (HTML)").focus()
    with page.expect_download() as got:
        page.keyboard.press("Enter")
    signed = got.value.path().read_text(encoding="utf-8")
    assert "Review of version 2, signed by AL" in signed
    assert FIRST in signed
    assert "Dozens" not in page.url
    assert "Withdrawal" not in page.url

    page.set_viewport_size({"width": 390, "height": 1500})
    until(page, "innerWidth === 390")
    drawn(page)
    assert not is_too_wide(page)


def test_sources_of_an_outlet_are_counted_and_shown_as_too_few(visit):
    page = visit("/review?review=Sources+over+time", theme="dark")
    press(page, "Count the sources")
    page.get_by_text(re.compile("in 1 article, 1 row by month")).first.wait_for(timeout=READ_MS)
    drawn(page)
    page.get_by_text("too few to compare").first.wait_for()
    assert violations(page) == []
