from dataclasses import replace

import pytest

from analysis.lesson.masking import author_names, masks_of, outlet_names, own_names
from tests.analysis.factories import annotated


def masked(text, *, outlet="Harbour Post", byline=None, others=()):
    made = annotated(text, outlet=outlet)
    article = replace(made.article, byline=byline)
    made = replace(made, article=article)
    articles = [article, *(replace(article, id=name, outlet=name) for name in others)]
    result, place = "", 0
    for mask in masks_of(made, outlet_names(articles)):
        result += text[place : mask.start] + mask.shown
        place = mask.end
    return result + text[place:]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He told the Harbour Post so.", "He told the [this outlet] so."),
        ("The Harbour\nPost\u2019s reporter", "The [this outlet] reporter"),
        ("the HP learned", "the [this outlet] learned"),
        ("Town Courier wrote it", "[an outlet] wrote it"),
        ("BBC and AFP were there", "[an outlet] and [an agency] were there"),
        ("see https://post.example/x?y=1 now", "see [address] now"),
        ("at www.post.example and a.b@post.example", "at [address] and [address]"),
        ("follow @harbourpost here", "follow [address] here"),
        ("read it on harbourpost.com today", "read it on [address] today"),
        ("Quill saw it", "[author] saw it"),
        ("Ana Quill saw it", "[author] saw it"),
    ],
)
def test_give_aways_are_masked(text, shown):
    assert masked(text, byline="By Ana Quill", others=["Town Courier"]) == shown


@pytest.mark.parametrize(
    "text",
    [
        "The post stood in the harbour.",
        "A postman came at 3 p.m. He left.",
        "the tranquillity of Ana",
        "It ended.He left, e.g. by boat.",
        "Daily bread and press freedom",
    ],
)
def test_other_words_stay(text):
    assert masked(text, byline="By Ana Quill", others=["The Daily"]) == text


def test_names_of_an_outlet_hold_its_short_form():
    assert own_names("Old Harbour Times", ()) == ("OHT", "Old Harbour Times")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ana Quill and Bo Lind", ("Ana Quill", "Bo Lind", "Quill", "Lind")),
        ("Ana Quill, Moscow correspondent", ("Ana Quill", "Quill")),
        ("Daniel", ()),
        ("News staff", ()),
        (None, ()),
    ],
)
def test_authors_are_named_whole_and_by_surname(byline, names):
    assert author_names(byline) == names
