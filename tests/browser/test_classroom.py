"""A lesson as a class has it: a teacher, two pupils, a reload, a restarted server, the reveal."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard import words_class as said
from tests.browser.conftest import LOAD_MS, Server, drawn, press
from tests.browser.test_accessibility import is_too_wide, violations

OPENING = "/classroom?class-way=Open+a+class+or+make+its+files"


def settled(page) -> None:
    """Wait until the server has nothing more to send."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def new_page(contexts, url, theme="light", width=390):
    page = contexts[theme].new_page()
    page.set_viewport_size({"width": width, "height": 1200})
    page.goto(url)
    return page


def opened(contexts, address):
    """Open a class on the demonstration story; return the teacher's page and the code."""
    page = new_page(contexts, address + OPENING, width=1366)
    drawn(page)
    page.get_by_role("button", name=said.OPEN, exact=True).click()
    page.locator(".px-code").wait_for()
    return page, page.locator(".px-code").inner_text().replace(" ", "").strip()


def joined(contexts, address, code, name):
    page = new_page(contexts, f"{address}/classroom?join={code}")
    page.get_by_role("textbox", name=said.NAME).fill(name)
    page.get_by_role("button", name=said.JOIN, exact=True).click()
    page.get_by_text(f"You are {name} in class").wait_for()
    return page


def go_on(teacher, title):
    teacher.get_by_role("button", name=f"Next step: {title}").click()
    teacher.locator(".px-step-now", has_text=title).wait_for()


def mark(page, answer, done):
    """Answer the sentence by keyboard and save; wait until the save is acknowledged."""
    page.get_by_role("radio", name=answer, exact=True).focus()
    page.keyboard.press("Space")
    press(page, said.SAVE)
    page.get_by_text(re.compile(rf"Saved \d\d:\d\d, {done} of 20")).wait_for()


def test_a_class_from_the_code_to_the_reveal(contexts, address):
    teacher, code = opened(contexts, address)
    ana, bo = (joined(contexts, address, code, name) for name in ("Ana", "Bo"))
    go_on(teacher, "Blind read")
    ana.locator(".px-lesson").wait_for()
    assert "Deutsche Welle" not in ana.locator(".stApp").inner_text()
    assert violations(ana) == []
    go_on(teacher, "Predict")
    go_on(teacher, "Mark")
    for page in (ana, bo):
        page.locator(".px-question").wait_for()
    mark(ana, "somebody's, quoted", 1)
    mark(ana, "somebody's, quoted", 2)
    mark(bo, "the outlet's own", 1)
    assert violations(ana) == []
    assert not is_too_wide(ana)
    ana.reload()
    ana.get_by_text("You have answered 2 of 20 sentences").wait_for()
    expect(ana.get_by_role("radio", name="somebody's, quoted")).to_be_checked()
    teacher.get_by_role("row", name=re.compile("Ana 2 of 20")).wait_for()
    teacher.get_by_text(said.AGREE, exact=True).click()
    teacher.get_by_text("0 of 1 (0%)").first.wait_for()
    settled(teacher)
    assert violations(teacher) == []
    teacher.get_by_text(said.LEAD, exact=True).click()
    go_on(teacher, "Commit")
    go_on(teacher, "Reveal")
    bo.get_by_text("Deutsche Welle").first.wait_for()
    settled(bo)
    assert violations(bo) == []
    teacher.get_by_text(said.END, exact=True).click()
    teacher.get_by_role("button", name=said.CLOSE).click()
    ana.get_by_text(said.ENDED).wait_for()
    teacher.get_by_text(said.DELETE_SURE).click()
    teacher.get_by_role("button", name=said.DELETE, exact=True).click()
    teacher.get_by_text("Deleted: every nickname").wait_for()
    for page in (teacher, ana, bo):
        page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_teachers_side_has_no_violation_and_fits(contexts, address, theme):
    page = new_page(contexts, address + OPENING, theme, 1366)
    drawn(page)
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 1200})
    page.get_by_role("button", name=said.OPEN, exact=True).click()
    page.locator(".px-code").wait_for()
    settled(page)
    assert violations(page) == []
    assert not is_too_wide(page)
    page.close()


def test_a_restarted_server_keeps_seats_and_answers(contexts, visit, home, tmp_path):
    visit("/")  # the story is analysed once for both servers
    shutil.copytree(home / "cache", tmp_path / "cache")
    with Server(tmp_path) as server:
        teacher, code = opened(contexts, server.address)
        ana = joined(contexts, server.address, code, "Ana")
        for title in ("Blind read", "Predict", "Mark"):
            go_on(teacher, title)
        mark(ana, "somebody's, quoted", 1)
        server.restart()
        ana.reload()
        ana.get_by_text("You have answered 1 of 20 sentences").wait_for(timeout=LOAD_MS)
        mark(ana, "rather negative", 1)
        teacher.reload()
        teacher.get_by_role("row", name=re.compile("Ana 1 of 20")).wait_for()
        for page in (teacher, ana):
            page.close()


def test_a_class_pack_works_without_a_server_and_its_answers_come_in(contexts, address, tmp_path):
    teacher, _ = opened(contexts, address)
    teacher.get_by_text(said.END, exact=True).click()
    with teacher.expect_download() as saving:
        teacher.get_by_role("button", name=said.PACK).click()
    file = tmp_path / "pack.html"
    file.write_bytes(Path(saving.value.path()).read_bytes())
    pack = new_page(contexts, file.as_uri())
    pack.get_by_label("Nickname or number").fill("Cy")
    for _ in range(3):
        pack.get_by_role("button", name="Next step").click()
    pack.get_by_label("somebody's, quoted").first.check()
    pack.reload()
    expect(pack.get_by_label("somebody's, quoted").first).to_be_checked()
    assert violations(pack) == []
    pack.get_by_role("button", name="Next step").click()
    with pack.expect_download() as saving:
        pack.get_by_role("button", name="Save my answers").click()
    answers = Path(saving.value.path()).read_bytes()
    assert [each["value"] for each in json.loads(answers)["answers"]] == ["quote"]
    upload = {"name": "answers.json", "mimeType": "application/json", "buffer": answers}
    teacher.locator("input[type=file]").set_input_files(upload)
    teacher.get_by_text("Brought in: Cy, 1 answers.").wait_for()
    for page in (pack, teacher):
        page.close()
