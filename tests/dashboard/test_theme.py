"""Colours can be told apart and read; words for figures are inert."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from analysis.render import STYLE as HIGHLIGHTS
from dashboard import theme
from dashboard.components.markup import STYLE

THEMES = [theme.LIGHT, theme.DARK]
PAIR = re.compile(r"light-dark\((#[0-9A-Fa-f]{6}), (#[0-9A-Fa-f]{6})\)")


def test_contrast_ratio_of_black_on_white_is_21():
    assert theme.contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21.0)


def test_contrast_ratio_of_a_colour_on_itself_is_1():
    assert theme.contrast_ratio("#0072B2", "#0072B2") == pytest.approx(1.0)


@pytest.mark.parametrize("colours", THEMES)
def test_marks_reach_3_to_1_on_the_background(colours):
    for mark in colours.marks:
        assert theme.contrast_ratio(mark, colours.background) >= 3


@pytest.mark.parametrize("colours", THEMES)
def test_words_reach_4_5_to_1_on_the_background(colours):
    for ink in (colours.ink, colours.soft_ink, *colours.texts):
        assert theme.contrast_ratio(ink, colours.background) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
def test_ink_reaches_10_to_1_on_every_tint(colours):
    for tint in colours.tints:
        assert theme.contrast_ratio(colours.ink, tint) >= 10


@pytest.mark.parametrize("colours", THEMES)
def test_marks_differ_from_each_other(colours):
    assert all(a != b for a, b in combinations(colours.marks, 2))


def test_tints_of_the_text_are_those_of_the_palette():
    css = HIGHLIGHTS.read_text(encoding="utf-8")
    pairs = {(a.upper(), b.upper()) for a, b in PAIR.findall(css)}
    assert set(zip(theme.LIGHT.tints, theme.DARK.tints, strict=True)) <= pairs


@pytest.mark.parametrize("sheet", [STYLE, HIGHLIGHTS])
def test_style_sheets_load_nothing(sheet):
    css = sheet.read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|https?:|<", css)


def test_a_sixth_side_differs_from_the_first_in_shape():
    assert theme.nth(theme.SYMBOLS, 5) != theme.nth(theme.SYMBOLS, 0)


@pytest.mark.parametrize(
    ("fill", "ink"), [("#FFFFFF", "#000000"), ("#000000", "#FFFFFF"), ("#0072B2", "#FFFFFF")]
)
def test_readable_on_picks_the_ink_with_more_contrast(fill, ink):
    assert theme.readable_on(fill) == ink


def test_blend_lies_between_its_colours():
    assert theme.blend("#FF0000", "#0000FF", 0.5) == "#800080"
    assert theme.blend("#FF0000", "#0000FF", 1.0) == "#FF0000"


def test_words_for_figures_carry_no_markup():
    assert theme.figure_text('<b style="x">&</b>') == '&lt;b style="x"&gt;&amp;&lt;/b&gt;'


def test_palette_is_light_until_the_browser_says_dark():
    assert theme.palette(None) is theme.LIGHT
    assert theme.palette("dark") is theme.DARK
