from dataclasses import replace

import pytest

from analysis.concordance import concordance
from analysis.errors import InputError
from analysis.evidence import Wanted, evidence
from analysis.types import BlockKind, Role, Span
from tests.analysis.factories import annotated, quote

ARTICLE = annotated(
    "The peacekeepers came. She said “an occupation began”.",
    (BlockKind.CAPTION, "An occupation."),
    quoted=["an occupation began"],
    hits={("troops", "peace"): ["peacekeepers"], ("troops", "occupy"): ["occupation"]},
    quotes=(replace(quote(1, Span(33, 52)), speaker_id="ann-lee", cue_lemma="say"),),
)


def _nodes(rows):
    return rows[["left", "node", "right"]].to_numpy().tolist()


def test_a_term_stands_in_its_sentence():
    rows = evidence([ARTICLE], Wanted(contrast="troops", side="peace"))
    assert _nodes(rows) == [["The ", "peacekeepers", " came."]]
    assert rows.iloc[0]["voice"] == "outlet"


def test_captions_are_shown_but_not_counted():
    rows = evidence([ARTICLE], Wanted(side="occupy"))
    assert rows["block"].tolist() == ["body", "caption"]
    assert rows["counted"].tolist() == [True, False]


def test_voice_narrows_the_evidence():
    assert len(evidence([ARTICLE], Wanted(contrast="troops", voice="quote"))) == 1


@pytest.mark.parametrize(
    "wanted",
    [Wanted(speaker_id="ann-lee"), Wanted(role=Role.GOVERNMENT), Wanted(cue_lemma="say")],
)
def test_speakers_open_their_quotes(wanted):
    assert _nodes(evidence([ARTICLE], wanted)) == [["She said “", "an occupation began", "”."]]


def test_nothing_found_is_an_empty_table():
    assert len(evidence([ARTICLE], Wanted(outlet="Another"))) == 0


def test_concordance_finds_words_with_stars_in_any_case():
    rows = concordance([ARTICLE], "PEACEKEEP*")
    assert _nodes(rows) == [["The ", "peacekeepers", " came."]]


def test_concordance_finds_the_owner_in_a_possessive():
    article = annotated("Ann’s troops left. Bob's stayed.")
    assert [len(concordance([article], name)) for name in ("ann", "bob", "ann's")] == [1, 1, 0]


def test_concordance_finds_phrases_and_says_whose_voice():
    rows = concordance([ARTICLE], "an occupation")
    assert rows["voice"].tolist() == ["quote", "outlet"]


@pytest.mark.parametrize("pattern", ["", "   ", "*", "* *", "a" * 201])
def test_a_pattern_that_says_nothing_is_refused(pattern):
    with pytest.raises(InputError, match="cannot be searched"):
        concordance([ARTICLE], pattern)
