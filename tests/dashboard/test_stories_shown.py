"""The list of stories in the sidebar: titles on screen, ids in the address, always as it is now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis import library
from analysis.collect import Candidate, Origin, Way
from analysis.types import Article
from dashboard import data
from dashboard.components import filters
from tests.dashboard.invented import app, two_outlets


def candidate(text="Rain fell on the town."):
    return Candidate(Article("found", text), Origin(Way.PASTE, "pasted text"))


def options(at):
    return list(at.selectbox(key="story-list").options)


def test_the_list_shows_titles_and_the_address_the_id(harbour):
    at = app(story="harbour")
    assert options(at) == ["The harbour"]
    assert at.session_state["story"] == "harbour"


def test_two_stories_of_one_title_are_told_apart():
    titles = {"rain": "Rain  week", "rain-2": "Rain week", "snow": "Snow"}
    assert filters._told_apart(titles) == {
        "rain": "Rain week (rain)",
        "rain-2": "Rain week (rain-2)",
        "snow": "Snow",
    }


def test_a_story_that_somebody_else_adds_or_renames_appears_at_the_next_run():
    at = app("collect")
    before = options(at)
    added = library.add([candidate()], title="Wet week")
    at.run()
    assert options(at) == [*before, "Wet week"]
    library.rename("wet-week", "A week of rain")
    at.run()
    assert options(at) == [*before, "A week of rain"]
    library.undo_act(added.act)
    at.run()
    assert not at.exception
    assert options(at) == before


def test_a_story_that_is_gone_gives_way_to_the_first(monkeypatch):
    library.add([candidate()], title="Wet week")
    at = app("collect", story="wet-week")
    assert at.selectbox(key="story-list").value == "wet-week"
    library.bin_story("wet-week")
    at.run()
    assert not at.exception
    assert at.selectbox(key="story-list").value == next(iter(data.stories()))


def test_an_unknown_story_in_the_link_is_told(harbour):
    at = app("collect", story="atlantis")
    assert at.selectbox(key="story-list").value == "harbour"


@pytest.fixture
def loads(monkeypatch):
    """Return the stories that were read from the store, one entry each time."""
    made = []

    def load(story_id, **_):
        made.append(story_id)
        return replace(two_outlets(), story=library.load_story(story_id))

    data._kept.clear()
    monkeypatch.setattr(data, "load_analysis", load)
    yield made
    data._kept.clear()


def test_an_analysis_is_read_again_when_the_story_changed_and_only_then(loads):
    library.add([candidate()], title="Wet week")
    data.load("wet-week")
    library.add([candidate("Snow fell.")], title="White week")
    data.load("wet-week")
    assert loads == ["wet-week"]
    library.add([candidate("Hail fell.")], story="wet-week")
    assert len(data.load("wet-week").story.articles) == 2
    library.rename("wet-week", "A week of rain")
    assert data.load("wet-week").story.title == "A week of rain"
    assert loads == ["wet-week"] * 3
