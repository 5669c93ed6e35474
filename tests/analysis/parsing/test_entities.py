"""Names chosen for all words together, against spaCy's own steps from word to word."""

import numpy as np
import pytest
from spacy.tokens import Doc, Span

from analysis.parsing.entities import NameFinder, Words

pytestmark = pytest.mark.model

TEXTS = (
    "Mayor Ann Lee said on Monday that the Bank of England had lent Oslo $ 1.2 million in 2021.",
    "It was in New York",
    "He met Ann. Lee met the United Nations. The European Union did not.",
    "   \n New \n York   ",
    "",
    "Angela Merkel, Emmanuel Macron and the Supreme Court of the United States of America",
)


@pytest.fixture
def finder(stock):
    return stock.get_pipe("ner")


def parsed(stock, texts):
    with stock.select_pipes(disable=["ner"]):
        return [stock(text) for text in texts]


class Predicting:
    """A name finder of which only the model can be asked, not its own steps."""

    def __init__(self, finder):
        self.model = finder.model


def names_of(doc):
    return [(token.ent_iob_, token.ent_type_) for token in doc]


def test_names_are_those_of_the_component(stock, finder, monkeypatch):
    own, expected = parsed(stock, TEXTS), parsed(stock, TEXTS)
    for doc in expected:
        finder(doc)
    quick = NameFinder(finder)
    monkeypatch.setattr(quick, "_finder", Predicting(finder))
    quick.annotate(own)
    assert [names_of(doc) for doc in own] == [names_of(doc) for doc in expected]
    assert any(len(name) > 2 for doc in own for name in doc.ents)


def test_no_name_goes_on_to_another_sentence(stock, finder):
    for cut in range(1, 9):
        docs = [stock.make_doc(TEXTS[0]) for _ in range(2)]
        for doc in docs:
            for token in doc:
                token.is_sent_start = token.i in (0, cut)
        NameFinder(finder).annotate(docs[:1])
        finder(docs[1])
        assert names_of(docs[0]) == names_of(docs[1])
        assert not any(name.start < cut < name.end for name in docs[0].ents)


def names_wanted(finder, wishes, blank=(), ends=(), asked=None):
    """Return the names found if the model wishes these actions, a word's best one first.

    Actions joined by ``=`` are wished alike. ``asked`` is filled with the words looked at.
    """
    actions = [finder.moves.get_class_name(i) for i in range(finder.moves.n_moves)]
    table = np.zeros((len(wishes), len(actions)), dtype=np.float32)
    for place, wish in enumerate(wishes):
        for rank, alike in enumerate(wish.split()):
            for action in alike.split("="):
                table[place, actions.index(action)] = 10 - rank

    def scores(rows):
        if asked is not None:
            asked.extend(rows.tolist())
        return table[rows[:, 0]]

    marks = np.arange(len(wishes))
    words = Words(len(wishes), np.isin(marks, blank), np.isin(marks, [*ends, len(wishes) - 1]))
    names = NameFinder(finder)._names(scores, words)
    return [(name.start, name.end, actions[name.label][2:]) for name in names]


def test_a_choice_looks_at_the_word_and_inside_a_name_at_its_first_and_the_one_before(finder):
    asked = []
    names_wanted(finder, ["O", "B-DATE", "I-DATE O", "L-DATE O", "O"], asked=asked)
    assert asked[:5] == [[0, -1, -1], [1, -1, -1], [2, -1, -1], [3, -1, -1], [4, -1, -1]]
    assert asked[5:] == [[2, 1, 1], [3, 1, 2]]


def test_of_equals_the_action_with_the_lower_number_is_taken(finder):
    wishes = ["B-DATE=U-DATE=O", "I-DATE=L-DATE", "L-DATE", "O"]
    assert names_wanted(finder, wishes) == [(0, 3, "DATE")]


def test_the_action_for_words_marked_as_no_name_is_never_taken(finder):
    assert names_wanted(finder, ["U- U-DATE", "U- O"]) == [(0, 1, "DATE")]


def test_a_name_goes_on_until_its_last_word(finder):
    wishes = ["O", "B-DATE", "I-DATE", "L-DATE", "U-GPE"]
    assert names_wanted(finder, wishes) == [(1, 4, "DATE"), (4, 5, "GPE")]


def test_a_name_that_goes_on_keeps_its_kind(finder):
    wishes = ["B-DATE", "I-ORG I-DATE", "L-ORG L-DATE", "O"]
    assert names_wanted(finder, wishes) == [(0, 3, "DATE")]


def test_a_word_inside_a_name_begins_none(finder):
    wishes = ["B-DATE", "B-GPE I-DATE", "U-GPE L-DATE", "O"]
    assert names_wanted(finder, wishes) == [(0, 3, "DATE")]


@pytest.mark.parametrize("ends", [2, 3])
def test_a_name_ends_with_its_sentence(finder, ends):
    wishes = ["O", "B-DATE", "I-DATE O", "I-DATE O", "I-DATE O", "O"]
    assert names_wanted(finder, wishes, ends=[ends]) == [(1, ends + 1, "DATE")]


def test_no_name_of_two_words_begins_at_the_end_of_a_sentence(finder):
    wishes = ["O", "B-DATE U-GPE", "L-DATE O"]
    assert names_wanted(finder, wishes, ends=[1]) == [(1, 2, "GPE")]
    assert names_wanted(finder, wishes) == [(1, 3, "DATE")]


def test_a_blank_begins_no_name(finder):
    wishes = ["B-DATE O", "L-DATE O", "U-GPE O"]
    assert names_wanted(finder, wishes, blank=[0, 2]) == []


def test_a_document_ends_a_sentence_and_a_sentence_that_begins_ends_the_one_before(stock):
    docs = [stock.make_doc(text) for text in ("It is here.", "", "In New  York")]
    docs[2][1].is_sent_start = True
    words = Words.of(docs)
    assert words.ends_sentence.tolist() == [False] * 3 + [True, True, False, False, True]
    assert words.is_blank.tolist() == [False] * 6 + [True, False]


def test_a_document_ends_also_where_the_next_is_said_to_begin_no_sentence(stock):
    docs = [Doc(stock.vocab, words=["A", "B"], sent_starts=[False] * 2) for _ in range(2)]
    assert Words.of(docs).ends_sentence.tolist() == [False, True] * 2


def test_what_is_found_in_a_document_does_not_depend_on_the_next(stock, finder):
    texts = ["He flew to New", "York is large."]
    docs = parsed(stock, texts)
    NameFinder(finder).annotate(docs)
    for doc, [alone] in zip(docs, [parsed(stock, [text]) for text in texts], strict=True):
        finder(alone)
        assert names_of(doc) == names_of(alone)


def test_names_that_stand_already_are_kept(stock, finder):
    docs = parsed(stock, TEXTS[:2])
    expected = parsed(stock, TEXTS[:2])
    for each in (docs[0], expected[0]):
        each.set_ents([Span(each, 4, 6, label="EVENT")], default="missing")
    NameFinder(finder).annotate(docs)
    for doc in expected:
        finder(doc)
    assert [names_of(doc) for doc in docs] == [names_of(doc) for doc in expected]
    assert "EVENT" in [name.label_ for name in docs[0].ents]
    assert len(docs[0].ents) > 3


def test_a_parser_is_not_taken_for_a_name_finder(stock, finder):
    assert NameFinder.suits(finder)
    assert not NameFinder.suits(stock.get_pipe("parser"))


def test_no_words_are_no_names(stock, finder):
    docs = parsed(stock, ["", ""])
    NameFinder(finder).annotate(docs)
    assert [doc.ents for doc in docs] == [(), ()]
