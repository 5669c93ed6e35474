"""The second part of the page "Review": an outlet's sources over time, following corrections."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from analysis import library
from analysis.library import EditKind, key_of
from analysis.review.audit import By, source_kinds, source_shares
from dashboard import auditing, words_review
from dashboard.prepare import audit as prepared
from tests.analysis.review.test_audit import CITIZEN, OFFICIAL, article
from tests.dashboard.invented import app, shown


def six():
    found = [article(OFFICIAL, CITIZEN) for _ in range(6)]
    return [
        replace(a, article=replace(a.article, id=f"a{n}", text=f"{a.text}{n}"))
        for n, a in enumerate(found)
    ]


@pytest.fixture
def post(harbour, monkeypatch):
    """Put six articles of one outlet into two stories of the library."""
    made = six()
    stories = {"one": made[:3], "two": [made[0], *made[3:]]}
    monkeypatch.setattr(library, "story_ids", lambda: tuple(stories))
    monkeypatch.setattr(
        library,
        "load_story",
        lambda name: SimpleNamespace(articles=tuple(e.article for e in stories[name])),
    )
    monkeypatch.setattr(
        auditing, "load_analysis", lambda name: SimpleNamespace(articles=stories[name])
    )
    return made


def count(by=None):
    at = app("review", review=words_review.AUDIT_PART)
    at.selectbox(key="audit-outlet").set_value("Post").run()
    at.button(key="audit-count").click().run()
    if by:
        at.segmented_control(key="audit-by").set_value(by).run()
    return at


def test_nothing_is_counted_before_it_is_asked_for(post):
    at = app("review", review=words_review.AUDIT_PART)
    assert not at.exception
    assert "month by month and section by section" in shown(at)
    assert "quotes in" not in shown(at)


def test_each_article_counts_once_over_all_stories(post):
    at = count()
    assert not at.exception
    assert "Post: 12 quotes in 6 articles, 1 row by month." in shown(at)
    assert "50%" in shown(at)


def test_rows_can_be_sections(post):
    assert "1 row by section" in shown(count(By.SECTION))


def test_correction_is_followed_without_asking_again(post):
    at = count()
    quotes = (
        replace(post[0].quotes[0], role=post[0].quotes[1].role, named=False),
        post[0].quotes[1],
    )
    post[0] = replace(post[0], quotes=quotes)
    for story in ("one", "two"):
        auditing.load_analysis(story).articles[0] = post[0]
    library.edit("one", EditKind.ROLE, key_of("ann-lee"), "citizen")
    assert "58%" in shown(at.run())


def test_library_without_an_outlet_is_told(harbour, monkeypatch):
    monkeypatch.setattr(library, "story_ids", tuple)
    at = app("review", review=words_review.AUDIT_PART)
    assert words_review.AUDIT_NONE in shown(at)


def test_few_articles_show_counts_and_no_share():
    shares, kinds = (f(six()[:2], By.MONTH) for f in (source_shares, source_kinds))
    table = prepared.shown(shares, kinds)
    assert set(table["Value"]) == {""}
    assert "too few to compare" in set(table["Note"])
    assert list(prepared.dots(shares, "citizen")["label"]) == ["2 of 4, too few to compare"]


def test_kind_that_a_row_lacks_is_none_of_its_quotes():
    made = [*six(), article(OFFICIAL, day="2026-02-01")]
    found = prepared.dots(source_shares(made, By.MONTH), "citizen")
    assert list(found["label"]) == ["6 of 12", "0 of 1, too few to compare"]
