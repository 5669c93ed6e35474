import pytest

from analysis.errors import InputError
from analysis.lesson import records
from analysis.lesson.choosing import chosen
from analysis.lesson.plans import MINUTES, next_step, plan, previous_step
from analysis.lesson.reading import as_printed, masked, paragraphs
from analysis.lesson.types import CardKind, Step
from tests.analysis.lesson import made


def test_outlets_become_letters_that_the_seed_decides():
    lesson = made.lesson()
    assert [text.letter for text in lesson.texts] == ["A", "B"]
    assert made.lesson() == lesson
    orders = {tuple(t.outlet for t in made.lesson(seed=f"s{n}").texts) for n in range(8)}
    assert len(orders) == 2


def test_every_place_is_in_the_original_text():
    story = made.story()
    texts = {each.article.id: each.text for each in story.articles}
    for text in made.lesson().texts:
        original = texts[text.article_id]
        for passage in text.passages:
            assert original[passage.start : passage.end] == passage.text
            assert all(original[w.start : w.end] == passage.of(w) for w in passage.words)


def test_as_many_sentences_of_each_text_are_asked_and_the_same_ones_each_time():
    lesson = made.lesson()
    assert [len(text.asked) for text in lesson.texts] == [10, 10]
    assert all(passage.kind == "body" for passage in lesson.asked)


def test_a_short_text_gives_what_it_has_and_the_others_fill_up():
    short = made.article("Town Courier", "courier")
    pairs = [(short, frozenset({"s2", "s3"})), (short, frozenset(s.id for s in short.sentences))]
    assert [len(each) for each in chosen(pairs, 45, "s")] == [2, 12]


def test_nothing_of_the_outlet_stands_in_what_is_shown_before_the_reveal():
    for text in made.lesson().texts:
        shown = " ".join(masked(each) for each in text.passages)
        for name in ("Harbour Post", "Town Courier", "HP", "example.org"):
            assert name not in shown
    printed = " ".join(as_printed(each) for t in made.lesson().texts for each in t.passages)
    assert "Harbour Post" in printed


def test_masked_words_cannot_be_marked():
    passage = next(p for p in made.lesson().asked if "told" in p.text)
    assert masked(passage).startswith("Police told [this outlet] that")
    assert {"Post", "Courier"}.isdisjoint(passage.of(word) for word in passage.words)


def test_paragraphs_keep_headline_and_text_apart():
    kinds = [group[0].kind for group in paragraphs(made.lesson().texts[0])]
    assert kinds == ["headline", "body"]


def test_rights_decide_which_sentences_a_file_may_hold():
    story = made.story(made.article("Harbour Post", "post", rights="excerpt"))
    (text,) = made.lesson_of(story, minutes=45, seed="s").texts
    assert 0 < sum(each.printed for each in text.passages) < len(text.passages)
    assert all(each.printed for each in text.asked)


def test_a_story_without_a_sentence_to_mark_says_why():
    story = made.story(made.article("Harbour Post", "post", rights="link"))
    with pytest.raises(InputError, match="no sentence that a class could mark"):
        made.lesson_of(story, minutes=45, seed="s")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"minutes": 60}, "no plan of 60"),
        ({"articles": ["x"]}, "no article 'x'"),
        ({"articles": ["post"] * 6}, "at most 5"),
    ],
)
def test_what_cannot_be_is_said(options, why):
    with pytest.raises(InputError, match=why):
        made.lesson(**options)


def test_chosen_articles_alone_are_read():
    assert [text.outlet for text in made.lesson(articles=["post"]).texts] == ["Harbour Post"]


def test_a_lesson_comes_back_from_text_as_it_was():
    lesson = made.lesson(who={"Harbour Post": "run by the harbour"})
    assert records.from_json(records.to_json(lesson)) == lesson
    with pytest.raises(InputError, match="another version"):
        records.from_json('{"version": 0}')


def test_the_tool_answers_in_the_form_of_a_pupil():
    asked = made.lesson().asked
    quoted = next(p for p in asked if "We saw" in p.text)
    assert quoted.tool.voice == "quote"
    stormy = next(p for p in asked if "brutal" in p.text)
    assert [stormy.of(word) for word in stormy.tool.words] == ["brutal"]


def test_cards_hold_what_was_found_and_no_empty_card_is_made():
    kinds = [card.kind for card in made.lesson().cards]
    assert kinds == [CardKind.VOICE_CENSUS, CardKind.BREAK_THE_TOOL]
    for card in made.lesson().cards:
        for item in card.items:
            assert "Harbour Post" not in item.shown


@pytest.mark.parametrize("minutes", MINUTES)
def test_a_plan_fills_its_time_with_every_step(minutes):
    steps = plan(minutes)
    assert [each.step for each in steps] == list(Step)
    assert sum(each.minutes for each in steps) == minutes


def test_steps_have_neighbours_but_at_the_ends():
    assert next_step(Step.BEFORE) is Step.READ
    assert next_step(Step.DISCUSS) is None
    assert previous_step(Step.BEFORE) is None
    assert previous_step(Step.DISCUSS) is Step.REVEAL
