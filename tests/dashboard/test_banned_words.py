"""No sentence that this project writes passes a verdict."""

from __future__ import annotations

import html
import re

import pytest

from dashboard import (
    words,
    words_class,
    words_collect,
    words_corpus,
    words_library,
    words_library_safe,
    words_library_stories,
    words_lists,
)
from tests.dashboard.invented import app, shown

BANNED = re.compile(
    r"\b(biased?|slanted|neutral|objective|propaganda|honest|misleading|omits deliberately|"
    r"left[- ]wing|right[- ]wing|more accurate)\b",
    re.IGNORECASE,
)
PAGES = ("overview", "framing", "voices", "tone", "read", "library", "classroom", "corpus")


@pytest.mark.parametrize("page", PAGES)
def test_pages_pass_no_verdict(harbour, page):
    text = html.unescape(re.sub(r"<[^>]+>", " ", shown(app(page))))
    alts = " ".join(chart.proto.alt for chart in app(page).get("plotly_chart"))
    assert BANNED.findall(f"{text} {alts}") == []


CATALOGUES = (
    words,
    words_class,
    words_collect,
    words_corpus,
    words_library,
    words_library_safe,
    words_library_stories,
    words_lists,
)


@pytest.mark.parametrize("module", CATALOGUES, ids=lambda module: module.__name__)
def test_catalogue_passes_no_verdict(module):
    catalogue = [value for value in vars(module).values() if isinstance(value, (str, dict, tuple))]
    assert BANNED.findall(repr(catalogue).replace("'neutral':", "")) == []


@pytest.mark.model
@pytest.mark.parametrize("page", PAGES[:4])
def test_pages_on_the_demonstration_story_pass_no_verdict(page):
    # The other pages show whole articles, whose words are not ours.
    at = app(page, story="kazakhstan-2022")
    text = html.unescape(re.sub(r"<[^>]+>", " ", shown(at)))
    alts = " ".join(chart.proto.alt for chart in at.get("plotly_chart"))
    assert "Kazakhstan, January 2022" in text
    assert BANNED.findall(f"{text} {alts}") == []
