"""Colours can be told apart and read; words for figures are inert."""

from __future__ import annotations

import re
from itertools import combinations

import pandas as pd
import pytest

from analysis.render import STYLE as HIGHLIGHTS
from dashboard import theme
from dashboard.components.markup import STYLE
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n

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


def test_ink_in_a_cell_reaches_4_5_to_1_at_every_shade():
    for colours in THEMES:
        for mark in colours.marks:
            for share in range(11):
                fill = theme.blend(mark, colours.background, share / 10)
                assert theme.contrast_ratio(theme.readable_on(fill), fill) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
def test_words_of_an_axis_and_of_a_hover_reach_4_5_to_1(colours):
    axis, layout = theme.axis(colours), theme.layout(colours, height=100)
    hover = layout["hoverlabel"]
    inks = (axis["tickfont"]["color"], axis["title"]["font"]["color"], layout["font"]["color"])
    assert all(theme.contrast_ratio(ink, colours.background) >= 4.5 for ink in inks)
    assert theme.contrast_ratio(hover["font"]["color"], hover["bgcolor"]) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
def test_labels_of_a_drawn_figure_reach_4_5_to_1(colours):
    rows = pd.DataFrame({"outlet": ["A", "B"], "key": ["a", "b"], "value": [0.2, 0.0],
        "low": [0.1, 0.0], "high": [0.4, 0.1], "label": ["2 of 10", "0 of 10"]})  # fmt: skip
    columns = DotColumns("outlet", "key", "value", "low", "high", "label")
    figure = k_of_n(rows, columns, Scale(1.0, "share", True), index=0, colours=colours)
    inks = [note.font.color for note in figure.layout.annotations]
    assert len(inks) == 4  # the name and the counts of each row
    assert all(theme.contrast_ratio(ink, colours.background) >= 4.5 for ink in inks)


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
