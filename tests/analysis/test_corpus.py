from datetime import date

import numpy as np
import pytest

from analysis.batch.folder import Folder
from analysis.batch.manifest import Manifest
from analysis.compare.units import by_article
from analysis.corpus import Cell, Corpus, Period
from analysis.errors import InputError
from analysis.measures.statistics import Interval
from tests.analysis.batches import SHARE, article, written


@pytest.fixture
def corpus(tmp_path):
    opened = []

    def make(*parts, **manifest):
        opened.append(Corpus(written(tmp_path, *parts, **manifest)))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def test_outlets_come_with_most_articles_first(corpus):
    one = corpus([article(1, outlet="B"), article(2, outlet="A")], [article(3, outlet="A")])
    assert one.outlets() == ("A", "B")


def test_what_can_be_followed_is_tone_and_word_choice(corpus):
    assert corpus([article(1)]).measures() == (SHARE, "tone_negative")


def test_a_first_part_in_which_nothing_could_be_measured_hides_nothing(corpus):
    assert corpus([], [article(1)]).measures() == (SHARE, "tone_negative")
    assert corpus([]).measures() == ()


def test_weeks_begin_on_monday_and_counts_are_summed(corpus):
    one = corpus(
        [article(1, published="2024-03-11", k=1), article(2, published="2024-03-17T23:59")]
    )
    found = one.series(SHARE).to_dict("records")
    assert len(found) == 1
    assert (found[0]["period"], found[0]["articles"], found[0]["n"]) == ("2024-03-11", 2, 20)
    assert found[0]["value"] == pytest.approx(0.1)


def test_months_and_outlets_are_rows_of_their_own(corpus):
    days = ("2024-03-31", "2024-04-01")
    one = corpus(
        [article(i, published=day) for i, day in enumerate(days)], [article(9, outlet="X")]
    )
    found = one.series(SHARE, period=Period.MONTH)
    assert list(zip(found["outlet"], found["period"], strict=True)) == [
        ("Post", "2024-03-01"),
        ("Post", "2024-04-01"),
        ("X", "2024-03-01"),
    ]


@pytest.mark.parametrize(
    "published", [None, "last week", "0001-01-01", "9999-12-31", "-0044-03-15"]
)
def test_articles_without_a_date_are_shown_not_dropped(corpus, published):
    one = corpus([article(1, published=published)])
    found = one.series(SHARE)
    assert found["period"].isna().tolist() == [True]
    assert len(one.sentences(Cell("Post", None), SHARE)) == 1


def test_an_article_with_nothing_to_count_in_has_no_part_in_it(corpus):
    other_voice = article(1, voice="quote")
    assert len(corpus([other_voice]).series(SHARE)) == 0


def test_below_five_articles_the_sentence_is_the_unit(corpus):
    one = corpus([article(i) for i in range(4)])
    share = one.series(SHARE).iloc[0]
    assert (share["unit"], round(share["low"], 4), round(share["high"], 4)) == (
        "sentence", 0.0396, 0.2305,
    )  # fmt: skip
    tone = one.series("tone_negative").iloc[0]
    assert tone["unit"] == "sentence"
    assert np.isnan(tone["low"])


def test_from_five_articles_on_the_article_is_the_unit(corpus):
    one = corpus([article(i, k=10 if i == 0 else 0) for i in range(5)])
    found = one.series(SHARE).iloc[0]
    assert (found["unit"], found["low"], round(found["high"], 4)) == ("article", 0.0, 0.7553)


def test_where_all_articles_agree_counting_alone_still_leaves_doubt(corpus):
    one = corpus([article(i, k=0) for i in range(5)])
    found = one.series(SHARE).iloc[0]
    assert (found["value"], found["low"], round(found["high"], 4)) == (0.0, 0.0, 0.0713)


def test_the_interval_is_that_of_resampling_articles(corpus):
    random = np.random.default_rng(2)
    counts = [(int(k), 20) for k in random.integers(0, 12, 60)]
    one = corpus([article(i, k=k, n=n) for i, (k, n) in enumerate(counts)])
    found = one.series("tone_negative").iloc[0]
    drawn = by_article(Interval(1.0, 0.0), *zip(*counts, strict=True))
    assert found["low"] == pytest.approx(drawn.low, abs=0.006)
    assert found["high"] == pytest.approx(drawn.high, abs=0.006)


