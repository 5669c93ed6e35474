"""The facts of the demonstration story against the key that was written before tuning."""

import pytest
from score_facts import STORY, load_key, score

from analysis.api import analyse
from analysis.stories import load_story

MUST_FIND = ("shoot-to-kill", "airport", "csto-members", "fuel-price", "coup", "withdrawal-start")


@pytest.fixture(scope="module")
def analysed():
    return analyse(load_story(STORY))


def test_every_string_of_the_key_is_in_its_article():
    texts = {article.id: article.text for article in load_story(STORY).articles}
    key = load_key(texts)
    assert len(key) == len({fact.id for fact in key}) == 41
    assert {"ten-days", *MUST_FIND} <= {fact.id for fact in key}
    assert all(len(fact.places) > 1 for fact in key)


@pytest.mark.model
def test_facts_are_found_as_a_careful_reader_finds_them(analysed):
    found = score(analysed)
    assert found.precision >= 0.85, found.misses
    assert found.recall >= 0.80, found.misses


@pytest.mark.model
@pytest.mark.parametrize("fact", [*MUST_FIND, "ten-days"])
def test_the_facts_the_story_is_known_for_are_found(analysed, fact):
    key = {each.id: each for each in load_key({a.article.id: a.text for a in analysed.articles})}
    table = analysed.table("facts")
    told = table[table["status"].isin(["stated", "attributed", "different_figure"])]
    carriers = [
        {row["article_id"] for row in rows.to_dict("records") if _tells(key[fact], row)}
        for _, rows in told.groupby("fact_id")
    ]
    assert max(map(len, carriers)) > 1


def _tells(fact, row):
    spans = fact.places.get(row["article_id"], ())
    return any(row["start"] < span.end and span.start < row["end"] for span in spans)
