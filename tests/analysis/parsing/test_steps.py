"""The quick steps against spaCy's own pipeline: the same annotations, token for token."""

import pytest
import spacy
from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    LEMMA,
    MORPH,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)

from analysis.nlp import model_version, steps
from analysis.parsing.steps import Steps

pytestmark = pytest.mark.model

COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, ENT_IOB, MORPH, SPACY, HEAD, SENT_START]

TEXTS = (
    "Mayor Ann Lee said on Monday that 1,200 people had left Oslo, “our city,” she added.",
    "It's raining. They'd've gone, hadn't they?  Two  blanks - and a dash -- stand here.",
    "Who left? The nurses' union, which had asked for more pay, did; the others didn't.",
    "THE MINISTER RESIGNS AFTER 3.5M VOTES",
    "He was better than those leaves. I've been to U.S. bases in N.Y. at 5 p.m. on 3/4/21.",
    "Up to 40 men and women were to be given what the court had called its own to have.",
    "\n\n A line\nof two \n",
    "",
    " ",
    "…",
    "((((( ))))) !!! ??? #tag @name https://example.org/a?b=c 😀 naïve café",
    "Nothing that he or she wants more than to lie, lay, lain; the more the merrier.",
)


@pytest.fixture(scope="module", params=[60_000, 0], ids=["kept", "freed after each batch"])
def quick(request):
    return Steps(spacy.load(model_version().split()[0]), kept_strings=request.param)


@pytest.mark.parametrize("again", [1, 2])
def test_annotations_are_spacys(stock, again):
    for text, found in zip(TEXTS, steps().annotated(TEXTS), strict=True):
        assert found.to_array(COLUMNS).tolist() == stock(text).to_array(COLUMNS).tolist()


def token_of(token):
    return (
        (token.text, token.lemma_, token.pos_, token.tag_, token.dep_, token.lower_, token.idx),
        (token.ent_type_, token.ent_iob_, token.whitespace_, token.head.i, token.n_lefts),
        (token.left_edge.i, token.right_edge.i, token.n_rights, token.text_with_ws, len(token)),
        (token.is_alpha, token.is_lower, token.is_punct, token.is_quote, token.is_space),
        (token.is_stop, token.is_title, token.is_upper, token.like_num),
        [[t.i for t in row] for row in (token.children, token.lefts, token.rights)],
        [[t.i for t in row] for row in (token.subtree, token.ancestors, token.conjuncts)],
        (token.sent.start, token.sent.end, token.is_ancestor(token.doc[0])),
    )


def _span(span):
    where = (span.start, span.end, span.start_char, span.end_char, span.sent.start)
    return where, span.text, span.lemma_, span.label_, span.root.i, len(span)


def test_tokens_answer_as_spacys_do(stock, quick):
    for text, doc in zip(TEXTS, quick.parsed(TEXTS), strict=True):
        expected = stock(text)
        assert doc.text == text
        assert [token_of(token) for token in doc] == [token_of(token) for token in expected]
        assert [token.morph for token in doc] == [str(token.morph) or "_" for token in expected]


def test_stretches_answer_as_spacys_do(stock, quick):
    for text, doc in zip(TEXTS, quick.parsed(TEXTS), strict=True):
        for name in ("ents", "sents", "noun_chunks"):
            expected = [_span(span) for span in getattr(stock(text), name)]
            assert [_span(span) for span in getattr(doc, name)] == expected


def test_stretches_by_character_are_spacys(stock, quick):
    [doc], expected = quick.parsed(TEXTS[:1]), stock(TEXTS[0])
    for start in range(len(doc.text) - 4):
        spans = [
            each.char_span(start, start + 4, alignment_mode="expand") for each in (doc, expected)
        ]
        assert spans[0] is not None
        assert _span(spans[0]) == _span(spans[1])


def test_what_is_found_does_not_depend_on_what_is_parsed_with_it(quick):
    together = [[token_of(token) for token in doc] for doc in quick.parsed(TEXTS)]
    alone = [[token_of(token) for token in quick.parsed([text])[0]] for text in TEXTS]
    assert together == alone


def test_memory_of_new_words_is_freed():
    pipeline = spacy.load(model_version().split()[0])
    quick = Steps(pipeline, kept_strings=0)
    quick.parsed(TEXTS)
    before = len(pipeline.vocab.strings)
    quick.parsed([f"Zq{n}x met Wv{n}y in Kj{n}z." for n in range(50)])
    assert len(pipeline.vocab.strings) == before
