from dataclasses import replace

import pytest

from analysis.compare.facts.events import event_stems, lemma_of_words, stem
from analysis.compare.facts.unit import Unit

PLAIN = Unit(
    text="",
    lemmas=(),
    names=frozenset(),
    numbers=frozenset(),
    dates=frozenset(),
    predicate=None,
    negated=False,
)


def _unit(text, lemmas, **more):
    return replace(PLAIN, text=text, lemmas=tuple(lemmas.split()), **more)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("shooting", "shoot"),
        ("arrested", "arrest"),
        ("announcement", "announc"),
        ("announces", "announc"),
        ("ring", "ring"),
        ("bus", "bus"),
    ],
)
def test_a_verb_and_its_noun_share_a_stem(word, expected):
    assert stem(word) == expected


def test_a_noun_tells_an_event_where_its_verb_is_in_the_story():
    told = _unit("Police arrested him.", "police arrest", predicates=frozenset({"arrest"}))
    noun = _unit("The arrest of a clerk", "arrest clerk")
    assert event_stems([told, noun]) == (frozenset({"arrest"}), frozenset({"arrest"}))
    assert event_stems([noun]) == (frozenset(),)


def test_saying_and_names_are_no_events():
    said = _unit("Mark said so.", "mark say", predicates=frozenset({"say", "mark"}))
    named = replace(said, names=frozenset({"mark"}))
    assert event_stems([said]) == (frozenset({"mark"}),)
    assert event_stems([named]) == (frozenset(),)


def test_each_content_word_has_its_lemma_irregular_forms_too():
    unit = _unit("The gunmen shot at 12 boats.", "gunman shoot 12 boat")
    assert lemma_of_words(unit) == [None, "gunman", "shoot", None, "12", "boat"]


def test_a_short_word_is_no_irregular_form():
    assert lemma_of_words(_unit("is on", "isolate")) == [None, None]
