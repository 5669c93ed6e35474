from dataclasses import replace

import pytest

from analysis.review.harm import agentless_harm
from analysis.types import AgencyForm, Voice
from tests.analysis.review.drafts import beside, draft, other, telling


def told(form, agent=None, **known):
    mine = draft("Two men were killed.")
    return replace(mine, agency=(telling(mine, "killed", form, agent, **known),))


def naming(name):
    made = other(name, "Police killed two men.")
    return replace(made, agency=(telling(made, "killed", AgencyForm.AGENT_ACTIVE, "police"),))


def test_passive_without_who_did_it_is_told():
    (found,) = agentless_harm(beside(told(AgencyForm.AGENTLESS_PASSIVE)))
    assert found.n == 0
    assert "does not say who did it" in found.reason


def test_who_did_it_by_the_others_is_told_beside():
    (found,) = agentless_harm(beside(told(AgencyForm.AGENTLESS_PASSIVE), naming("Post")))
    assert found.n == 1
    assert "Post: police" in found.reason
    assert found.elsewhere[0].sentence == "Police killed two men."


@pytest.mark.parametrize("form", [AgencyForm.INTRANSITIVE, AgencyForm.NOMINAL])
def test_died_and_nouns_are_told_only_where_others_say_who(form):
    assert list(agentless_harm(beside(told(form)))) == []
    assert len(list(agentless_harm(beside(told(form), naming("Post"))))) == 1


def test_who_did_it_elsewhere_in_the_draft_makes_a_note():
    mine = told(AgencyForm.AGENTLESS_PASSIVE, agent_elsewhere="guards")
    (found,) = agentless_harm(beside(mine))
    assert found.is_weak


@pytest.mark.parametrize(
    "mine",
    [
        told(AgencyForm.AGENT_BY, "police"),
        told(AgencyForm.AGENTLESS_PASSIVE, voice=Voice.QUOTE),
    ],
    ids=["agent named", "in a quotation"],
)
def test_named_or_quoted_harm_is_not_told(mine):
    assert list(agentless_harm(beside(mine, naming("Post")))) == []
