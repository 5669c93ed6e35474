"""Figures for notebooks: the dashboard's own, one per side of a word list."""

from __future__ import annotations

import pytest

from analysis.errors import InputError
from dashboard import notebook
from tests.dashboard.invented import two_outlets


def test_each_side_of_a_list_has_a_figure_with_its_name_and_counts():
    figures = notebook.framing(two_outlets(), "troops")
    assert "peacekeeping" in figures
    notes = [note.text for note in figures["peacekeeping"].layout.annotations]
    assert {"Harbour Post", "Town Courier"} <= set(notes)
    assert figures["peacekeeping"].layout.title.text.startswith("Peacekeeping")


def test_unknown_list_names_those_there_are():
    with pytest.raises(InputError, match=r"no word list 'sailors'; there are: .*troops"):
        notebook.framing(two_outlets(), "sailors")
