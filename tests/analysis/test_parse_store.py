"""A story analysed once is not parsed again for a new word list, and for anything else it is."""

import pytest

from analysis import library, nlp, own_lists, paths, worker
from analysis.corrections import put_back, read_corrections
from analysis.parse_store import rescored_story
from analysis.store import kept_at, parses_at, read
from analysis.stories import Story
from analysis.types import Article, Span
from tests.analysis.test_own_lists import RAIN

pytestmark = pytest.mark.model

TEXT = "Heavy downpours flooded the town of Norrin on Monday, the mayor said.\n\nShare this article"
STORY = Story("rain", "Rain", (Article(id="a1", text=TEXT, story="rain"),))


@pytest.fixture
def analysed(monkeypatch):
    """Analyse the story once, with the shipped lists."""
    monkeypatch.setattr(library, "load_story", lambda _: STORY)
    worker.main("rain")


@pytest.fixture
def no_parse(monkeypatch):
    def refuse(_articles):
        pytest.fail("the story was parsed again")

    monkeypatch.setattr(nlp, "parse", refuse)


def now():
    return read(STORY, kept_at(STORY, read_corrections("rain"))).articles[0]


@pytest.mark.usefixtures("analysed", "no_parse")
def test_a_new_list_is_looked_for_without_a_parse():
    own_lists.save(RAIN, "rain.toml")
    worker.main("rain")
    assert [hit.span.of(TEXT) for hit in now().terms if hit.contrast == "rain"] == ["downpours"]
    own_lists.remove("rain")
    worker.main("rain")
    assert [hit for hit in now().terms if hit.contrast == "rain"] == []


@pytest.mark.usefixtures("analysed")
def test_every_kept_file_names_its_articles_so_that_forgetting_one_removes_it():
    kept = sorted((paths.home() / "cache").glob("rain-*"), key=lambda path: path.suffix)
    assert [path.suffix for path in kept] == [".jsonl", ".parses"]
    assert all(b'"a1"' in path.read_bytes() for path in kept)


@pytest.mark.usefixtures("analysed")
def test_a_block_put_back_is_parsed():
    put_back("rain", "a1", Span(TEXT.index("Share"), len(TEXT)))
    assert rescored_story(STORY, read_corrections("rain")) is None


@pytest.mark.usefixtures("analysed")
@pytest.mark.parametrize("text", ["", "{}", '{"analysis": "gone.jsonl"}\n'])
def test_a_damaged_file_is_as_none(text):
    own_lists.save(RAIN, "rain.toml")
    corrections = read_corrections("rain")
    assert rescored_story(STORY, corrections)
    parses_at(STORY, corrections).write_text(text)
    assert rescored_story(STORY, corrections) is None


@pytest.mark.usefixtures("analysed")
def test_without_the_analysis_it_came_from_it_is_as_none():
    kept_at(STORY, read_corrections("rain")).unlink()
    own_lists.save(RAIN, "rain.toml")
    assert rescored_story(STORY, read_corrections("rain")) is None
