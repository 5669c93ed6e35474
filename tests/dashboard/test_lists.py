"""The page "Word lists" and a reader's list on the other pages."""

from __future__ import annotations

import json
from dataclasses import replace

import pandas as pd
import pytest

from analysis import own_lists
from analysis.extract.annotate import searched
from analysis.lexicons import contrasts
from analysis.library import Edit, EditKind
from analysis.list_forms import Form, FormSide, toml_of
from analysis.measures import measure
from analysis.own_lists import changes, kept, parse_own, save
from dashboard import words_lists
from dashboard.prepare import framing, lists
from tests.dashboard.invented import app, article, shown, story

FORM = Form("Calm", "", (FormSide("calm words", "calm"), FormSide("storm words", "storm*")))
CALM = toml_of(FORM, "calm")


@pytest.fixture
def kept_list():
    return save(CALM, "calm.toml")


def _written(at, **fields):
    """Write into the empty form and return the app after it."""
    for name, text in fields.items():
        key = f"own-0-{name.replace('_', '-')}"
        kind = at.text_area if "words" in name else at.text_input
        kind(key=key).set_value(text)
    return at.run()


GOOD = {
    "name": "Calm",
    "label_1": "calm words",
    "words_1": "calm",
    "label_2": "storms",
    "words_2": "storm*",
}


def test_page_lists_every_pack_and_list(harbour):
    text = shown(app("lists"))
    packs = [each.value for each in app("lists").subheader]
    assert "Unrest" in packs
    for contrast in contrasts():
        assert contrast.pack.capitalize() in packs
        assert contrast.sides[0].label in text


def test_words_are_searched_in_all_lists(harbour):
    at = app("lists")
    at.text_input(key="find-list").set_value("peacekeeper").run()
    text = shown(at)
    assert 'class="px-fold" open' in text
    assert "What the soldiers are called" in text
    assert "What the people in the streets are called" not in text


def test_a_word_in_no_list_is_said_to_be_in_none(harbour):
    at = app("lists")
    at.text_input(key="find-list").set_value("xylophone").run()
    assert words_lists.NONE_FOUND in shown(at)


def test_words_are_tried_while_they_are_written(harbour):
    at = _written(app("lists"), words_1="calm", words_2="storm*")
    assert not at.exception
    text = shown(at)
    assert "Matched by spelling and base form only" in text
    # One use of "calm" in the headline and 14 in the text of each article.
    assert '<th scope="row">Harbour Post</th><td>15</td><td>0</td>' in text
    assert dict(kept()) == {}


def test_nothing_to_try_yet_is_said(harbour):
    assert words_lists.NO_PREVIEW in shown(app("lists"))


def test_a_saved_list_is_kept_and_leaves_an_empty_form(harbour):
    at = _written(app("lists"), **GOOD)
    at.button(key="own-0-save").click().run()
    assert not at.exception
    assert parse_own(kept()["calm"], "calm").label == "Calm"
    assert at.text_input(key="own-1-name").value == ""
    assert "added" in shown(at)


def test_saving_with_a_problem_says_it_at_the_field_and_keeps_nothing(harbour):
    at = _written(app("lists"), **{**GOOD, "name": "", "words_2": "s*"})
    assert "fewer than 3 letters beside the star" in shown(at)
    assert "Give the list a name." not in shown(at)
    at.button(key="own-0-save").click().run()
    assert "Give the list a name." in shown(at)
    assert dict(kept()) == {}


def test_a_kept_list_is_changed_in_the_form_and_its_version_rises(harbour, kept_list):
    at = app("lists")
    at.selectbox(key="own").set_value("calm").run()
    assert at.text_area(key="own-calm-1-words-2").value == "storm*"
    at.text_area(key="own-calm-1-words-2").set_value("storm*\ngale")
    at.run()
    at.button(key="own-calm-1-save").click().run()
    contrast = parse_own(kept()["calm"], "calm")
    assert ([term.lemma for term in contrast.terms], contrast.version) == (
        ["calm", "storm*", "gale"],
        "2",
    )


def test_a_deleted_list_comes_back_by_undoing(harbour, kept_list):
    at = app("lists")
    at.selectbox(key="own").set_value("calm").run()
    at.button(key="own-delete").click().run()
    assert not at.exception
    assert dict(kept()) == {}
    at.button(key=f"undo-{changes()[0].id}").click().run()
    assert dict(kept()) == {"calm": CALM}


def test_a_list_with_guards_is_not_shown_in_the_form(harbour):
    save(CALM.replace('lemma = "calm"', 'lemma = "calm"\nmodifier = ["sea"]'), "calm.toml")
    at = app("lists")
    at.selectbox(key="own").set_value("calm").run()
    assert words_lists.ADVANCED in shown(at)
    assert not at.text_area


