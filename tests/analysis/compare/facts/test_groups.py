import pytest

from analysis.compare.facts.groups import facts, places
from analysis.corrections import Corrections
from analysis.library import EditKind
from tests.analysis.compare.facts.invented import alignment, article

NOBODY = Corrections()
STORY = [
    article("A", "The crowd stormed the town hall. Rain fell on the harbour."),
    article("B", "Protesters entered the town hall building. Bread was dear."),
    article("C", "People took the town hall on Monday morning. Snow fell in the hills."),
]
"""Statements 0 and 1 of A, 2 and 3 of B, 4 and 5 of C."""


def _groups(pairs, corrections=NOBODY, story=STORY, **more):
    found = facts(alignment(6, pairs, **more), places(story), corrections)
    return [fact.statements for fact in found]


def _links(**decided):
    keys = {f"s{n}": place.key for n, place in enumerate(places(STORY))}
    return Corrections(
        found={
            EditKind.LINK: {
                (*keys[pair[:2]], *keys[pair[3:]]): value for pair, value in decided.items()
            }
        }
    )


def test_statements_above_the_threshold_are_one_fact():
    assert _groups([(0, 2, 0.9), (0, 4, 0.8), (2, 4, 0.7)]) == [(0, 2, 4)]


def test_below_the_threshold_there_is_no_fact():
    assert _groups([(0, 2, 0.49)]) == []


def test_what_one_article_alone_reports_is_no_fact():
    assert _groups([]) == []


def test_between_two_articles_only_the_best_match_is_linked():
    assert _groups([(0, 2, 0.9), (1, 2, 0.6), (0, 4, 0.8), (2, 4, 0.7)])[0] == (0, 2, 4)


def test_a_chain_of_look_alikes_is_not_one_fact():
    assert _groups([(0, 2, 0.9), (2, 4, 0.6)]) == [(0, 2)]
    assert _groups([(0, 2, 0.9), (2, 4, 0.6), (0, 4, 0.4)]) == [(0, 2, 4)]
    assert _groups([(0, 2, 0.9), (3, 5, 0.9), (2, 5, 0.6)]) == [(0, 2), (3, 5)]


def test_most_outlets_come_first():
    assert _groups([(1, 3, 0.9), (0, 2, 0.9), (0, 4, 0.8), (2, 4, 0.8)]) == [(0, 2, 4), (1, 3)]


def test_a_second_statement_of_an_article_joins_the_fact_it_matches():
    assert _groups([(0, 2, 0.9), (1, 2, 0.7)]) == [(0, 1, 2)]


def test_a_reader_links_what_was_not_found():
    assert _groups([], _links(s1_s3="linked")) == [(1, 3)]


def test_a_reader_puts_apart_what_was_found():
    pairs = [(0, 2, 0.9), (0, 4, 0.8), (2, 4, 0.7)]
    assert _groups(pairs, _links(s0_s4="apart", s2_s4="apart")) == [(0, 2)]


def test_a_decision_about_a_statement_that_is_gone_changes_nothing():
    gone = Corrections(found={EditKind.LINK: {("a", "0", "z", "7"): "linked"}})
    assert _groups([(0, 2, 0.9)], gone) == [(0, 2)]


def test_a_fact_is_called_by_its_shortest_clear_statement_or_as_the_reader_says():
    pairs = alignment(6, [(0, 2, 0.9)])
    found = places(STORY)
    (fact,) = facts(pairs, found, NOBODY)
    assert (fact.id, fact.name) == ("a:0", "The crowd stormed the town hall.")
    assert not fact.is_named_by_reader
    named = Corrections(found={EditKind.FACT: {("b", "0"): "The hall is taken"}})
    (fact,) = facts(pairs, found, named)
    assert fact.name == "The hall is taken"
    assert fact.is_named_by_reader


@pytest.mark.parametrize("pairs", [[(0, 2, 0.9), (0, 4, 0.9)], [(0, 4, 0.9), (0, 2, 0.9)]])
def test_the_order_of_the_pairs_does_not_matter(pairs):
    assert _groups(pairs) == [(0, 2, 4)]
