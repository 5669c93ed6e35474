"""Whatever an article, a story, a note or a name holds is shown word for word, never acted on."""

from __future__ import annotations

import pytest

from analysis import library
from tests.dashboard import shelf
from tests.dashboard.invented import app, shown
from tests.dashboard.shelf import HOSTILE

ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"


@pytest.fixture
def article():
    """Keep an article that is hostile in every field, in a story that is, with a note that is."""
    made = shelf.candidate(
        HOSTILE,
        f"{shelf.OLD} {HOSTILE}",
        outlet=HOSTILE,
        name=HOSTILE,
        byline=HOSTILE,
        genre=HOSTILE,
        url="https://lind.test/a",
    )
    later = shelf.candidate(HOSTILE, f"{shelf.NEW} {HOSTILE}!", url="https://lind.test/a")
    first, second = library.add([made, later], author=HOSTILE).new
    about = {"summary": HOSTILE, "place": HOSTILE, "note": HOSTILE}
    library.new_story(HOSTILE, article_ids=[first], author=HOSTILE, **about)
    library.set_fields([first], {"byline": f"{HOSTILE} again"}, author=HOSTILE)
    library.add_note(first, HOSTILE, author=HOSTILE)
    assert second
    return first


def _labels(at):
    labels = [str(each.label) for each in (*at.button, *at.expander, *at.checkbox)]
    titles = [each.value for each in (*at.title, *at.header, *at.subheader, *at.markdown)]
    return [*labels, *titles, *(each.value for each in at.toast)]


@pytest.mark.parametrize(
    "part", ["Articles", "Stories", "Versions and copies", "History", "Keep safe"]
)
def test_markup_stays_text_in_every_part(article, part):
    at = app("library", shelf=part)
    assert not at.exception
    assert_inert(at)


def test_markup_stays_text_in_the_article_and_its_story(article):
    at = app("library", kept=article)
    assert_inert(at)
    assert ESCAPED in shown(at)
    at = app("library", shelf="Stories")
    story = next(each for each in at.selectbox if str(each.key).startswith("shelf-story-"))
    hostile = next(each for each in library.story_ids() if each != "kazakhstan-2022")
    story.set_value(hostile).run()
    assert_inert(at)
    assert ESCAPED in shown(at)


def test_what_was_done_is_told_inert(article):
    at = app("library")
    at.text_input(key="who").set_value(HOSTILE).run()
    at.checkbox(key=f"pick-0-{article}").check().run()
    at.text_input(key="bulk-value-OUTLET").set_value(HOSTILE).run()
    at.button(key="bulk-do").click().run()
    assert_inert(at)
    assert f"Set the outlet to \u201c![x](http://evil.test/a.png){ESCAPED}" in shown(at)


def assert_inert(at):
    """Assert that no markup of the payload is markup on the page, nor Markdown in a label."""
    html = "\n".join(each.proto.body for each in at.get("html"))
    assert "<script" not in html
    assert "<img" not in html
    assert not [each for each in _labels(at) if "![" in each.replace(r"\!", "")]
    assert not [each for each in _labels(at) if ":red[" in each]
