import json
import warnings

import pytest

from analysis import embed
from analysis.compare.facts import align, fact_table, from_record, to_record
from analysis.compare.facts.alignment import WITHOUT_MEANING
from analysis.corrections import Corrections
from tests.analysis.compare.facts.invented import article

STORY = [
    article("A", "Storm waves sank 12 fishing ships on Monday.", "Bread was dear in the capital."),
    article("B", "The mayor opened a school.", "Storm waves sank 12 fishing ships on Monday."),
    article("C", "Nobody voted for the harbour plan."),
]


@pytest.fixture
def words_only(monkeypatch):
    monkeypatch.setattr(embed, "is_installed", lambda: False)


def test_equal_statements_are_paired_by_words_alone_and_the_notice_says_so(words_only):
    found = align(STORY)
    assert found.n_statements == 5
    assert found.notice == WITHOUT_MEANING
    best = max(found.pairs, key=lambda pair: pair[2])
    assert best[:2] == (0, 3)
    assert best[2] >= found.threshold


def test_each_other_article_has_a_nearest_statement(words_only):
    nearest = {(i, j): score for i, j, score in align(STORY).nearest}
    assert {i for i, _ in nearest} == {0, 3}
    assert (0, 4) in nearest
    assert (3, 4) in nearest


def test_the_facts_of_the_story_follow(words_only):
    table = fact_table(STORY, align(STORY), Corrections())
    assert table["outlet"].tolist() == ["A", "B", "C"]
    assert table["status"].tolist() == ["stated", "stated", "absent"]
    assert table["nearest_text"].tolist()[2] == "Nobody voted for the harbour plan."


@pytest.mark.parametrize("story", [[], [article("A", "Rain fell hard.")], [article("A", "* *")]])
def test_fewer_than_two_articles_have_no_pairs(words_only, story):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = align(story)
    assert found.pairs == ()
    assert found.nearest == ()


def test_an_alignment_survives_being_kept(words_only):
    found = align(STORY)
    assert from_record(json.loads(json.dumps(to_record(found)))) == found


@pytest.mark.model
def test_with_the_model_other_words_for_the_same_are_found():
    story = [
        article("A", "Protesters briefly seized the airport.", "Bread was dear."),
        article("B", "The crowd took control of the airport for a short time.", "Rain fell hard."),
    ]
    found = align(story)
    assert found.notice is None
    assert max(found.pairs, key=lambda pair: pair[2])[:2] == (0, 2)
