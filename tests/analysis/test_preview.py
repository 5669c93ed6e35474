from dataclasses import replace

import pytest

from analysis.lexicons import Contrast, Side, Term
from analysis.preview import preview
from analysis.types import BlockKind, Lemma, Voice
from tests.analysis.factories import annotated


def contrast(*entries):
    terms = tuple(Term("wet", entry, ("NOUN",), "a reason", "a source") for entry in entries)
    sides = (Side("wet", "wet words"), Side("dry", "dry words"))
    return Contrast("rain", "own/rain", "1", "en", "Rain", "?", sides, terms)


def words(entries, text, **kinds):
    return [match.words for match in preview(contrast(*entries), [annotated(text, **kinds)])]


@pytest.mark.parametrize(
    ("entry", "text", "expected"),
    [
        ("rain", "Rain fell. The rain stopped.", ["Rain", "rain"]),
        ("rain", "It rained on the train.", []),
        ("rain*", "It rained on the train.", ["rained"]),
        ("pro-rain", "A pro-rain and Pro\u2011Rain group.", ["pro-rain", "Pro\u2011Rain"]),
        ("peace - keeping", "A peace-keeping force.", ["peace-keeping"]),
        ("farmer's rain", "The farmer\u2019s rain came.", ["farmer\u2019s rain"]),
        ("heavy rain", "Heavy\nrain. Heavy. Rain.", ["Heavy\nrain"]),
        ("c++", "They write C++ here.", ["C++"]),
    ],
)
def test_words_match_by_spelling(entry, text, expected):
    assert words([entry], text) == expected


def test_the_longer_of_two_entries_counts():
    assert words(["rain", "heavy rain"], "Heavy rain fell.") == ["Heavy rain"]


def test_base_forms_kept_with_the_article_match_too():
    article = replace(annotated("The armies left."), lemmas=(Lemma(4, 10, "army"),))
    assert [match.words for match in preview(contrast("army"), [article])] == ["armies"]


def test_a_match_says_where_it_stands_and_in_whose_voice():
    article = annotated(
        "Rain fell. \u201cMore rain,\u201d she said.",
        quoted=["\u201cMore rain,\u201d"],
        outlet="Post",
    )
    first, second = preview(contrast("rain"), [article])
    assert (first.outlet, first.side, first.term, first.voice) == (
        "Post",
        "wet",
        "rain",
        Voice.OUTLET,
    )
    assert (second.voice, second.left, second.words, second.right) == (
        Voice.QUOTE,
        "\u201cMore ",
        "rain",
        ",\u201d she said.",
    )
    assert second.sentence == "\u201cMore rain,\u201d she said."


def test_captions_and_comments_are_left_out():
    article = annotated((BlockKind.CAPTION, "Rain."), (BlockKind.COMMENT, "Rain!"), "No sun.")
    assert preview(contrast("rain"), [article]) == ()


def test_no_articles_give_no_matches():
    assert preview(contrast("rain"), []) == ()
