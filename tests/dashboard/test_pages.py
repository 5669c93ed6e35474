"""Every page, run in full: no exception, the notice, text alternatives, empty states."""

from __future__ import annotations

import pytest

from analysis.errors import ModelError
from dashboard import data, words
from tests.dashboard.invented import app, article, shown, story

PAGES = ("overview", "framing", "lists", "voices", "tone", "read", "library", "method")
ALL_PAGES = (*PAGES, "collect", "corpus")
COMPARING = ("overview", "framing", "voices", "tone", "read")
ASIDE = {"shelf": "Set aside"}
DRAWING = ("framing", "voices", "tone")


@pytest.mark.parametrize("page", ALL_PAGES)
def test_page_runs_without_an_exception(harbour, page):
    at = app(page)
    assert not at.exception
    assert len(at.title) == 1


@pytest.mark.parametrize("page", COMPARING)
def test_comparing_page_carries_the_standing_notice(harbour, page):
    assert words.NOTICE in shown(app(page))


@pytest.mark.parametrize("page", DRAWING)
def test_every_figure_has_a_text_alternative(harbour, page):
    charts = app(page).get("plotly_chart")
    assert charts
    assert all(chart.proto.alt for chart in charts)


@pytest.mark.parametrize("page", ["overview", "read", "library", "method"])
def test_page_that_must_come_up_fast_draws_no_figure(harbour, page):
    assert not app(page).get("plotly_chart")


@pytest.mark.parametrize("page", PAGES)
def test_empty_library_says_what_to_do(library, page):
    library(None)
    at = app(page, **ASIDE) if page == "library" else app(page)
    assert not at.exception
    assert "There is no story yet. Bring in articles of your own" in shown(at)


@pytest.mark.parametrize("page", PAGES)
def test_one_short_article_is_no_problem(library, page):
    library(story(article("Harbour Post", "post", n=1)))
    assert not app(page).exception


def test_one_outlet_asks_for_a_second(library):
    library(story(article("Harbour Post", "post")))
    assert "Choose a second one to compare" in shown(app("overview"))


@pytest.mark.parametrize("page", COMPARING)
def test_no_outlet_chosen_is_no_problem(harbour, page):
    at = app(page)
    at.pills(key="outlets").set_value([]).run()
    assert not at.exception


def test_header_names_story_articles_dates_and_versions(harbour):
    text = shown(app())
    assert "The harbour" in text
    assert "2 articles" in text
    assert "1 May 2024 to 3 May 2024" in text
    assert "word lists 1.0.0" in text


def test_overview_finding_opens_its_sentences(harbour):
    at = app("overview")
    button = next(b for b in at.button if b.label == r"Show Harbour Post\: 3 of 19 sentences")
    button.click().run()
    assert "1 of 3" in shown(at)
    assert '<mark class="px-frame px-side-1"' in shown(at)


def test_zero_opens_a_plain_zero_with_the_words_looked_for(harbour):
    at = app("framing", contrast="What the soldiers are called")
    at.selectbox(key="framing-troops-list-0").set_value("Town Courier").run()
    at.button(key="framing-troops-show").click().run()
    assert "0 found. Words looked for:" in shown(at)


def test_framing_shows_one_panel_per_side_with_counts_in_words(harbour):
    at = app("framing", contrast="What the soldiers are called")
    alts = [chart.proto.alt for chart in at.get("plotly_chart")]
    assert len(alts) == 3
    assert "Harbour Post 3 of" in alts[0]
    assert "Town Courier 0 of" in alts[0]


def test_whose_words_filter_changes_the_counts(harbour):
    at = app("framing", contrast="What the soldiers are called", words="quotes")
    assert "quotation" in at.get("plotly_chart")[0].proto.alt
    assert "Harbour Post 3 of" not in at.get("plotly_chart")[0].proto.alt


def test_few_quotes_are_listed_not_drawn(harbour):
    text = shown(app("voices", section="Kinds of speakers"))
    assert "Fewer than five quotes" in text
    assert "government 1" in text


def test_plain_verbs_are_called_plain(harbour):
    text = shown(app("voices", section="Verbs of saying"))
    assert "plain verb" in text
    assert "neutral" not in text


def test_order_by_date_follows_publication(harbour):
    at = app("framing", order="by date", contrast="What the soldiers are called")
    alt = at.get("plotly_chart")[0].proto.alt
    assert alt.index("Harbour Post") < alt.index("Town Courier")


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("overview", {"outlets": "Nobody's Daily"}),
        ("overview", {"unit": "per parsec"}),
        ("framing", {"contrast": "nothing like it"}),
        ("read", {"left": "Nobody's Daily"}),
    ],
)
def test_unknown_id_in_the_link_falls_back_with_a_notice(harbour, page, parameters):
    at = app(page, **parameters)
    assert not at.exception
    assert "not in this library" in shown(at)


def test_known_link_shows_no_notice(harbour):
    at = app("framing", outlets="Town Courier", contrast="What the soldiers are called")
    assert "not in this library" not in shown(at)


def test_read_marks_the_sentence_asked_for(harbour):
    text = shown(app("read", sent="courier.s2"))
    assert 'id="s-courier-s2"' in text
    assert "Copy link to this sentence" in text


def test_read_says_when_the_sentence_does_not_exist(harbour):
    text = shown(app("read", sent="courier.s999"))
    assert "a sentence that is not in this library" in text


def test_read_steps_to_the_next_match_and_writes_it_into_the_link(harbour):
    at = app("read", left="Town Courier")
    at.button(key="Next match").click().run()
    assert at.query_params["sent"] == "courier.s2"
    assert "match 1 of" in shown(at)


def test_read_folds_what_was_set_aside_where_it_stands(harbour):
    text = shown(app("read"))
    assert "Set aside: reader comment" in text
    assert "picture caption, not in the counts" in text


def test_more_than_two_layers_are_refused_in_words(harbour):
    at = app("read", layers=["Frames", "Voices", "Tone"])
    assert words.TOO_MANY_LAYERS in shown(at)


def test_library_lists_what_was_set_aside_with_its_rule(harbour):
    text = shown(app("library", **ASIDE))
    assert "reader comment" in text
    assert "Invaders, all of them!" in text
    assert "rule test" in text


def test_putting_a_block_back_is_kept_and_can_be_undone(harbour):
    at = app("library", **ASIDE)
    comment = next(b for b in at.button if str(b.key).startswith("return-"))
    comment.click().run()
    assert not at.exception
    undo = next(b for b in at.button if str(b.key).startswith("undo-"))
    undo.click().run()
    assert not any(str(b.key).startswith("undo-") for b in at.button)


def test_method_names_every_measure_and_every_word_list(harbour):
    text = shown(app("method"))
    for needed in (
        "Word choice",
        "Flesch reading ease",
        "What the soldiers are called",
        "Loaded words",
        "Words that tell of harm",
        "All rules",
    ):
        assert needed in text


def test_failed_analysis_is_said_in_plain_words(library, monkeypatch):
    library(story(article("Harbour Post", "post")))

    def fail(*_, **__):
        message = "The analysis stopped: the English model is missing; run: make setup"
        raise ModelError(message)

    monkeypatch.setattr(data, "load_analysis", fail)
    at = app("overview")
    assert not at.exception
    assert "the English model is missing" in shown(at)