def test_a_kept_list_that_cannot_be_read_is_named(harbour, kept_list, monkeypatch):
    monkeypatch.setattr(own_lists, "MAX_OWN_TERMS", 1)
    own_lists._parsed.cache_clear()
    at = app("lists")
    own_lists._parsed.cache_clear()
    assert "Not searched, because it cannot be read: calm.toml" in shown(at)


def _with_list(*articles):
    found = (*contrasts(), parse_own(CALM, "calm"))
    made = [replace(each, searched=searched(found)) for each in articles]
    return story(*(replace(each, measures=measure(each)) for each in made))


def test_framing_offers_only_lists_with_uses_and_names_the_others(harbour):
    at = app("framing")
    (pills,) = [p for p in at.get("button_group") if p.proto.label == "Words for"]
    assert [option.content for option in pills.proto.options] == ["What the soldiers are called"]
    text = shown(at)
    assert words_lists.NOT_IN_STORY in text
    assert "What the people in the streets are called" in text


def test_a_link_to_a_list_without_uses_still_shows_its_zeros(harbour):
    at = app("framing", contrast="What the people in the streets are called")
    assert not at.exception
    assert "not in this library" not in shown(at)
    assert "Harbour Post 0 of" in at.get("plotly_chart")[0].proto.alt


def test_a_story_without_any_listed_word_says_so(library):
    library(story(article("Harbour Post", "post")))
    at = app("framing")
    assert not at.exception
    assert words_lists.NOTHING_IN_STORY in shown(at)


def test_a_readers_list_is_marked_as_theirs_on_the_framing_page(library, kept_list):
    library(_with_list(article("Harbour Post", "post"), article("Town Courier", "courier")))
    at = app("framing")
    text = shown(at)
    assert "calm words (your list)" in text
    alts = [chart.proto.alt for chart in at.get("plotly_chart")]
    assert all("(your list)" in alt for alt in alts)
    (pills,) = [p for p in at.get("button_group") if p.proto.label == "Words for"]
    assert [option.content for option in pills.proto.options] == [r"Calm \(your list\)"]


@pytest.mark.parametrize("page", ["overview", "read", "method"])
def test_other_pages_take_a_readers_list(library, kept_list, page):
    library(_with_list(article("Harbour Post", "post"), article("Town Courier", "courier")))
    at = app(page)
    assert not at.exception
    # Overview and Read name lists with words in these texts; this one has none there.
    assert ("(your list)" in shown(at)) == (page == "method")


def _edit(number, value, replaced):
    key = json.dumps(["calm"])
    made = "2026-11-22T10:20:30+00:00"
    return Edit(number, "", EditKind.LIST, key, value, replaced, None, made)


@pytest.mark.parametrize(
    ("value", "replaced", "expected"),
    [
        (CALM, None, "2026-11-22 10:20 UTC: “Calm” added"),
        (CALM, "x", "2026-11-22 10:20 UTC: “Calm” changed"),
        (None, CALM, "2026-11-22 10:20 UTC: “Calm” deleted"),
        (None, "x", "2026-11-22 10:20 UTC: “calm” deleted"),
    ],
)
def test_a_change_is_told_in_words(value, replaced, expected):
    assert lists.changes([_edit(1, value, replaced)]) == [lists.Change(1, expected)]


def test_only_the_latest_change_of_a_list_is_told():
    made = lists.changes([_edit(2, None, CALM), _edit(1, CALM, None)])
    assert [change.edit_id for change in made] == [2]


@pytest.mark.parametrize(
    ("version", "following"), [("1", "2"), ("1.0.9", "1.0.10"), ("beta", "beta.1")]
)
def test_a_change_raises_the_version(version, following):
    assert lists.next_version(version) == following


def _rows(**hits):
    rows = [{"contrast": key, "voice": "all", "hits": value} for key, value in hits.items()]
    return pd.DataFrame(rows, columns=["contrast", "voice", "hits"])


def test_lists_stand_by_number_of_uses_and_those_without_any_apart():
    own = parse_own(CALM, "calm")
    shipped = {each.id: each for each in contrasts()}
    choice = framing.lists_of(_rows(troops=2, crowd=5, event=0, calm=0), [*shipped.values(), own])
    assert [each.id for each in choice.found] == ["crowd", "troops", "calm"]
    assert [each.id for each in choice.missing] == ["event"]


def test_a_list_that_was_not_looked_for_is_in_neither_part():
    choice = framing.lists_of(_rows(troops=2), contrasts())
    assert [each.id for each in (*choice.found, *choice.missing)] == ["troops"]


def test_no_rows_give_no_lists():
    assert framing.lists_of(_rows(), contrasts()) == framing.Lists((), ())
