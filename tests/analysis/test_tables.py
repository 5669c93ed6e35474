from dataclasses import replace

from analysis.measures import measure
from analysis.schema import COLUMNS
from analysis.tables import TIDY, span_voice, tidy
from analysis.types import BlockKind, QuoteKind, Span
from tests.analysis.factories import annotated, quote


def test_every_tidy_table_has_its_columns_with_and_without_rows():
    article = annotated("Rain fell. “Run”, she said.", hits={("weather", "wet"): ["Rain"]})
    for name in TIDY:
        assert list(tidy(name, [article]).columns) == list(COLUMNS[name])
        empty = tidy(name, [])
        assert list(empty.columns) == list(COLUMNS[name])
        assert len(empty) == 0


def test_articles_count_their_own_text_and_flag_the_rest():
    article = annotated(
        "Rain fell here.",
        (BlockKind.CAPTION, "A wet road."),
        (BlockKind.COMMENT, "Who cares about rain?"),
        quotes=(quote(1, Span(0, 4)), quote(2, Span(0, 4), kind=QuoteKind.SCARE)),
    )
    row = tidy("articles", [article]).iloc[0]
    assert (row["n_words"], row["n_sentences"], row["n_quotes"]) == (3, 1, 1)


def test_set_aside_blocks_are_listed_with_their_text():
    article = annotated("Rain fell.", (BlockKind.COMMENT, "Who cares?"))
    rows = tidy("blocks", [article])
    assert list(rows["set_aside"]) == [False, True]
    assert rows.iloc[1]["text"] == "Who cares?"


def test_a_sentence_in_two_voices_is_mixed():
    article = annotated("Rain fell. “Run now”. He ran.", quoted=["Run now", "ran"])
    assert [span_voice(article, s.span) for s in article.sentences] == ["outlet", "quote", "mixed"]


def test_an_article_without_outlet_goes_by_its_id():
    article = annotated("Rain fell.", outlet="")
    assert tidy("sentences", [article])["outlet"].tolist() == ["a1"]


def test_measures_are_long_rows_with_all_for_no_voice():
    article = annotated("Rain fell.", hits={("weather", "wet"): ["Rain"]})
    article = replace(article, measures=measure(article))
    rows = tidy("measures", [article])
    share = rows[(rows["measure"] == "framing.weather.wet") & (rows["voice"] == "all")].iloc[0]
    assert (share["value"], share["n"]) == (1.0, 1)