def test_behind_a_share_stand_its_sentences_with_their_words(corpus):
    one = corpus([article(1)], [article(2, published="2024-03-13")], [article(3, outlet="X")])
    found = one.sentences(Cell("Post", date(2024, 3, 11)), SHARE)
    assert found[["article_id", "sentence_id", "words", "text"]].to_numpy().tolist() == [
        ["a2", "s0", "Force", "Force failed."],
        ["a1", "s0", "Force", "Force failed."],
    ]


def test_behind_tone_stand_the_sentences_of_its_sign(corpus):
    one = corpus([article(1)])
    cell = Cell("Post", date(2024, 3, 1), Period.MONTH)
    assert one.sentences(cell, "tone_negative")["text"].tolist() == ["Force failed."]
    assert one.sentences(cell, "tone_positive")["text"].tolist() == ["All was well."]


def test_sentences_of_another_voice_are_left_out(corpus):
    one = corpus([article(1)])
    cell = Cell("Post", date(2024, 3, 11))
    assert len(one.sentences(cell, SHARE, voice="outlet")) == 1
    assert len(one.sentences(cell, SHARE, voice="quote")) == 0
    assert len(one.sentences(cell, "tone_negative", voice="quote")) == 0


def test_no_more_sentences_come_than_asked_for(corpus):
    one = corpus([article(i) for i in range(5)])
    assert len(one.sentences(Cell("Post", date(2024, 3, 11)), SHARE, limit=2)) == 2


def test_a_measure_that_cannot_be_followed_is_refused(corpus):
    with pytest.raises(InputError, match="'quotes' cannot be followed over time"):
        corpus([article(1)]).series("quotes")


def test_an_empty_batch_has_nothing_to_show(corpus):
    one = corpus()
    assert (one.outlets(), one.measures()) == ((), ())
    assert len(one.series(SHARE)) == 0


def test_parts_that_the_manifest_does_not_name_are_not_read(corpus, tmp_path):
    corpus([article(1)], [article(2)])
    manifest = Manifest.from_json((tmp_path / "manifest.json").read_text())
    Folder(str(tmp_path)).write_manifest(
        Manifest(("a",), {}, "f", 2, is_finished=True, parts=manifest.parts[:1]), ()
    )
    assert Corpus(tmp_path).series(SHARE)["articles"].tolist() == [1]


def test_an_unfinished_batch_is_refused(corpus):
    with pytest.raises(InputError, match="is not finished; run the same command again"):
        corpus([article(1)], is_finished=False)


def test_another_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"no manifest.json in"):
        Corpus(tmp_path)


def test_the_span_is_from_the_first_to_the_last_known_day(corpus):
    days = ("2024-03-12", None, "2023-01-02T10:00")
    one = corpus([article(i, published=day) for i, day in enumerate(days)])
    assert one.span() == (date(2023, 1, 2), date(2024, 3, 12))


def test_without_a_known_day_there_is_no_span(corpus):
    assert corpus([article(1, published=None)]).span() is None


def test_uses_are_the_words_found_by_measure(corpus):
    assert corpus([article(1), article(2)]).uses() == {SHARE: 2}


def test_listed_words_are_marked_where_they_stand_in_the_sentence(corpus):
    found = corpus([article(1)]).sentences(Cell("Post", date(2024, 3, 11)), SHARE)
    assert [found["text"][0][a:b] for a, b in found["marks"][0]] == ["Force"]


def test_the_newest_sentences_come_first_across_parts(corpus):
    parts = [[article(i, published=f"2024-03-{i:02}")] for i in (5, 9, 7)]
    cell = Cell("Post", date(2024, 1, 1), Period.YEAR)
    found = corpus(*parts).sentences(cell, SHARE, limit=2)
    assert found["article_id"].tolist() == ["a9", "a7"]


@pytest.mark.parametrize("harm", ["removed", "damaged"])
def test_a_file_that_cannot_be_read_is_named(corpus, tmp_path, harm):
    one = corpus([article(1)])
    path = next((tmp_path / "measures").iterdir())
    if harm == "removed":
        path.unlink()
    else:
        path.write_bytes(b"no table at all, and not even a short one")
    with pytest.raises(InputError, match=r"missing or damaged \(measures/part-\w+\.parquet\)"):
        one.series(SHARE)


def test_a_manifest_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "manifest.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="is not a batch's"):
        Corpus(tmp_path)
