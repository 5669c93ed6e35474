from dataclasses import replace

import pytest

from analysis.corrections import Corrections
from analysis.pipeline import PUT_BACK_RULE, Options, analyse_articles
from analysis.types import Article, BlockKind, Span, Voice

pytestmark = pytest.mark.model

TEXT = (
    "Troops leave Vardania\n\n"
    "By Ann Writer\n\n"
    "Foreign troops began to leave Vardania on Monday, the defence ministry said.\n\n"
    "President Ivo Karel said the “terrorists” had been defeated in a week of unrest. "
    "“We will rebuild the city together,” Karel said.\n\n"
    "The crowds had gone by the evening, and the shops of the capital opened again.\n\n"
    "3 Comments\n\n"
    "Drive these occupants out of our country!"
)


def _analysed(*articles, **options):
    return list(analyse_articles(articles, Options(**options)))


@pytest.fixture(scope="module")
def vardania():
    return _analysed(Article(id="a", text=TEXT, story="vardania"))[0]


def test_comments_reach_no_count(vardania):
    start = TEXT.index("3 Comments")
    assert all(s.end <= start for s in vardania.sentences)
    assert all(h.end <= start for h in vardania.terms)


def test_quoted_words_are_never_the_outlets_own(vardania):
    hit = next(h for h in vardania.terms if h.span.of(TEXT) == "terrorists")
    assert hit.voice is Voice.QUOTE


def test_every_span_is_inside_the_text_and_every_quote_has_its_words(vardania):
    spans = [
        *(b.span for b in vardania.blocks),
        *(s.span for s in vardania.sentences),
        *(h.span for h in vardania.terms),
        *(p for q in vardania.quotes for p in q.content),
    ]
    assert all(0 <= s.start < s.end <= len(TEXT) for s in spans)
    assert "We will rebuild the city together" in {
        p.of(TEXT).rstrip(",") for q in vardania.quotes for p in q.content
    }


def test_metadata_is_read_from_the_page_with_its_basis(vardania):
    assert vardania.article.title == "Troops leave Vardania"
    assert vardania.article.byline == "Ann Writer"
    assert (vardania.article.published, vardania.article.published_basis) == (None, "unknown")


def test_a_block_put_back_is_counted_again():
    start = TEXT.index("Drive these")
    span = Span(start, len(TEXT))
    article = Article(id="a", text=TEXT, story="vardania")
    annotated = _analysed(article, corrections={"vardania": Corrections({"a": (span,)})})[0]
    block = next(b for b in annotated.blocks if b.span == span)
    assert (block.kind, block.rule) == (BlockKind.BODY, PUT_BACK_RULE)
    assert any(s.start >= start for s in annotated.sentences)


def test_no_clean_takes_the_whole_text_as_one_body_block():
    annotated = _analysed(Article(id="a", text=TEXT), clean=False)[0]
    assert [(b.start, b.end, b.kind) for b in annotated.blocks] == [(0, len(TEXT), "body")]
    assert any("occupants" in s.span.of(TEXT) for s in annotated.sentences)


def test_another_language_is_shown_and_not_measured():
    text = "Президент Вардании заявил, что войска начнут вывод через два дня после миссии."
    annotated = _analysed(Article(id="ru", text=text))[0]
    assert annotated.article.language == "ru"
    assert annotated.notices[0].startswith("Not measured: this text looks like language 'ru'")
    assert {m.status for m in annotated.measures} == {"not_measured"}
    assert annotated.blocks


def test_one_word_is_analysed_and_said_to_be_too_few():
    annotated = _analysed(Article(id="a", text="Unrest"))[0]
    assert annotated.notices == ("Only 1 word: counts are shown, shares and rates are too few.",)


def test_output_follows_input_order_when_stories_alternate():
    articles = [
        Article(id=name, text=f"Rain fell on {name}.", story=story)
        for name, story in (("a", "x"), ("b", None), ("c", "x"), ("d", "y"))
    ]
    assert [each.article.id for each in _analysed(*articles)] == ["a", "b", "c", "d"]


def test_an_unrelated_article_changes_nothing(vardania):
    other = Article(id="b", text="Rain fell.\n\nThe river rose.", story=None)
    again = _analysed(Article(id="a", text=TEXT, story="vardania"), other)[0]
    assert again == vardania


def test_the_name_of_the_outlet_changes_nothing(vardania):
    renamed = _analysed(Article(id="a", text=TEXT, story="vardania", outlet="The Rival"))[0]
    assert replace(renamed, article=vardania.article) == vardania


def test_progress_counts_every_article():
    told = []
    articles = [Article(id=name, text="Rain fell.") for name in "ab"]
    list(analyse_articles(articles, progress=lambda *each: told.append(each)))
    assert told == [(1, 2, "a"), (2, 2, "b")]


def test_a_regional_language_code_is_its_language():
    annotated = _analysed(Article(id="a", text="Rain fell on the town.", language="en-GB"))[0]
    assert annotated.article.language == "en"
    assert annotated.sentences


def test_two_articles_with_one_id_keep_their_own_text():
    articles = [Article(id="a", text=f"{word} fell here.", story="x") for word in ("Rain", "Snow")]
    assert [each.text for each in _analysed(*articles)] == ["Rain fell here.", "Snow fell here."]


CAPITAL = """
id = "capital"
label = "The capital"
[[sides]]
id = "shop"
label = "shop words"
[[sides]]
id = "war"
label = "war words"
[[terms]]
side = "shop"
lemma = "shop"
[[terms]]
side = "war"
lemma = "trench*"
"""


def test_a_readers_list_is_looked_for_beside_the_shipped_ones():
    corrections = {"vardania": Corrections(lists={"capital": CAPITAL})}
    (found,) = _analysed(Article(id="a", text=TEXT, story="vardania"), corrections=corrections)
    hits = [(h.side, h.span.of(TEXT), h.lexicon) for h in found.terms if h.contrast == "capital"]
    assert hits == [("shop", "shops", "own/capital 1")]
    sides = {(s.contrast, s.side) for s in found.searched}
    assert {("capital", "shop"), ("capital", "war"), ("troops", "plain")} <= sides
    measured = {row.measure: row.value for row in found.measures if row.voice is None}
    assert measured["framing_rate.capital.war"] == 0


def test_a_readers_list_that_cannot_be_read_stops_no_analysis():
    corrections = {"vardania": Corrections(lists={"capital": "id ="})}
    (found,) = _analysed(Article(id="a", text=TEXT, story="vardania"), corrections=corrections)
    assert found.terms
