import pytest

from analysis.extract.cues import possible_classes
from analysis.extract.quotes.candidates import may_be_cue
from analysis.extract.quotes.features import cue_features
from analysis.extract.quotes.gate import CUE_FLOOR, gate_of
from analysis.extract.quotes.model import Weights, models
from analysis.extract.quotes.rules import rules
from analysis.extract.quotes.sheet import sheet
from analysis.types import CueClass

TEXTS = (
    "Mayor Ann Lee pointed out that the bridge was safe, and “it will stay open,” she said.",
    "According to police, two men who fled the town on Monday were believed to be abroad.",
    "The minister's claim that nobody was hurt was denied. Bo Ek: “I saw it.”",
    "SHARES FELL. Analysts expect, fear and doubt much; nothing was put forward or ruled out.",
)


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("cue", [models().cue, rules().cue], ids=["learned", "rules"])
def test_the_bound_is_never_below_the_score(nlp, text, cue):
    page = sheet(nlp(text))
    for token, inside in zip(page.tokens, page.inside, strict=True):
        if may_be_cue(token):
            bound = gate_of(cue).bound(token, is_inside=inside >= 0)
            score = cue.log_odds(cue_features(page, token))
            assert bound >= score or bound < CUE_FLOOR > score


@pytest.mark.model
def test_words_that_cannot_report_are_turned_away_at_once(nlp):
    page = sheet(nlp("The bridge of the town is new."))
    bounds = [gate_of(models().cue).bound(token, is_inside=False) for token in page.tokens]
    assert bounds[0] < CUE_FLOOR  # an article
    assert bounds[1] < CUE_FLOOR  # a noun of no list


@pytest.mark.model
def test_a_particle_counts_before_it_is_looked_for(nlp):
    doc = nlp("They point at it.")
    assert possible_classes(doc[1]) > {CueClass.NONE}
    assert possible_classes(doc[0]) == {CueClass.NONE}


def test_a_gate_is_made_once_for_each_model():
    one, other = Weights(0.0, {}), Weights(0.0, {})
    assert gate_of(one) is gate_of(one)
    assert gate_of(one) is not gate_of(other)
