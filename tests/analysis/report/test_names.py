from dataclasses import replace

import pytest

from analysis.report import names
from analysis.report.parts import Heading, Link, Paragraph, Table
from analysis.report.source import source_of
from analysis.types import Label, Voice
from tests.analysis.factories import annotated
from tests.dashboard.invented import story


def _article(outlet, article_id, words, *, rights=None, said=()):
    made = annotated(" ".join(f"The {word} left." for word in words), outlet=outlet)
    found, at = [], 0
    for word in words:
        start = made.text.index(word, at)
        at = start + len(word)
        voice = Voice.QUOTE if word in said else Voice.OUTLET
        found.append(Label(start, at, "the crowd", word, word, voice))
    head = replace(made.article, id=article_id, story="harbour", rights=rights)
    return replace(made, article=head, labels=tuple(found))


def _section(*articles):
    return names.section(source_of(story(*articles), ()))


@pytest.fixture(scope="module")
def section():
    return _section(
        _article("A", "a", ["mob", "mob", "crowd"], said=["crowd"]),
        _article("B", "b", ["crowd", "crowd"]),
        _article("C", "c", []),
    )


def _texts(table):
    return [
        [part.text if isinstance(part, Link) else part for cell in row for part in cell]
        for row in table.rows
    ]


def test_cells_say_how_often_of_how_often_named(section):
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert table.heads == ("Named as", "A", "B", "C")
    assert _texts(table) == [
        ["crowd", "1 of 3", "2 of 2", "not named"],
        ["mob", "2 of 3", "0 of 2", "not named"],
    ]
    assert Heading("the crowd") in section.blocks


def test_count_leads_to_its_first_use(section):
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    target = table.rows[1][1][0].target
    items = [i for group in section.groups for part in group.parts for i in part.items]
    (found,) = [item for item in items if item.id == target]
    assert [piece.text for piece in found.pieces if piece.is_marked] == ["mob"]
    assert [item.note for item in items] == ["quotation", "", "", "", ""]


def test_note_says_how_often_the_grouping_was_right(section):
    note = section.blocks[-1]
    assert isinstance(note, Paragraph)
    assert "of 150 checked by hand, 126" in str(note.line)
    assert "reprinted" not in str(note.line)


def test_one_way_of_naming_makes_no_section():
    assert _section(_article("A", "a", ["mob"]), _article("B", "b", ["mob"])) is None


def test_words_that_may_not_be_printed_are_left_out():
    found = _section(
        _article("A", "a", ["mob", "crowd"]), _article("B", "b", ["rabble"], rights="link")
    )
    assert "rabble" not in str(found)
    assert "left out" in str(found.blocks[-1].line)


def test_only_the_ways_used_most_are_shown():
    words = [f"w{number}" for number in range(names.MAX_WAYS + 3)]
    found = _section(_article("A", "a", words), _article("B", "b", words))
    (table,) = [block for block in found.blocks if isinstance(block, Table)]
    assert len(table.rows) == names.MAX_WAYS
    assert Paragraph(("3 more ways on the page Framing.",), "note") in found.blocks
