"""A keeper of a shared library: takes a story in, corrects, groups, compares, keeps it safe."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from analysis import library
from tests.browser.conftest import drawn, press
from tests.browser.test_accessibility import is_too_wide, violations
from tests.dashboard import shelf

STORY = "Ferry Aurora aground"
PARTS = ("Articles", "Stories", "Versions+and+copies", "History", "Keep+safe")


@pytest.fixture(scope="module")
def story_file(tmp_path_factory):
    """Return a story file that another library wrote."""
    folder = tmp_path_factory.mktemp("other")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARALLAX_HOME", str(folder / "home"))
        first, second, third = shelf.ferry()
        library.set_fields([first, second, third], {"rights": "full"}, author="MK")
        library.set_fields([third], {"byline": shelf.HOSTILE})
        story = library.new_story(STORY, article_ids=[first, second, third])
        library.export_story(story, folder / "story.zip")
    return folder / "story.zip"


@pytest.fixture(scope="module")
def taken_in(contexts, address, story_file):
    """Take the story file in through the page."""
    page = contexts["light"].new_page()
    page.set_viewport_size({"width": 1366, "height": 1500})
    page.goto(f"{address}/library?shelf=Keep+safe")
    drawn(page)
    page.locator("[data-testid=stFileUploader] input").last.set_input_files(story_file)
    page.get_by_text("story.zip").wait_for()
    drawn(page)
    press(page, "Take it in")
    text = told(page, "Taken in")
    page.close()
    return text


def told(page, text: str) -> str:
    """Wait for what the page says of a deed, and return all of it."""
    found = page.locator(".px-message", has_text=text).first
    found.wait_for()
    drawn(page)
    return found.inner_text()


def write(page, label: str, text: str, *, last: bool = False) -> None:
    """Reach a field by its label, replace what stands in it, and leave it: by keyboard alone."""
    field = page.get_by_role("textbox", name=label, exact=True)
    field = field.last if last else field.first
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    page.keyboard.press("Tab")
    drawn(page)


def open_part(page, summary: str) -> None:
    """Unfold a part of the page by keyboard."""
    page.locator("summary", has_text=summary).first.focus()
    page.keyboard.press("Enter")


def test_a_story_is_renamed_and_the_deed_undone_by_keyboard(taken_in, visit):
    page = visit("/library?shelf=Stories")
    combo = page.locator(".stMain").get_by_role("combobox").first
    combo.focus()
    page.keyboard.type(STORY)
    page.get_by_role("option", name=STORY).first.wait_for()
    page.keyboard.press("Enter")
    page.locator(".px-bullets", has_text="Bread is dearer").first.wait_for()
    drawn(page)
    open_part(page, "Title, place and days")
    write(page, "Title", "Aurora at Lind", last=True)
    press(page, "Save the story")
    assert "Saved: title of \u201cAurora at Lind\u201d" in told(page, "Saved")
    page.get_by_role("rowheader", name="Aurora at Lind").wait_for()
    press(page, "Undo")
    told(page, "Taken back")
    page.get_by_role("rowheader", name=STORY).wait_for()


def test_many_articles_get_another_outlet_and_it_is_undone(taken_in, visit):
    page = visit("/library")
    write(page, "Who are you?", "AB")
    write(page, "Find words in headline and text", "coast guard")
    boxes = page.get_by_role("checkbox", name=re.compile("Choose"))
    expect(boxes).to_have_count(2)
    for box in boxes.all():
        box.focus()
        page.keyboard.press("Space")
        drawn(page)
    write(page, "Outlet", "Lind Weekly")
    page.get_by_role("button", name="Change 2 articles").focus()
    page.keyboard.press("Enter")
    assert "Set the outlet to \u201cLind Weekly\u201d: 2 articles." in told(page, "Set the outlet")
    expect(page.locator(".px-row", has_text="Lind Weekly")).to_have_count(2)
    press(page, "Undo")
    told(page, "Taken back")
    page.locator(".px-row", has_text="Lind Courier").first.wait_for()
    expect(page.locator(".px-row", has_text="Lind Weekly")).to_have_count(0)
    history = visit("/library?shelf=History")
    expect(history.locator(".px-deed").first).to_contain_text("AB")


def test_the_difference_between_two_versions_reads_without_colour(taken_in, visit):
    page = visit("/library?shelf=Versions+and+copies")
    page.locator(".px-diff").wait_for()
    expect(page.locator(".px-diff del", has_text="Two")).to_have_count(1)
    expect(page.locator(".px-diff ins", has_text="Three")).to_have_count(1)
    lines = page.locator(".px-diff del").first.evaluate(
        "e => getComputedStyle(e).textDecorationLine"
    )
    assert lines == "line-through"
    expect(page.locator(".px-diff .px-tag", has_text="removed")).to_have_count(1)


def test_a_library_is_backed_up_and_brought_back_by_keyboard(taken_in, visit, tmp_path):
    page = visit("/library?shelf=Keep+safe")
    press(page, "Make a backup")
    name = re.search(r"backup-\w+\.sqlite", told(page, "SHA-256"))[0]
    with page.expect_download() as download:
        press(page, f"Download {name}")
    download.value.save_as(tmp_path / download.value.suggested_filename)
    articles = visit("/library")
    write(articles, "Find words in headline and text", "coast guard")
    press(articles, "Ferry aground: three hurt")
    articles.get_by_role("heading", name="Ferry aground: three hurt").wait_for()
    drawn(articles)
    press(articles, "Move to the bin")
    told(articles, "This article is in the bin")
    page.locator("[data-testid=stFileUploader] input").first.set_input_files(tmp_path / name)
    drawn(page)
    box = page.get_by_role("checkbox", name="Replace what is in the library now")
    box.focus()
    page.keyboard.press("Space")
    drawn(page)
    press(page, "Bring it back")
    assert "before-restore-" in told(page, "Brought back")
    articles.reload()
    drawn(articles)
    articles.get_by_role("heading", name="Ferry aground: three hurt").wait_for()
    expect(articles.get_by_text("This article is in the bin")).to_have_count(0)


@pytest.mark.parametrize(("theme", "width"), [("light", 1366), ("dark", 390)])
@pytest.mark.parametrize("part", PARTS)
def test_parts_with_articles_of_ones_own_have_no_violation(taken_in, visit, part, theme, width):
    page = visit(f"/library?shelf={part}", width=width, theme=theme)
    for summary in page.locator(".stMain summary").all()[:6]:
        summary.click()
    drawn(page)
    assert violations(page) == []
    assert not is_too_wide(page)


def test_one_article_has_no_violation_and_what_it_holds_stays_text(taken_in, visit):
    page = visit("/library", theme="dark")
    write(page, "Find words in headline and text", "price of bread")
    press(page, "Bread is dearer")
    page.get_by_role("heading", name="Bread is dearer").wait_for()
    drawn(page)
    open_part(page, "Correct what is known of it")
    page.locator(".px-fact", has_text=shelf.HOSTILE).wait_for()
    assert page.locator(".stMain img[src='x']").count() == 0
    assert violations(page) == []
    assert not is_too_wide(page)
