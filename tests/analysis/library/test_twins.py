"""What a person corrected before saving, what is there already, and the mark of a change."""

from dataclasses import replace

import pytest

from analysis.errors import InputError
from analysis.library import (
    EVERY_STORY,
    EditKind,
    add,
    already,
    article,
    bin_articles,
    count,
    history,
    mark,
    refusal,
    set_fields,
    story_titles,
    undo_act,
)
from tests.analysis.library.invented import candidate

pytestmark = pytest.mark.usefixtures("either")


def corrected(values, **fields):
    return replace(candidate(**fields), corrections=values)


def test_a_correction_is_an_edit_of_the_same_deed_and_replaces_what_was_found():
    added = add([corrected({"outlet": "The Post", "title": "Rain"}, title="Rein")])
    kept = article(added.new[0])
    assert (kept.article.outlet, kept.article.title) == ("The Post", "Rain")
    fields = [e for e in history(EVERY_STORY) if e.kind is EditKind.FIELD]
    assert {(e.value, e.act) for e in fields} == {("The Post", added.act), ("Rain", added.act)}
    undo_act(added.act)
    assert count() == 0


def test_a_correction_that_cannot_be_is_refused_before_and_changes_nothing():
    wrong = corrected({"published": "last week"})
    assert "ISO date" in (refusal(wrong) or "")
    with pytest.raises(InputError, match="ISO date"):
        add([candidate("Other rain."), wrong])
    assert count() == 0


def test_the_same_copy_under_two_outlets_that_a_person_named_is_two_articles():
    one = add([corrected({"outlet": "The Post"})])
    other = add([corrected({"outlet": "The Echo"})])
    assert len(one.new) == len(other.new) == 1
    assert count() == 2
    assert add([corrected({"outlet": "The Post"})]).known == one.new


def test_the_same_file_again_is_the_same_article_after_its_outlet_was_corrected():
    (one,) = add([candidate(outlet="The Pots")]).new
    set_fields([one], {"outlet": "The Post"})
    assert add([candidate(outlet="The Pots")]).known == (one,)
    (two,) = add([corrected({"outlet": "The Echo"}, text="Hail.", outlet="The Ecco")]).new
    assert add([candidate("Hail.", outlet="The Ecco")]).known == (two,)
    assert article(two).article.outlet == "The Echo"


def test_articles_make_a_story_of_a_title_in_the_same_deed():
    added = add([candidate()], title="Wet week")
    assert added.story == "wet-week"
    assert article(added.new[0]).stories == ("wet-week",)
    undo_act(added.act)
    assert "wet-week" not in story_titles()


def test_a_story_needs_a_title():
    with pytest.raises(InputError, match="needs a title"):
        add([candidate()], title="  ")
    assert count() == 0


def test_what_is_there_already_is_found_before_it_is_added():
    (one,) = add([candidate(outlet="The Post")]).new
    found = already([candidate(), candidate("Other rain."), candidate(outlet="The Echo")])
    assert [each.article.id if each else None for each in found] == [one, None, None]
    bin_articles([one])
    assert already([candidate()]) == (None,)


def test_the_mark_changes_with_every_write_and_not_with_reading():
    empty = mark()
    (one,) = add([candidate()]).new
    first = mark()
    assert first != empty
    article(one)
    assert mark() == first
    act = set_fields([one], {"title": "Rain"})
    second = mark()
    assert second != first
    undo_act(act)
    assert mark() != second
