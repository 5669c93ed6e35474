"""A teacher brings articles of her own, corrects one, saves them and takes it back."""

from __future__ import annotations

import re
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import drawn, press, until
from tests.browser.test_accessibility import is_too_wide, violations

PASTED = """Ferry runs aground off Norrin

By Ana Bell

12 March 2024

The ferry Norrin ran aground near Eastmere harbour on Monday and forty sailors were saved.

"We are glad that everybody is safe," said Tom Reed, the head of the harbour office.

Sign up to our newsletter
"""

PLAIN = """Sailors saved after ferry hits rocks

11 March 2024

Forty sailors were taken off the ferry Norrin on Monday after it hit rocks near Eastmere.

The owner of the ferry said that the weather had been calm when the ship left.
"""

HOSTILE = "![x](http://evil.test/a.png)<script>window.fired=1</script> http://evil.test **B**"

DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "{paragraphs}</w:body></w:document>"
)
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


@pytest.fixture
def files(tmp_path):
    plain, word = tmp_path / "echo.txt", tmp_path / "courier.docx"
    plain.write_text(PLAIN, encoding="utf-8")
    lines = ["Ferry owner to be heard", "The owner of the ferry Norrin is to be heard on Friday."]
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    with zipfile.ZipFile(word, "w") as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("_rels/.rels", RELATIONS)
        packed.writestr("word/document.xml", DOCUMENT.format(paragraphs=paragraphs))
    return [str(plain), str(word)]


def fill(page, label: str, text: str) -> None:
    """Write into a field and leave it."""
    page.get_by_label(label, exact=True).first.fill(text)
    page.keyboard.press("Tab")
    drawn(page)


def paste(page, text: str) -> None:
    page.get_by_label(re.compile("The text of one article")).fill(text)
    press(page, "Read this text")
    page.get_by_role("heading", name="To look at before saving").wait_for()
    drawn(page)


def test_articles_are_brought_in_corrected_saved_analysed_and_taken_back(visit, files):
    page = visit("/collect")
    paste(page, PASTED)
    page.get_by_text("12 March 2024").first.wait_for()
    fill(page, "Outlet", "Eastmere Post")
    page.get_by_text("given by you").wait_for()

    page.get_by_role("radio", name="Files").or_(page.get_by_role("button", name="Files")).click()
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_text("courier.docx").first.wait_for()
    drawn(page)
    press(page, "Read these files")
    page.get_by_text("3 articles", exact=True).wait_for()
    drawn(page)
    fill(page, "Title of the new story", "The ferry Norrin")
    press(page, "Save 3 articles")
    page.get_by_text("Saved: 3 new articles").wait_for()
    drawn(page)

    page.get_by_role("link", name="Compare the articles of this story").click()
    page.get_by_text("Headlines, as printed").wait_for()
    drawn(page)
    assert "story=the-ferry-norrin" in page.url
    page.get_by_text("Eastmere Post").first.wait_for()
    page.get_by_text("Ferry runs aground off Norrin").first.wait_for()
    page.reload()
    drawn(page)
    expect(page.locator(".px-header strong")).to_have_text("The ferry Norrin")

    page.get_by_role("link", name="Collect", exact=True).click()
    page.get_by_role("button", name="Undo").wait_for(state="detached")
    other = visit("/collect")  # a session of its own knows nothing of the first one's desk
    assert other.get_by_role("heading", name="To look at before saving").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_articles_before_they_are_saved_have_no_violation_and_fit(visit, files, theme):
    page = visit("/collect?way=Files", theme=theme)
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_text("courier.docx").first.wait_for()
    drawn(page)
    press(page, "Read these files")
    page.get_by_role("heading", name="To look at before saving").wait_for()
    drawn(page)
    page.get_by_text("For all at once").click()
    press(page, "Correct")
    page.get_by_label("Headline", exact=True).wait_for()
    drawn(page)
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 1500})
    until(page, "innerWidth === 390")
    drawn(page)
    assert violations(page) == []
    assert not is_too_wide(page)


def test_a_folder_is_read_with_the_folders_in_it_and_without_other_kinds(visit, tmp_path):
    folder = tmp_path / "ferry"
    (folder / "March").mkdir(parents=True)
    text = PASTED.replace("Monday", "Friday")  # a text that no other test keeps in the library
    (folder / "first.txt").write_text(text, encoding="utf-8")
    (folder / "March" / "second.md").write_text(text + "\n\nIt rained.", encoding="utf-8")
    (folder / "March" / "picture.png").write_bytes(b"\x89PNG")
    page = visit("/collect?way=A+folder")
    page.locator("input[type=file]").set_input_files(folder)
    page.get_by_text("second.md").first.wait_for()
    drawn(page)
    press(page, "Read this folder")
    page.get_by_text("2 articles", exact=True).wait_for()


def test_undo_takes_the_whole_saving_back(visit):
    page = visit("/collect")
    paste(page, PASTED.replace("Monday", "Sunday"))
    fill(page, "Title of the new story", "Taken back")
    press(page, "Save 1 article")
    page.get_by_text("Saved: 1 new article").wait_for()
    drawn(page)
    assert "story=taken-back" in page.url
    press(page, "Undo")
    page.get_by_text("Taken back. The articles stand below again").wait_for()
    drawn(page)
    assert "taken-back" not in page.url
    page.get_by_role("checkbox", name="Add article 1").wait_for()


def test_hostile_words_stay_words_in_a_real_browser(visit):
    page = visit("/collect")
    paste(page, f"{HOSTILE}\n\nBy {HOSTILE}\n\n{PASTED}{HOSTILE}\n")
    fill(page, "Outlet", HOSTILE)
    fill(page, "Headline", HOSTILE)
    fill(page, "Title of the new story", HOSTILE)
    press(page, "Save 1 article")
    page.get_by_text("Saved: 1 new article").wait_for()
    drawn(page)
    page.get_by_text(HOSTILE).first.wait_for(state="attached")
    page.get_by_role("link", name="Compare the articles of this story").click()
    page.get_by_text("Headlines, as printed").wait_for()
    drawn(page)
    assert page.evaluate("window.fired") is None
    # A link of our own may carry the outlet's name in its question; none may lead to another host.
    hosts = page.evaluate(
        "[...document.querySelectorAll('a[href], img[src]')]"
        ".map(e => new URL(e.href || e.src).hostname)"
    )
    assert hosts
    assert "evil.test" not in hosts


def test_what_is_written_survives_another_page(visit):
    page = visit("/collect")
    fill(page, "The text of one article, or web addresses one a line", "half a thought")
    page.get_by_role("link", name="Method", exact=True).click()
    page.get_by_role("heading", level=1).wait_for()
    drawn(page)
    page.get_by_role("link", name="Collect", exact=True).click()
    drawn(page)
    field = page.get_by_label(re.compile("The text of one article"))
    expect(field).to_have_value("half a thought")
