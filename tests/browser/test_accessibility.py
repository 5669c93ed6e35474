"""axe finds nothing on any page, in either theme, at three widths; nor in the drawer."""

from __future__ import annotations

import pytest

from tests.browser.conftest import drawn, until

NAMES = (
    "framing lists voices tone facts read corpus collect library classroom review method"
).split()
PATHS = ("/", *(f"/{name}" for name in NAMES))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


SETTLED = """() => !document.querySelector("[data-stale=true], [data-test-script-state=running]")
  && document.getAnimations().every(
    (each) => each.playState !== "running" || each.effect.getTiming().iterations === Infinity
  )"""
"""What is about to be drawn anew is faded, and its contrast is not what a reader gets."""


def violations(page) -> list[str]:
    until(page, SETTLED)
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


def is_too_wide(page) -> bool:
    return page.evaluate(
        "(() => { const m = document.querySelector('.stMain');"
        " return m.scrollWidth > m.clientWidth; })()"
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("widths", [(390,), (1366, 820)], ids=["phone", "desktop and tablet"])
@pytest.mark.parametrize("path", PATHS)
def test_page_has_no_violation_and_fits(visit, path, widths, theme):
    page = visit(path, width=widths[0], theme=theme)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 1500})
        until(page, f"() => innerWidth === {width}")
        drawn(page)
        assert violations(page) == []
        assert not is_too_wide(page)


PARTS = (
    "/framing?part=Which+words",
    "/framing?part=Where+in+the+text",
    "/framing?look=Names",
    "/framing?look=Who+did+what",
    "/framing?look=How+sure%2C+how+loaded",
    "/framing?look=Distinctive+words",
    "/voices?section=Kinds+of+speakers",
    "/voices?section=Not+heard+here",
    "/voices?section=Verbs+of+saying",
    "/voices?section=Who+is+who",
    "/facts?facts-part=Numbers",
    "/facts?facts-part=When",
    "/facts?facts-part=Shared+copy",
    "/read?align=by+shared+statement",
    "/library?shelf=Stories",
    "/library?shelf=Versions+and+copies",
    "/library?shelf=Set+aside",
    "/library?shelf=History",
    "/library?shelf=Keep+safe",
    "/review?review=Sources+over+time",
    "/collect?way=Files",
    "/collect?way=Web+addresses+and+feeds",
    "/read?align=one+and+all+others",
    "/read?layers=Figures&layers=Agency",
    "/?view=print",
    "/read?view=print",
    "/voices?view=print",
    "/framing?view=projector",
    "/read?view=projector",
    "/?view=projector",
)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("part", PARTS)
def test_other_parts_of_pages_have_no_violation(visit, part, theme):
    page = visit(part, theme=theme)
    assert violations(page) == []
    for width in (820, 390):
        page.set_viewport_size({"width": width, "height": 1500})
        until(page, f"() => innerWidth === {width}")
        drawn(page)
        assert not is_too_wide(page)
    if "view=" in part:
        assert violations(page) == []


def test_longest_print_view_has_no_violation(visit):
    # Paper is light in every theme: once is enough for the page with the most parts.
    assert violations(visit("/framing?view=print", theme="dark")) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_drawer_has_no_violation(visit, theme):
    page = visit("/voices", theme=theme)
    page.get_by_role("button", name="Show the sentences").first.click()
    page.get_by_role("dialog").locator(".px-drawer-title").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize(("theme", "is_dark"), [("light", False), ("dark", True)])
def test_marks_in_the_drawer_follow_the_theme(visit, theme, is_dark):
    page = visit("/voices", theme=theme)
    page.get_by_role("button", name="Show the sentences").first.click()
    mark = page.get_by_role("dialog").locator(".px-focus mark")
    mark.wait_for()
    red, green, blue = (
        int(part)
        for part in mark.evaluate(
            "e => getComputedStyle(e).backgroundColor.match(/\\d+/g).slice(0, 3)"
        )
    )
    assert (red + green + blue < 3 * 128) == is_dark


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marked_voices_and_tone_have_no_violation(visit, theme):
    page = visit("/read?layers=Voices&layers=Tone&sent=dw.s8", theme=theme)
    assert violations(page) == []
