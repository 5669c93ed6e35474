from dataclasses import replace

from analysis.review.numbers import headline_figures, other_figures
from analysis.types import BlockKind, Bound
from tests.analysis.review.drafts import beside, draft, figure, other


def counting(each, words, low, *, day=None, **known):
    made = replace(each, figures=(figure(each, words, low, **known),))
    return replace(made, article=replace(made.article, published=day))


def mine(low=12.0, **known):
    return counting(draft("At the port 12 people were killed."), "12", low, **known)


def theirs(low, **known):
    return counting(other("Post", "At the port 20 people were killed."), "20", low, **known)


def test_figure_that_does_not_fit_is_told():
    (found,) = other_figures(beside(mine(), theirs(20.0)))
    assert "does not fit the figure of Post" in found.reason
    assert found.elsewhere[0].note.startswith("20 people")
    assert not found.is_weak


def test_older_figure_is_told_as_older():
    (found,) = other_figures(beside(mine(day="2026-01-01"), theirs(20.0, day="2026-01-02")))
    assert "is older than the figure of Post" in found.reason


def test_same_figure_and_newer_figure_are_not_told():
    assert list(other_figures(beside(mine(), theirs(12.0)))) == []
    newer = beside(mine(20.0, day="2026-01-02"), theirs(12.0, day="2026-01-01"))
    assert list(other_figures(newer)) == []


def test_vague_figure_makes_a_note():
    (found,) = other_figures(beside(mine(bound=Bound.VAGUE), theirs(20.0)))
    assert found.is_weak


def test_figures_are_compared_with_nothing_where_there_is_no_other_article():
    assert list(other_figures(beside(mine()))) == []


def headed(low):
    made = draft((BlockKind.HEADLINE, "20 killed at port"), "At the port 12 people were killed.")
    return replace(made, figures=(figure(made, "20", 20), figure(made, "12", low)))


def test_headline_figure_that_the_text_does_not_have_is_told():
    (found,) = headline_figures(beside(headed(12)))
    assert "\u201c20\u201d" in found.reason


def test_headline_figure_that_the_text_has_is_not_told():
    assert list(headline_figures(beside(headed(20)))) == []
