import pytest

from analysis.review.sources import anonymous_opinion, anonymous_sources, is_bare, one_source
from analysis.types import CueClass, Role
from tests.analysis.factories import prose
from tests.analysis.review.drafts import beside, draft, said, with_quotes


def passage(speakers, *, n_sentences=4):
    parts = [f"{prose(n_sentences)} Word{n} was said." for n in range(len(speakers))]
    mine = draft(*parts)
    quotes = [
        said(mine, f"Word{n}", number=n, speaker=name) for n, name in enumerate(speakers) if name
    ]
    return beside(with_quotes(mine, *quotes))


def test_passage_of_one_source_is_told():
    (found,) = one_source(passage(["Ann Lee"] * 3))
    assert found.about == "ann-lee"
    assert found.n == 3
    assert "3 paragraphs (129 words) rest on one source: 3 quotes, all of Ann Lee" in found.reason


@pytest.mark.parametrize(
    "speakers",
    [
        ["Ann Lee"] * 2,
        ["Ann Lee", "Bo Kim", "Ann Lee"],
        ["Ann Lee", None, None, "Ann Lee", "Ann Lee"],
    ],
    ids=["too few quotes", "somebody between", "two paragraphs between"],
)
def test_shorter_or_mixed_passage_is_not_told(speakers):
    assert list(one_source(passage(speakers))) == []


def test_paragraph_without_a_source_does_not_end_a_passage():
    assert len(list(one_source(passage(["Ann Lee", None, "Ann Lee", "Ann Lee"])))) == 1


def test_short_passage_is_not_told():
    assert list(one_source(passage(["Ann Lee"] * 3, n_sentences=1))) == []


def unnamed(source, words="The deal is near", **known):
    mine = draft(f"{words}, {source} said.", **known)
    quote = said(mine, words, source=source, speaker=source, named=False, role=Role.ANONYMOUS)
    return beside(with_quotes(mine, quote))


def test_described_source_without_a_name_is_told_with_the_count():
    (found,) = anonymous_sources(unnamed("an official briefed on the talks"))
    assert "1 of 1 quote in this draft" in found.reason
    assert "Check that the text says why" in found.reason


def test_bare_source_is_told_as_such():
    (found,) = anonymous_sources(unnamed("a source"))
    assert "tells a reader nothing" in found.reason


def test_named_source_is_not_told():
    mine = draft("The deal is near, Ann Lee said.")
    mine = with_quotes(mine, said(mine, "The deal is near", source="Ann Lee"))
    assert list(anonymous_sources(beside(mine))) == []


@pytest.mark.parametrize(
    ("words", "bare"),
    [("a source", True), ("two sources", True), ("", True), ("a source at the port", False)],
)
def test_bare_description(words, bare):
    assert is_bare(words) is bare


def test_opinion_of_a_source_without_a_name_is_told():
    (found,) = anonymous_opinion(unnamed("a source", "They should be ashamed"))
    assert "\u201cshould\u201d" in found.reason


def test_loaded_word_counts_as_opinion():
    made = unnamed("a source", "It is a brazen plan", wordings={("loaded", "strong"): ["brazen"]})
    assert len(list(anonymous_opinion(made))) == 1


def test_information_is_no_opinion():
    assert list(anonymous_opinion(unnamed("a source"))) == []


def test_verb_of_feeling_makes_an_opinion():
    mine = draft("The deal is near, a source rejoiced.")
    quote = said(
        mine, "The deal is near", role=Role.ANONYMOUS, cue_class=CueClass.EMOTIVE, named=False
    )
    assert len(list(anonymous_opinion(beside(with_quotes(mine, quote))))) == 1
