import pytest

from analysis.countercheck import counter_check, masks, pairs, summary, swap
from analysis.errors import InputError
from analysis.types import Article
from tests.analysis.factories import annotated


def test_two_names_change_places_as_whole_words():
    new = swap("Ann met Bo. Bo's boat, Annex.", {"Ann": "Bo", "Bo": "Ann"})
    assert new.text == "Bo met Ann. Ann's boat, Annex."


@pytest.mark.parametrize("word", ["met", "boat", "Annex"])
def test_a_place_in_the_new_text_is_found_in_the_old_one(word):
    text = "Ann met Bo. Bo's boat, Annex."
    new = swap(text, {"Ann": "Wilhelmina", "Bo": "Y"})
    assert new.before(new.text.index(word)) == text.index(word)


def test_the_longest_name_is_replaced_first():
    assert swap("New Norland", {"Norland": "X1", "New Norland": "X2"}).text == "X2"


def test_without_names_nothing_changes():
    new = swap("Ann met Bo.", {})
    assert (new.text, new.before(4)) == ("Ann met Bo.", 4)


def test_every_word_of_a_name_gets_one_mask_and_titles_stay():
    article = annotated(
        "President Ann Lee spoke on Monday. Lee’s plan came from the president.",
        names=["President Ann Lee", "Monday", "Lee’s"],
    )
    assert masks([article]) == {"Ann": "X1", "Lee": "X2"}


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (["Ann"], "is not a pair"),
        (["Ann,Ann"], "is not a pair"),
        (["Ann,"], "is not a pair"),
        (["Ann,Bo", "Bo,Cy"], "'Bo' is in two pairs"),
    ],
)
def test_a_wrong_pair_is_named(chosen, message):
    with pytest.raises(InputError, match=message):
        pairs(chosen)


def test_pairs_go_both_ways():
    assert pairs(["Norland, Sudland"]) == {"Norland": "Sudland", "Sudland": "Norland"}


STORY = [
    Article(
        id="a1",
        text=(
            "Norland sent troops to the harbour on Friday after protesters had taken over the "
            "market square of the town.\n\nThe soldiers may stay until spring, people in the town "
            "fear, although the ministry of Norland said that they would leave within a week."
        ),
        story="harbour",
        language="en",
    )
]


@pytest.mark.model
def test_measures_and_hits_do_not_depend_on_which_country_it_is():
    changes = counter_check(STORY, pairs(["Norland,Sudland"]))
    assert changes.to_dict("records") == []
    assert summary(changes).startswith("Nothing changed")


@pytest.mark.model
def test_a_shorter_name_changes_what_counts_letters_and_nothing_else():
    changes = counter_check(STORY, {"Norland": "Oman"})
    assert set(changes["kind"]) == {"measure"}
    assert set(changes["what"]) <= {"coleman_liau_index", "automated_readability_index"}


@pytest.mark.model
def test_what_depends_on_a_word_is_listed():
    changes = counter_check(STORY, {"may": "will"})
    hits = changes[changes["kind"] == "wording"].to_dict("records")
    assert [(h["what"], h["before"], h["after"]) for h in hits] == [("certainty.hedge: may", 1, 0)]
    assert "certainty.hedge" in set(changes.loc[changes["kind"] == "measure", "what"])
    assert summary(changes).endswith("1 hits changed with the names.")


@pytest.mark.model
def test_masks_are_used_when_no_names_are_chosen():
    assert set(counter_check(STORY)["kind"]) <= {"measure"}


def test_no_articles_give_an_empty_table():
    assert len(counter_check([])) == 0
