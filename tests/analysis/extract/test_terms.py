from dataclasses import replace

import pytest

from analysis.extract.terms import find_terms
from analysis.lexicons import Contrast, Side, Term
from analysis.nlp import parse
from analysis.types import (
    Article,
    Block,
    BlockKind,
    Quote,
    QuoteKind,
    Span,
    Use,
    Voice,
    VoiceSpan,
)

pytestmark = pytest.mark.model


def _term(side, lemma, pos, **guards):
    return Term(side, lemma, pos, "a reason", "a source", **guards)


CONTRAST = Contrast(
    id="troops",
    lexicon="contrasts/troops",
    version="1.0.0",
    language="en",
    label="Troops",
    question="What are they called?",
    sides=(Side("peace", "peace words"), Side("occupy", "occupation words")),
    terms=(
        _term("peace", "peacekeeping", ("NOUN", "ADJ", "VERB")),
        _term("peace", "restore order", ("VERB",)),
        _term("occupy", "occupation", ("NOUN",)),
        _term("occupy", "occupy", ("VERB",), subject=("soldier", "army")),
        _term("occupy", "withdraw", ("VERB",), not_object=("money",)),
    ),
)


def _parsed(text):
    block = Block(0, len(text), BlockKind.BODY, "test")
    return next(parse([(Article(id="a", text=text), (block,))]))


def _hits(text, voices=(), quotes=()):
    return find_terms(_parsed(text), voices, quotes, (CONTRAST,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peacekeeping units arrived.", [("Peacekeeping", "peace")]),
        ("The army restored order.", [("restored order", "peace")]),
        ("The soldiers occupied the city.", [("occupied", "occupy")]),
        ("Protesters occupied the hall.", []),
        ("The troops withdrew.", [("withdrew", "occupy")]),
        ("She withdrew money from the bank.", []),
        ("His occupation is teaching.", [("occupation", "occupy")]),
        ("The occupants left.", []),
        ("", []),
    ],
)
def test_terms_match_by_lemma_and_guard(text, expected):
    assert [(text[h.start : h.end], h.side) for h in _hits(text)] == expected


def test_headline_in_title_case_is_read_as_a_sentence():
    headline = "Army Restored Order After Protests in Capital"
    body = (
        "The army was sent to the capital on Monday after protests against higher prices, and by "
        "the evening people who had feared the worst could go back to their work in shops, "
        "schools and offices."
    )
    text = f"{headline}\n{body}"
    blocks = (
        Block(0, len(headline), BlockKind.HEADLINE, "test"),
        Block(len(headline) + 1, len(text), BlockKind.BODY, "test"),
    )
    parsed = next(parse([(Article(id="a", text=text), blocks)]))
    hits = find_terms(parsed, (), (), (CONTRAST,))
    assert [text[h.start : h.end] for h in hits] == ["Restored Order"]


def _in_voice(text, part, kind, voice, quoted=True):
    start = text.index(part)
    span = Span(start, start + len(part))
    quote = Quote("q1", kind, (span,), quoted=(span,) if quoted else ())
    return _hits(text, (VoiceSpan(*span, voice, "q1"),), (quote,))[0]


@pytest.mark.parametrize(
    ("part", "kind", "voice", "use"),
    [
        ("the occupation must end", QuoteKind.DIRECT, Voice.QUOTE, Use.QUOTED),
        ("occupation", QuoteKind.FRAGMENT, Voice.QUOTE, Use.FRAGMENT),
        ("occupation", QuoteKind.MIXED, Voice.QUOTE, Use.FRAGMENT),
        ("occupation", QuoteKind.SCARE, Voice.QUOTE, Use.SCARE),
        ("the occupation must end", QuoteKind.INDIRECT, Voice.PARAPHRASE, Use.ATTRIBUTED),
    ],
)
def test_use_follows_the_voice_and_the_length_of_the_quotation(part, kind, voice, use):
    hit = _in_voice("She said: “the occupation must end”.", part, kind, voice)
    assert (hit.voice, hit.use, hit.quote_id) == (voice, use, "q1")


def test_plain_use_is_the_outlets_own():
    hit = _hits("The occupation ended.")[0]
    assert (hit.voice, hit.use, hit.quote_id) == (Voice.OUTLET, Use.PLAIN, None)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("The so-called peacekeeping force arrived.", Use.SO_CALLED),
        ("The self-styled peacekeeping force arrived.", Use.SO_CALLED),
        ("The force called peacekeeping a duty.", Use.PLAIN),
    ],
)
def test_so_called_marks_distance(text, use):
    assert _hits(text)[0].use is use


OPEN = ("ADJ", "ADV", "NOUN", "PROPN", "VERB", "X")


def _found(text, *entries, pos=OPEN):
    contrast = replace(CONTRAST, terms=tuple(_term("peace", entry, pos) for entry in entries))
    return [text[h.start : h.end] for h in find_terms(_parsed(text), (), (), (contrast,))]


@pytest.mark.parametrize(
    ("entry", "text", "expected"),
    [
        ("peacekeep*", "Peacekeepers and peacekeeping troops left peace.", 2),
        ("*abortion*", "Anti-abortion and proabortionist groups met.", 2),
        ("anti-abort*", "Anti-abortion groups met.", 1),
        ("pro-life", "A pro-life and a Pro-Life and a pro\u2011life group met.", 3),
        ("pro - life", "A pro-life group met.", 1),
        ("so-called", "The so-called republic fell.", 1),
        ("people's republic", "The people's republic and the people\u2019s republic fell.", 2),
        ("human rights", "Human rights groups met.", 1),
        ("boots on the ground", "They put boots on the ground.", 1),
        ("take step", "They took steps and took step after step.", 2),
        ("a.*b", "The axxb word and acb were listed.", 0),
    ],
)
def test_literal_words_stars_and_hyphens_match_as_they_are_tokenised(entry, text, expected):
    assert len(_found(text, entry)) == expected


def test_class_of_a_hyphenated_word_may_be_that_of_any_of_its_parts():
    assert _found("The state-of-the-art weapon failed.", "state-of-the-art", pos=("NOUN",))
    assert not _found("The state-of-the-art weapon failed.", "state-of-the-art", pos=("VERB",))


def test_all_contrasts_are_searched_at_once_and_may_share_words():
    other = replace(CONTRAST, id="other", terms=(_term("peace", "peacekeep*", OPEN),))
    hits = find_terms(_parsed("Peacekeeping units arrived."), (), (), (CONTRAST, other))
    assert [(hit.contrast, hit.start, hit.end) for hit in hits] == [
        ("other", 0, 12),
        ("troops", 0, 12),
    ]


def test_of_two_entries_of_one_contrast_the_longer_counts():
    text = "The violent protesters left."
    assert _found(text, "protester", "violent protester") == ["violent protesters"]
