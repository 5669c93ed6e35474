"""Ways of showing: what paper and projector change, and which buttons a page carries."""

from __future__ import annotations

import re

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.components import html
from dashboard.components.identity import FOLDER, ICON
from tests.dashboard.invented import app, shown

STROKE = re.compile(r'(?:stroke|fill)="(#[0-9A-F]{6})"')


def test_paper_says_the_choices_and_the_word_lists(harbour):
    text = shown(app("framing", view="print"))
    assert "Outlets: Harbour Post and Town Courier. Counted as: share of sentences." in text
    assert "1 list of version 1.0.0" in text
    assert "data-px-address" in text


def test_paper_shows_every_part_of_framing_and_of_facts(harbour):
    framing = {each.value for each in app("framing", view="print").header}
    assert {"Rival words", "Names", "Who did what", "Distinctive words"} <= framing
    facts = {each.value for each in app("facts", view="print").subheader}
    assert {"Statements", "Numbers", "When", "Shared copy"} <= facts


def test_paper_opens_the_tables(harbour):
    opened = [each.proto.expanded for each in app("overview", view="print").expander]
    assert opened
    assert all(opened)


def test_a_screen_shows_one_part_and_closed_tables(harbour):
    at = app("framing")
    assert "Names" not in {each.value for each in at.header}
    assert 'data-px-view="screen"' in shown(at)
    assert "Print or save as PDF" not in shown(at)


def test_an_unknown_way_of_showing_is_a_screen_and_is_said(harbour):
    text = shown(app("overview", view="paper"))
    assert 'data-px-view="screen"' in text
    assert "way of showing" in text


def test_a_projector_gets_larger_figures(harbour):
    small, large = (
        app("framing", **choice).get("plotly_chart")[0].proto.spec
        for choice in ({}, {"view": "projector"})
    )
    height = re.compile(r'"height":\s*([\d.]+)')
    assert float(height.search(large)[1]) == pytest.approx(1.35 * float(height.search(small)[1]))


def test_enlarging_changes_sizes_and_no_numbers():
    figure = go.Figure(
        go.Bar(x=[1.0, 2.0], y=[3.0, 4.0], width=0.5, marker={"line": {"width": 2}}),
        layout={"height": 100, "font": {"size": 20}, "yaxis": {"range": [0, 5]}},
    )
    large = theme.enlarged(figure)
    assert (large.layout.height, large.layout.font.size) == (135, 27)
    assert large.data[0].marker.line.width == pytest.approx(2.7)
    assert (list(large.data[0].x), large.data[0].width) == ([1.0, 2.0], 0.5)
    assert tuple(large.layout.yaxis.range) == (0, 5)
    assert figure.layout.height == 100


@pytest.mark.parametrize("hostile", ['"><script>1</script>', "' onclick='x", "&lt;b&gt;"])
def test_buttons_carry_their_text_inert(hostile):
    markup = html.copying("Copy citation", hostile, about=hostile).markup
    assert "<script" not in markup
    assert markup.count("<button") == 1
    assert "onclick='" not in markup


def test_every_row_of_evidence_can_be_cited_and_linked_to(harbour):
    at = app("voices")
    next(each for each in at.button if each.label == "Show the sentences").click()
    text = shown(at.run())
    rows = text.count('class="px-kwic')
    assert rows
    assert text.count("data-px-copy=") == text.count('data-px-link="read?') > 0
    assert "read on" in re.search(r'data-px-copy="([^"]*)"', text)[1]


@pytest.mark.parametrize(
    ("kind", "grounds"), [("light", ("#FFFFFF", "#F3F4F6")), ("dark", ("#121417", "#1E2227"))]
)
def test_the_mark_stands_out_from_its_ground(kind, grounds):
    drawing = (FOLDER / f"wordmark-{kind}.svg").read_text(encoding="utf-8")
    inks = set(STROKE.findall(drawing))
    assert len(inks) == 3
    assert all(theme.contrast_ratio(ink, ground) >= 3 for ink in inks for ground in grounds)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.name)
def test_the_mark_loads_nothing(path):
    drawing = path.read_text(encoding="utf-8")
    assert ICON.exists()
    assert "<title>Parallax</title>" in drawing
    assert not re.search(r"href|url\(|<script|<style|<image", drawing)
