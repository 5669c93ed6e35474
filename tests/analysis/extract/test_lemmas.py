import pytest

from analysis.extract.lemmas import find_lemmas
from analysis.nlp import parse
from analysis.types import Article, Block, BlockKind

pytestmark = pytest.mark.model


def _lemmas(text, kind=BlockKind.BODY):
    block = Block(0, len(text), kind, "test")
    return find_lemmas(next(parse([(Article(id="a", text=text), (block,))])))


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The old boats sank in the harbour.", ["old", "boat", "sink", "harbour"]),
        ("She said that 20 boats had sunk.", ["boat", "sink"]),
        ("It is not.", []),
        ("", []),
    ],
)
def test_content_words_are_kept_as_lemmas(text, lemmas):
    assert [each.lemma for each in _lemmas(text)] == lemmas


def test_each_lemma_knows_its_place():
    text = "The boats sank."
    assert [text[each.start : each.end] for each in _lemmas(text)] == ["boats", "sank"]


def test_what_is_not_analysed_has_no_lemmas():
    assert _lemmas("The boats sank.", BlockKind.COMMENT) == ()
