from dataclasses import replace

import pytest

from analysis.compare import outlets
from analysis.measures import measure
from analysis.tables import tidy
from analysis.types import BlockKind, QuoteKind, Role, Span
from tests.analysis.compare.articles import measured
from tests.analysis.factories import annotated, prose, quote


def _measured(*blocks, **known):
    article = annotated(*blocks, **known)
    return replace(article, measures=measure(article))


def _tables(*articles):
    return {name: tidy(name, articles) for name in ("articles", "blocks", "quotes", "measures")}


HITS = {("weather", "wet"): ["rain"], ("weather", "dry"): ["drought"]}


def test_framing_counts_sentences_with_n_and_interval():
    article = _measured(prose(19), "Much rain and rain fell.", hits=HITS)
    rows = outlets.framing(_tables(article)["measures"])
    wet = rows[(rows["side"] == "wet") & (rows["voice"] == "all")].iloc[0]
    assert (wet["k"], wet["n"], wet["hits"], wet["status"]) == (1, 20, 2, "ok")
    assert wet["share"] == 0.05
    assert (wet["low"], wet["high"]) == (
        pytest.approx(0.0089, abs=1e-4),
        pytest.approx(0.2361, abs=1e-4),
    )


def test_words_that_were_searched_and_not_found_are_zero_not_missing():
    rows = outlets.framing(_tables(_measured(prose(20), hits=HITS))["measures"])
    dry = rows[(rows["side"] == "dry") & (rows["voice"] == "all")].iloc[0]
    assert (dry["k"], dry["n"], dry["status"]) == (0, 20, "zero")


def test_a_voice_without_sentences_has_no_share():
    rows = outlets.framing(_tables(_measured(prose(20), hits=HITS))["measures"])
    quoted = rows[(rows["side"] == "wet") & (rows["voice"] == "quote")].iloc[0]
    assert (quoted["n"], quoted["status"]) == (0, "not_applicable")
    assert quoted[["share", "low", "high"]].isna().all()


def test_articles_of_one_outlet_are_added_up():
    one = _measured(prose(10), "Much rain fell.", hits=HITS)
    two = replace(one, article=replace(one.article, id="a2"))
    rows = outlets.framing(_tables(one, two)["measures"])
    wet = rows[(rows["side"] == "wet") & (rows["voice"] == "all")].iloc[0]
    assert (wet["articles"], wet["k"], wet["n"]) == (2, 2, 22)


def test_no_article_gives_empty_comparisons():
    tables = _tables()
    assert len(outlets.framing(tables["measures"])) == 0
    assert len(outlets.voices(tables["quotes"], tables["articles"], tables["blocks"])) == 0
    assert len(outlets.roles(tables["quotes"])) == 0
    assert len(outlets.verbs(tables["quotes"])) == 0


def _spoken():
    text = "Rain fell. It was wet. " + prose(3)
    quotes = (
        replace(quote(1, Span(0, 9)), speaker_id="ann", cue_lemma="say"),
        replace(quote(2, Span(11, 21)), speaker_id="ann", cue_lemma="say"),
        quote(3, Span(11, 21), speaker=None, named=False, role=Role.UNKNOWN),
        quote(4, Span(11, 13), kind=QuoteKind.SCARE, speaker=None),
    )
    return _measured(text, quotes=quotes)


def test_voices_count_quotes_and_words_per_speaker():
    tables = _tables(_spoken())
    rows = outlets.voices(tables["quotes"], tables["articles"], tables["blocks"])
    ann = rows[rows["speaker_id"] == "ann"].iloc[0]
    assert (ann["quotes"], ann["words"], ann["first"]) == (2, 5, 0.0)
    unknown = rows[rows["speaker_id"].isna()]
    assert list(unknown["quotes"]) == [1]


def test_roles_are_too_few_below_five_quotes():
    rows = outlets.roles(_tables(_spoken())["quotes"])
    assert rows[["role", "quotes", "n", "status"]].values.tolist() == [
        ["government", 2, 3, "too_few"],
        ["unknown", 1, 3, "too_few"],
    ]


def test_verbs_are_counted_with_the_role_of_the_speaker():
    rows = outlets.verbs(_tables(_spoken())["quotes"])
    assert rows[["cue_lemma", "role", "k"]].values.tolist() == [["say", "government", 2]]


def test_quotes_in_captions_are_not_counted():
    article = _measured(
        "Rain fell.", (BlockKind.CAPTION, "It was wet."), quotes=(quote(1, Span(12, 18)),)
    )
    assert len(outlets.counted(_tables(article)["quotes"])) == 0


def test_framing_says_whether_the_article_is_the_unit():
    article = annotated(prose(20) + " The mob left.", hits={("crowd", "harsh"): ["mob"]})
    few = outlets.framing(tidy("measures", measured(*[article] * 4)))
    many = outlets.framing(tidy("measures", measured(*[article] * 5)))
    assert (set(few["unit"]), set(many["unit"])) == ({"sentence"}, {"article"})
    assert list(few.columns) == list(many.columns)


def test_articles_that_differ_widen_the_range_of_framing():
    harsh = annotated("The mob left. " * 30, hits={("crowd", "harsh"): ["mob"]})
    calm = annotated(prose(30), searched=[("crowd", "harsh")])
    table = outlets.framing(tidy("measures", measured(harsh, calm, calm, calm, calm)))
    row = table[table["voice"] == "outlet"].to_dict("records")[0]
    # One article of five: Wilson on 30 of 150 sentences would be 0.14 to 0.27.
    assert (row["k"], row["n"], row["low"]) == (30, 150, 0)
    assert row["high"] > 0.5
