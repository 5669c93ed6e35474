import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
    SentiText,
    normalize,
)

from analysis.measures.tone import (
    MAX_WORDS,
    masked,
    sentence_tones,
    tone_negative,
    tone_positive,
    tone_words,
)
from analysis.types import Status, Voice
from tests.analysis.factories import annotated, prose

VADER = SentimentIntensityAnalyzer()

WORDS = (
    "good bad great terrible WAR love kind of not never without doubt but least very hardly "
    "isn't no hope crisis killed peace United so this :) :-( the a town rain people said and !!! "
    "??? 😀 💔 sort of yeah right kiss of death happy, (sad) slightly don't LOL"
).split()


def _tone(text, *names):
    return sentence_tones(annotated(text, names=names)).sentences[0].tone


def _means(measure, article):
    return {row.voice: row for row in measure(article)}


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
@example(["not", "good", "but", "great"])
@example(["WAR", "is", "good"])
@example(["😀"])
def test_without_names_the_score_is_the_librarys(words):
    text = "one " + " ".join(words).replace(".", "")
    article = annotated(text)
    sentence = article.sentences[0]
    expected = VADER.polarity_scores(sentence.span.of(article.text))["compound"]
    assert sentence_tones(article).sentences[0].tone == expected


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
@example(["not", "good", "but", "great"])
@example(["town😀love", "😀😀"])
def test_the_scoring_words_add_up_to_the_score(words):
    # Without ! and ?, which VADER adds to the sum afterwards.
    text = "one " + " ".join(w for w in words if not set(w) & set("!?"))
    article = annotated(text)
    sentence = article.sentences[0]
    found = tone_words(article, sentence)
    total = normalize(sum(valence for _, valence in found))
    assert round(total, 4) == pytest.approx(
        VADER.polarity_scores(sentence.span.of(article.text))["compound"], abs=1e-4
    )


def test_a_name_cannot_score():
    assert VADER.polarity_scores("Hope Love leads the United Freedom Party")["compound"] > 0.5
    assert (
        _tone("Hope Love leads the United Freedom Party", "Hope Love", "United Freedom Party") == 0
    )


def test_words_beside_a_name_still_score():
    assert (
        _tone("Hope Love is happy", "Hope Love")
        == VADER.polarity_scores("Xy Xy is happy")["compound"]
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the NATO plan is GOOD", "NATO"),
        ("UNITED TOWN PLAN IS GOOD", "UNITED TOWN"),
        ("the Xi plan is GOOD", "Xi"),
        ("an F-16 plan is GOOD", "F-16"),
        ("the U.S plan is GOOD", "U.S"),
        ("in 2022 it is GOOD", "2022"),
    ],
)
def test_the_mask_keeps_length_words_and_capitals(text, name):
    article = annotated(text, names=[name])
    mask = masked(article.text, article.names)
    before, after = SentiText(article.text), SentiText(mask)
    assert len(mask) == len(article.text)
    assert [w.isupper() for w in before.words_and_emoticons] == [
        w.isupper() for w in after.words_and_emoticons
    ]
    assert name not in mask


def test_nothing_made_of_the_mask_is_in_vaders_lists():
    listed = [*VADER.lexicon, *BOOSTER_DICT, *NEGATE, *SPECIAL_CASES]
    mask = set("y·")
    made_of_it = [
        w
        for w in listed
        if set(w.lower()) & mask and set(w.lower()) <= mask | set(string.punctuation)
    ]
    assert made_of_it == []
    assert "·" not in VADER.emojis


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("It isn’t good", "It isn't good"),
        ("a “good” day", 'a "good" day'),
        ("a day—good and calm", "a day good and calm"),
    ],
)
def test_printed_marks_are_read_as_typed_ones(printed, typed):
    assert _tone(printed) == VADER.polarity_scores(typed)["compound"] != 0


def test_captions_have_a_tone_too_and_other_languages_none():
    assert _tone("A happy day") > 0
    assert sentence_tones(annotated("A happy day", language="fr")).sentences[0].tone is None


def test_a_very_long_sentence_is_scored_in_part_and_says_so():
    text = "word " * MAX_WORDS + "terrible"
    article = sentence_tones(annotated("Rain fell. " + text))
    assert article.sentences[1].tone == 0.0
    assert article.notices == (
        "1 of 2 sentences are longer than 400 words; their tone rests on the first 400. "
        "Check whether a full stop or a line end is missing.",
    )


def test_emoji_count_as_the_words_vader_spells_them_out_to():
    # "grinning face" is two words: 1 + 2 * 200 pass the limit, and 1 + 2 * 199 do not.
    assert len(sentence_tones(annotated("one " + "😀" * 200)).notices) == 1
    assert sentence_tones(annotated("one " + "😀" * 199)).notices == ()


def test_a_sentence_at_the_limit_is_scored_whole_without_notice():
    article = sentence_tones(annotated("word " * (MAX_WORDS - 1) + "terrible"))
    assert article.sentences[0].tone < 0
    assert article.notices == ()


def test_scoring_words_carry_their_place_and_their_valence_in_context():
    article = annotated("Ann Joy was not happy, but very sad.", names=["Ann Joy"])
    found = tone_words(article, article.sentences[0])
    # happy 2.7, negated * -0.74 and halved before "but"; sad -2.1, raised by "very"
    # (0.293) and half as much again after "but".
    assert [(span.of(article.text), round(valence, 4)) for span, valence in found] == [
        ("happy", -0.999),
        ("sad", -3.5895),
    ]


def test_scoring_words_of_a_later_sentence_have_their_place_in_the_article():
    article = annotated("Rain fell. A “good” day 😀 :)")
    found = tone_words(article, article.sentences[1])
    assert [span.of(article.text) for span, _ in found] == ["good", "😀", ":)"]


def test_means_are_taken_over_sentences_in_each_voice():
    # "great" alone is 1.0 positive; two sentences of the outlet score 0.
    article = annotated("It rained. “Great,” he said. It rained.", quoted=["Great,"])
    rows = _means(tone_positive, article)
    assert (rows[Voice.QUOTE].value, rows[Voice.QUOTE].n) == (1.0, 1)
    assert (rows[Voice.OUTLET].value, rows[Voice.OUTLET].n) == (0.0, 3)
    whole = VADER.polarity_scores('"Great," he said.')["pos"]
    assert rows[None].value == pytest.approx(whole / 3)
    assert rows[Voice.PARAPHRASE].status is Status.NOT_APPLICABLE


def test_positive_and_negative_are_kept_apart():
    article = annotated("A good day and a terrible night.")
    scores = VADER.polarity_scores("A good day and a terrible night.")
    assert _means(tone_positive, article)[None].value == scores["pos"] > 0
    assert _means(tone_negative, article)[None].value == scores["neg"] > 0


def test_nine_sentences_are_too_few_and_ten_are_not():
    assert _means(tone_positive, annotated(prose(9)))[None].status is Status.TOO_FEW
    assert _means(tone_positive, annotated(prose(10)))[None].status is Status.ZERO


def test_the_interval_holds_the_mean():
    row = _means(tone_negative, annotated(prose(8) + " A terrible war." * 4))[None]
    assert 0 < row.low < row.value < row.high
