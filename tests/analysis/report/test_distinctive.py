import random
from dataclasses import replace

import pytest

from analysis.report import distinctive
from analysis.report.parts import Link, Table
from analysis.report.source import source_of
from tests.analysis.compare.articles import worded
from tests.dashboard.invented import story

VOCABULARY = [f"w{i}" for i in range(60)]


def _paragraphs(seed, *extra):
    rng = random.Random(seed)
    weights = [1 / (i + 3) for i in range(len(VOCABULARY))]
    return [
        " ".join([*rng.choices(VOCABULARY, weights, k=40), *extra]).capitalize() + "."
        for _ in range(12)
    ]


def _article(outlet, seed, *extra, rights=None):
    made = worded(*_paragraphs(seed, *extra), outlet=outlet, article_id=outlet)
    return replace(made, article=replace(made.article, rights=rights))


def _section(*articles):
    return distinctive.section(source_of(story(*articles), ()))


@pytest.fixture(scope="module")
def section():
    return _section(_article("A", 1, "harbour"), _article("B", 2))


def _rows(section):
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    return {row[0][0]: row[1:] for row in table.rows if len(row) > 1}


def test_word_stands_with_its_counts_and_the_yardstick(section):
    here, elsewhere, paragraphs, _, beyond = _rows(section)["harbour"]
    assert here[0].text == "12 of 492"
    assert (elsewhere, paragraphs, beyond) == (("0 of 480",), ("12",), ("yes",))
    assert "\u201charbour\u201d 12 against 0 (A)" in section.blocks[1].line[0]


def test_count_leads_to_the_first_use(section):
    link = _rows(section)["harbour"][0][0]
    assert isinstance(link, Link)
    items = [i for group in section.groups for part in group.parts for i in part.items]
    (found,) = [item for item in items if item.id == link.target]
    assert [piece.text for piece in found.pieces if piece.is_marked] == ["harbour"]


def test_note_says_that_these_are_leads(section):
    note = section.blocks[-1].line[0]
    assert "Leads to read, not results." in note
    assert "texts only" in note


def test_no_distinctive_word_is_told():
    found = _section(worded("One two.", outlet="A"), worded("One two.", outlet="B", article_id="b"))
    assert "No word is used three times or more" in found.blocks[-1].line[0]
    assert found.groups == ()


def test_one_outlet_has_no_section():
    assert _section(_article("A", 1)) is None


def test_words_that_may_not_be_printed_are_left_out():
    found = _section(_article("A", 1, "harbour", rights="link"), _article("B", 2))
    assert "harbour" not in str(found)
    assert "left out" in found.blocks[-1].line[0]
