from dataclasses import replace

import pytest

from analysis.compare import wire
from analysis.compare.agencies import agency_credits
from analysis.compare.wire import shared_passages
from analysis.types import BlockKind
from tests.analysis.compare.facts.invented import article

COPY = (
    "Two ships ran aground near the old lighthouse early on Sunday after a storm "
    "tore them from their anchors in the outer harbour."
)
OTHER = "Nobody expected the wind to turn so fast, said people who live close to the shore."


def wire_table(articles):
    return wire.wire_table(articles, shared_passages(articles))


def wire_spans(articles):
    return wire.wire_spans(articles, shared_passages(articles))


def test_a_shared_passage_is_found_with_its_place_in_both():
    first = article("A", COPY, OTHER)
    second = article("B", "Our reporter saw it.", COPY)
    (row,) = wire_table([first, second]).to_dict("records")
    assert (row["outlet"], row["other_outlet"]) == ("A", "B")
    assert row["text"] == COPY.removesuffix(".")
    assert row["words"] == 23
    assert row["sentence_ids"] == "s1"
    assert row["other_sentence_ids"] == "s2"
    assert 0 < row["containment"] <= 1


def test_the_passage_is_left_out_once_not_in_both():
    first, second = article("A", COPY), article("B", OTHER, COPY)
    spans = wire_spans([first, second])
    assert list(spans) == ["b"]
    assert spans["b"][0].of(second.text) == COPY.removesuffix(".")


def test_different_reports_share_nothing():
    assert len(wire_table([article("A", COPY), article("B", OTHER)])) == 0
    assert wire_spans([article("A", COPY), article("B", OTHER)]) == {}


def test_a_run_below_the_limit_is_chance():
    few = " ".join(COPY.split()[:8]) + " and then a great many other things happened elsewhere."
    assert len(wire_table([article("A", COPY + " " + OTHER), article("B", few)])) == 0


def test_the_same_speech_is_no_shared_copy():
    first = article("A", "He spoke.", f"“{COPY}”", quoted=[COPY])
    second = article("B", "She listened.", f"“{COPY}”", quoted=[COPY])
    assert len(wire_table([first, second])) == 0


def test_two_articles_of_one_outlet_are_not_compared():
    again = article("A", COPY)
    assert len(wire_table([article("A", COPY), again])) == 0


def test_a_mostly_shared_paragraph_is_shared_as_a_whole():
    changed = COPY.replace("old lighthouse", "new lighthouse")
    spans = wire_spans([article("A", COPY), article("B", changed)])
    assert spans["b"][0].of(changed + "\n\n") == changed.removesuffix(".")


def test_many_articles_are_proposed_by_hashing(monkeypatch):
    monkeypatch.setattr(wire, "ALL_PAIRS", 1)
    story = [article("A", COPY), article("B", COPY), article("C", OTHER)]
    (row,) = wire_table(story).to_dict("records")
    assert (row["outlet"], row["other_outlet"]) == ("A", "B")


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([(BlockKind.BYLINE, "By The Herald and AFP"), COPY], ("AFP",)),
        ([f"PORTO (Reuters) - {COPY}"], ("Reuters",)),
        ([f"{COPY} (Xinhua)"], ("Xinhua",)),
        ([COPY, "With files from The Associated Press"], ("AP",)),
        ([COPY, (BlockKind.CREDIT, "Image: STR/REUTERS")], ()),
        (["The minister told Reuters that the ships were lost."], ()),
        (["The PA system failed."], ()),
    ],
)
def test_credits_name_the_agency_but_mentions_and_pictures_do_not(blocks, expected):
    assert agency_credits(article("A", *blocks)) == expected


def test_the_byline_of_the_article_counts_and_the_table_names_it():
    first = article("A", COPY)
    credited = replace(first, article=replace(first.article, byline="Ann Lee and AFP"))
    (row,) = wire_table([credited, article("B", COPY)]).to_dict("records")
    assert row["credit"] == "AFP"
