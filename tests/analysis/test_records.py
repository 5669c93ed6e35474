import json
from dataclasses import replace

from analysis.measures import measure, sentence_tones
from analysis.records import from_record, to_record
from analysis.types import BlockKind, Span
from tests.analysis.factories import annotated, quote


def _full():
    article = annotated(
        (BlockKind.HEADLINE, "Troops leave."),
        "The minister said “the occupation ended”. Peace came to Ann Lee.",
        (BlockKind.COMMENT, "Drive them out!"),
        quoted=["the occupation ended"],
        names=["Ann Lee"],
        hits={("troops", "occupy"): ["occupation"]},
        quotes=(quote(1, Span(34, 54)),),
    )
    article = sentence_tones(article)
    return replace(article, measures=measure(article), notices=("Only a few words.",))


def test_a_record_survives_json_and_comes_back_equal():
    article = _full()
    assert from_record(json.loads(json.dumps(to_record(article)))) == article


def test_record_carries_the_names_of_the_contract():
    record = to_record(_full())
    assert list(record)[:10] == [
        "article",
        "text",
        "blocks",
        "sentences",
        "voices",
        "quotes",
        "terms",
        "labels",
        "figures",
        "agency",
    ]
    assert record["article"]["n_words"] == 13
    assert record["article"]["n_sentences"] == 3
    assert record["quotes"][0]["content"] == [[34, 54]]
    assert record["terms"][0]["voice"] == "quote"
    assert {"measure", "value", "n", "low", "high", "status", "voice"} == set(record["measures"][0])


def test_missing_is_null():
    head = to_record(annotated("Rain fell."))["article"]
    assert head["title"] is None
    assert head["published"] is None
    assert head["published_basis"] == "unknown"
