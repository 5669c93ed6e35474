from dataclasses import replace

from analysis.report.evidence import item, items, language
from analysis.report.source import source_of
from analysis.types import BlockKind, Span
from tests.analysis.factories import annotated
from tests.dashboard.invented import story

LONG = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen."


def _source(rights="full", *, language_of="en", body=f"{LONG} Short one here."):
    made = annotated((BlockKind.HEADLINE, "A head"), body)
    article = replace(made.article, rights=rights, language=language_of)
    return source_of(story(replace(made, article=article)), ())


def _text(found):
    return "".join(piece.text for piece in found.pieces)


def test_sentence_stands_in_full_with_its_words_marked():
    source = _source()
    start = source.articles["a1"].text.index("three")
    found = item(source, "a1", "s2", [Span(start, start + 5)])
    assert _text(found) == LONG
    assert [piece.text for piece in found.pieces if piece.is_marked] == ["three"]
    assert found.place == "sentence 2"


def test_few_words_stand_where_the_sentence_may_not():
    source = _source()
    start = source.articles["a1"].text.index("seven")
    found = item(source, "a1", "s2", [Span(start, start + 5)], brief=True)
    assert _text(found) == "\u2026 three four five six seven eight nine ten eleven \u2026"


def test_long_quotation_is_cut_where_the_sentence_may_not_stand():
    source = _source()
    start = source.articles["a1"].text.index("One")
    found = item(source, "a1", "s2", [Span(start, start + len(LONG))], brief=True)
    assert _text(found) == f"{LONG[: LONG.index(' thirteen')]} \u2026"


def test_nothing_stands_where_only_counts_may():
    assert item(_source("link"), "a1", "s2", [Span(8, 11)]).pieces == ()


def test_findings_of_one_sentence_are_one_item():
    source = _source()
    text = source.articles["a1"].text
    rows = [
        {
            "article_id": "a1",
            "sentence_id": "s2",
            "start": text.index(word),
            "end": text.index(word) + 3,
        }
        for word in ("six", "two")
    ]
    found = items(source, rows, note=lambda row: "said")
    assert len(found) == 1
    assert [p.text for p in found[0].pieces if p.is_marked] == ["two", "six"]
    assert found[0].note == "said"


def test_headline_tells_apart_articles_of_one_outlet():
    made = annotated("A sentence stands here.")
    both = [
        replace(made, article=replace(made.article, id=each, title=f"Title {each}"))
        for each in ("a1", "a2")
    ]
    source = source_of(story(*both), ())
    assert item(source, "a2", "s1", [Span(0, 1)]).place == "Title a2, sentence 1"


def test_only_plain_language_codes_are_stated():
    assert language("en") == "en"
    assert language("zh-Hant") == "zh-Hant"
    assert language('en" onload="x') is None
    assert language(None) is None
