"""A reader's list whose names are hostile is shown, word for word, wherever lists are shown."""

from __future__ import annotations

import pytest

from analysis.list_forms import Form, FormSide, toml_of
from analysis.own_lists import save
from tests.dashboard.invented import app, shown

MARKUP = "<script>alert(1)</script>![x](http://evil.test/a.png)<img src=x onerror=alert(1)> **B**"


@pytest.fixture
def hostile(harbour):
    sides = (FormSide(MARKUP, f"peacekeepers | {MARKUP}"), FormSide("=1+1", "invaders"))
    save(toml_of(Form(MARKUP, MARKUP, sides), "rain"), "rain.toml")


@pytest.mark.parametrize("page", ["lists", "framing", "overview", "read", "method"])
def test_markup_in_a_list_is_shown_word_for_word(hostile, page):
    at = app(page)
    assert not at.exception
    html = "\n".join(each.proto.body for each in at.get("html"))
    assert "<script" not in html
    assert "<img" not in html
    labels = [str(each.label) for each in (*at.button, *at.expander)]
    options = [option.content for each in at.get("button_group") for option in each.proto.options]
    titles = [each.value for each in (*at.title, *at.header, *at.subheader, *at.markdown)]
    assert not [e for e in (*labels, *options, *titles) if "![" in e.replace(r"\!", "")]


def test_the_page_shows_the_markup_of_a_list_escaped(hostile):
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown(app("lists"))
