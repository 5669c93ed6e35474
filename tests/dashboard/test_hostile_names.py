"""A story whose outlet, speaker and headline are hostile is shown, word for word, on each page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.stories import Story
from dashboard.components.markup import plain
from tests.dashboard.invented import app, article, shown, story

NAME = "![x](http://evil.test/a.png)<script>alert(1)</script> *B*"
PAGES = ("overview", "framing", "lists", "voices", "tone", "read", "library", "method")


@pytest.fixture
def hostile(library):
    first = article(NAME, "a1", hits=["peacekeepers"], day="2024-05-01")
    quote = replace(first.quotes[0], speaker=NAME)
    analysis = story(replace(first, quotes=(quote,)), article("Town Courier", "b1"))
    library(replace(analysis, story=Story("harbour", NAME, analysis.story.articles)))


@pytest.mark.parametrize("page", PAGES)
def test_hostile_names_stay_words(hostile, page):
    at = app(page, shelf="Set aside")
    assert not at.exception
    html = "\n".join(each.proto.body for each in at.get("html"))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("page", PAGES)
def test_labels_that_read_markdown_carry_hostile_names_escaped(hostile, page):
    at = app(page, shelf="Set aside")
    labels = [str(each.label) for each in (*at.button, *at.expander)]
    options = [option.content for each in at.get("button_group") for option in each.proto.options]
    assert not [each for each in (*labels, *options) if "![" in each.replace(r"\!", "")]
    assert plain(NAME) in options or page == "library"  # it has no filter of outlets


def test_figures_carry_hostile_names_escaped(hostile):
    specs = [chart.proto.spec for chart in app("voices").get("plotly_chart")]
    assert specs
    assert not [spec for spec in specs if "<script" in spec]


def test_page_text_holds_the_name_word_for_word(hostile):
    assert "*B*" in shown(app("overview"))
