import pytest

from analysis import nlp
from analysis.extract.statements import find_statements
from analysis.types import Article, Block, BlockKind

pytestmark = pytest.mark.model


def _statements(text, kind=BlockKind.BODY):
    article = Article("a", text)
    parsed = next(nlp.parse([(article, (Block(0, len(text), kind, "test"),))]))
    return find_statements(parsed)


def _texts(text):
    return [each.span.of(text) for each in _statements(text)]


def test_a_plain_sentence_is_one_statement_with_its_words():
    text = "The harbour police arrested two sailors in Larnaca on Sunday."
    (found,) = _statements(text)
    assert found.span.of(text) == text
    assert found.predicate == "arrest"
    assert found.names == ("larnaca",)
    assert "sailor" in found.lemmas
    assert not found.negated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The river flooded the old market, and the army rescued forty people from roofs.",
            2,
        ),
        ("The minister resigned on Monday after the council rejected his budget plan.", 2),
        ("The minister, who opposed the new budget plan, resigned on Monday evening.", 2),
        ("The crowd broke the gate and burned two cars near the station.", 2),
        ("The crowd broke the gate and fled.", 1),
        ("The mayor said that the old bridge would close for repairs in June.", 1),
    ],
)
def test_clauses_with_a_subject_of_their_own_are_statements(text, expected):
    assert len(_texts(text)) == expected


def test_a_short_clause_stays_with_the_one_around_it():
    assert len(_texts("The council approved the harbour plan because it rained.")) == 1


def test_a_relative_clause_keeps_the_noun_it_tells_of():
    text = "The minister, who opposed the new budget plan, resigned on Monday evening."
    relative = next(s for s in _statements(text) if s.predicate == "oppose")
    assert "minister" in relative.lemmas


def test_the_verb_of_a_claim_is_what_is_claimed():
    (found,) = _statements("The mayor said that the old bridge would close in June.")
    assert found.predicate == "close"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The mayor did not close the old bridge.", True),
        ("No ship left the harbour on Sunday.", True),
        ("The mayor closed the old bridge.", False),
    ],
)
def test_a_denial_is_negated(text, negated):
    assert _statements(text)[0].negated is negated


def test_starts_are_unique_and_spans_lie_in_their_sentence_without_white_space():
    text = "  Almaty, which lost its power station, waited; the night was cold and long.  \n\n***\n"
    found = _statements(text)
    assert len({each.start for each in found}) == len(found)
    for each in found:
        assert each.span.of(text) == each.span.of(text).strip()


def test_text_without_a_content_word_has_no_statement():
    assert _statements("*** --- ***") == ()


def test_comments_have_no_statements():
    assert _statements("The river flooded the market.", BlockKind.COMMENT) == ()


def test_statements_are_numbered_in_text_order():
    text = "The river flooded the market. Soldiers rescued forty people."
    found = _statements(text)
    assert [each.id for each in found] == ["f1", "f2"]
    assert [each.sentence_id for each in found] == ["s1", "s2"]
