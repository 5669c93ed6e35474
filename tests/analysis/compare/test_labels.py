from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import library
from analysis.compare.labels import (
    label_counts,
    label_edits,
    move_label,
    referents,
    rename_referent,
)
from analysis.corrections import Corrections, key_of, read_corrections
from analysis.evidence import Wanted, evidence
from analysis.library import EditKind
from analysis.tables import tidy
from analysis.types import BlockKind, Label, Voice
from tests.analysis.factories import annotated

CROWD, GUARDS = "the crowd", "the guards"


def _article(outlet="Harbour Post"):
    made = annotated(
        "The Crowd left. A mob sang.",
        "The crowd ate. Guards slept.",
        (BlockKind.CAPTION, "The crowd."),
        outlet=outlet,
    )
    words = {"Crowd": CROWD, "mob": CROWD, "crowd": CROWD, "Guards": None}
    labels = tuple(
        Label(start, start + len(word), name, word, word.lower(), Voice.OUTLET)
        for word, name in words.items()
        for start in range(len(made.text))
        if made.text.startswith(word, start)
    )
    quoted = tuple(replace(x, voice=Voice.QUOTE) if x.label == "mob" else x for x in labels)
    return replace(made, labels=quoted)


def _names(corrections):
    (found,) = referents([_article()], corrections)
    return {each.label: each.referent for each in found.labels}


def test_nothing_decided_changes_nothing():
    articles = (_article(),)
    assert referents(articles, Corrections()) == articles


def test_moved_words_move_wherever_they_stand_whatever_their_capitals():
    move_label("rain", "CROWD", GUARDS)
    names = _names(read_corrections("rain"))
    assert (names["Crowd"], names["crowd"], names["mob"]) == (GUARDS, GUARDS, CROWD)


def test_words_without_a_group_can_be_given_one_and_taken_out_again():
    move_label("rain", "Guards", CROWD)
    assert _names(read_corrections("rain"))["Guards"] == CROWD
    move_label("rain", "Guards", "")
    assert _names(read_corrections("rain"))["Guards"] is None


def test_undo_brings_back_what_the_analysis_says():
    move_label("rain", "mob", GUARDS)
    (made,) = label_edits("rain")
    library.undo(made.id)
    assert _names(read_corrections("rain"))["mob"] == CROWD
    assert label_edits("rain") == ()


@pytest.mark.parametrize("words", ["harpooners", "", "mob "])
def test_unknown_words_change_nothing(words):
    move_label("rain", words, GUARDS)
    assert _names(read_corrections("rain"))["mob"] == CROWD


def test_renaming_holds_for_all_words_and_for_those_moved_there():
    move_label("rain", "Guards", CROWD)
    rename_referent("rain", CROWD, "the farmers")
    assert set(_names(read_corrections("rain")).values()) == {"the farmers"}


def test_renaming_twice_is_renaming_to_the_last_name():
    rename_referent("rain", CROWD, "the farmers")
    rename_referent("rain", "the farmers", "the people")
    assert _names(read_corrections("rain"))["mob"] == "the people"


def test_going_back_to_a_former_name_takes_the_renamings_back():
    rename_referent("rain", CROWD, "the farmers")
    rename_referent("rain", "the farmers", "the people")
    rename_referent("rain", "the people", CROWD)
    assert _names(read_corrections("rain"))["mob"] == CROWD
    assert label_edits("rain") == ()
    library.undo(library.history("rain")[-1].id)
    assert _names(read_corrections("rain"))["mob"] == "the people"
    assert len(label_edits("rain")) == 2


@pytest.mark.parametrize("name", ["", "  ", CROWD])
def test_an_empty_or_the_same_name_renames_nothing(name):
    rename_referent("rain", CROWD, name)
    assert label_edits("rain") == ()


def test_edits_are_listed_latest_first_once_each():
    move_label("rain", "mob", GUARDS)
    move_label("rain", "crowd", GUARDS)
    move_label("rain", "mob", "the police")
    assert [each.value for each in label_edits("rain")] == ["the police", GUARDS]


_NAMES = st.sampled_from(["the crowd", "a", "b", "c"])


@given(st.dictionaries(_NAMES, _NAMES), st.dictionaries(st.sampled_from(["mob", "x"]), _NAMES))
def test_applying_renamings_twice_is_applying_them_once(renamed, moved):
    acyclic = {one: other for one, other in renamed.items() if one < other}
    decided = Corrections(
        found={
            EditKind.REFERENT_NAME: {(one,): other for one, other in acyclic.items()},
            EditKind.REFERENT: {(one,): other for one, other in moved.items()},
        }
    )
    once = referents([_article()], decided)
    assert referents(once, decided) == once


@given(st.dictionaries(_NAMES, _NAMES))
def test_renamings_in_a_circle_end(renamed):
    decided = {(one,): other for one, other in renamed.items()}
    names = _names(Corrections(found={EditKind.REFERENT_NAME: decided}))
    assert names["mob"] in {CROWD, *renamed.values()}


def test_counts_join_capitals_split_voices_and_leave_out_captions():
    counts = label_counts(tidy("labels", [_article()]))
    rows = counts[["label", "voice", "k", "n"]].to_dict("split")["data"]
    assert sorted(rows) == [
        ["crowd", "all", 2, 3],
        ["crowd", "outlet", 2, 3],
        ["mob", "all", 1, 3],
        ["mob", "quote", 1, 3],
    ]


def test_counts_of_no_labels_are_an_empty_table():
    counts = label_counts(tidy("labels", [annotated("Nothing.")]))
    assert len(counts) == 0
    assert list(counts.columns) == ["referent", "label", "form", "outlet", "voice", "k", "n"]


def test_every_count_has_its_sentences():
    articles = [_article("Harbour Post"), _article("Town Courier")]
    for row in label_counts(tidy("labels", articles)).to_dict("records"):
        voice = None if row["voice"] == "all" else row["voice"]
        wanted = Wanted(
            referent=row["referent"], label=row["label"], outlet=row["outlet"], voice=voice
        )
        assert evidence(articles, wanted)["counted"].sum() == row["k"]


def test_key_of_an_edit_is_the_words_in_lower_case():
    move_label("rain", "MOB", GUARDS)
    assert label_edits("rain")[0].key == key_of("mob")
