from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.clean import uncleaned
from analysis.extract.labels.candidates import find_candidates
from analysis.nlp import parse
from analysis.types import Article, LabelForm

pytestmark = pytest.mark.model

APPOSITION, PREDICATE, TITLE = LabelForm.APPOSITION, LabelForm.PREDICATE, LabelForm.TITLE


def _found(text):
    article = Article(id="a", text=text)
    (parsed,) = parse([(article, uncleaned(article))])
    return find_candidates(parsed)


def _labels(text):
    return [each.label for each in _found(text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The angry farmers left.", "angry farmers"),
        ("Thousands of farmers left.", "farmers"),
        ("Some 200 farmers left.", "farmers"),
        ("Their farmers left.", "farmers"),
        ("The farmers who had tractors left.", "farmers"),
        ("The 17-year-old girl left.", "17-year-old girl"),
        ("The Ministry of Fisheries spoke.", "Ministry of Fisheries"),
    ],
)
def test_label_is_what_names_without_articles_numbers_and_clauses(text, label):
    assert label in _labels(text)


@pytest.mark.parametrize(
    "text", ["They left.", "It was there on Monday.", "That was the way.", "", "…"]
)
def test_pronouns_dates_and_light_nouns_name_nothing(text):
    assert _labels(text) == []


def test_title_and_name_are_two_labels_and_the_title_says_whose_it_is():
    title, name = _found("Harbour Mayor Ann Lee left.")[:2]
    assert (title.label, title.form, title.same_as) == ("Harbour Mayor", TITLE, name.span)
    assert (name.label, name.form) == ("Ann Lee", LabelForm.NAME)


def test_honorific_stays_with_the_name():
    assert "Mr. Lee" in _labels("On Monday Mr. Lee left.")


@pytest.mark.parametrize(
    ("text", "label", "form", "named"),
    [
        ("Ann Lee, an outspoken critic, left.", "outspoken critic", APPOSITION, "Ann Lee"),
        ("The march was a riot.", "riot", PREDICATE, "march"),
        ("Officials called the farmers a mob.", "mob", PREDICATE, "farmers"),
        ("They branded the farmers a mob.", "mob", PREDICATE, "farmers"),
        ("He described the march as a riot.", "riot", PREDICATE, "march"),
    ],
)
def test_phrase_that_is_said_to_be_another_is_linked_to_it(text, label, form, named):
    found = {each.label: each for each in _found(text)}
    assert found[label].form is form
    assert found[label].same_as == found[named].span


@pytest.mark.parametrize(
    "text",
    [
        "They named a mob.",
        "The march was not a riot.",
        "The march was no riot.",
        "The march may be a riot.",
    ],
)
def test_denied_or_supposed_naming_links_nothing(text):
    assert all(each.same_as is None for each in _found(text))


def test_quotation_marks_are_no_part_of_a_label():
    assert "so-called bandits" in _labels("The “so-called bandits” left the town.")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ann Lee", "the", "mayor", "of", "Erewhon", "'s", ",", "farmers", "12", "“", "”", "is"]
        ),
        max_size=12,
    )
)
def test_spans_lie_inside_the_text_in_order_and_never_overlap(words):
    text = " ".join(words)
    found = _found(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
