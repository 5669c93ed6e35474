import pytest

from analysis.extract.voices import voice_spans
from analysis.extract.wordings import find_wordings
from analysis.nlp import parse
from analysis.types import Article, Block, BlockKind, Quote, QuoteKind, Span, Use, Voice

pytestmark = pytest.mark.model


def _hits(text, quotes=()):
    block = Block(0, len(text), BlockKind.BODY, "test")
    parsed = next(parse([(Article(id="a", text=text), (block,))]))
    return find_wordings(parsed, voice_spans(quotes), quotes)


def _found(text):
    return [(text[h.start : h.end], h.side) for h in _hits(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge may be closed.", [("may", "hedge")]),
        ("The bridge closed on 5 May.", []),
        ("Rain could fall on the coast.", [("could", "hedge")]),
        ("The boy could not see the shore.", []),
        ("The divers could hear the engine.", []),
        ("If the ferry could sail, it would.", []),
        ("Police looked into a possible raid on the shop.", [("possible", "hedge")]),
        ("The crew left as soon as possible.", []),
        ("The new road makes it possible to reach the lake.", []),
        ("The mayor will probably resign.", [("probably", "hedge")]),
        ("The mayor is likely to resign.", [("likely", "hedge")]),
        ("Older drivers are more likely to stop.", []),
        ("The report suggests that the dam was old.", [("suggests", "hedge")]),
        ("The mayor suggested a walk.", []),
        ("I think the dam was old.", [("think", "hedge")]),
        ("She taught me to think.", []),
        ("About 200 people came to the harbour.", []),
        ("Anyone can swim in the lake.", []),
    ],
)
def test_hedges(text, expected):
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan has clearly failed.", [("clearly", "booster")]),
        ("The minister could not clearly explain the plan.", []),
        ("Of course, the lake is cold.", [("Of course", "booster")]),
        ("There is no doubt that the lake is cold.", [("There is no doubt", "booster")]),
        ("It is clear that the lake is cold.", [("clear that", "booster")]),
        ("It is not clear that the lake is cold.", []),
        ("The lake is clear.", []),
    ],
)
def test_boosters(text, expected):
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boat reportedly sank.", [("reportedly", "evidential")]),
        ("An alleged thief was held.", [("alleged", "evidential")]),
        ("The boat is said to have sunk.", [("is said to", "evidential")]),
        ("The boat was supposed to sail at nine.", []),
        ("The so-called harbour fund is empty.", [("so-called", "evidential")]),
    ],
)
def test_evidentials(text, expected):
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor revealed that the fund was empty.", [("revealed", "presupposing")]),
        ("The mayor revealed the plan.", []),
        ("The mayor did not reveal whether the fund was empty.", []),
        ("The mayor was aware that the fund was empty.", [("aware", "presupposing")]),
        ("The mayor was aware of the fund.", []),
        ("It is tragic that the boat sank.", [("tragic", "presupposing")]),
        ("The mayor ignored the fact that the fund was empty.", [("fact that", "presupposing")]),
        ("The crew failed to close the gate.", [("failed", "implicative")]),
        ("The talks failed.", []),
        ("The crew may refuse to close the gate.", [("may", "hedge")]),
        ("If the crew fails to close the gate, the field floods.", []),
        ("The storm forced the crew to close the gate.", [("forced", "implicative")]),
    ],
)
def test_words_that_take_for_granted_count_with_their_clause(text, expected):
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was an utterly calm day.", [("utterly", "intensifier")]),
        ("The very same boat came back.", []),
        ("Divers went deeper into the cave.", []),
        ("Inspectors found highly enriched uranium.", []),
        ("The raid caused collateral damage.", [("collateral damage", "euphemism")]),
        ("His grandfather passed away.", [("passed away", "euphemism")]),
        ("The mayor called in his henchmen.", [("henchmen", "dysphemism")]),
        ("A pro-life group met in the hall.", [("pro-life", "one_sided")]),
        ("A radical group met in the hall.", [("radical", "one_sided")]),
        ("It was a radical change of course.", []),
        ("It was a shameful day for the town.", [("shameful", "evaluative")]),
        ("Unfortunately, the boat sank.", [("Unfortunately", "evaluative")]),
        ("Toxic waste lay on the shore.", []),
        ("The boat sank in the harbour.", []),
        ("", []),
    ],
)
def test_loaded_words(text, expected):
    assert _found(text) == expected


def test_a_wording_stands_in_the_voice_around_it():
    text = "“It may rain,” she said. It may snow."
    content = Span(0, text.index("”") + 1)
    quote = Quote("q1", QuoteKind.DIRECT, (content,), quoted=(Span(1, content.end - 1),))
    assert [(h.contrast, h.voice, h.use, h.quote_id) for h in _hits(text, (quote,))] == [
        ("certainty", Voice.QUOTE, Use.QUOTED, "q1"),
        ("certainty", Voice.OUTLET, Use.PLAIN, None),
    ]
