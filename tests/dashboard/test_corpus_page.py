"""The page of a batch over time: choices, the drawer, and what goes wrong with the folder."""

from __future__ import annotations

import shutil

import pytest

from analysis import paths
from dashboard import batches
from dashboard import words_corpus as said
from tests.analysis.batches import article, written
from tests.dashboard.invented import app, shown

DAYS = ("2024-03-04", "2024-03-05", "2024-03-12", None)


@pytest.fixture
def batch(tmp_path, monkeypatch, library):
    """Return a function that starts the server's pages with a batch of these articles."""

    def started(*parts, **manifest):
        folder = written(tmp_path / "result", *parts, **manifest)
        monkeypatch.setenv(paths.BATCH, str(folder))
        return folder

    library(None)
    yield started
    batches._opened.clear()
    batches._series.clear()


@pytest.fixture
def news(batch):
    """Start with a batch of two outlets over two weeks."""
    return batch(
        [article(i, published=day) for i, day in enumerate(DAYS)],
        [article(9, outlet="Cou*rier", published=DAYS[0], k=0)],
    )


def test_without_a_batch_the_page_says_what_one_is(library, monkeypatch):
    monkeypatch.delenv(paths.BATCH, raising=False)
    library(None)
    at = app("corpus")
    assert not at.exception
    assert "No batch is open" in shown(at)
    assert at.code[0].value == said.COMMANDS


def test_the_page_shows_outlets_over_time(news):
    at = app("corpus")
    assert not at.exception
    chart = at.get("plotly_chart")[0]
    assert "Post: 2 marks" in chart.proto.alt
    assert "Post: 4 of 40 sentences in 4 articles" in shown(at)
    assert "not in the picture: Post 1 article" in shown(at)


def test_the_link_restores_the_view(news):
    at = app("corpus", follow="Negative vocabulary", step="month", papers="Post")
    assert not at.exception
    alt = at.get("plotly_chart")[0].proto.alt
    assert alt.startswith("Negative vocabulary")
    assert "March 2024" in alt
    assert "rier" not in alt


def test_a_name_that_the_batch_does_not_know_is_said(news):
    at = app("corpus", papers="Nobody's Daily", follow="Anger")
    assert not at.exception
    assert "not in this library (its what is followed and outlet)" in shown(at)


def test_a_number_opens_its_sentences_with_the_words_marked(news):
    at = app("corpus", papers="Post")
    at.selectbox(key="over-time-list-1").set_value("Week of 12 March 2024".replace("12", "11"))
    at.run()
    at.button(key="over-time-show").click().run()
    text = shown(at)
    assert "All 1 sentence, the newest articles first" in text
    assert ">Force</mark>" in text
    assert "12 March 2024 \u00b7 article a2" in text


def test_of_many_sentences_fifty_are_shown_first(batch):
    batch([article(i, published=DAYS[0]) for i in range(60)])
    at = app("corpus", papers="Post")
    at.button(key="over-time-show").click().run()
    assert shown(at).count('class="px-kwic"') == 50
    assert "The first 50 of 60 sentences" in shown(at)
    assert at.button(key="corpus-more-button").label == said.MORE


def test_numbers_without_a_date_open_too(news):
    at = app("corpus", papers="Post")
    at.selectbox(key="over-time-list-1").set_value("Date not known").run()
    at.button(key="over-time-show").click().run()
    assert "date not known \u00b7 article a3" in shown(at)


def test_behind_tone_it_is_said_which_sentences_are_shown(news):
    at = app("corpus", follow="Negative vocabulary", papers="Post")
    at.button(key="over-time-show").click().run()
    assert "on balance negative" in shown(at)
    assert "tone -0.50" in shown(at)


def test_words_of_an_article_never_act(batch):
    hostile = article(1, outlet="<img src=x>")
    hostile["sentences"][0]["text"] = "Force <script>alert(1)</script>"
    batch([hostile])
    at = app("corpus")
    at.button(key="over-time-show").click().run()
    assert not at.exception
    assert "<script>" not in shown(at)
    assert "<img" not in shown(at)


def test_a_zero_opens_a_plain_zero_with_the_words_looked_for(batch):
    one = article(1, k=0)
    key = "framing.troops.peacekeeping"
    one["measures"] = [{**row, "measure": key} for row in one["measures"][:1]]
    batch([{**one, "terms": []}])
    at = app("corpus")
    at.button(key="over-time-show").click().run()
    assert "0 sentences found. Words looked for: " in shown(at)
    assert "peacekeep" in shown(at)


def test_no_outlet_chosen_is_no_problem(news):
    at = app("corpus")
    at.pills(key="papers").set_value([]).run()
    assert said.NO_OUTLET in shown(at)


def test_a_voice_without_words_is_no_problem(news):
    assert said.NO_NUMBER in shown(app("corpus", voice="quotes"))


def test_many_outlets_are_listed_in_part_and_six_are_shown(batch):
    batch([article(i, outlet=f"Outlet {i:02}") for i in range(25)])
    at = app("corpus", another="Outlet 24")
    assert not at.exception
    assert "Outlet 24" in at.get("plotly_chart")[0].proto.alt
    at.pills(key="papers").set_value([f"Outlet {i:02}" for i in range(7)]).run()
    assert "the first 6 by name are shown" in shown(at)
    assert "Outlet 06" not in at.get("plotly_chart")[0].proto.alt


def test_an_empty_batch_says_so(batch):
    batch()
    assert said.NOTHING in shown(app("corpus"))


def test_a_removed_folder_is_said_in_plain_words(news):
    at = app("corpus")
    shutil.rmtree(news)
    at.run()
    assert not at.exception
    assert "No manifest.json in result" in shown(at)


def test_a_folder_made_anew_is_read_anew(news):
    assert "Post: 2 marks" in app("corpus").get("plotly_chart")[0].proto.alt
    written(news, [article(1, published="2025-01-01")])
    assert "Post: 1 mark" in app("corpus").get("plotly_chart")[0].proto.alt


@pytest.mark.parametrize("table", ["articles", "measures", "terms"])
def test_a_damaged_file_is_named_in_plain_words(news, table):
    for path in (news / table).iterdir():
        path.write_bytes(b"PAR1 and then nothing that could be a table PAR1")
    at = app("corpus")
    assert not at.exception
    assert f"{table}/part-" in shown(at)
    assert str(news) not in shown(at)


def test_damage_behind_a_number_is_said_when_it_is_opened(news):
    at = app("corpus")
    for path in (news / "sentences").iterdir():
        path.unlink()
    at.button(key="over-time-show").click().run()
    assert not at.exception
    assert "is missing or damaged" in shown(at)


def test_a_guest_sees_nothing_of_it(news):
    at = app("corpus", seat="x")
    assert not at.exception
    assert not at.title
