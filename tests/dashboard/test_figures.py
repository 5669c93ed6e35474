"""Figures, read back from their data: order, zeros, ranges, text that stays text."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from dashboard import theme
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n
from dashboard.figures.matrix import CellColumns, matrix
from dashboard.figures.mix import PartColumns, mix
from dashboard.figures.positions import TickColumns, positions
from dashboard.figures.strip import StripColumns, strip

DOTS = DotColumns("outlet", "key", "value", "low", "high", "label")
SCALE = Scale(top=0.5, title="share of sentences", percent=True)


def dots(**changes):
    rows = {
        "outlet": ["A", "B", "C"],
        "key": ["s|A", "s|B", "s|C"],
        "value": [0.25, 0.0, math.nan],
        "low": [0.15, 0.0, math.nan],
        "high": [0.40, 0.11, math.nan],
        "label": ["5 of 20", "0 of 30", "not measured"],
    }
    return pd.DataFrame({**rows, **changes})


def drawn(**changes):
    return k_of_n(dots(**changes), DOTS, SCALE, index=0, colours=theme.LIGHT)


def test_dots_keep_the_order_of_the_rows_from_the_top():
    trace = drawn().data[0]
    assert list(trace.y) == [2, 1, 0]
    assert [each[0] for each in trace.customdata] == ["s|A", "s|B", "s|C"]


def test_ranges_run_from_low_to_high():
    error = drawn().data[0].error_x
    assert list(error.array)[:2] == pytest.approx([0.15, 0.11])
    assert list(error.arrayminus)[:2] == pytest.approx([0.10, 0.0])


def test_zero_is_a_hollow_dot_and_undefined_is_no_dot():
    trace = drawn().data[0]
    assert trace.marker.color[0] == theme.LIGHT.marks[0]
    assert trace.marker.color[1] == theme.LIGHT.background
    assert math.isnan(trace.x[2])


def test_counts_stand_beside_the_rows_in_words():
    texts = [note.text for note in drawn().layout.annotations]
    assert texts == ["A", "B", "C", "5 of 20", "0 of 30", "not measured"]


def test_share_axis_begins_at_zero_and_leaves_room_for_the_dot():
    axis = drawn().layout.xaxis
    assert axis.range[0] < 0 < axis.range[1]
    assert axis.fixedrange
    assert not drawn().data[0].cliponaxis


def test_two_sides_differ_in_shape_and_colour():
    one = k_of_n(dots(), DOTS, SCALE, index=0, colours=theme.LIGHT).data[0].marker
    two = k_of_n(dots(), DOTS, SCALE, index=1, colours=theme.LIGHT).data[0].marker
    assert one.symbol != two.symbol
    assert one.line.color != two.line.color


def test_names_with_markup_are_shown_as_words():
    figure = drawn(outlet=["<b>A</b>", "B", "C"])
    assert figure.layout.annotations[0].text == "&lt;b&gt;A&lt;/b&gt;"
    assert figure.data[0].hovertext[0].startswith("&lt;b&gt;")


def test_a_figure_without_rows_is_still_a_figure():
    assert len(k_of_n(dots()[:0], DOTS, SCALE, index=0, colours=theme.DARK).data[0].x) == 0


CELLS = CellColumns("speaker", "outlet", "quotes", "key", "hover")


def cells():
    return pd.DataFrame(
        {
            "speaker": ["Bell", "Bell"],
            "outlet": ["A", "B"],
            "quotes": [4, 1],
            "key": ["A|bell", "B|bell"],
            "hover": ["4 quotes", "1 quote"],
        }
    )


def test_matrix_shows_numbers_and_a_small_dot_for_zero():
    figure = matrix(cells(), CELLS, rows=["Bell", "Cole"], heads=["A", "B"], colours=theme.LIGHT)
    empty, full = figure.data
    assert list(full.text) == ["4", "1"]
    assert sorted(zip(empty.y, empty.x, strict=True)) == [("Cole", "A"), ("Cole", "B")]


def test_matrix_rows_run_from_the_top():
    figure = matrix(cells(), CELLS, rows=["Bell", "Cole"], heads=["A", "B"], colours=theme.LIGHT)
    assert list(figure.layout.yaxis.categoryarray) == ["Cole", "Bell"]


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_matrix_numbers_are_readable_on_their_cells(colours):
    figure = matrix(cells(), CELLS, rows=["Bell"], heads=["A", "B"], colours=colours)
    full = figure.data[1]
    for ink, fill in zip(full.textfont.color, full.marker.color, strict=True):
        assert theme.contrast_ratio(ink, fill) >= 4.5


def test_matrix_of_nothing_is_still_a_figure():
    figure = matrix(cells()[:0], CELLS, rows=["Bell"], heads=["A"], colours=theme.LIGHT)
    assert len(figure.data[1].x) == 0


PARTS = PartColumns("outlet", "kind", "share", "quotes", "n", "key")


def test_stacked_bar_prints_counts_and_differs_by_pattern():
    parts = pd.DataFrame(
        {
            "outlet": ["A", "A"],
            "kind": ["government", "resident"],
            "share": [0.75, 0.25],
            "quotes": [6, 2],
            "n": [8, 8],
            "key": ["A|government", "A|resident"],
        }
    )
    figure = mix(parts, PARTS, rows=["A"], groups=["government", "resident"], colours=theme.LIGHT)
    assert [list(trace.text) for trace in figure.data] == [["6"], ["2"]]
    assert figure.data[0].marker.pattern.shape != figure.data[1].marker.pattern.shape
    assert figure.layout.barmode == "stack"
    assert [note.text for note in figure.layout.annotations] == ["A", "8 quotes"]


TICKS = TickColumns("outlet", "place", "key", "side", "quoted", "hover")


def test_positions_hollow_marks_stand_in_others_words():
    ticks = pd.DataFrame(
        {
            "outlet": ["A", "A"],
            "place": [0.0, 1.0],
            "key": ["a|s1", "a|s9"],
            "side": ["peace", "peace"],
            "quoted": [False, True],
            "hover": ["x", "y"],
        }
    )
    figure = positions(ticks, TICKS, rows=["A", "B"], groups=["peace"], colours=theme.LIGHT)
    assert list(figure.data[0].marker.symbol) == ["circle", "circle-open"]
    assert [note.text for note in figure.layout.annotations] == ["A", "B", "2", "0"]


STRIP = StripColumns("outlet", "tone", "key", "quoted", "hover")


def test_strip_draws_quoted_sentences_apart_and_no_mean():
    rows = pd.DataFrame(
        {
            "outlet": ["A", "A"],
            "tone": [-0.4, 0.2],
            "key": ["a|s1", "a|s2"],
            "quoted": [False, True],
            "hover": ["x", "y"],
        }
    )
    figure = strip(rows, STRIP, rows=["A"], right=["2 sentences"], colours=theme.LIGHT)
    own, quoted = figure.data
    assert (list(own.x), list(quoted.x)) == ([-0.4], [0.2])
    assert own.marker.symbol != quoted.marker.symbol
    assert tuple(figure.layout.xaxis.range) == (-1.06, 1.06)
