"""What people come for, counted in clicks from the Overview, and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import drawn, press, until

MOST_CLICKS = 3

FRAMING = ("link", "Framing")
FACTS = ("link", "Facts & omissions")
TASKS = {
    "find who said 164": [FACTS, ("tab", "Numbers")],
    "send me that view": [FRAMING, ("button", "Copy link to this view")],
    "print the worksheet": [
        ("link", "Read side by side"),
        ("button", "print"),
        ("button", "Print or save as PDF"),
    ],
    "which outlet calls them terrorists on its own account": [
        FRAMING,
        ("button", "What armed people are called"),
    ],
}
"""What is asked, and the steps from the Overview: role and name of what is pressed."""

WAYS = ("mouse", "keyboard")


def is_done(page, task: str) -> bool:
    """Return whether the page, as it stands, answers what was asked."""
    if task == "find who said 164":
        row = page.locator("tr", has_text=re.compile(r"\b164\b")).filter(visible=True).first
        row.wait_for()
        heads = page.locator("th[scope=col]", has_text="Who says so").filter(visible=True)
        heads.first.wait_for()
        return True
    if task == "send me that view":
        until(page, "navigator.clipboard.readText().then(t => t === location.href)")
        return True
    if task == "print the worksheet":
        return page.evaluate("window.printed") > 0
    table = page.get_by_role("region", name=re.compile("on its own account"))
    table.get_by_text(re.compile("Terrorist")).first.wait_for()
    heads, *lines = (line.split("\t") for line in table.inner_text().splitlines()[1:])
    column = next(place for place, head in enumerate(heads) if head.startswith("Terrorist"))
    return [bool(re.fullmatch(r"\d+ of \d+", line[column])) for line in lines] == 5 * [True]


def reach(page, found) -> None:
    """Go to an element with the Tab key alone; a row of choices is gone through by arrows."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if found.evaluate("e => e === document.activeElement"):
            return
        for _ in range(found.evaluate(STEPS_BY_ARROW)):
            page.keyboard.press("ArrowRight")
            if found.evaluate("e => e === document.activeElement"):
                return
    pytest.fail("the Tab key does not lead there")


STEPS_BY_ARROW = """e => {
  const group = e.closest("[role=radiogroup], [role=tablist]");
  return group?.contains(document.activeElement)
    ? group.querySelectorAll("[role=radio], [role=tab]").length : 0;
}"""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("task", TASKS)
def test_tasks_take_three_presses_from_the_overview(visit, task, way):
    steps = TASKS[task]
    assert len(steps) <= MOST_CLICKS
    page = visit("/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("window.printed = 0; window.print = () => { window.printed += 1; }")
    for role, name in steps:
        found = page.get_by_role(role, name=name, exact=True).or_(
            page.get_by_role("radio", name=name, exact=True)
        )
        if way == "mouse":
            found.first.click()
        else:
            reach(page, found.first)
            page.keyboard.press("Enter")
        drawn(page)
    assert is_done(page, task)


def test_a_sentence_is_reached_and_cited_by_keyboard_alone(visit):
    page = visit("/voices")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "Show the sentences")
    drawer = page.get_by_role("dialog")
    drawer.locator(".px-copies").first.wait_for()
    cites = drawer.get_by_role("button", name=re.compile("^Copy citation"))
    expect(cites).to_have_count(drawer.locator(".px-list > li").count())
    cites.first.focus()
    page.keyboard.press("Enter")
    page.locator("#px-said", has_text="Copied").wait_for(state="attached")
    assert "with Parallax" in page.evaluate("navigator.clipboard.readText()")
    drawer.get_by_role("link", name="Open in article").focus()
    page.keyboard.press("Enter")
    until(page, "() => document.activeElement.classList.contains('px-asked')")


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
    page.locator(".st-key-narrow-switch").get_by_role("radio").nth(1).click()
    right.wait_for()
    expect(left).to_be_hidden()


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
