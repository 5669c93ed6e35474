import tomllib

import pytest

from analysis import paths
from analysis.stories import load_story, story_ids
from analysis.types import Basis

STORY = load_story("kazakhstan-2022")
ROWS = tomllib.loads(
    (paths.STORIES / "kazakhstan-2022" / "story.toml").read_text(encoding="utf-8")
)["articles"]
GUESSABLE = ("outlet", "title", "byline", "published", "genre")


def by_id(row):
    return row["id"]


def test_demo_story_is_listed():
    assert "kazakhstan-2022" in story_ids()


def test_demo_story_has_five_articles_with_short_ids():
    ids = [article.id for article in STORY.articles]
    assert ids == ["mnn", "caravanserai", "independent", "el-american", "dw"]


def test_every_text_of_the_folder_is_used_once():
    files = {path.name for path in (paths.STORIES / STORY.id).glob("*.txt")}
    assert {row["file"] for row in ROWS} == files
    assert len(ROWS) == len(files)


@pytest.mark.parametrize("row", ROWS, ids=by_id)
def test_every_field_that_could_be_guessed_says_how_it_is_known_and_why(row):
    for field in GUESSABLE:
        basis = Basis(row[f"{field}_basis"])
        assert row[f"{field}_why"].strip()
        assert (basis is Basis.UNKNOWN) == (field not in row)


@pytest.mark.parametrize("article", STORY.articles, ids=lambda article: article.id)
def test_stated_title_and_byline_stand_in_the_text(article):
    assert article.title in article.text
    if article.byline:
        assert article.byline in article.text


@pytest.mark.parametrize("row", ROWS, ids=by_id)
def test_undated_article_says_what_the_text_lets_us_infer(row):
    assert ("published" in row) != ("published_note" in row)


@pytest.mark.parametrize("article", STORY.articles, ids=lambda article: article.id)
def test_texts_are_marked_as_excerpt_only(article):
    assert article.rights == "excerpt"
    assert article.language == "en"
