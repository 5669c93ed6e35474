import pytest

from analysis.extract.quotes.sources import antecedent, source_head, source_tokens, written_after

pytestmark = pytest.mark.model


def _token(nlp, text, word):
    return next(t for t in nlp(text) if t.text == word)


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The mayor said that it rained.", "said", "mayor"),
        ("It rained, said the mayor.", "said", "mayor"),
        ("The mayor spoke and promised a road.", "promised", "mayor"),
        ("The mayor wants to announce a plan.", "announce", "mayor"),
        ("The mayor waved, saying that it rained.", "saying", "mayor"),
        ("The nurse, who said it rained, left.", "said", "who"),
        ("The ministry issued a statement saying that it rained.", "saying", "ministry"),
        ("The union's claim that wages fell was false.", "claim", "union"),
        ("According to the police, it rained.", "According", "police"),
        ("The plan was criticised by the unions.", "criticised", "unions"),
        ("They were convinced that it rained.", "convinced", "They"),
        (
            "The mayor said that the road had been closed and insisted that it was safe.",
            "insisted",
            "mayor",
        ),
    ],
)
def test_source_by_pattern(nlp, text, cue, source):
    assert source_head(_token(nlp, text, cue)).text == source


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Dozens are believed to be dead.", "believed"),
        ("The road is expected to open.", "expected"),
        ("Say it.", "Say"),
    ],
)
def test_no_source_where_grammar_names_none(nlp, text, cue):
    assert source_head(_token(nlp, text, cue)) is None


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("The mayor of Oslo said it rained.", "mayor", "The mayor of Oslo"),
        ("Jon Berg, a farmer, said it rained.", "Berg", "Jon Berg"),
        ("The nurses who left said it rained.", "nurses", "The nurses"),
        ("Berg said it rained.", "Berg", "Berg"),
    ],
)
def test_source_words_end_at_comma_or_clause(nlp, text, head, words):
    doc = nlp(text)
    start, end = source_tokens(next(t for t in doc if t.text == head))
    assert doc[start:end].text == words


def test_relative_pronoun_stands_for_its_noun(nlp):
    assert antecedent(_token(nlp, "The nurse, who said it rained, left.", "who")).text == "nurse"


@pytest.mark.parametrize(("text", "found"), [("mused host Jon Berg.", True), ("said.", False)])
def test_noun_behind_an_inverted_verb(nlp, text, found):
    assert (written_after(nlp(text)[0]) is not None) is found
