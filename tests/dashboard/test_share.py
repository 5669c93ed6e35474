"""Taking things along: the files of a story, and the pictures of its figures."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard import theme, words_share
from dashboard.figures import pictures
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n
from tests.dashboard.invented import app
from tests.dashboard.test_banned_words import BANNED

COLUMNS = DotColumns("outlet", "key", "value", "low", "high", "label")


def _figure():
    rows = pd.DataFrame(
        {"outlet": ["A"], "key": ["a"], "value": [0.2], "low": [0.1], "high": [0.4],
         "label": ["2 of 10"]}
    )  # fmt: skip
    return k_of_n(rows, COLUMNS, Scale(1.0, "share", True), index=0, colours=theme.LIGHT)


def test_overview_offers_the_files(harbour):
    labels = [each.proto.label for each in app().get("download_button")]
    assert labels[-3:] == [words_share.REPORT, words_share.WORKBOOK, words_share.TABLES]


def test_figures_have_no_button_until_a_format_is_chosen(harbour):
    charts = app("framing").get("plotly_chart")
    assert charts
    assert all('"displayModeBar": false' in chart.proto.config for chart in charts)


def test_a_chosen_format_puts_one_button_on_each_picture(harbour):
    at = app("framing")
    chosen = next(each for each in at.get("button_group") if each.label == words_share.PICTURE)
    chosen.set_value(["PNG"] if isinstance(chosen.value, list) else "PNG").run()
    charts = at.get("plotly_chart")
    assert not at.exception
    assert all('"modeBarButtons": [["toImage"]]' in chart.proto.config for chart in charts)
    assert all('"format": "png"' in chart.proto.config for chart in charts)


def test_saved_figure_carries_its_heading_escaped():
    made = pictures.to_save(_figure(), "Words <b>for</b> the same", theme.LIGHT)
    assert made.layout.title.text == "Words &lt;b&gt;for&lt;/b&gt; the same"


def test_saved_figure_makes_room_for_button_and_heading():
    before = _figure()
    made = pictures.to_save(_figure(), "word " * 20, theme.LIGHT)
    more = made.layout.height - before.layout.height
    assert more == made.layout.margin.t - before.layout.margin.t
    assert more == pictures.BUTTON_HEIGHT + 3 * pictures.TITLE_LINE


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_saved_figure_has_a_ground_of_its_own(colours):
    assert pictures.to_save(_figure(), "", colours).layout.paper_bgcolor == colours.background


def test_saving_sends_nothing_away():
    options = pictures.saving("SVG", "parallax-framing")
    assert options["showSendToCloud"] is False
    assert options["modeBarButtons"] == [["toImage"]]
    assert options["toImageButtonOptions"]["filename"] == "parallax-framing"


def test_words_pass_no_verdict():
    catalogue = [value for value in vars(words_share).values() if isinstance(value, str)]
    assert BANNED.findall(" ".join(catalogue)) == []
