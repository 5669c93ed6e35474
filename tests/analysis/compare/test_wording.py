from analysis.compare.wording import differing, lemmas_in
from analysis.types import Lemma, Span


def _lemmas(*words):
    result, at = [], 0
    for word in words:
        result.append(Lemma(at, at + len(word), word))
        at += len(word) + 1
    return result


def test_words_of_one_side_only_are_marked_on_that_side():
    left = _lemmas("crowd", "briefly", "seize", "airport")
    right = _lemmas("crowd", "briefly", "control", "airport")
    assert differing(left, right) == ((Span(14, 19),), (Span(14, 21),))


def test_neighbouring_words_are_one_span():
    left = _lemmas("crowd", "storm", "hall")
    right = _lemmas("crowd", "enter", "quietly", "hall")
    assert differing(left, right).right == (Span(6, 19),)


def test_a_word_in_another_place_does_not_differ():
    left = _lemmas("police", "arrest", "student")
    right = _lemmas("student", "arrest", "police")
    assert differing(left, right) == ((), ())


def test_equal_and_empty_sentences_do_not_differ():
    assert differing(_lemmas("rain"), _lemmas("rain")) == ((), ())
    assert differing([], []) == ((), ())
    assert differing([], _lemmas("rain")) == ((), (Span(0, 4),))


def test_the_content_words_of_a_stretch_are_those_that_begin_in_it():
    class Article:
        lemmas = (Lemma(0, 4, "rain"), Lemma(5, 9, "fall"), Lemma(10, 14, "hard"))

    assert [each.lemma for each in lemmas_in(Article(), Span(5, 10))] == ["fall"]
