"""What the Overview leads to first: the same differences as the report, each with its sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest

from analysis import paths
from analysis.compare.differences import differences
from analysis.lexicons import contrasts
from dashboard.prepare import overview
from tests.dashboard.invented import app, article, shown, story, two_outlets

BARE = """
import sys
sys.modules["plotly"] = None  # whoever imports it now fails; Streamlit itself does without
import dashboard.components.evidence, dashboard.views.overview, dashboard.views.read
import dashboard.components.filters, dashboard.components.identity
"""


def test_text_pages_come_up_where_there_is_no_plotly():
    done = subprocess.run(
        [sys.executable, "-c", BARE], cwd=paths.ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_what_stands_out_is_chosen_as_in_the_report():
    whole = two_outlets()
    found = overview.findings(whole, contrasts(), ["Harbour Post", "Town Courier"])
    told = differences(whole, at_most=overview.MOST)
    assert [each.text for each in found] == [each.text for each in told] != []


def test_each_number_asks_for_what_it_counts():
    found = overview.findings(two_outlets(), contrasts(), ["Harbour Post", "Town Courier"])
    for each in found:
        for label, query in each.numbers:
            assert query.outlet in {None, "Harbour Post", "Town Courier"}
            assert query.title.startswith(label)


def test_one_outlet_has_nothing_to_differ_from():
    assert overview.findings(two_outlets(), contrasts(), ["Town Courier"]) == []


def test_page_of_texts_that_do_not_differ_says_so(library):
    library(story(article("Harbour Post", "post"), article("Town Courier", "courier")))
    assert "No counts that differ" in shown(app())


@pytest.mark.parametrize("place", [0, 1])
def test_a_button_opens_as_many_sentences_as_it_says(harbour, place):
    at = app()
    button = next(b for b in at.button if b.key == f"finding-0-{place}")
    count = int(button.label.split(": ")[-1].split(" ")[0])
    button.click()
    text = shown(at.run())
    assert (f"All {count} match" in text) if count else ("0 found" in text)
