from analysis.measures.layers import voiced_sentences
from analysis.types import BlockKind, Voice
from tests.analysis.factories import annotated


def test_each_word_is_counted_in_its_voice():
    article = annotated(
        "He said: “We will stay here.” The mayor said that it was over. Rain fell.",
        quoted=["We will stay here."],
        paraphrased=["that it was over"],
    )
    words = [
        (s.words[None], s.words[Voice.OUTLET], s.words[Voice.PARAPHRASE], s.words[Voice.QUOTE])
        for s in voiced_sentences(article)
    ]
    assert words == [(6, 2, 0, 4), (7, 3, 4, 0), (2, 2, 0, 0)]


def test_a_quote_over_two_sentences_is_split_between_them():
    article = annotated("“We stay. We wait,” she said.", quoted=["We stay. We wait,"])
    words = [(s.words[Voice.QUOTE], s.words[Voice.OUTLET]) for s in voiced_sentences(article)]
    assert words == [(2, 0), (2, 2)]


def test_captions_and_galleries_are_left_out():
    article = annotated(
        (BlockKind.HEADLINE, "Rain in town"),
        "Rain fell.",
        (BlockKind.CAPTION, "A street in the rain."),
        (BlockKind.GALLERY, "Ten pictures of rain."),
    )
    assert [s.sentence.block for s in voiced_sentences(article)] == [
        BlockKind.HEADLINE,
        BlockKind.BODY,
    ]


def test_an_empty_article_has_no_sentences():
    assert voiced_sentences(annotated("")) == ()
