import math
import random

import numpy as np
import pytest

from analysis.compare.distinctive import benjamini_hochberg, distinctive
from tests.analysis.compare.articles import worded

VOCABULARY = [f"w{i}" for i in range(60)]


def _paragraphs(rng, n, *, extra=()):
    """Return paragraphs of forty words drawn at random; common words are drawn more often."""
    weights = [1 / (i + 3) for i in range(len(VOCABULARY))]
    return [
        " ".join([*rng.choices(VOCABULARY, weights, k=40), *extra]).capitalize() + "."
        for _ in range(n)
    ]


def _story(*texts):
    return [
        worded(*text, outlet=outlet, article_id=f"a{i}") for i, (outlet, text) in enumerate(texts)
    ]


def test_a_word_used_by_one_outlet_alone_stands_out():
    rng = random.Random(4)
    articles = _story(
        ("A", _paragraphs(rng, 12, extra=["harbour"])), ("B", _paragraphs(rng, 12)), ("C", [])
    )
    table = distinctive(articles)
    row = table[table["term"] == "harbour"].to_dict("records")[0]
    assert (row["outlet"], row["k"], row["k_rest"], row["paragraphs"]) == ("A", 12, 0, 12)
    assert row["above_chance"]
    assert row["z"] > row["chance_z"]
    assert row["low"] < row["log_odds"] < row["high"]
    assert (row["unit"], math.isnan(row["p_adjusted"])) == ("paragraph", True)


def test_log_odds_are_those_of_the_formula():
    # k = 4 of 8 words here, 1 of 12 there; prior 500 words of the pooled story: 500 * 5 / 20 = 125.
    articles = _story(
        ("A", ["Harbour one two harbour.", "Harbour one two harbour."]),
        ("B", ["Harbour one two three four five.", "Six seven eight nine ten eleven."]),
    )
    table = distinctive(articles)
    row = table[(table["term"] == "harbour") & (table["outlet"] == "A")].to_dict("records")[0]
    log_odds = math.log(129 / (8 + 500 - 129)) - math.log(126 / (12 + 500 - 126))
    assert (row["k"], row["n"], row["k_rest"], row["n_rest"]) == (4, 8, 1, 12)
    assert row["log_odds"] == pytest.approx(log_odds)
    assert row["z"] == pytest.approx(log_odds / math.sqrt(1 / 129 + 1 / 126))


@pytest.mark.parametrize(
    "text",
    [
        ["Harbour one.", "Harbour two."],  # two uses
        ["Harbour harbour harbour harbour.", "One two three."],  # one paragraph
    ],
)
def test_too_few_uses_or_paragraphs_are_not_looked_at(text):
    table = distinctive(_story(("A", text), ("B", ["Four five six.", "Seven eight."])))
    assert "harbour" not in set(table["term"])


def test_an_outlet_alone_and_no_articles_give_an_empty_table():
    assert len(distinctive(_story(("A", ["Harbour one.", "Harbour two."])))) == 0
    assert len(distinctive([])) == 0


def test_a_word_that_is_all_there_is_has_no_odds():
    text = ["Harbour.", "Harbour.", "Harbour."]
    assert len(distinctive(_story(("A", text), ("B", text)))) == 0


def test_the_same_story_gives_the_same_table():
    rng = random.Random(4)
    articles = _story(("A", _paragraphs(rng, 6)), ("B", _paragraphs(rng, 6)))
    assert distinctive(articles).equals(distinctive(articles))


def test_an_article_compared_with_itself_shows_nothing_above_chance():
    text = _paragraphs(random.Random(7), 12)
    table = distinctive(_story(("A", text), ("B", text)))
    assert not table["above_chance"].any()


def test_one_text_dealt_at_random_rarely_shows_anything_above_chance():
    rng = random.Random(11)
    text = _paragraphs(rng, 16)
    striking = 0
    for _ in range(200):
        rng.shuffle(text)
        striking += bool(
            distinctive(_story(("A", text[:8]), ("B", text[8:])))["above_chance"].any()
        )
    # 5 % of 200 is 10; 17 is the 99th percentile of chance around it.
    assert striking <= 17


def test_five_articles_an_outlet_make_the_article_the_unit():
    rng = random.Random(3)
    texts = [("A", _paragraphs(rng, 4, extra=["harbour"])) for _ in range(5)]
    texts += [("B", _paragraphs(rng, 4)) for _ in range(5)]
    table = distinctive(_story(*texts))
    row = table[table["term"] == "harbour"].to_dict("records")[0]
    assert row["unit"] == "article"
    assert row["above_chance"]
    assert row["p_adjusted"] < 0.05
    assert (table["p_adjusted"].dropna() <= 1).all()


def test_a_word_of_one_article_in_five_is_no_finding_about_the_outlet():
    rng = random.Random(3)
    texts = [("A", _paragraphs(rng, 4, extra=["harbour"] * (3 if i == 0 else 0))) for i in range(5)]
    texts += [("B", _paragraphs(rng, 4)) for _ in range(5)]
    row = distinctive(_story(*texts)).set_index("term").loc["harbour"]
    assert row["k"] == 12
    assert not (row["above_chance"] and row["p_adjusted"] < 0.05)


def test_p_values_are_adjusted_for_their_number():
    # Benjamini & Hochberg: 0.01*4/1, 0.02*4/2, 0.03*4/3, 0.5*4/4.
    assert benjamini_hochberg([0.01, 0.5, 0.03, 0.02]) == pytest.approx([0.04, 0.5, 0.04, 0.04])
    assert benjamini_hochberg([]) == []
    assert np.isnan(benjamini_hochberg([math.nan, 0.2])[0])
