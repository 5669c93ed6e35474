"""Marks by layer: what is tagged, and found by place as by looking at every mark."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.marks import LAYERS, Mark, Marks, agency_marks
from analysis.markup import element
from analysis.render import article_html, segments
from analysis.telling import PARTS
from analysis.types import Agency, AgencyAside, AgencyForm, BlockKind, Voice
from tests.analysis.factories import annotated

TEXT = annotated("Police killed three. Two were killed. A blast killed one. Many died.")


def telling(form, agent=None, start=7, aside=None):
    return Agency(start, start + 6, "kill", form, agent, "three", None, Voice.OUTLET, aside=aside)


def marked(*tellings):
    return [(m.kind, m.tag) for m in agency_marks(replace(TEXT, agency=tellings))]


@pytest.mark.parametrize(
    ("form", "agent", "kind", "tag"),
    [
        (AgencyForm.AGENT_ACTIVE, "police", "acted", "by police"),
        (AgencyForm.AGENT_BY, "the  army", "acted", "by the army"),
        (AgencyForm.NOMINAL, "police", "acted", "by police"),
        (AgencyForm.AGENT_ACTIVE, None, "acted", "a thing or event did it"),
        (AgencyForm.AGENTLESS_PASSIVE, None, "untold", "passive, nobody named"),
        (AgencyForm.INTRANSITIVE, None, "untold", "“died” and the like"),
        (AgencyForm.NOMINAL, None, "untold", "noun, nobody named"),
    ],
)
def test_harm_is_tagged_with_who_did_it_or_how_that_is_left_out(form, agent, kind, tag):
    assert marked(telling(form, agent)) == [(kind, tag)]


def test_a_long_agent_is_cut_in_the_tag():
    ((_, tag),) = marked(telling(AgencyForm.AGENT_BY, "men in uniforms without any badge on them"))
    assert tag == "by men in uniforms without any badge o…"


@pytest.mark.parametrize("aside", AgencyAside)
def test_harm_that_is_not_counted_is_not_marked(aside):
    assert marked(telling(AgencyForm.AGENT_ACTIVE, "police", aside=aside)) == []


def test_without_harm_there_is_nothing_to_mark():
    assert marked() == []


def test_tags_of_harm_are_the_names_that_the_figures_use():
    tags = {tag for form in AgencyForm for _, tag in marked(telling(form))}
    assert tags <= set(PARTS.values())


def test_layers_are_in_the_order_in_which_they_are_offered():
    assert list(LAYERS) == ["Frames", "Voices", "Tone", "Figures", "Agency"]


ends = st.integers(0, 40)
marks = st.lists(
    st.builds(Mark, ends, ends, st.sampled_from(["frame", "agency", "figure"]), st.just("x")),
    max_size=12,
)


@given(marks, ends, ends)
def test_marks_over_a_stretch_are_those_that_share_a_character_with_it(found, start, end):
    expected = [m for m in found if set(range(m.start, m.end)) & set(range(start, end))]
    assert Counter(Marks(found).over(start, end)) == Counter(expected)


@given(st.lists(st.sampled_from(["Frames", "Voices", "Figures", "Agency"]), unique=True))
def test_any_layers_together_leave_the_words_as_they_are(layers):
    whole = replace(TEXT, agency=(telling(AgencyForm.AGENT_ACTIVE, "police"),))
    marks = [mark for layer in layers for mark in LAYERS[layer](whole)]
    assert "".join(s.text for s in segments(TEXT.text, marks)) == TEXT.text


def test_a_piece_set_aside_carries_what_stands_beside_it():
    found = annotated("Body stands.", (BlockKind.CREDIT, "A photographer"))
    html = article_html(found, beside=lambda block: element("b", block.kind)).markup
    assert "<b>body</b>" in html
    assert html.index("A photographer") < html.index("<b>credit</b>") < html.index("</details>")
