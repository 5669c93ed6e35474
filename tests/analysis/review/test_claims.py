from dataclasses import replace

import pytest

from analysis.compare.facts import Alignment
from analysis.review.claims import attributed_elsewhere, harm_without_source
from analysis.review.material import Material
from analysis.types import AgencyForm, Statement, Voice
from tests.analysis.review.drafts import (
    beside,
    draft,
    figure,
    other,
    place,
    said,
    telling,
    with_quotes,
)

CLAIM = "The mayor took the money."


def stating(each, words="The mayor took the money"):
    span = place(each.text, words)
    statement = Statement("f1", "s1", *span, ("mayor", "take", "money"), (), "take", False)
    return replace(each, statements=(statement,))


def attributing(name):
    made = other(name, f"{CLAIM[:-1]}, Ann Lee said.", paraphrased=["The mayor took the money"])
    made = with_quotes(made, said(made, "The mayor took the money"))
    return stating(made)


def aligned(mine, *others):
    pairs = tuple((0, n, 0.9) for n in range(1, len(others) + 1))
    pairs += tuple(
        (i, j, 0.9) for i in range(1, len(others) + 1) for j in range(i + 1, len(others) + 1)
    )
    return Material(mine, others, Alignment(len(others) + 1, 0.5, pairs, ()))


def test_claim_that_all_others_attribute_is_told():
    made = aligned(stating(draft(CLAIM)), attributing("Post"), attributing("Courier"))
    (found,) = attributed_elsewhere(made)
    assert found.span == place(CLAIM, "The mayor took the money")
    assert (found.n, found.is_weak) == (2, False)
    assert found.elsewhere[0].note == "Ann Lee"


def test_claim_that_another_states_too_is_not_told():
    made = aligned(stating(draft(CLAIM)), attributing("Post"), stating(other("Courier", CLAIM)))
    assert list(attributed_elsewhere(made)) == []


def test_claim_that_one_other_alone_attributes_is_not_told():
    made = aligned(stating(draft(CLAIM)), attributing("Post"))
    assert list(attributed_elsewhere(made)) == []


def test_claim_that_the_draft_attributes_is_not_told():
    mine = replace(attributing("Post"), article=draft(CLAIM).article)
    mine = replace(
        mine, article=replace(mine.article, text="The mayor took the money, Ann Lee said.")
    )
    made = aligned(mine, attributing("Post"), attributing("Courier"))
    assert list(attributed_elsewhere(made)) == []


def test_no_claims_are_compared_without_an_alignment():
    assert list(attributed_elsewhere(beside(stating(draft(CLAIM)), attributing("Post")))) == []


def test_figure_of_harm_without_a_source_is_told():
    mine = draft("Twelve people were killed.")
    mine = replace(mine, figures=(figure(mine, "Twelve", 12),))
    (found,) = harm_without_source(beside(mine))
    assert "12 people killed" in found.reason


@pytest.mark.parametrize("known", [{"event": "sold"}, {"voice": Voice.PARAPHRASE}])
def test_figure_that_is_no_harm_or_is_reported_is_not_told(known):
    mine = draft("Twelve people were killed.")
    mine = replace(mine, figures=(figure(mine, "Twelve", 12, **known),))
    assert list(harm_without_source(beside(mine))) == []


def test_source_in_the_sentence_is_enough():
    mine = draft("Twelve people were killed, the ministry said.")
    mine = replace(mine, figures=(figure(mine, "Twelve", 12),))
    mine = with_quotes(mine, said(mine, "people were killed", cue="said"))
    assert list(harm_without_source(beside(mine))) == []


def test_figures_of_one_sentence_make_one_finding():
    mine = draft("Twelve people were killed and nine hurt.")
    hurt = figure(mine, "nine", 9, event="injured")
    mine = replace(mine, figures=(figure(mine, "Twelve", 12), hurt))
    (found,) = harm_without_source(beside(mine))
    assert found.n == 2
    assert "12 people killed and 9 people injured, without a source" in found.reason


def test_sentence_that_says_who_did_harm_is_told_once_beside_its_figure():
    mine = draft("Police killed twelve people. Guards killed a man.")
    told = [
        telling(mine, words, AgencyForm.AGENT_ACTIVE, agent)
        for words, agent in (("killed twelve", "police"), ("killed a", "guards"))
    ]
    mine = replace(mine, figures=(figure(mine, "twelve", 12),), agency=tuple(told))
    found = list(harm_without_source(beside(mine)))
    assert len(found) == 2
    assert "guards" in found[1].reason
