import re

import pytest

from analysis.errors import ModelError
from analysis.extract.quotes import model
from analysis.extract.quotes.kinds import kind_of
from analysis.extract.quotes.model import LIMIT, Rivals, Weights, models, probability
from analysis.types import QuoteKind, Span


def test_log_odds_add_the_weights_of_known_features():
    assert Weights(-1.0, {"a": 2.0, "b": 0.5}).log_odds(["a", "b", "unknown"]) == 1.5


def test_log_odds_are_cut_at_the_limit():
    assert Weights(0.0, {"a": 99.0}).log_odds(["a"]) == LIMIT


def test_even_log_odds_are_one_half():
    assert probability(0.0) == 0.5


def test_strong_rival_lowers_a_candidate():
    rivals = Rivals(bias=0.0, own=1.0, cue=0.0, others=-0.5)
    (alone,) = rivals.probabilities(0.0, [1.0])
    beside, _ = rivals.probabilities(0.0, [1.0, 3.0])
    assert beside < alone == pytest.approx(probability(1.0))


def test_no_candidates_no_probabilities():
    assert Rivals(0.0, 1.0, 0.0, 0.0).probabilities(0.0, []) == []


def test_shipped_weights_name_no_person():
    words = {word for name in models().candidate.weights for word in re.findall(r"\w+", name)}
    assert "say" in words
    assert not words & {"trump", "clinton", "obama", "sanders", "cruz", "bush"}


@pytest.mark.parametrize("content", [None, "not json", '{"models": {}}'])
def test_missing_or_broken_weights_say_what_to_do(content, tmp_path, monkeypatch):
    path = tmp_path / "quotes.json"
    if content is not None:
        path.write_text(content)
    monkeypatch.setattr(model, "MODEL", path)
    models.cache_clear()
    with pytest.raises(ModelError, match=r"quotes\.json.*train_quotes"):
        models()
    models.cache_clear()


@pytest.mark.parametrize(
    ("content", "quoted", "is_clause", "kind"),
    [
        ([(0, 20)], [], True, QuoteKind.INDIRECT),
        ([(0, 20)], [(0, 20)], True, QuoteKind.DIRECT),
        ([(0, 20)], [(0, 20)], False, QuoteKind.FRAGMENT),
        ([(0, 20)], [(15, 20)], True, QuoteKind.MIXED),
        ([(0, 20)], [(1, 19)], True, QuoteKind.DIRECT),
    ],
)
def test_kind_follows_from_what_stands_inside_marks(content, quoted, is_clause, kind):
    spans, inside = [Span(*c) for c in content], [Span(*q) for q in quoted]
    assert kind_of(spans, inside, is_clause=is_clause) is kind
