"""Users' words never act in a label, and HTML reaches the page by one door."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dashboard
from dashboard.components.markup import plain

SOURCES = sorted(Path(dashboard.__file__).parent.rglob("*.py"))
DOOR = "markup.py"


@pytest.mark.parametrize(
    "text",
    [
        "![](http://evil.test/x.png)",
        "[click](http://evil.test)",
        "# Heading",
        "**bold** _it_ `code` ~~no~~",
        ":red[warning] :material/home:",
        "$x^2$",
        "<img src=x>",
        "a | b",
        "- item",
        "&amp; &copy;",
    ],
)
def test_every_character_with_a_meaning_in_markdown_is_escaped(text):
    escaped = plain(text)
    assert re.sub(r"\\(.)", r"\1", escaped).replace("\u2060", "") == text
    assert not re.search(r"(?<!\\)[\[\]!<>`*_$:|#&~]", escaped.replace(r"\\", ""))


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("http://evil.test/a", "http:\u2060//evil.test/a"),
        ("see WWW.evil.test", "see WWW\u2060.evil.test"),
        ("a@evil.test", "a\u2060@evil.test"),
        ("a // b: c, wwwx.", "a // b: c, wwwx."),
    ],
)
def test_addresses_in_a_label_become_no_links(text, broken):
    assert re.sub(r"\\(.)", r"\1", plain(text)) == broken


def test_line_breaks_in_a_label_become_blanks():
    assert plain("a\n\n# b") == r"a \# b"


def test_ordinary_names_are_unchanged():
    assert plain("Mission Network News") == "Mission Network News"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.name)
def test_html_reaches_the_page_by_one_door_only(path):
    source = path.read_text(encoding="utf-8")
    assert "unsafe_allow" not in source
    assert "components.v1" not in source
    assert "st.iframe" not in source
    if path.name != DOOR:
        assert "st.html(" not in source


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.name)
def test_no_widget_that_fails_contrast_or_loads_from_outside(path):
    source = path.read_text(encoding="utf-8")
    for name in (
        "st.multiselect",
        'type="primary"',
        "st.date_input",
        "st.image",
        "Heatmap",
        "Sankey",
    ):
        assert name not in source


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.name)
def test_markdown_apis_are_given_words_of_this_project_only(path):
    # A document of this project is the one exception (views/method.py).
    calls = re.findall(
        r"st\.(?:markdown|write|caption|info|warning|error|metric)\((.*)\)",
        path.read_text(encoding="utf-8"),
    )
    allowed = ["text"] if path.name == "method.py" else []
    assert calls == allowed
