import pytest
import textstat
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.measures.formulas import FORMULAS, Counts
from analysis.measures.readability import (
    READABILITY,
    body_sentences,
    joined,
    sentence_counts,
    words_per_sentence,
)
from analysis.types import BlockKind, Status
from tests.analysis.factories import annotated, prose

TEXTSTAT = {
    key: getattr(textstat, "dale_chall_readability_score" if key == "dale_chall" else key)
    for key in FORMULAS
}
COMPUTE = {entry.key: entry.compute for entry in READABILITY}

EASY = "The cat sat on the mat. The dog ran to the door. We had bread and milk."
HARD = (
    "International organisations subsequently acknowledged considerable administrative "
    "irregularities. Parliamentary representatives characterised the investigation's "
    "preliminary conclusions as fundamentally unsatisfactory."
)
AWKWARD = (
    "It cost 3.5 million in the U.S. last year! Why? No one's sure - it isn't known. "
    "“We don’t know,” she said: “It’s over.” Yes. O'Neil's co-worker, aged 42, wasn't there"
)

WORDS = (
    "the committee rain it's isn't O'Neil 3.5 U.S. co-operation extraordinary people's IT'S "
    "ﬁne naïve 'tis - – … “Stop!” (see) İstanbul _ a_b government, said: rock'n'roll e-mail "
    "why? no. Yes! 2,000 x"
).split()


def _row(key, article):
    return next(iter(COMPUTE[key](article)))


@pytest.mark.parametrize("key", FORMULAS)
@pytest.mark.parametrize("text", [EASY, HARD, AWKWARD, EASY + " " + HARD + "\n" + AWKWARD])
def test_value_is_exactly_textstats(key, text):
    article = annotated(text)
    scored = joined(tuple(s.span.of(article.text) for s in body_sentences(article)))
    assert _row(key, article).value == TEXTSTAT[key](scored)


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), min_size=1, max_size=6))
def test_value_is_exactly_textstats_for_any_sentences(sentences):
    article = annotated(*(" ".join(words) for words in sentences))
    scored = joined(tuple(s.span.of(article.text) for s in body_sentences(article)))
    # A text without one word or syllable is undefined; textstat calls it 0.0.
    assume(scored)
    for key in FORMULAS:
        assert _row(key, article).value == TEXTSTAT[key](scored)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_counts_of_any_sentences_add_up_to_textstats(text):
    sentences = (text + "x", "It rained all day.", "x" + text)
    scored = joined(sentences)
    counts = Counts(*sentence_counts(sentences).sum(axis=0))
    assert max(1, counts.sentences) == textstat.sentence_count(scored)
    assert counts.words == textstat.lexicon_count(scored)
    assert counts.chars == textstat.char_count(scored)
    assert counts.polysyllables == textstat.polysyllabcount(scored)


# The formulas as printed, worked by hand: 100 words, 5 sentences, 150 syllables, 480 letters,
# 500 characters, 12 polysyllables of which 10 are not on the list, 20 unfamiliar words.
@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("flesch_reading_ease", 206.835 - 20.3 - 126.9),
        ("flesch_kincaid_grade", 7.8 + 17.7 - 15.59),
        ("gunning_fog", 0.4 * (20 + 10)),
        ("smog_index", 1.043 * 72**0.5 + 3.1291),
        ("coleman_liau_index", 27.84 - 1.48 - 15.8),
        ("automated_readability_index", 23.55 + 10 - 21.43),
        ("dale_chall", 3.158 + 0.992 + 3.6365),
    ],
)
def test_formulas_are_the_published_ones(key, expected):
    assert FORMULAS[key](Counts(100, 100, 5, 150, 480, 500, 12, 10, 20)) == pytest.approx(expected)


def test_dale_chall_adds_nothing_at_five_per_cent():
    few = Counts(100, 100, 5, 150, 480, 500, 12, 10, 5)
    assert FORMULAS["dale_chall"](few) == pytest.approx(0.7895 + 0.992)


def test_easy_text_reads_easier_than_hard_text():
    assert _row("flesch_reading_ease", annotated(EASY)).value > 100
    assert _row("flesch_reading_ease", annotated(HARD)).value < 0


def test_only_the_body_is_scored():
    article = annotated(
        (BlockKind.HEADLINE, "Parliamentary representatives characterised irregularities"),
        EASY,
        (BlockKind.CAPTION, HARD),
    )
    assert _row("flesch_kincaid_grade", article) == _row("flesch_kincaid_grade", annotated(EASY))


def test_under_150_words_is_too_few_and_keeps_the_value():
    row = _row("flesch_kincaid_grade", annotated(prose(14)))
    assert (row.n, row.status) == (14, Status.TOO_FEW)
    assert row.value is not None
    assert _row("flesch_kincaid_grade", annotated(prose(15))).status is Status.OK


def test_smog_needs_thirty_sentences():
    assert _row("smog_index", annotated(prose(29))).status is Status.TOO_FEW
    assert _row("smog_index", annotated(prose(30))).status is Status.OK


def test_the_interval_of_equal_sentences_has_no_width():
    row = _row("flesch_kincaid_grade", annotated(prose(20)))
    assert row.low == pytest.approx(row.value)
    assert row.high == pytest.approx(row.value)


def test_the_interval_of_mixed_sentences_holds_the_value():
    article = annotated(" ".join([EASY, HARD] * 6))
    for key in FORMULAS:
        row = _row(key, article)
        assert row.low < row.value < row.high


def test_words_per_sentence_uses_our_sentences():
    # 4 + 2 + 9 words; textstat would drop the sentence of two words.
    article = annotated(
        "The rain had stopped. It ended. People came out and stood in the street again."
    )
    row = next(iter(words_per_sentence(article)))
    assert (row.value, row.n, row.status) == (5.0, 3, Status.TOO_FEW)


def test_a_sentence_of_syllables_unknown_to_the_dictionary_does_not_break():
    row = _row("flesch_reading_ease", annotated("Zzyzx qwrtp."))
    assert (row.n, row.low, row.status) == (1, None, Status.TOO_FEW)
