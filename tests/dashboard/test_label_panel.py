from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from analysis.compare.labels import label_edits, move_label, rename_referent
from analysis.library import Edit, EditKind
from analysis.tables import tidy
from analysis.types import Label, Voice
from dashboard import data, state, words_labels
from dashboard.evidence_rows import evidence_rows
from dashboard.prepare import labels
from tests.analysis.factories import annotated
from tests.dashboard.invented import shown, story

OUTLETS = ("Harbour Post", "Town Courier")
CROWD = "the crowd"


def _article(outlet, article_id, words):
    made = annotated(" ".join(f"The {word} left." for word in words), outlet=outlet)
    found, at = [], 0
    for word in words:
        start = made.text.index(word, at)
        at = start + len(word)
        name = None if word == "tide" else CROWD
        voice = Voice.QUOTE if word == "mob" else Voice.OUTLET
        found.append(Label(start, at, name, word, word, voice))
    head = replace(made.article, id=article_id, story="harbour")
    return replace(made, article=head, labels=tuple(found))


def _analysis():
    return story(
        _article("Harbour Post", "post", ["mob", "mob", "mob", "crowd"]),
        _article("Town Courier", "town", ["crowd", "farmers", "tide"]),
    )


def _view(analysis=None, words=state.Words.ALL):
    selection = state.Selection(
        "harbour", OUTLETS, state.Unit.SHARE, words, state.Order.NAME, shared_copy=True
    )
    analysis = analysis or _analysis()
    return data.View(analysis, analysis, selection)


def _counts():
    return _view().table("label_counts")


def test_options_name_the_ways_and_the_outlets():
    assert labels.options(_counts()) == {CROWD: "the crowd – 3 ways, 2 outlets"}


def test_what_is_named_in_one_way_is_no_option():
    counts = _counts()
    assert labels.options(counts[counts["label"] == "mob"]) == {}


def test_takeaway_is_the_widest_gap_in_counts():
    found = labels.cells(_counts(), CROWD, "all")
    assert labels.takeaway(found, CROWD, OUTLETS, "all") == (
        "Harbour Post says “mob” 3 times; Town Courier never. Ways to name the crowd, in all: 3."
    )


def test_takeaway_says_when_all_agree_and_when_nothing_is_there():
    counts = _counts()
    same = labels.cells(counts[counts["label"] == "crowd"], CROWD, "all")
    assert "as often as every chosen outlet" in labels.takeaway(same, CROWD, OUTLETS, "all")
    none = labels.cells(counts, CROWD, "paraphrase")
    assert "Nothing names the crowd" in labels.takeaway(none, CROWD, OUTLETS, "paraphrase")


def test_every_point_opens_as_many_sentences_as_it_counts():
    view = _view()
    found = labels.cells(_counts(), CROWD, "all")
    counts = dict(zip(found["key"], found["k"], strict=True))
    for point in labels.points(found, CROWD, "all"):
        assert len(evidence_rows(view, point.query)) == counts[point.key]


def test_table_has_each_voice_in_a_column():
    rows = labels.shown(_counts(), CROWD)
    first = rows.iloc[0].to_dict()
    assert (first["Named as"], first["Outlet"], first["Times"]) == ("mob", "Harbour Post", 3)
    assert (first["Quotation"], first["Of all its names"]) == (3, 4)


def test_words_in_no_group_are_offered():
    assert labels.loose(tidy("labels", _analysis().articles)) == ["tide"]


@pytest.mark.parametrize(
    ("kind", "value", "line"),
    [
        (EditKind.REFERENT, CROWD, "“mob” names the crowd"),
        (EditKind.REFERENT, "", "“mob” names none of them"),
        (EditKind.REFERENT_NAME, "the farmers", "“mob” is now called “the farmers”"),
    ],
)
def test_edit_is_told_in_plain_words(kind, value, line):
    edit = Edit(7, "harbour", kind, '["mob"]', value, None, None, "2024-05-01T00:00:00")
    assert labels.edit_lines([edit]) == [(7, line)]


def _panel(view):
    def script(view):
        from dashboard.panels import labels as panel  # noqa: PLC0415 -- the script runs alone

        panel.draw(view)

    return AppTest.from_function(script, default_timeout=30, kwargs={"view": view}).run()


def test_panel_shows_the_counts_and_says_what_is_automatic():
    at = _panel(_view())
    assert not at.exception
    assert "Harbour Post says “mob” 3 times" in shown(at)
    assert "126 stood in the right group" in shown(at)


def test_panel_moves_renames_and_undoes():
    at = _panel(_view())
    at.selectbox(key="label-moved").select("mob").run()
    at.selectbox(key="label-target").select(words_labels.NOT_THIS).run()
    at.button(key="label-do").click().run()
    at.text_input(key=f"label-name-{CROWD}").input("the people").run()
    at.button(key="label-call").click().run()
    assert [each.value for each in label_edits("harbour")] == ["the people", ""]
    assert "“mob” names none of them" in shown(at)
    at.button(key=f"label-undo-{label_edits('harbour')[0].id}").click().run()
    assert [each.value for each in label_edits("harbour")] == [""]


def test_panel_brings_in_words_of_no_group():
    at = _panel(_view())
    at.button(key="label-bring").click().run()
    assert [(each.key, each.value) for each in label_edits("harbour")] == [('["tide"]', CROWD)]


def test_panel_without_anything_named_twice_says_what_to_do():
    move_label("harbour", "crowd", CROWD)
    rename_referent("harbour", CROWD, "the people")
    at = _panel(_view(story(_article("Harbour Post", "post", ["mob"]))))
    assert not at.exception
    assert "Choose more outlets" in shown(at)
    assert "is now called" in shown(at)


def test_panel_in_one_voice_without_names_draws_nothing():
    at = _panel(_view(words=state.Words.PARAPHRASE))
    assert not at.exception
    assert not at.get("plotly_chart")
