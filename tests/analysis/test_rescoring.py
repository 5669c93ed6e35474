"""Other word lists on a kept parse: the same as analysing the article anew with them."""

import json

import pytest

from analysis import lexicons
from analysis.corrections import Corrections
from analysis.errors import InputError
from analysis.own_lists import merged
from analysis.pipeline import Options, analyse_articles
from analysis.rescoring import from_record, keep, rescored, to_record
from analysis.types import Article

pytestmark = pytest.mark.model

TEXT = (
    "Troops leave Vardania\n\n"
    "By Ann Writer\n\n"
    "Foreign peacekeepers began to leave Vardania on Monday, the defence ministry said. "
    "The well-being of its people comes first.\n\n"
    "“We will rebuild the so-called city together; these terrorists are beaten,” Ivo Karel said. "
    "The crowd crossed the city.\n\n"
    "The crowds had gone by the evening, and the shops of the city opened again."
)

OWN = """
id = "place"
label = "The place"

[[sides]]
id = "town"
label = "as a town"

[[sides]]
id = "health"
label = "as a body"

[[terms]]
lemma = "city"
side = "town"

[[terms]]
lemma = "well-being"
side = "health"
"""

OTHER = "Ça va bien, merci à tous et à toutes de la ville, dit le maire."


@pytest.fixture(scope="module")
def found():
    """Return an article analysed with the shipped lists, and its parse through JSON and back."""
    parses = []
    articles = [Article(id=text[:2], text=text, story="vardania") for text in (TEXT, OTHER)]
    annotated = analyse_articles(articles, on_parsed=lambda each: parses.append(keep(each)))
    annotated = list(annotated)
    kept = [from_record(json.loads(json.dumps(to_record(parse)))) for parse in parses]
    return list(zip(annotated, kept, strict=True))


@pytest.mark.parametrize("number", [0, 1], ids=["English", "a language not read"])
def test_with_a_new_list_it_is_as_analysed_anew(found, number):
    corrections = Corrections(lists={"place": OWN})
    annotated, parse = found[number]
    contrasts = merged(lexicons.contrasts(), corrections.lists)
    again = rescored(annotated, parse, contrasts)
    article = Article(id=annotated.article.id, text=annotated.text, story="vardania")
    options = Options(corrections={"vardania": corrections})
    assert again == next(analyse_articles([article], options))
    assert again.searched != annotated.searched


def test_the_new_words_are_found_in_their_voices(found):
    annotated, parse = found[0]
    again = rescored(annotated, parse, merged((), {"place": OWN}))
    assert [(hit.side, hit.voice.value, hit.use.value) for hit in again.terms] == [
        ("health", "outlet", "plain"),
        ("town", "quote", "so_called"),
        ("town", "outlet", "plain"),
        ("town", "outlet", "plain"),
    ]


def test_without_lists_nothing_is_left_of_them(found):
    annotated, parse = found[0]
    again = rescored(annotated, parse, ())
    assert again.terms == ()
    assert not [row for row in again.measures if row.measure.startswith("framing")]
    assert again.quotes == annotated.quotes


def test_the_parse_of_another_article_is_refused(found):
    (annotated, _), (_, other) = found
    with pytest.raises(InputError, match="is not that of"):
        rescored(annotated, other, ())
