import pytest

from analysis.errors import StoryError
from analysis.stories import load_story
from analysis.types import Basis

STORY = """
[story]
id = "flood"
title = "The flood"
place = "Vardania"

[[articles]]
id = "a"
file = "a.txt"
outlet = "The Post"
outlet_basis = "stated"
outlet_why = "named in the byline"
published_basis = "unknown"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "story.toml").write_text(STORY, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Rain fell.\n", encoding="utf-8")
    return tmp_path


def test_story_holds_its_articles_and_how_each_field_is_known(folder):
    story = load_story(folder)
    article = story.articles[0]
    assert (article.text, article.outlet, article.story) == ("Rain fell.\n", "The Post", "flood")
    assert article.published is None
    assert article.published_basis is Basis.UNKNOWN
    assert [(k.field, k.basis, k.why) for k in story.known] == [
        ("outlet", "stated", "named in the byline"),
        ("published", "unknown", None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('title = "The flood"', "", "'title' is missing"),
        ('file = "a.txt"', 'file = "b.txt"', "names 'b.txt', which is not in the folder"),
        ('file = "a.txt"', 'file = "../a.txt"', "not in the folder"),
        ('"stated"', '"sure"', "outlet_basis is 'sure'"),
        ('id = "flood"', 'id = "../flood"', "use small letters, digits and hyphens"),
        ('outlet = "The Post"', 'published = "1 May 2022"', "write an ISO date"),
        ('outlet = "The Post"', 'byline_basis = "guess"', "byline_basis is 'guess'"),
    ],
)
def test_incomplete_story_says_what_to_mend(folder, old, new, problem):
    (folder / "story.toml").write_text(STORY.replace(old, new), encoding="utf-8")
    with pytest.raises(StoryError, match=problem):
        load_story(folder)


def test_unknown_story_names_the_known_ones():
    with pytest.raises(StoryError, match=r"No story 'atlantis'.*Known stories"):
        load_story("atlantis")


def test_empty_article_is_refused_with_its_id(folder):
    (folder / "a.txt").write_text(" ", encoding="utf-8")
    with pytest.raises(StoryError, match="article 'a': no words found"):
        load_story(folder)
